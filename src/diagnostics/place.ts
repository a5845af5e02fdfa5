/** Where in an author's file something is, with the author's own line. */

/** A file as the author knows it: `path` is relative to the pack, with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Line and column count from 1; column and length count UTF-16 units. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  /** The author's own line. */
  readonly excerpt: string
}

/** The place of `length` characters at `offset`. An offset past the end is the end. */
export function placeAt(source: SourceFile, offset: number, length = 1): Place {
  const at = Math.max(0, Math.min(offset, source.text.length))
  // lastIndexOf takes -1 for 0, and would find a line end at the very beginning.
  const lineStart = at === 0 ? 0 : source.text.lastIndexOf('\n', at - 1) + 1
  const newline = source.text.indexOf('\n', at)
  const excerpt = source.text
    .slice(lineStart, newline === -1 ? source.text.length : newline)
    .replace(/\r$/, '')
  const column = at - lineStart + 1
  return {
    file: source.path,
    line: countLines(source.text, lineStart),
    column,
    length: Math.max(1, Math.min(length, excerpt.length - column + 1)),
    excerpt,
  }
}

/** The place of a line and column that a parser reported. */
export function placeAtLine(source: SourceFile, line: number, column: number, length = 1): Place {
  let start = 0
  for (let current = 1; current < line; current += 1) {
    const newline = source.text.indexOf('\n', start)
    if (newline === -1) break
    start = newline + 1
  }
  return placeAt(source, start + column - 1, length)
}

function countLines(text: string, end: number): number {
  let lines = 1
  for (
    let index = text.indexOf('\n');
    index !== -1 && index < end;
    index = text.indexOf('\n', index + 1)
  ) {
    lines += 1
  }
  return lines
}
