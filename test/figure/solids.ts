/** Small solids for the tests of render/, trace/ and ink/. */
import { unturned } from '../../src/geometry/rotation.ts'
import type { Vec3 } from '../../src/geometry/vec3.ts'
import { cameraAt } from '../../src/figure/camera.ts'
import type { View } from '../../src/figure/camera.ts'
import type { Group, GroupName, Material, Primitive, Solid } from '../../src/figure/solid.ts'

/** Looks along y: x to the right, z up. */
export const level = cameraAt(0, 0)

export const square: View = { left: -0.3, right: 0.3, bottom: -0.3, top: 0.3 }

export function ball(centre: Vec3, radius: number, blend = 0): Primitive {
  return {
    kind: 'ellipsoid',
    centre,
    axes: unturned,
    radii: [radius, radius, radius],
    blend,
    tissue: 'leg',
  }
}

export function group(name: GroupName, ...primitives: readonly Primitive[]): Group {
  return { name, parts: [{ primitives, blend: 0 }] }
}

export function solidOf(
  groups: readonly Group[],
  materialAt: Solid['materialAt'] = (): Material => 'skin',
): Solid {
  return { groups, marks: [], materialAt, isPressedByFloor: false, feel: [] }
}
