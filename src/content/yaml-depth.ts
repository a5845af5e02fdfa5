/** How deep a YAML text is nested at most, found without building it: a bomb is refused before it is parsed. */
import { Lexer } from 'yaml'

/** An upper limit that no content file comes near, and that the parser can take. */
export const DEEPEST_NESTING = 64

/** Where nesting first goes deeper than DEEPEST_NESTING (offset in UTF-16 units); undefined when it never does. */
export function findTooDeep(text: string): number | undefined {
  if (isPlainlyShallow(text)) return undefined
  let offset = 0
  let openBrackets = 0
  let startedOnLine = 0
  let isScalarNext = false
  let atLineStart = true
  for (const token of new Lexer().lex(text)) {
    // The lexer announces a scalar, and marks documents, by control characters that are not in the text.
    if (controls.has(token)) {
      isScalarNext = token === SCALAR_FOLLOWS
      continue
    }
    if (!isScalarNext) {
      if (token === '[' || token === '{') openBrackets += 1
      else if (token === ']' || token === '}') openBrackets = Math.max(0, openBrackets - 1)
      // In a block, each of these starts a level inside the one before it on the line: "- - - entry".
      else if (['-', '?', ':'].includes(token) && openBrackets === 0) startedOnLine += 1
      if (openBrackets + startedOnLine > DEEPEST_NESTING) return offset
      if (atLineStart && /^ +$/.test(token) && token.length > 4 * DEEPEST_NESTING) return offset
    }
    isScalarNext = false
    atLineStart = token.endsWith('\n')
    if (atLineStart) startedOnLine = 0
    offset += token.length
  }
  return undefined
}

/** True for nearly every file: too few brackets, and too short lines of marks, to be deep at all. */
function isPlainlyShallow(text: string): boolean {
  if (text.includes(' '.repeat(4 * DEEPEST_NESTING))) return false
  if (countOf(/[[{]/g, text) > DEEPEST_NESTING / 2) return false
  return text.split('\n').every((line) => countOf(/[-?:](?:\s|$)/g, line) < DEEPEST_NESTING / 2)
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

const SCALAR_FOLLOWS = '\x1f'
const controls: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR_FOLLOWS])
