/** Distances to posed bodies, as the pictures measure them, but for the floor. */
import { distanceToGroups } from '../../src/figure/field/field.ts'
import type { Group } from '../../src/figure/solid.ts'
import type { Vec3 } from '../../src/geometry/vec3.ts'

const ofBodies = new WeakMap<readonly Group[], (point: Vec3) => number>()
const ofGroups = new WeakMap<Group, (point: Vec3) => number>()

/** Metres to a whole body. */
export function distanceToBody(groups: readonly Group[], point: Vec3): number {
  const known = ofBodies.get(groups) ?? distanceToGroups(groups)
  ofBodies.set(groups, known)
  return known(point)
}

/** Metres to one group alone, without what it grows out of. */
export function distanceToGroup(group: Group, point: Vec3): number {
  const known = ofGroups.get(group) ?? distanceToGroups([group])
  ofGroups.set(group, known)
  return known(point)
}
