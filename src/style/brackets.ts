/** Brackets that never close, or nest beyond reason, found before a parser meets them. */
import { tokensOf, tokenTypes } from './syntax.ts'
import type { Token } from './syntax.ts'

/** Parsers recurse; this is far more than stylesheets need and far less than a call stack holds. */
export const deepestNesting = 100

export type BracketProblem =
  | { readonly kind: 'too-deep'; readonly token: Token }
  | { readonly kind: 'unclosed'; readonly token: Token }

export function findBracketProblem(text: string): BracketProblem | undefined {
  const open: Token[] = []
  for (const token of tokensOf(text)) {
    const closer = closers.get(token.type)
    if (closer !== undefined) {
      open.push(token)
      if (open.length > deepestNesting) return { kind: 'too-deep', token }
    } else if (closed(open.at(-1)) === token.type) open.pop()
  }
  const [token] = open
  return token && { kind: 'unclosed', token }
}

const closers: ReadonlyMap<number, number> = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
])

function closed(token: Token | undefined): number | undefined {
  return token && closers.get(token.type)
}
