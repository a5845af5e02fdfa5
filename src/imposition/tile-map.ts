/** A small picture of how the tiles lie: each as it shows when all are joined, one of them filled. */
import type { PathItem } from '../drawing.ts'
import type { Point, Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import { rectPath } from '../paint/rounded-rect.ts'
import { ink } from './lettering.ts'
import type { TileGrid } from './tile-grid.ts'

export interface TileMapOptions {
  readonly at: Point
  readonly height: Pt
  readonly current?: { readonly row: number; readonly column: number }
}

export interface TileMap {
  readonly width: Pt
  readonly items: readonly PathItem[]
  /** Where each tile is on the map, rows from the top, tiles from the left. */
  readonly cells: readonly (readonly Rect[])[]
}

export function tileMap(grid: TileGrid, { at, height, current }: TileMapOptions): TileMap {
  const scale = height / grid.size.height
  const edges = (cuts: readonly Pt[], end: Pt): readonly Pt[] => [0, ...cuts, end]
  const xs = edges(
    grid.columns.map(({ cut }) => cut),
    grid.size.width,
  )
  const ys = edges(
    grid.rows.map(({ cut }) => cut),
    grid.size.height,
  )
  const cells = steps(ys).map(([top, bottom]) =>
    steps(xs).map(([left, right]): Rect => ({
      x: at.x + left * scale,
      y: at.y + top * scale,
      width: (right - left) * scale,
      height: (bottom - top) * scale,
    })),
  )
  const items = cells.flatMap((row, rowIndex) =>
    row.map((cell, column): PathItem => {
      const isCurrent = current?.row === rowIndex && current.column === column
      const stroke = { color: ink, width: 0.5 }
      return { kind: 'path', path: rectPath(cell), stroke, ...(isCurrent ? { fill: ink } : {}) }
    }),
  )
  return { width: grid.size.width * scale, items, cells }
}

/** "B3": second row, third column; "2-B3" on the second of several posters. Rows and columns count from 0. */
export function tileName(row: number, column: number, poster: number | undefined): string {
  return `${poster === undefined ? '' : `${poster}-`}${rowName(row)}${column + 1}`
}

/** A to Z, then AA. */
export function rowName(row: number): string {
  const letter = String.fromCharCode(65 + (row % 26))
  return row < 26 ? letter : `${rowName(Math.floor(row / 26) - 1)}${letter}`
}

/** Each value with the one after it. */
function steps(values: readonly Pt[]): readonly (readonly [from: Pt, to: Pt])[] {
  return values.slice(1).map((to, index) => [values[index] ?? 0, to])
}
