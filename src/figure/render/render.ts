/**
 * Looks at the solid: depth, normal, group, primitive and material of each pixel. Rays are cast on a coarse grid,
 * and pixel by pixel only where the surface is not smooth; the rest is filled in between.
 */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import type { Solid, SurfacePlace } from '../solid.ts'
import { none } from '../codes.ts'
import type { Buffers, Probe } from './buffers.ts'
import { fillFloor } from './floor.ts'
import { fillOpenness } from './openness.ts'
import { createSampler } from './sample.ts'
import { fillSamples } from './fill.ts'
import { createSight } from './sight.ts'

export interface RenderOptions {
  /** Whether to measure how near the floor is, for a contact shadow. */
  readonly hasFloor: boolean
}

/** Pixels to a metre: a finger is five wide. Contours are found between pixels, so more would add little. */
export const figureResolution = 300

export function render(
  solid: Solid,
  camera: Camera,
  view: View,
  pixelsPerMetre: number = figureResolution,
  options: RenderOptions = { hasFloor: true },
): { readonly buffers: Buffers; readonly probe: Probe } {
  const { frame, field, tiles, marcher } = createSight(solid, camera, view, pixelsPerMetre)
  const { width, height } = frame
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
  const sampler = createSampler(field, tiles, marcher, buffers, solid.materialAt)
  fillSamples(sampler, tiles, marcher, buffers)
  fillOpenness(marcher, buffers)
  if (options.hasFloor) fillFloor(field, tiles, frame, buffers)

  let met: SurfacePlace | undefined
  const probe: Probe = {
    primitives: field.program.primitives,
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
