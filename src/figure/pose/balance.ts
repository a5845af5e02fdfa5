/** Where the body's weight is: whoever stands on the feet alone keeps it over them. */
import { add, addScaled, mix, scale } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { spineAt } from '../body/spine.ts'
import { sides, type Skeleton } from '../skeleton.ts'
import type { Proportions } from './proportions.ts'

/** Shares of the body's mass (Winter 2009, table 4.1, after Dempster 1955). */
const masses = {
  head: 0.081,
  thorax: 0.216,
  abdomen: 0.139,
  pelvis: 0.142,
  upperArm: 0.028,
  forearmAndHand: 0.022,
  thigh: 0.1,
  shank: 0.0465,
  foot: 0.0145,
} as const

export function centreOfMass(skeleton: Skeleton, { unit }: Proportions): Vec3 {
  const trunkAt = (height: number) => spineAt(skeleton, height * unit).origin
  const weights: [number, Vec3][] = [
    [masses.head, addScaled(skeleton.head.origin, zOf(skeleton), 0.07 * unit)],
    [masses.thorax, trunkAt(0.34)],
    [masses.abdomen, trunkAt(0.16)],
    [masses.pelvis, trunkAt(0.02)],
  ]
  for (const side of sides) {
    const arm = skeleton.arms[side]
    const leg = skeleton.legs[side]
    weights.push(
      [masses.upperArm, mix(arm.shoulder, arm.elbow, 0.436)],
      [masses.forearmAndHand, mix(arm.elbow, arm.wrist, 0.682)],
      [masses.thigh, mix(leg.hip, leg.knee, 0.433)],
      [masses.shank, mix(leg.knee, leg.ankle, 0.433)],
      [masses.foot, leg.ankle],
    )
  }
  const total = weights.reduce((sum, [mass]) => sum + mass, 0)
  const moment = weights.reduce<Vec3>(
    (sum, [mass, place]) => addScaled(sum, place, mass),
    [0, 0, 0],
  )
  return scale(moment, 1 / total)
}

function zOf({ head }: Skeleton): Vec3 {
  return [head.axes[2], head.axes[5], head.axes[8]]
}

/** Between the middles of the feet that bear weight. */
export function middleOfFeet(feet: readonly Vec3[]): Vec3 {
  return scale(feet.reduce(add, [0, 0, 0]), 1 / Math.max(1, feet.length))
}
