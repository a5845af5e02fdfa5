/** What is covered on the picture plane, coarsely: arrows, crosses and second views keep clear of it. */
import type { Camera, View } from '../camera.ts'
import { bytesAt, place, scratchKernel } from '../kernel.ts'
import { frameOf } from '../render/sight.ts'
import type { Solid } from '../solid.ts'
import { piecesOf } from './pieces.ts'
import type { Place } from './plane.ts'

/** One cell is a centimetre. */
export const cellsPerMetre = 100

export interface Mask {
  readonly view: View
  readonly width: number
  readonly height: number
  readonly isCovered: Uint8Array
}

/** Piece by piece (`kernel/cover.ts`). */
export function maskOf(solid: Solid, camera: Camera, view: View): Mask {
  const { width, height } = frameOf(camera, view, cellsPerMetre)
  const pieces = piecesOf(solid, camera)
  const count = pieces.reduce((sum, piece) => sum + piece.points.length, 0)
  const points = new Float64Array(count * 3)
  let next = 0
  for (const piece of pieces) {
    for (const point of piece.points) {
      points[next++] = point[0]
      points[next++] = point[1]
      points[next++] = point[2]
    }
  }
  const sizes = Int32Array.from(pieces, (piece) => piece.points.length)
  const isPressed = Uint8Array.from(pieces, (piece) => Number(piece.isPressed))
  const kernel = scratchKernel()
  kernel.aim(...camera.right, ...camera.up, ...camera.forward)
  kernel.openMask(width, height, view.left, view.top, cellsPerMetre)
  const address = kernel.coverPieces(
    place(kernel, points),
    place(kernel, sizes),
    place(kernel, isPressed),
    pieces.length,
  )
  return { view, width, height, isCovered: bytesAt(kernel, address, width * height) }
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
