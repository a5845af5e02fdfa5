/** Custom properties and var() (CSS Variables 1): values are kept as text with holes, filled in for each element. */
import { tokensOf, tokenTypes } from './syntax.ts'
import type { Token } from './syntax.ts'

/** Text, or a var() with what stands in for it. */
export type Segment = string | VariableUse

export interface VariableUse {
  readonly name: string
  readonly fallback: readonly Segment[] | undefined
  /** Offset and length of the whole var() in the text it was read from. */
  readonly start: number
  readonly length: number
}

export type VariableReading =
  | { readonly ok: true; readonly segments: readonly Segment[] }
  | { readonly ok: false; readonly start: number; readonly length: number }

/** Split a value at its var() functions; fails at a var() that names no custom property. */
export function readSegments(text: string): VariableReading {
  const tokens = tokensOf(text)
  const failed: Token[] = []
  const segments = segmentsBetween(text, tokens, 0, tokens.length, failed)
  const [first] = failed
  if (first !== undefined) {
    return { ok: false, start: first.start, length: first.end - first.start }
  }
  return { ok: true, segments }
}

export function hasVariables(segments: readonly Segment[]): boolean {
  return segments.some((segment) => typeof segment !== 'string')
}

/** Every use of a variable, fallbacks included. */
export function variableUses(segments: readonly Segment[]): readonly VariableUse[] {
  return segments.flatMap((segment) =>
    typeof segment === 'string' ? [] : [segment, ...variableUses(segment.fallback ?? [])],
  )
}

/** Longer values come from variables that multiply themselves. */
export const longestValue = 65_536

export type Filling =
  | { readonly kind: 'text'; readonly text: string }
  /** `use` has no value; the lookup has said why where that is known. */
  | { readonly kind: 'undefined'; readonly use: VariableUse }
  | { readonly kind: 'too-long' }

/** Put values in place of var(). `lookup` answers undefined for a variable without a value. */
export function fillIn(
  segments: readonly Segment[],
  lookup: (name: string) => string | undefined,
): Filling {
  let text = ''
  for (const segment of segments) {
    let part: string
    if (typeof segment === 'string') part = segment
    else {
      const value = lookup(segment.name)
      if (value !== undefined) part = value
      else if (segment.fallback === undefined) return { kind: 'undefined', use: segment }
      else {
        const filled = fillIn(segment.fallback, lookup)
        if (filled.kind !== 'text') return filled
        part = filled.text.trim()
      }
    }
    text = join(text, part)
    if (text.length > longestValue) return { kind: 'too-long' }
  }
  return { kind: 'text', text: text.trim() }
}

const gluing = /[\w\-.%#@+]/

// Two values must not grow together into one token (CSS Variables 1, 3).
function join(before: string, after: string): string {
  const isGlued = gluing.test(before.at(-1) ?? '') && gluing.test(after[0] ?? '')
  return isGlued ? `${before} ${after}` : before + after
}

const openers: ReadonlySet<number> = new Set([
  tokenTypes.Function,
  tokenTypes.LeftParenthesis,
  tokenTypes.LeftSquareBracket,
  tokenTypes.LeftCurlyBracket,
])

const closers: ReadonlySet<number> = new Set([
  tokenTypes.RightParenthesis,
  tokenTypes.RightSquareBracket,
  tokenTypes.RightCurlyBracket,
])

function segmentsBetween(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  failed: Token[],
): readonly Segment[] {
  const segments: Segment[] = []
  let literalFrom = from
  const pushLiteral = (end: number) => {
    const literal = literalBetween(text, tokens, literalFrom, end)
    if (literal !== '') segments.push(literal)
  }
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]
    if (token === undefined || !isVariable(text, token)) continue
    const close = closingIndex(tokens, index, to)
    const use = readUse(text, tokens, index, close, failed)
    pushLiteral(index)
    if (use !== undefined) segments.push(use)
    literalFrom = close + 1
    index = close
  }
  pushLiteral(to)
  return segments
}

function isVariable(text: string, token: Token): boolean {
  return (
    token.type === tokenTypes.Function &&
    text.slice(token.start, token.end).toLowerCase() === 'var('
  )
}

function closingIndex(tokens: readonly Token[], open: number, to: number): number {
  let depth = 0
  for (let index = open; index < to; index += 1) {
    const type = tokens[index]?.type ?? tokenTypes.EOF
    if (openers.has(type)) depth += 1
    else if (closers.has(type)) depth -= 1
    if (depth === 0) return index
  }
  return to
}

function isSpace({ type }: Token): boolean {
  return type === tokenTypes.WhiteSpace || type === tokenTypes.Comment
}

function readUse(
  text: string,
  tokens: readonly Token[],
  open: number,
  close: number,
  failed: Token[],
): VariableUse | undefined {
  const opener = tokens[open]
  let index = open + 1
  const skipSpace = () => {
    for (let at = tokens[index]; at !== undefined && index < close && isSpace(at);) {
      index += 1
      at = tokens[index]
    }
  }
  skipSpace()
  const nameToken = index < close ? tokens[index] : undefined
  const name = nameToken === undefined ? '' : text.slice(nameToken.start, nameToken.end)
  index += 1
  skipSpace()
  const separator = index < close ? tokens[index] : undefined
  const isNamed = nameToken?.type === tokenTypes.Ident && name.startsWith('--')
  if (opener === undefined) return undefined
  if (!isNamed || (separator !== undefined && separator.type !== tokenTypes.Comma)) {
    failed.push(nameToken ?? opener)
    return undefined
  }
  return {
    name,
    fallback:
      separator === undefined ? undefined : segmentsBetween(text, tokens, index + 1, close, failed),
    start: opener.start,
    length: (tokens[close]?.end ?? text.length) - opener.start,
  }
}

/** The text of some tokens, comments left out. */
function literalBetween(text: string, tokens: readonly Token[], from: number, to: number): string {
  let literal = ''
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    literal += token.type === tokenTypes.Comment ? ' ' : text.slice(token.start, token.end)
  }
  return literal
}
