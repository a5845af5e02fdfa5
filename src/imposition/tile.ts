/** Posters on paper that home printers take: each page as tiles, with lines to cut along, a label and a map. */
import type { ArtifactItem, Mark, PaintedDocument, PathItem } from '../drawing.ts'
import { translation } from '../geometry/matrix.ts'
import type { Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import { imposeSheets } from './impose.ts'
import { joinGuide } from './join-guide.ts'
import type { Lettering } from './lettering.ts'
import { ruledLine } from './marks.ts'
import type { Seam } from './seams.ts'
import type { Sheet } from './sheet.ts'
import { legendHeight, planTiles } from './tile-grid.ts'
import type { TileGrid, TileOptions } from './tile-grid.ts'
import { rowName, tileMap, tileName } from './tile-map.ts'
import type { TilingWords } from './words.ts'

export interface TilingContext {
  readonly words: TilingWords
  readonly lettering: Lettering
  readonly report: Report
  /** Where the document is described. */
  readonly place?: Place
}

/** A poster as tiles, after a page that says how to join them; undefined when the paper is too small. */
export function tileDocument(
  document: PaintedDocument,
  options: TileOptions,
  context: TilingContext,
): PaintedDocument | undefined {
  const { words, lettering, report, place } = context
  const grids = document.pages.map((page) => planTiles(page, options))
  const planned = grids.filter((grid) => grid !== undefined)
  if (planned.length < grids.length) {
    report(diagnose('imposition-no-room', {}, place))
    return undefined
  }
  for (const grid of planned) reportCuts(grid, report, place)
  const tiles = planned.flatMap((grid, index) => {
    const page = document.pages[index]
    return page === undefined ? [] : tilesOf(grid, page, index + 1, planned.length > 1)
  })
  const sheets = tiles.map((tile, index) => sheetOf(tile, index, tiles.length, words, lettering))
  const guide = joinGuide(document, planned, options.sheet, { words, lettering })
  return imposeSheets(document, sheets, guide)
}

/** One tile of a grid. */
interface Tile {
  readonly grid: TileGrid
  readonly page: number
  readonly row: number
  readonly column: number
  readonly label: string
  readonly window: Rect
  readonly left: Seam | undefined
  readonly right: Seam | undefined
  readonly top: Seam | undefined
  readonly bottom: Seam | undefined
}

function tilesOf(
  grid: TileGrid,
  { width, height }: { readonly width: Pt; readonly height: Pt },
  page: number,
  isOneOfMany: boolean,
): readonly Tile[] {
  const { columns, rows } = grid
  return [...rows, undefined].flatMap((bottom, row) =>
    [...columns, undefined].map((right, column): Tile => {
      const [left, top] = [columns[column - 1], rows[row - 1]]
      const [x, y] = [left?.start ?? 0, top?.start ?? 0]
      const window = { x, y, width: (right?.end ?? width) - x, height: (bottom?.end ?? height) - y }
      const label = tileName(row, column, isOneOfMany ? page : undefined)
      return { grid, page, row, column, label, window, left, right, top, bottom }
    }),
  )
}

function sheetOf(
  tile: Tile,
  index: number,
  count: number,
  words: TilingWords,
  lettering: Lettering,
): Sheet {
  const { grid, page, window } = tile
  const { x, y } = grid.area
  const transform = translation(x - window.x, y - window.y)
  const onSheet = { x, y, width: window.width, height: window.height }
  const items: readonly Mark[] = [
    ...cutLines(tile, onSheet),
    ...legend(tile, index, count, words, lettering),
  ]
  const furniture: ArtifactItem = { kind: 'artifact', type: 'page', items }
  return { ...grid.sheet, placements: [{ page, transform, window }], furniture: [furniture] }
}

/** How far lines reach beyond the corners. */
const reach = 5

const lineWidth = 0.5

/** Between a line and the poster, or programs that round outwards would draw it onto the poster. */
const hair = 0.25

/**
 * Dashed where the scissors go: beside the poster's edges, and along the seams on the right and below, on what
 * is cut away. Solid, on what gets covered, where the neighbour's cut edge comes to lie. No line is left on
 * the poster.
 */
function cutLines(tile: Tile, part: Rect): readonly PathItem[] {
  const { grid, window, left, right, top, bottom } = tile
  const sheetX = (x: Pt): Pt => x - window.x + part.x
  const sheetY = (y: Pt): Pt => y - window.y + part.y
  const [height, width] = [part.height + 2 * reach, part.width + 2 * reach]
  const vertical = (x: Pt, isCut: boolean): PathItem =>
    ruledLine({ x, y: part.y - reach, width: lineWidth, height }, isCut)
  const horizontal = (y: Pt, isCut: boolean): PathItem =>
    ruledLine({ x: part.x - reach, y, width, height: lineWidth }, isCut)
  return [
    vertical(sheetX(left?.cut ?? 0) - hair - lineWidth, left === undefined),
    vertical(sheetX(right?.cut ?? grid.size.width) + hair, true),
    horizontal(sheetY(top?.cut ?? 0) - hair - lineWidth, top === undefined),
    horizontal(sheetY(bottom?.cut ?? grid.size.height) + hair, true),
  ]
}

/** Below the poster's part: which tile it is, where it belongs, and how to print it. */
function legend(
  tile: Tile,
  index: number,
  count: number,
  words: TilingWords,
  lettering: Lettering,
): readonly Mark[] {
  const { area } = tile.grid
  const top = area.y + area.height + 3
  const baseline = top + legendHeight - 4
  const label = lettering.line(tile.label, { size: 18, weight: 700 })
  const map = tileMap(tile.grid, {
    at: { x: area.x + label.width + 8, y: top },
    height: legendHeight,
    current: tile,
  })
  const notes = lettering.line(words.tileNote(index + 1, count), { size: 9, weight: 400 })
  return [
    ...label.at({ x: area.x, y: baseline }),
    ...map.items,
    ...notes.at({ x: area.x + label.width + 16 + map.width, y: baseline }),
  ]
}

const mostNamed = 3

/** One warning for each seam, naming the first few things it cuts. */
function reportCuts(
  { cuts, columns, rows }: TileGrid,
  report: Report,
  place: Place | undefined,
): void {
  for (const between of ['columns', 'rows'] as const) {
    const numbers = new Set(cuts.filter((cut) => cut.between === between).map(({ after }) => after))
    for (const after of [...numbers].sort((a, b) => a - b)) {
      const here = cuts.filter((cut) => cut.between === between && cut.after === after)
      const name = (at: number): string => (between === 'rows' ? rowName(at - 1) : String(at))
      const details = {
        between,
        first: name(after),
        second: name(after + 1),
        texts: here.slice(0, mostNamed).map(({ obstacle }) => obstacle.text),
        more: Math.max(0, here.length - mostNamed),
        sheets: (columns.length + 1) * (rows.length + 1),
      }
      report(diagnose('imposition-seam-cuts', details, place))
    }
  }
}
