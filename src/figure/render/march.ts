/** Rays through the picture: each begins where the cone round its block of pixels ended. */
import { addScaled, scale } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import type { Field } from '../field/field.ts'
import { createRimFinder } from './rim.ts'
import { tileSize } from './tiles.ts'
import type { Tiles } from './tiles.ts'

/** Pixels to a side of the blocks whose cones are marched. */
export const blockSize = 8

export interface Ray {
  /** Metres along `forward` where the surface was met; Infinity when it was not. */
  depth: number
  /** How near to the surface a ray came that missed it. */
  clearance: number
}

export interface Marcher {
  /** Through a place of the picture in pixels. The same object is filled again by each call. */
  cast(x: number, y: number): Ray
  /** From one depth to another only: for places next to where the depth is known. */
  castBetween(x: number, y: number, from: number, to: number): Ray
  /**
   * Where between two places, the first on a form and the second past its rim, the rim lies: 0 to 1. `depth` is that
   * of the first. NaN when the form does not end in a smooth rim there.
   */
  rimBetween(x: number, y: number, dx: number, dy: number, depth: number): number
  /** The tile of a place in pixels. */
  tileAt(x: number, y: number): number
  /** Where no surface lies before, for a block; Infinity when it shows nothing. */
  startOf(x: number, y: number): number
  worldAt(x: number, y: number, depth: number): Vec3
  /** The distance at a depth behind a place of the picture plane, in metres, to the rows of its tile. */
  distanceBehind(right: number, up: number, depth: number): number
}

export interface Frame {
  readonly camera: Camera
  readonly view: View
  readonly pixelsPerMetre: number
  readonly width: number
  readonly height: number
}

export function createMarcher(field: Field, tiles: Tiles, frame: Frame): Marcher {
  const { camera, view, pixelsPerMetre } = frame
  const { kernel } = field
  const { lists } = tiles
  kernel.aim(...camera.right, ...camera.up, ...camera.forward)
  const ray: Ray = { depth: Infinity, clearance: Infinity }
  const columns = Math.ceil(frame.width / blockSize)
  const lines = Math.ceil(frame.height / blockSize)
  const starts = new Float64Array(columns * lines).fill(Number.NaN)
  const cone = blockSize / Math.SQRT2 / pixelsPerMetre

  const tileAt = (x: number, y: number): number => {
    const tx = Math.min(tiles.columns - 1, Math.max(0, Math.floor(x / tileSize)))
    const ty = Math.min(tiles.rows - 1, Math.max(0, Math.floor(y / tileSize)))
    return ty * tiles.columns + tx
  }
  const worldAt = (x: number, y: number, depth: number): Vec3 => {
    const right = view.left + x / pixelsPerMetre
    const up = view.top - y / pixelsPerMetre
    return addScaled(addScaled(scale(camera.right, right), camera.up, up), camera.forward, depth)
  }

  function march(
    x: number,
    y: number,
    tile: number,
    from: number,
    to: number,
    width: number,
  ): void {
    const right = view.left + x / pixelsPerMetre
    const up = view.top - y / pixelsPerMetre
    ray.depth = kernel.march(lists[tile] ?? 0, right, up, from, to, width)
    ray.clearance = kernel.clearance.value
  }

  function startOf(x: number, y: number): number {
    const column = Math.min(columns - 1, Math.max(0, Math.floor(x / blockSize)))
    const line = Math.min(lines - 1, Math.max(0, Math.floor(y / blockSize)))
    const block = line * columns + column
    const known = starts[block] ?? 0
    if (known === known) return known
    const cx = (column + 0.5) * blockSize
    const cy = (line + 0.5) * blockSize
    const tile = tileAt(cx, cy)
    const near = tiles.near[tile] ?? Infinity
    const far = tiles.far[tile] ?? -Infinity
    if (near < far) march(cx, cy, tile, near - 0.02 - cone, far + 0.05, cone)
    const found = near < far ? ray.depth : Infinity
    starts[block] = found
    return found
  }

  const rim = createRimFinder(field, tiles, frame, tileAt)
  return {
    rimBetween: rim,
    cast: (x, y) => {
      const from = startOf(x, y)
      const tile = tileAt(x, y)
      if (from < Infinity) march(x, y, tile, from, (tiles.far[tile] ?? 0) + 0.05, 0)
      else {
        ray.depth = Infinity
        ray.clearance = Infinity
      }
      return ray
    },
    castBetween: (x, y, from, to) => {
      march(x, y, tileAt(x, y), from, to, 0)
      return ray
    },
    tileAt,
    startOf,
    worldAt,
    distanceBehind: (right, up, depth) => {
      const x = (right - view.left) * pixelsPerMetre
      const y = (view.top - up) * pixelsPerMetre
      return kernel.distanceBehind(lists[tileAt(x, y)] ?? 0, right, up, depth)
    },
  }
}
