/** Tables: rows of cells of one height, groups of rows, captions above (CSS 2.2, 17; borders are separate, spacing is 0). */
import type { Pt } from '../../geometry/units.ts'
import { flowBlocks } from '../block/block-flow.ts'
import type { TableBox, TableCell, TableGroup, TableRow } from '../box.ts'
import type { Engine, Space } from '../engine.ts'
import { firstBaseline, makeLaid, pendingOf, withHeight, type Laid, type Placed } from '../laid.ts'
import { clamp, givenHeight, heightLimits, usedInset, type Containing } from '../sizing.ts'
import { columnWidths } from './table-columns.ts'

/** Lay out a table whose width is settled; with captions, in a wrapper that has no source. */
export function layoutTable(engine: Engine, box: TableBox, space: Space): Laid {
  const grid = layoutGrid(engine, box, space)
  if (box.captions.length === 0) return grid
  const captions = flowBlocks(engine, box.captions, {
    inner: { width: space.width, height: undefined },
    x: 0,
    y: 0,
    direction: box.style.direction,
    keepsStart: true,
    keepsEnd: true,
  })
  const children = [...captions.children, { x: 0, y: captions.bottom, laid: grid }]
  return makeLaid({
    source: undefined,
    width: space.width,
    height: captions.bottom + grid.height,
    children,
    pending: pendingOf(children),
    baseline: firstBaseline(children),
    problems: captions.problems,
  })
}

/** The table's own box. A row that is lower than a cell it begins spans further down. */
function layoutGrid(engine: Engine, box: TableBox, space: Space): Laid {
  const inset = usedInset(box.style, space.containing.width)
  const inner: Containing = {
    width: Math.max(0, space.width - inset.horizontal),
    height: undefined,
  }
  const grid: Grid = { engine, inner, edges: columnEdges(engine, box, inner.width), box }
  const children: Placed[] = []
  let y = inset.top
  for (const group of box.groups) {
    const laid = layoutGroup(grid, group)
    children.push({ x: inset.left, y, laid })
    y += laid.height
  }
  const given = space.height ?? givenHeight(box.style, inset, space.containing.height) ?? 0
  const limits = heightLimits(box.style, inset, space.containing.height)
  const head = box.groups[0]?.role === 'head' ? children[0]?.laid : undefined
  return makeLaid({
    source: box.source,
    width: space.width,
    height: Math.max(y + inset.bottom, clamp(given, limits)),
    children,
    pending: pendingOf(children),
    anchors: box.anchors,
    tableHead: head,
    baseline: firstBaseline(children),
  })
}

interface Grid {
  readonly engine: Engine
  readonly box: TableBox
  readonly inner: Containing
  /** Left edges of the columns and the right edge of the last. */
  readonly edges: readonly Pt[]
}

function columnEdges(engine: Engine, box: TableBox, width: Pt): readonly Pt[] {
  const edges = [0]
  let x = 0
  for (const column of columnWidths(engine, box, width)) {
    x += column
    edges.push(x)
  }
  return edges
}

function layoutGroup(grid: Grid, group: TableGroup): Laid {
  const rows = group.rows.map((row) => measureRow(grid, row))
  growForSpans(rows)
  const children: Placed[] = []
  let y = 0
  rows.forEach((row, index) => {
    const laid = layoutRow(grid, rows, index)
    children.push({ x: 0, y, laid })
    y += row.height
  })
  return makeLaid({
    source: group.source,
    width: grid.inner.width,
    height: y,
    children,
    pending: pendingOf(children),
    anchors: group.anchors,
    baseline: firstBaseline(children),
  })
}

interface MeasuredRow {
  readonly row: TableRow
  readonly cells: readonly { readonly cell: TableCell; readonly laid: Laid }[]
  /** Room above and below the cells for the row's own border. */
  readonly top: Pt
  readonly bottom: Pt
  readonly ascent: Pt
  height: Pt
}

function measureRow(grid: Grid, row: TableRow): MeasuredRow {
  const { border } = row.style
  const cells = row.cells.map((cell) => ({ cell, laid: layoutCell(grid, cell) }))
  let ascent = 0
  let descent = 0
  let height = 0
  for (const { cell, laid } of cells) {
    if (cell.rowSpan > 1) continue
    height = Math.max(height, laid.height)
    if (!isOnBaseline(cell) || laid.baseline === undefined) continue
    ascent = Math.max(ascent, laid.baseline)
    descent = Math.max(descent, laid.height - laid.baseline)
  }
  const top = border.top.width
  const bottom = border.bottom.width
  const inset = usedInset(row.style, 0)
  const given = givenHeight(row.style, inset, undefined) ?? 0
  const wanted = Math.max(height, ascent + descent) + top + bottom
  return { row, cells, top, bottom, ascent, height: Math.max(wanted, given) }
}

/** The last row that a cell spans grows until the cell fits. */
function growForSpans(rows: readonly MeasuredRow[]): void {
  rows.forEach(({ cells }, index) => {
    for (const { cell, laid } of cells) {
      if (cell.rowSpan === 1) continue
      const spanned = rows.slice(index, index + cell.rowSpan)
      const last = spanned.at(-1)
      const lack = laid.height - spannedHeight(spanned)
      if (last !== undefined && lack > 0) last.height += lack
    }
  })
}

function spannedHeight(rows: readonly MeasuredRow[]): Pt {
  let height = -(rows[0]?.top ?? 0) - (rows.at(-1)?.bottom ?? 0)
  for (const row of rows) height += row.height
  return height
}

function layoutRow(grid: Grid, rows: readonly MeasuredRow[], index: number): Laid {
  const measured = rows[index]
  if (measured === undefined) throw new Error('a row that was not measured')
  const children = measured.cells.map(({ cell, laid }) => {
    const height = spannedHeight(rows.slice(index, index + cell.rowSpan))
    const moved = alignCell(cell, laid, height, measured.ascent)
    return { x: cellX(grid, cell), y: measured.top, laid: withHeight(laid, height, moved) }
  })
  return makeLaid({
    source: measured.row.source,
    width: grid.inner.width,
    height: measured.height,
    flow: 'parallel',
    children,
    pending: pendingOf(children),
    anchors: measured.row.anchors,
    baseline: measured.ascent > 0 ? measured.top + measured.ascent : firstBaseline(children),
  })
}

function layoutCell({ engine, edges, inner }: Grid, { box, column, columnSpan }: TableCell): Laid {
  const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0)
  return engine.layout(box, { width, independent: true, containing: inner })
}

/** Columns run from the right in a table of right-to-left text. */
function cellX({ edges, inner, box }: Grid, { column, columnSpan }: TableCell): Pt {
  return box.style.direction === 'rtl'
    ? inner.width - (edges[column + columnSpan] ?? 0)
    : (edges[column] ?? 0)
}

/** How far the content of a cell moves down in a row that is higher. */
function alignCell(cell: TableCell, laid: Laid, height: Pt, ascent: Pt): Pt {
  const free = height - laid.height
  switch (cell.box.style.verticalAlign) {
    case 'top':
      return 0
    case 'middle':
      return free / 2
    case 'bottom':
      return free
    default:
      return cell.rowSpan === 1 && laid.baseline !== undefined ? ascent - laid.baseline : 0
  }
}

function isOnBaseline({ box: { style } }: TableCell): boolean {
  return style.verticalAlign === 'baseline' || typeof style.verticalAlign === 'object'
}
