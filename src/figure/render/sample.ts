/** One pixel: where its ray meets the surface, which way this faces, and what it is made of. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Primitive, Solid, SurfacePlace } from '../solid.ts'
import type { Buffers } from './buffers.ts'
import type { Field, RowList } from '../field/field.ts'
import type { Marcher } from './march.ts'
import { materials } from './materials.ts'
import type { Tiles } from './tiles.ts'

export interface Sampler {
  /** Casts the ray of a pixel and fills all buffers there, if it was not done yet. */
  trace(x: number, y: number): void
  /** Fills group, primitive and material of a pixel whose depth is known. */
  label(x: number, y: number): void
  /** Which pixels are known: 0 not yet, 1 traced, 2 filled in between. */
  readonly state: Uint8Array
  readonly primitives: readonly Primitive[]
  /** How near the surface a missing ray came. */
  readonly clearance: Float32Array
  placeAt(x: number, y: number, depth: number): SurfacePlace | undefined
  /** Index of the material at a place in pixels whose depth is known. */
  materialAt(x: number, y: number, depth: number): number
}

export function createSampler(
  field: Field,
  tiles: Tiles,
  marcher: Marcher,
  buffers: Buffers,
  materialOf: Solid['materialAt'],
): Sampler {
  const { width, height, view, pixelsPerMetre } = buffers
  const { program, kernel } = field
  const { groups } = program
  const state = new Uint8Array(width * height)
  const clearance = new Float32Array(width * height)
  const materialIndex = new Map(materials.map((material, index) => [material, index]))
  let row = -1

  const listAt = (x: number, y: number): RowList => tiles.lists[marcher.tileAt(x, y)] ?? 0

  function placeAt(x: number, y: number, depth: number): SurfacePlace | undefined {
    const right = view.left + x / pixelsPerMetre
    const up = view.top - y / pixelsPerMetre
    row = kernel.rowBehind(listAt(x, y), right, up, depth)
    const group = groups[program.group[row] ?? -1]
    const primitive = program.primitives[program.primitive[row] ?? -1]
    if (row < 0 || !group || !primitive) return undefined
    const point: Vec3 = [kernel.seenX.value, kernel.seenY.value, kernel.seenZ.value]
    return { point, group: group.name, primitive, at: kernel.placeAlong(row) }
  }

  function materialAt(x: number, y: number, depth: number): number {
    const place = placeAt(x, y, depth)
    return place ? (materialIndex.get(materialOf(place)) ?? 0) : 0
  }

  return {
    state,
    primitives: program.primitives,
    clearance,
    placeAt,
    materialAt,
    label: (x, y) => {
      const i = y * width + x
      buffers.material[i] = materialAt(x + 0.5, y + 0.5, buffers.depth[i] ?? 0)
      if (row < 0) return
      buffers.group[i] = program.group[row] ?? 0
      buffers.primitive[i] = program.primitive[row] ?? 0
    },
    trace: (x, y) => {
      const i = y * width + x
      if (state[i] !== 0) return
      state[i] = 1
      const ray = marcher.cast(x + 0.5, y + 0.5)
      const depth = ray.depth
      clearance[i] = ray.clearance
      if (depth === Infinity) return
      buffers.depth[i] = depth
      const material = materialAt(x + 0.5, y + 0.5, depth)
      if (row < 0) {
        buffers.depth[i] = Infinity
        return
      }
      buffers.material[i] = material
      buffers.group[i] = program.group[row] ?? 0
      buffers.primitive[i] = program.primitive[row] ?? 0
      kernel.findFacing(listAt(x, y))
      buffers.normalRight[i] = kernel.facingRight.value
      buffers.normalUp[i] = kernel.facingUp.value
      buffers.normalNear[i] = kernel.facingNear.value
    },
  }
}
