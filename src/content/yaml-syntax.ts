/** What the YAML parser complains about, in the words of somebody who writes exercises. */
import type { ErrorCode } from 'yaml'
import { diagnose, placeAt, type Report, type SourceFile } from '../diagnostics/index.ts'

/** What a parser says: a code, its words, and from where to where. */
export interface SyntaxProblem {
  readonly code: ErrorCode
  readonly message: string
  readonly pos: readonly [number, number]
}

/** After one slip the parser stumbles on: more than this helps nobody. */
const MOST_SYNTAX_PROBLEMS = 5

/** Report the first problem of each line. Stray-token complaints after another problem are its echo. */
export function reportSyntax(
  source: SourceFile,
  problems: readonly SyntaxProblem[],
  report: Report,
): void {
  const lines = new Set<number>()
  for (const [index, problem] of problems.entries()) {
    if (lines.size === MOST_SYNTAX_PROBLEMS) return
    if (index > 0 && echoes.has(problem.code)) continue
    const [start, end] = isOpenQuote(problem) ? openingQuote(source, problem) : problem.pos
    const place = placeAt(source, start, end - start)
    if (lines.has(place.line)) continue
    lines.add(place.line)
    if (problem.code === 'TAB_AS_INDENT') report(diagnose('content-yaml-tab', {}, place))
    else if (problem.code === 'MULTIPLE_DOCS') report(diagnose('content-many-documents', {}, place))
    else report(diagnose('content-yaml-syntax', wordsFor(problem, source), place))
  }
}

const echoes = new Set<ErrorCode>(['UNEXPECTED_TOKEN', 'MISSING_CHAR', 'MULTILINE_IMPLICIT_KEY', 'BAD_INDENT'])

const quote = 'put the whole text in quotes: "…"'

function wordsFor(
  { code, message, pos }: SyntaxProblem,
  source: SourceFile,
): { problem: string; hint: string | undefined } {
  const before = source.text.slice(source.text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0])
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.includes('sequence')) return unlikeNeighbours
      return /:\s+$/.test(before) && isOneLine(source, pos[0])
        ? { problem: 'a second colon in the line makes a second field', hint: quote }
        : { problem: 'the lines below are indented as if they belonged to this text', hint: alike }
    case 'MULTILINE_IMPLICIT_KEY':
      return { problem: 'a line without a colon where a field is expected', hint: 'write "field: value"' }
    case 'MISSING_CHAR':
      if (message.endsWith('quote')) {
        return { problem: 'the quote is opened here and not closed', hint: 'close it at the end of the text' }
      }
      return { problem: lowerFirst(message), hint: 'is a quote or a bracket not closed?' }
    case 'BAD_SCALAR_START':
      return {
        problem: `text cannot begin with ${source.text.charAt(pos[0])}`,
        hint: quote,
      }
    case 'BAD_INDENT':
      return /must (?:be sufficiently indented and )?end with/.test(message)
        ? { problem: 'a bracket is opened above and not closed', hint: 'close it with ] or }' }
        : unlikeNeighbours
    case 'BAD_DQ_ESCAPE':
      return {
        problem: 'a backslash in double quotes starts a code that is not known',
        hint: 'write two backslashes, or use single quotes',
      }
    case 'UNEXPECTED_TOKEN':
      return /["']$/.test(before.trimEnd())
        ? {
            problem: 'text goes on after the closing quote',
            hint: 'put the whole text in quotes; inside single quotes write an apostrophe twice',
          }
        : { problem: 'this does not belong here', hint: 'is the line above complete, and the indentation right?' }
    default:
      return { problem: lowerFirst(message), hint: undefined }
  }
}

const alike = 'indent what belongs together by the same number of spaces'

const unlikeNeighbours = {
  problem: 'this line is indented differently from its neighbours',
  hint: alike,
}

function isOpenQuote({ code, message }: SyntaxProblem): boolean {
  return code === 'MISSING_CHAR' && message.endsWith('quote')
}

/** The parser points at the end of the file; the quote that it could not close is the last one before. */
function openingQuote({ text }: SourceFile, { message, pos }: SyntaxProblem): [number, number] {
  const at = text.lastIndexOf(message.includes('"') ? '"' : "'", pos[0] - 1)
  return at === -1 ? [pos[0], pos[1]] : [at, at + 1]
}

/** Whether the colon that surprised the parser stands in the same line. */
function isOneLine({ text }: SourceFile, offset: number): boolean {
  const newline = text.indexOf('\n', offset)
  return /:(?:\s|$)/.test(text.slice(offset, newline === -1 ? text.length : newline))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
