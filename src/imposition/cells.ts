/** Sheets divided into equal cells, with a page in each: cards to cut apart, booklets and pocket cards to fold. */
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { PaintedDocument, PaintedPage } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import { imposeSheets } from './impose.ts'
import { edgeTicks } from './marks.ts'
import type { Placement, Sheet } from './sheet.ts'

export interface CellOptions {
  readonly sheet: Size
  readonly across: number
  readonly down: number
  /** What happens between the cells. */
  readonly mark: 'cut' | 'fold'
  readonly report: Report
  /** Where the document is described. */
  readonly place?: Place
}

/**
 * Put pages into cells, from left to right and from the top; `sides` holds page numbers from 1, one list for
 * each side of a sheet, undefined for an empty cell. Pages larger than a cell are made smaller, none larger.
 */
export function fillCells(
  document: PaintedDocument,
  sides: readonly (readonly (number | undefined)[])[],
  options: CellOptions,
): PaintedDocument {
  const { sheet, across, down, mark, report, place } = options
  const cell = { width: sheet.width / across, height: sheet.height / down }
  const scale = Math.min(1, ...document.pages.map((page) => fit(page, cell)))
  if (scale < 1) {
    report(diagnose('imposition-scaled', { percent: Math.floor(scale * 1000) / 10 }, place))
  }
  const sheets = sides.map((side): Sheet => {
    const placements = side.flatMap((number, index): readonly Placement[] => {
      const page = number === undefined ? undefined : document.pages[number - 1]
      if (number === undefined || page === undefined) return []
      const [column, row] = [index % across, Math.floor(index / across)]
      return [placeInCell(page, number, cell, { column, row, scale })]
    })
    const furniture = mark === 'cut' ? cutTicks(sheet, placements) : foldTicks(options)
    return { ...sheet, placements, furniture: [furniture] }
  })
  return imposeSheets(document, sheets)
}

function fit(page: PaintedPage, cell: Size): number {
  const ratio = Math.min(cell.width / page.width, cell.height / page.height)
  // What is lost to rounding is not worth a smaller page.
  return ratio > 0.999 ? 1 : ratio
}

/** In the middle of its cell, with as much of its bleed as its neighbours leave room for. */
function placeInCell(
  page: PaintedPage,
  number: number,
  cell: Size,
  { column, row, scale }: { readonly column: number; readonly row: number; readonly scale: number },
): Placement {
  const roomX = (cell.width - page.width * scale) / 2
  const roomY = (cell.height - page.height * scale) / 2
  const [x, y] = [column * cell.width + roomX, row * cell.height + roomY]
  const bleedX = Math.max(0, Math.min(page.bleed, roomX / scale))
  const bleedY = Math.max(0, Math.min(page.bleed, roomY / scale))
  const window = {
    x: -bleedX,
    y: -bleedY,
    width: page.width + 2 * bleedX,
    height: page.height + 2 * bleedY,
  }
  return { page: number, transform: [scale, 0, 0, scale, x, y], window }
}

/** Where the edges of pages meet the edges of the sheet. */
function cutTicks(sheet: Size, placements: readonly Placement[]) {
  const edges = (from: (placement: Placement) => readonly [Pt, Pt], end: Pt): readonly Pt[] => {
    const all = placements.flatMap(from).map((edge) => Math.round(edge * 100) / 100)
    return [...new Set(all)].filter((edge) => edge > 1 && edge < end - 1).sort((a, b) => a - b)
  }
  // The window is wider than the page by the bleed, equally on both sides.
  const across = edges(({ transform: [a, , , , e], window }) => {
    return [e, e + a * (window.width + 2 * window.x)]
  }, sheet.width)
  const down = edges(({ transform: [, , , d, , f], window }) => {
    return [f, f + d * (window.height + 2 * window.y)]
  }, sheet.height)
  return edgeTicks(sheet, across, down, 'cut')
}

function foldTicks({ sheet, across, down }: CellOptions) {
  const inside = (count: number, length: Pt): readonly Pt[] =>
    Array.from({ length: count - 1 }, (_, index) => ((index + 1) * length) / count)
  return edgeTicks(sheet, inside(across, sheet.width), inside(down, sheet.height), 'fold')
}
