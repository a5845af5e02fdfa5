/** Diagnostics as people read them: place, what is wrong, the author's own line with the spot marked, a hint. */
import type { Diagnostic, Place } from '../diagnostics/index.ts'
import { printable, widthOf } from './terminal.ts'
import type { Painter } from './terminal.ts'

/** Longer lines are shown in part, around the spot. */
const longestExcerpt = 100

/** One diagnostic, several lines, ending with a line break. */
export function formatDiagnostic(diagnostic: Diagnostic, paint: Painter): string {
  const { code, severity, message, hint, place } = diagnostic
  const gutter = Math.max(2, String(place?.line ?? 0).length)
  const indent = ' '.repeat(gutter + 1)
  const where =
    place === undefined ? '' : `${printable(place.file)}:${place.line}:${place.column}  `
  const lines = [
    `${paint('bold', where)}${paint(severity, severity)}  ${code}`,
    `${indent}${printable(message)}`,
    ...(place === undefined ? [] : excerptLines(place, gutter, paint)),
    ...(hint === undefined ? [] : [`${indent}${paint('hint', 'hint:')} ${printable(hint)}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** The same problem found by several documents is one problem. The first of each, in order. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter((diagnostic) => {
    const key = identityOf(diagnostic)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function identityOf({ code, message, place }: Diagnostic): string {
  return [code, place?.file, place?.line, place?.column, message].join('\n')
}

/** "2 errors, 1 warning", or undefined when there is nothing to count. */
export function countProblems(diagnostics: readonly Diagnostic[]): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? 'error' : 'errors'}`]),
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function excerptLines(place: Place, gutter: number, paint: Painter): readonly string[] {
  const { before, marked, after } = cut(place)
  if ((before + marked + after).trim() === '') return []
  // Tabs stay tabs, so that the mark stands under the spot however wide they are shown.
  const pad = [...before].map((character) =>
    character === '\t' ? '\t' : ' '.repeat(widthOf(character)),
  )
  const mark = '^'.repeat(Math.max(1, widthOf(marked)))
  return [
    `${paint('dim', `${String(place.line).padStart(gutter)} |`)} ${before}${marked}${after}`,
    `${paint('dim', `${' '.repeat(gutter)} |`)} ${pad.join('')}${paint('error', mark)}`,
  ]
}

function cut({ excerpt, column, length }: Place): {
  readonly before: string
  readonly marked: string
  readonly after: string
} {
  const line = printable(excerpt)
  const start = Math.min(column - 1, line.length)
  const end = Math.min(start + length, line.length)
  if (line.length <= longestExcerpt) {
    return { before: line.slice(0, start), marked: line.slice(start, end), after: line.slice(end) }
  }
  const from = Math.max(0, start - longestExcerpt / 2)
  const shownEnd = Math.min(end, from + longestExcerpt)
  const to = Math.min(line.length, Math.max(shownEnd, from + longestExcerpt))
  return {
    before: (from > 0 ? '…' : '') + line.slice(from, start),
    marked: line.slice(start, shownEnd),
    after: line.slice(shownEnd, to) + (to < line.length ? '…' : ''),
  }
}
