/** Which page goes where on sheets that are cut apart or folded. */
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { PaintedDocument } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import { fillCells } from './cells.ts'
import { turned } from './sheet.ts'

export interface SheetOptions {
  /** The paper, upright. */
  readonly sheet: Size
  readonly report: Report
  /** Where the document is described. */
  readonly place?: Place
}

/**
 * Several pages on each sheet, to be cut apart: as many as go onto it at full size, whichever way round it lies,
 * and at least two.
 */
export function layUp(document: PaintedDocument, options: SheetOptions): PaintedDocument {
  const [page] = document.pages
  if (page === undefined) return document
  const best = [options.sheet, turned(options.sheet)]
    .map((sheet) => {
      const across = Math.max(1, countOf(sheet.width, page.width))
      const down = Math.max(1, countOf(sheet.height, page.height))
      return { sheet, across, down }
    })
    .reduce((a, b) => (b.across * b.down > a.across * a.down ? b : a))
  const grid = best.across * best.down > 1 ? best : twoOn(options.sheet, page)
  const perSheet = grid.across * grid.down
  const count = Math.ceil(document.pages.length / perSheet)
  const sides = Array.from({ length: count }, (_, side) =>
    numbersFrom(side * perSheet + 1, perSheet),
  )
  return fillCells(document, sides, { ...options, ...grid, mark: 'cut' })
}

/**
 * A booklet for one staple through the fold: two pages on each side of a sheet, printed on both sides and
 * flipped on the short edge. Empty pages at the end fill the last sheet.
 */
export function foldBooklet(document: PaintedDocument, options: SheetOptions): PaintedDocument {
  const sides = bookletSides(document.pages.length)
  const sheet = turned(options.sheet)
  return fillCells(document, sides, { ...options, sheet, across: 2, down: 1, mark: 'fold' })
}

/** Left and right page of each side, front and back in turn: [8, 1], [2, 7], [6, 3], [4, 5]. */
export function bookletSides(pages: number): readonly (readonly [left: number, right: number])[] {
  const all = Math.ceil(pages / 4) * 4
  return Array.from({ length: all / 2 }, (_, side) => {
    const [low, high] = [side + 1, all - side]
    return side % 2 === 0 ? [high, low] : [low, high]
  })
}

/**
 * A pocket card of eight panels on one side of a sheet: the lower half folds behind, then the strip folds in
 * zigzag. No panel stands on its head: the card is turned over like a notepad, upwards.
 */
export function foldPocketCard(
  document: PaintedDocument,
  options: SheetOptions,
): PaintedDocument | undefined {
  const panels = 8
  const { length: pages } = document.pages
  if (pages !== panels) {
    const details = { what: 'a pocket card', pages, wanted: panels }
    options.report(diagnose('imposition-page-count', details, options.place))
    return undefined
  }
  const sheet = turned(options.sheet)
  const cells = { ...options, sheet, across: 4, down: 2, mark: 'fold' } as const
  return fillCells(document, [numbersFrom(1, panels)], cells)
}

/** Half a sheet each, the way that leaves the page larger. */
function twoOn(sheet: Size, page: Size) {
  const stacked = { sheet, across: 1, down: 2 }
  const beside = { sheet: turned(sheet), across: 2, down: 1 }
  const scaleOn = ({ sheet: { width, height }, across, down }: typeof stacked): number =>
    Math.min(width / across / page.width, height / down / page.height)
  return scaleOn(stacked) >= scaleOn(beside) ? stacked : beside
}

/** Paper sizes are rounded to millimetres: four A6 cards, 105 × 148.5 mm each, must go onto A4. */
function countOf(room: number, length: number): number {
  return Math.floor(room / length + 0.002)
}

function numbersFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
