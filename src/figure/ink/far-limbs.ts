/** Which limbs are on the far side: they get a veil, so that left and right can be told apart. */
import { dot } from '../../geometry/vec3.ts'
import type { Camera } from '../camera.ts'
import type { GroupName, Solid } from '../solid.ts'

/** A limb whose joint lies this much deeper than its fellow's is the far one, in metres. */
const pairs: readonly { left: GroupName; right: GroupName; least: number }[] = [
  { left: 'left leg', right: 'right leg', least: 0.07 },
  { left: 'left arm', right: 'right arm', least: 0.12 },
]

export function farGroups(solid: Solid, camera: Camera): ReadonlySet<number> {
  const depthOf = (name: GroupName) => {
    const joint = solid.groups.find((group) => group.name === name)?.joint
    return joint ? dot(joint.centre, camera.forward) : 0
  }
  const far = pairs.flatMap(({ left, right, least }) => {
    const difference = depthOf(left) - depthOf(right)
    return Math.abs(difference) < least ? [] : [difference > 0 ? left : right]
  })
  return new Set(far.map((name) => solid.groups.findIndex((group) => group.name === name)))
}
