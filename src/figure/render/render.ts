/**
 * Looks at the solid: depth, normal, group, primitive and material of each pixel. Rays are cast on a coarse grid,
 * and pixel by pixel only where the surface is not smooth; the rest is filled in between.
 */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import type { Solid, SurfacePlace } from '../solid.ts'
import type { Buffers, Probe } from './buffers.ts'
import { createField } from './field.ts'
import { fillFloor } from './floor.ts'
import { createMarcher } from './march.ts'
import type { Frame } from './march.ts'
import { fillOpenness } from './openness.ts'
import { none } from './materials.ts'
import { compile } from './program.ts'
import { createSampler } from './sample.ts'
import { fillSamples } from './fill.ts'
import { tileRows } from './tiles.ts'

export interface RenderOptions {
  /** Whether to measure how near the floor is, for a contact shadow. */
  readonly hasFloor: boolean
}

/** Pixels to a metre: a finger is five wide. Contours are found between pixels, so more would add little. */
export const figureResolution = 300

/** The picture's size: a multiple of the grid's step, and one, so that the grid ends on the last pixel. */
export function frameOf(camera: Camera, view: View, pixelsPerMetre: number): Frame {
  const pixels = (size: number) => Math.ceil((size * pixelsPerMetre) / 4) * 4 + 1
  const width = pixels(view.right - view.left)
  const height = pixels(view.top - view.bottom)
  return { camera, view, pixelsPerMetre, width, height }
}

export function render(
  solid: Solid,
  camera: Camera,
  view: View,
  pixelsPerMetre: number = figureResolution,
  options: RenderOptions = { hasFloor: true },
): { readonly buffers: Buffers; readonly probe: Probe } {
  const frame = frameOf(camera, view, pixelsPerMetre)
  const { width, height } = frame
  const program = compile(solid)
  const field = createField(program)
  const tiles = tileRows(program, camera, view, pixelsPerMetre, width, height)
  const marcher = createMarcher(field, tiles, frame)
  const count = width * height
  const buffers: Buffers = {
    width,
    height,
    pixelsPerMetre,
    view,
    camera,
    depth: new Float32Array(count).fill(Infinity),
    normalRight: new Float32Array(count),
    normalUp: new Float32Array(count),
    normalNear: new Float32Array(count),
    group: new Uint8Array(count).fill(none),
    primitive: new Int16Array(count).fill(-1),
    material: new Uint8Array(count).fill(none),
    openness: new Float32Array(count).fill(1),
    floorDistance: new Float32Array(count).fill(Infinity),
  }
  const sampler = createSampler(field, tiles, marcher, buffers)
  fillSamples(sampler, tiles, marcher, buffers)
  fillOpenness(marcher, buffers)
  if (options.hasFloor) fillFloor(field, tiles, frame, buffers)

  let met: SurfacePlace | undefined
  const probe: Probe = {
    primitives: program.primitives,
    depthAt: (x, y) => {
      const depth = marcher.cast(x, y).depth
      met = undefined
      if (depth < Infinity) met = sampler.placeAt(x, y, depth)
      return depth
    },
    depthBetween: (x, y, from, to) => marcher.castBetween(x, y, from, to).depth,
    placeAt: () => met,
    rimBetween: (x, y, dx, dy, depth) => marcher.rimBetween(x, y, dx, dy, depth),
    materialAt: (x, y, depth) => sampler.materialAt(x, y, depth),
    worldAt: (x, y, depth): Vec3 => marcher.worldAt(x, y, depth),
  }
  return { buffers, probe }
}
