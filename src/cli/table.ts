/** Tables on a terminal, and the few units that stand in them. */
import { printable, widthOf } from './terminal.ts'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** Rows under their titles, columns two spaces apart, no spaces at line ends. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(printable))
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((row) => widthOf(row[index] ?? ''))),
  )
  return lines
    .map((row) => {
      const cells = columns.map(({ align }, index) => {
        const cell = row[index] ?? ''
        const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell))
        return align === 'left' ? cell + space : space + cell
      })
      return `${cells.join('  ').trimEnd()}\n`
    })
    .join('')
}

/** "88 KB", "1.4 MB": thousands of bytes, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** "35 ms", "1.2 s". */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`
}
