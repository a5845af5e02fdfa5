/** One pixel: where its ray meets the surface, which way this faces, and what it is made of. */
import type { Primitive, Solid, SurfacePlace } from '../solid.ts'
import type { Buffers } from './buffers.ts'
import type { Field } from '../field/field.ts'
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
  const { width, height, camera } = buffers
  const { right, up, forward } = camera
  const { program } = field
  const { groups } = program
  const state = new Uint8Array(width * height)
  const clearance = new Float32Array(width * height)
  const materialIndex = new Map(materials.map((material, index) => [material, index]))
  let row = -1

  function placeAt(x: number, y: number, depth: number): SurfacePlace | undefined {
    const point = marcher.worldAt(x, y, depth)
    const [px, py, pz] = point
    const list = tiles.lists[marcher.tileAt(x, y)] ?? 0
    field.distanceTo(list, px, py, pz)
    row = field.nearestRow(list)
    const group = groups[program.group[row] ?? -1]
    const primitive = program.primitives[program.primitive[row] ?? -1]
    if (row < 0 || !group || !primitive) return undefined
    return { point, group: group.name, primitive, at: field.placeAlong(row) }
  }

  function materialAt(x: number, y: number, depth: number): number {
    const place = placeAt(x, y, depth)
    return place ? (materialIndex.get(materialOf(place)) ?? 0) : 0
  }

  function fillNormal(i: number, tile: number, x: number, y: number, z: number): void {
    const [gx, gy, gz] = field.outwardAt(tiles.lists[tile] ?? 0, x, y, z)
    buffers.normalRight[i] = gx * right[0] + gy * right[1] + gz * right[2]
    buffers.normalUp[i] = gx * up[0] + gy * up[1] + gz * up[2]
    buffers.normalNear[i] = -(gx * forward[0] + gy * forward[1] + gz * forward[2])
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
      const [px, py, pz] = marcher.worldAt(x + 0.5, y + 0.5, depth)
      fillNormal(i, marcher.tileAt(x, y), px, py, pz)
    },
  }
}
