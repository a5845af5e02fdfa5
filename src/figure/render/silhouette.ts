/** Only the outline of a solid: for a ghost, where depth, tone and material do not matter. */
import type { Camera, View } from '../camera.ts'
import type { Solid } from '../solid.ts'
import { createField } from './field.ts'
import { blockSize, createMarcher } from './march.ts'
import { compile } from './program.ts'
import { frameOf } from './render.ts'
import { tileRows } from './tiles.ts'

/** Which pixels the solid covers, and where between two pixels its edge lies. */
export interface Silhouette {
  readonly width: number
  readonly height: number
  readonly pixelsPerMetre: number
  readonly isCovered: Uint8Array
  edgeBetween(from: number, to: number): number
}

/** Halvings of the crack between a pixel inside and one outside. */
const halvings = 4

export function renderSilhouette(
  solid: Solid,
  camera: Camera,
  view: View,
  pixelsPerMetre: number,
): Silhouette {
  const frame = frameOf(camera, view, pixelsPerMetre)
  const { width, height } = frame
  const program = compile(solid)
  const tiles = tileRows(program, camera, view, pixelsPerMetre, width, height)
  const marcher = createMarcher(createField(program), tiles, frame)
  const isCovered = new Uint8Array(width * height)
  const isHit = (x: number, y: number) => marcher.cast(x, y).depth < Infinity
  // A block whose corners are all covered is taken for covered: holes in it are smaller than a ghost shows.
  for (let y = 0; y < height; y += blockSize) {
    for (let x = 0; x < width; x += blockSize) {
      if (marcher.startOf(x, y) === Infinity) continue
      const right = Math.min(width, x + blockSize)
      const bottom = Math.min(height, y + blockSize)
      const isFull =
        isHit(x + 0.5, y + 0.5) &&
        isHit(right - 0.5, y + 0.5) &&
        isHit(x + 0.5, bottom - 0.5) &&
        isHit(right - 0.5, bottom - 0.5) &&
        isHit((x + right) / 2, (y + bottom) / 2)
      for (let v = y; v < bottom; v++) {
        for (let u = x; u < right; u++) {
          isCovered[v * width + u] = isFull || isHit(u + 0.5, v + 0.5) ? 1 : 0
        }
      }
    }
  }
  return {
    width,
    height,
    pixelsPerMetre,
    isCovered,
    edgeBetween: (from, to) => {
      const x = (from % width) + 0.5
      const y = Math.floor(from / width) + 0.5
      const dx = (to % width) + 0.5 - x
      const dy = Math.floor(to / width) + 0.5 - y
      const isInside = isCovered[from] === 1
      let low = 0
      let high = 1
      for (let i = 0; i < halvings; i++) {
        const middle = (low + high) / 2
        if (isHit(x + dx * middle, y + dy * middle) === isInside) low = middle
        else high = middle
      }
      return (low + high) / 2
    },
  }
}
