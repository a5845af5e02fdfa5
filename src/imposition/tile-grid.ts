/** How a poster is divided among sheets: which way round they lie, how many there are, and where the seams run. */
import type { PaintedPage } from '../drawing.ts'
import type { Rect, Size } from '../geometry/rect.ts'
import { fromMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import { obstaclesOf } from './obstacles.ts'
import type { Obstacle } from './obstacles.ts'
import { leastRoom, partsNeeded, placeSeams } from './seams.ts'
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
  const sheets = [...(upright ? [options.sheet] : []), ...(flat ? [turned(options.sheet)] : [])]
  const plans = sheets.flatMap((sheet) => plansOn(sheet, page, obstacles, options))
  return plans.reduce<TileGrid | undefined>(
    (best, plan) => (best === undefined || burden(plan) < burden(best) ? plan : best),
    undefined,
  )
}

/** A line that stays whole is worth one more sheet, a code or a face as many as it is worth lines. */
function burden({ columns, rows, cuts }: TileGrid): number {
  const harm = cuts.reduce((sum, { obstacle }) => sum + costs[obstacle.kind] / costs.line, 0)
  return (columns.length + 1) * (rows.length + 1) + harm
}

/** As few columns and rows as are needed, and one more of each, which gives the seams room to move. */
function plansOn(
  sheet: Size,
  page: PaintedPage,
  obstacles: readonly Obstacle[],
  { overlap: wanted, printerMargin }: TileOptions,
): readonly TileGrid[] {
  const overlap = Math.ceil(wanted)
  const area = areaOf(sheet, printerMargin)
  const across = obstacles.map(({ rect, kind }) => ({
    kind,
    from: rect.x,
    to: rect.x + rect.width,
  }))
  const down = obstacles.map(({ rect, kind }) => ({
    kind,
    from: rect.y,
    to: rect.y + rect.height,
  }))
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
  const size = { width: page.width, height: page.height }
  return divisions(size.width, area.width, overlap, across).flatMap((columns) =>
    divisions(size.height, area.height, overlap, down).map((rows) => ({
      size,
      sheet,
      area,
      columns,
      rows,
      cuts: [...cutsAt('columns', columns, across), ...cutsAt('rows', rows, down)],
    })),
  )
}

/** The best ways to divide a length, into as few parts as are needed and into one more; none without room. */
function divisions(
  length: Pt,
  room: Pt,
  overlap: Pt,
  extents: readonly Extent[],
): readonly (readonly Seam[])[] {
  if (room <= 0 || room < Math.min(length, leastRoom(overlap))) return []
  const fewest = partsNeeded(length, room, overlap)
  return [fewest, fewest + 1].flatMap((parts) => {
    const seams = placeSeams({ length, room, overlap, parts }, seamCost(extents))
    return seams === undefined ? [] : [seams]
  })
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
