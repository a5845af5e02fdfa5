/** How a poster is divided among sheets: which way round they lie, how many there are, and where the seams run. */
import type { PaintedPage } from '../drawing.ts'
import type { Rect, Size } from '../geometry/rect.ts'
import { fromMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import { obstaclesOf } from './obstacles.ts'
import type { Obstacle } from './obstacles.ts'
import { leastRoom, placeSeams } from './seams.ts'
import type { Seam } from './seams.ts'
import { turned } from './sheet.ts'

export interface TileOptions {
  /** The paper, upright. */
  readonly sheet: Size
  readonly orientation: 'auto' | 'portrait' | 'landscape'
  /** What neighbours share, at least. */
  readonly overlap: Pt
  /** What the printer leaves white at each edge. */
  readonly printerMargin: Pt
}

export interface TileGrid {
  /** Of the poster. */
  readonly size: Size
  readonly sheet: Size
  /** Where the poster may lie on a sheet. */
  readonly area: Rect
  /** Between columns, from left to right, and between rows, from top to bottom. */
  readonly columns: readonly Seam[]
  readonly rows: readonly Seam[]
  /** What the seams cut although it should be whole. */
  readonly cuts: readonly SeamCut[]
}

export interface SeamCut {
  readonly between: 'columns' | 'rows'
  /** The seam after this column or row, from 1. */
  readonly after: number
  readonly obstacle: Obstacle
}

/** Below the poster's part, for the label and the map. */
export const legendHeight = Math.ceil(fromMillimetres(7))
const legendGap = 3
/** For cut lines beside the poster's part. */
const lineRoom = 2

/** The best grid; undefined when the sheet leaves too little room beside margins and overlap. */
export function planTiles(page: PaintedPage, options: TileOptions): TileGrid | undefined {
  const obstacles = obstaclesOf(page)
  const upright = options.orientation !== 'landscape'
  const flat = options.orientation !== 'portrait'
  const plans = [
    ...(upright ? [options.sheet] : []),
    ...(flat ? [turned(options.sheet)] : []),
  ].flatMap((sheet) => planOn(sheet, page, obstacles, options) ?? [])
  return plans.reduce<TileGrid | undefined>(
    (best, plan) => (best === undefined || burden(plan) < burden(best) ? plan : best),
    undefined,
  )
}

/** Two things that stay whole are worth one more sheet. */
function burden({ columns, rows, cuts }: TileGrid): number {
  return (columns.length + 1) * (rows.length + 1) + cuts.length / 2
}

function planOn(
  sheet: Size,
  page: PaintedPage,
  obstacles: readonly Obstacle[],
  { overlap: wanted, printerMargin }: TileOptions,
): TileGrid | undefined {
  const overlap = Math.ceil(wanted)
  const area = areaOf(sheet, printerMargin)
  const fits = (length: Pt, room: Pt): boolean => room >= Math.min(length, leastRoom(overlap))
  if (area.width <= 0 || area.height <= 0) return undefined
  if (!fits(page.width, area.width) || !fits(page.height, area.height)) return undefined
  const across = obstacles.map(({ rect, ...rest }) => ({
    ...rest,
    from: rect.x,
    to: rect.x + rect.width,
  }))
  const down = obstacles.map(({ rect, ...rest }) => ({
    ...rest,
    from: rect.y,
    to: rect.y + rect.height,
  }))
  const columns = placeSeams(page.width, area.width, overlap, seamCost(across))
  const rows = placeSeams(page.height, area.height, overlap, seamCost(down))
  const cutsAt = (
    between: SeamCut['between'],
    seams: readonly Seam[],
    extents: readonly Extent[],
  ): readonly SeamCut[] =>
    seams.flatMap((seam, index) =>
      obstacles.flatMap((obstacle, at): readonly SeamCut[] => {
        const extent = extents[at]
        if (extent === undefined || !mustStayWhole(obstacle) || !isHarmed(extent, seam)) return []
        return [{ between, after: index + 1, obstacle }]
      }),
    )
  return {
    size: { width: page.width, height: page.height },
    sheet,
    area,
    columns,
    rows,
    cuts: [...cutsAt('columns', columns, across), ...cutsAt('rows', rows, down)],
  }
}

/** At whole points, like the seams. */
function areaOf({ width, height }: Size, printerMargin: Pt): Rect {
  const margin = Math.ceil(printerMargin) + lineRoom
  return {
    x: margin,
    y: margin,
    width: Math.floor(width - 2 * margin),
    height: Math.floor(height - 2 * margin) - legendGap - legendHeight,
  }
}

/** An obstacle along one axis. */
interface Extent {
  readonly kind: Obstacle['kind']
  readonly from: Pt
  readonly to: Pt
}

function mustStayWhole({ kind }: Obstacle): boolean {
  return kind === 'line' || kind === 'whole'
}

/** A word costs besides its line, so that a line that must be cut is cut between words. */
const costs = { whole: 300, line: 100, word: 40, picture: 8 } as const

/** Nearer than this, a slip of the scissors reaches it. */
const clearance = fromMillimetres(1)

function seamCost(extents: readonly Extent[]): (seam: Seam) => number {
  return (seam) =>
    extents.reduce((sum, extent) => {
      const { kind, from, to } = extent
      if (to <= seam.start || from >= seam.end) return sum
      if (isHarmed(extent, seam)) return sum + costs[kind]
      const isNear = from < seam.cut + clearance && to > seam.cut - clearance
      return sum + costs[kind] / (isNear ? 10 : 50)
    }, 0)
}

/** Cut through, or shown by nothing but the overlap. */
function isHarmed({ from, to }: Extent, { start, cut, end }: Seam): boolean {
  return (from < cut && to > cut) || (from >= start && to <= end)
}
