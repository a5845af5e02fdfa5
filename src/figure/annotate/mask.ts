/** What is covered on the picture plane, coarsely: arrows, crosses and second views keep clear of it. */
import type { Camera, View } from '../camera.ts'
import { frameOf } from '../render/sight.ts'
import type { Solid } from '../solid.ts'
import { outlinesOf } from './outlines.ts'
import type { Place } from './plane.ts'

/** One cell is a centimetre. */
export const cellsPerMetre = 100

/** Cells: shapes are joined by some flesh, so a cell of which they cover a little counts. */
const allowance = 0.4

export interface Mask {
  readonly view: View
  readonly width: number
  readonly height: number
  readonly isCovered: Uint8Array
}

/** Shape by shape. */
export function maskOf(solid: Solid, camera: Camera, view: View): Mask {
  const { width, height } = frameOf(camera, view, cellsPerMetre)
  const mask: Mask = { view, width, height, isCovered: new Uint8Array(width * height) }
  for (const outline of outlinesOf(solid, camera)) fillConvex(mask, outline)
  return mask
}

/** Covers the cells whose centres lie between the corners of a convex outline. */
function fillConvex({ view, width, height, isCovered }: Mask, corners: readonly Place[]): void {
  const ys = corners.map(([, y]) => (view.top - y) * cellsPerMetre - 0.5)
  const xs = corners.map(([x]) => (x - view.left) * cellsPerMetre - 0.5)
  const top = Math.max(0, Math.ceil(Math.min(...ys)))
  const bottom = Math.min(height - 1, Math.floor(Math.max(...ys)))
  for (let row = top; row <= bottom; row++) {
    let [left, right] = [Infinity, -Infinity]
    for (let i = 0; i < xs.length; i++) {
      const j = i + 1 === xs.length ? 0 : i + 1
      const y0 = ys[i] ?? 0
      const y1 = ys[j] ?? 0
      if (y0 < row === y1 < row) continue
      const x0 = xs[i] ?? 0
      const x = x0 + (((xs[j] ?? 0) - x0) * (row - y0)) / (y1 - y0)
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
    const from = row * width + Math.max(0, Math.ceil(left - allowance))
    const to = row * width + Math.min(width - 1, Math.floor(right + allowance))
    for (let i = from; i <= to; i++) isCovered[i] = 1
  }
}

export function isCoveredAt({ view, width, height, isCovered }: Mask, [x, y]: Place): boolean {
  const column = Math.floor((x - view.left) * cellsPerMetre)
  const row = Math.floor((view.top - y) * cellsPerMetre)
  if (column < 0 || row < 0 || column >= width || row >= height) return false
  return isCovered[row * width + column] === 1
}

/** The mask with everything within `metres` of it. */
export function widened(mask: Mask, metres: number): Mask {
  const { width, height, isCovered } = mask
  const reach = Math.round(metres * cellsPerMetre)
  const across = spread(isCovered, width, height, reach, 1, 0)
  return { ...mask, isCovered: spread(across, width, height, reach, 0, 1) }
}

function spread(
  cells: Uint8Array,
  width: number,
  height: number,
  reach: number,
  dx: number,
  dy: number,
): Uint8Array {
  const result = new Uint8Array(cells.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (cells[y * width + x] === 0) continue
      for (let k = -reach; k <= reach; k++) {
        const u = x + dx * k
        const v = y + dy * k
        if (u >= 0 && v >= 0 && u < width && v < height) result[v * width + u] = 1
      }
    }
  }
  return result
}

/** Where something is covered; undefined for an empty mask. */
export function extentOf({ view, width, height, isCovered }: Mask): View | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isCovered[y * width + x] === 0) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return undefined
  return {
    left: view.left + left / cellsPerMetre,
    right: view.left + (right + 1) / cellsPerMetre,
    top: view.top - top / cellsPerMetre,
    bottom: view.top - (bottom + 1) / cellsPerMetre,
  }
}

/** How much of a mask another leaves open, 0 to 1. */
export function shareOutside(mask: Mask, other: Mask): number {
  let all = 0
  let open = 0
  for (let i = 0; i < mask.isCovered.length; i++) {
    if (mask.isCovered[i] === 0) continue
    all++
    if (other.isCovered[i] === 0) open++
  }
  return all === 0 ? 0 : open / all
}
