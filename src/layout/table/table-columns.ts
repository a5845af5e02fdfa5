/** Widths of table columns from what their cells need, want and are given (CSS 2.2, 17.5.2.2; spacing is 0). */
import type { Pt } from '../../geometry/units.ts'
import type { TableBox, TableCell } from '../box.ts'
import { withInset, type Engine, type IntrinsicWidths } from '../engine.ts'
import { borderBoxSize, usedInset } from '../sizing.ts'

interface Column {
  min: Pt
  max: Pt
  /** Given in points: the column does not take more while others can. */
  isFixed: boolean
  /** Given as a part of the table. */
  percent: number
}

/** Least and greatest width of the content box of a table. */
export function tableWidths(engine: Engine, table: TableBox): IntrinsicWidths {
  const columns = measureColumns(engine, table)
  const min = total(columns, (column) => column.min)
  const max = total(columns, (column) => column.max)
  // A column of p percent that wants w makes the table want w / p, and so do the others with what is left.
  const percent = Math.min(
    99,
    total(columns, (column) => column.percent),
  )
  const rest = total(columns, (column) => (column.percent > 0 ? 0 : column.max))
  const wanted = columns.map((column) =>
    column.percent > 0 ? (column.max * 100) / column.percent : 0,
  )
  const whole = percent > 0 ? Math.max(...wanted, (rest * 100) / (100 - percent)) : max
  const captions = table.captions.map((caption) => engine.contribution(caption).min)
  return { min: Math.max(min, ...captions), max: Math.max(max, whole, ...captions) }
}

/** Column widths that fill `width`, the content box of the table. */
export function columnWidths(engine: Engine, table: TableBox, width: Pt): readonly Pt[] {
  const columns = measureColumns(engine, table)
  const widths = columns.map((column) =>
    column.percent > 0 ? Math.max(column.min, (column.percent / 100) * width) : column.min,
  )
  let free = width - total(widths, (each) => each)
  // First every column gets what it wants, as far as that goes; then the rest is shared by what they want.
  const isGiven = columns.map(({ percent }) => percent > 0)
  free -= share(
    widths,
    free,
    columns.map((column, index) => (isGiven[index] ? 0 : column.max - column.min)),
    true,
  )
  const flexible = columns.map((column, index) =>
    isGiven[index] || column.isFixed ? 0 : Math.max(column.max, 0.01),
  )
  const anyFlexible = flexible.some((weight) => weight > 0)
  share(widths, free, anyFlexible ? flexible : columns.map(({ max }) => Math.max(max, 0.01)), false)
  return widths
}

/** Add to each width its part of `free`, at most its weight where `isLimited`; returns what was given out. */
function share(widths: Pt[], free: Pt, weights: readonly number[], isLimited: boolean): Pt {
  const all = total(weights, (weight) => weight)
  if (free <= 0 || all <= 0) return 0
  const given = isLimited ? Math.min(free, all) : free
  weights.forEach((weight, index) => {
    widths[index] = (widths[index] ?? 0) + (given * weight) / all
  })
  return given
}

function measureColumns(engine: Engine, table: TableBox): readonly Column[] {
  const columns = Array.from({ length: table.columnCount }, (): Column => ({
    min: 0,
    max: 0,
    isFixed: false,
    percent: 0,
  }))
  const cells = table.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  for (const cell of cells) {
    if (cell.columnSpan === 1) measureCell(engine, cell, columns[cell.column])
  }
  for (const cell of cells) {
    if (cell.columnSpan > 1) measureSpan(engine, cell, columns)
  }
  return columns
}

function measureCell(engine: Engine, { box }: TableCell, column: Column | undefined): void {
  if (column === undefined) return
  const { width } = box.style
  const inset = usedInset(box.style, 0)
  const { min, max } = withInset(engine.contentWidths(box), inset.horizontal)
  if (width !== 'auto' && width.percent > 0)
    column.percent = Math.max(column.percent, width.percent)
  const given =
    width === 'auto' || width.percent > 0
      ? undefined
      : borderBoxSize(box.style, width.points, inset.horizontal)
  column.min = Math.max(column.min, min)
  if (given !== undefined) {
    column.max = column.isFixed ? Math.max(column.max, given) : Math.max(given, column.min)
    column.isFixed = true
  } else if (!column.isFixed) {
    column.max = Math.max(column.max, max)
  }
  column.max = Math.max(column.max, column.min)
}

/** What a spanning cell needs beyond its columns is shared among them by what they want already. */
function measureSpan(engine: Engine, cell: TableCell, columns: readonly Column[]): void {
  const spanned = columns.slice(cell.column, cell.column + cell.columnSpan)
  const { min, max } = engine.contribution(cell.box)
  const weight = total(spanned, (column) => column.max)
  const lackOfMin = min - total(spanned, (column) => column.min)
  const lackOfMax = max - weight
  for (const column of spanned) {
    const part = weight > 0 ? column.max / weight : 1 / spanned.length
    if (lackOfMin > 0) column.min += lackOfMin * part
    if (lackOfMax > 0) column.max += lackOfMax * part
    column.max = Math.max(column.max, column.min)
  }
}

function total<T>(items: readonly T[], value: (item: T) => number): number {
  let sum = 0
  for (const item of items) sum += value(item)
  return sum
}
