/** Only the outline of a solid: for a ghost, where depth, tone and material do not matter. */
import type { Camera, View } from '../camera.ts'
import type { Solid } from '../solid.ts'
import { createSight } from './sight.ts'

/** Which pixels the solid covers, and where between two pixels its edge lies. */
export interface Silhouette {
  readonly width: number
  readonly height: number
  readonly pixelsPerMetre: number
  readonly isCovered: Uint8Array
  edgeBetween(from: number, to: number): number
}

/** A pixel that no ray was cast for. */
const filled = 2
/** Pixels between the rays cast first. */
const step = 4

export function renderSilhouette(
  solid: Solid,
  camera: Camera,
  view: View,
  pixelsPerMetre: number,
): Silhouette {
  const { frame, marcher } = createSight(solid, camera, view, pixelsPerMetre)
  const { width, height } = frame
  const isCovered = new Uint8Array(width * height)
  const isKnown = new Uint8Array(width * height)
  const clearance = new Float32Array(width * height)
  const depth = new Float32Array(width * height)
  const look = (i: number): boolean => {
    if (isKnown[i] === 0) {
      isKnown[i] = 1
      const x = i % width
      const ray = marcher.cast(x + 0.5, (i - x) / width + 0.5)
      isCovered[i] = ray.depth < Infinity ? 1 : 0
      depth[i] = ray.depth
      clearance[i] = ray.clearance
    }
    return isCovered[i] === 1
  }
  /** Squares whose corners agree are filled; holes in them are smaller than a ghost shows. */
  const square = (x: number, y: number, size: number): void => {
    const a = y * width + x
    const corners = [a, a + size, a + size * width, a + size * width + size]
    const hits = corners.filter(look).length
    const away = (size * 0.75) / pixelsPerMetre
    const isClear = hits === 0 && corners.every((i) => (clearance[i] ?? 0) > away)
    if (size > 1 && !isClear && (hits < 4 || size === step)) {
      const half = size / 2
      for (const v of [0, half]) for (const u of [0, half]) square(x + u, y + v, half)
    } else {
      for (let v = 0; v <= size; v++) {
        for (let u = 0; u <= size; u++) {
          const i = a + v * width + u
          if (isKnown[i] !== 0) continue
          isKnown[i] = filled
          isCovered[i] = hits > 0 ? 1 : 0
        }
      }
    }
  }
  for (let y = 0; y < height - 1; y += step) {
    for (let x = 0; x < width - 1; x += step) {
      const isEmpty =
        marcher.startOf(x + 0.5, y + 0.5) === Infinity &&
        marcher.startOf(x + step + 0.5, y + 0.5) === Infinity &&
        marcher.startOf(x + 0.5, y + step + 0.5) === Infinity &&
        marcher.startOf(x + step + 0.5, y + step + 0.5) === Infinity
      if (!isEmpty) square(x, y, step)
    }
  }
  return {
    width,
    height,
    pixelsPerMetre,
    isCovered,
    edgeBetween: (from, to) => {
      const inside = isCovered[from] === 1 ? from : to
      const outside = inside === from ? to : from
      const x = inside % width
      const dx = (outside % width) - x
      const y = (inside - x) / width
      const dy = dx === 0 ? (outside > inside ? 1 : -1) : 0
      // What is covered stays as it is: whoever follows the edge would never come back to where it began.
      if (isKnown[inside] === filled) {
        isKnown[inside] = 1
        depth[inside] = marcher.cast(x + 0.5, y + 0.5).depth
      }
      const share = marcher.rimBetween(x + 0.5, y + 0.5, dx, dy, depth[inside] ?? 0)
      const found = share === share ? share : 0.5
      return inside === from ? found : 1 - found
    },
  }
}
