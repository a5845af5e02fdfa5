/** A limb as one continuous loft through its middle joint: thigh and shank, or upper arm and forearm. */
import {
  aboutAxis,
  radiansPerDegree,
  rotate,
  xAxis,
  zAxis,
  type Rotation,
} from '../../geometry/rotation.ts'
import { addScaled, cross, distance, dot, mix, scale, type Vec3 } from '../../geometry/vec3.ts'
import type { ProfileSection } from '../../model/body.ts'
import type { Section } from '../solid.ts'
import { sampleProfile, thicken } from './profile.ts'
import { clamp, sectionAt, type Sign } from './shapes.ts'

export interface LimbCourse {
  readonly top: Vec3
  readonly middle: Vec3
  readonly end: Vec3
  readonly upper: Rotation
  /** The lower bone's axes at the middle joint and at its far end: a forearm turns along its length. */
  readonly lowerAtMiddle: Rotation
  readonly lowerAtEnd: Rotation
}

export interface LimbShape {
  readonly profile: readonly ProfileSection[]
  /** Scale of the profile's radii. */
  readonly unit: number
  readonly sign: Sign
  /** Metres before and after the middle joint within which the centre line is rounded. */
  readonly rounding: number
  /** Where the loft begins and ends; 1 is the middle joint, 2 the end. */
  readonly range: readonly [from: number, to: number]
  /** Slices on the upper bone, round the joint and on the lower bone. */
  readonly slices: readonly [upper: number, joint: number, lower: number]
  /** Thickness of the cloth, metres, and the places where a hem steps down to the skin. */
  readonly cloth: (at: number) => number
  readonly hems: readonly number[]
}

/** Cross-sections from the top of the limb to its end, the centre line rounded at the joint (quadratic Bézier). */
export function limbSections(course: LimbCourse, shape: LimbShape): readonly Section[] {
  const { top, middle, end, upper, lowerAtMiddle, lowerAtEnd } = course
  const { profile, unit, sign, rounding, range, slices, cloth } = shape
  const downUpper = scale(zAxis(upper), -1)
  const downLower = scale(zAxis(lowerAtEnd), -1)
  const upperLength = distance(top, middle)
  const lowerLength = distance(middle, end)
  const upperShare = rounding / upperLength
  const lowerShare = rounding / lowerLength
  const twist = angleAbout(zAxis(lowerAtEnd), xAxis(lowerAtMiddle), xAxis(lowerAtEnd))

  const place = (at: number): readonly [centre: Vec3, along: Vec3, anterior: Vec3] => {
    if (at <= 1 - upperShare) {
      return [addScaled(top, downUpper, at * upperLength), downUpper, xAxis(upper)]
    }
    if (at >= 1 + lowerShare) {
      const share = clamp((at - 1.1) / 0.7, 0, 1)
      const turn = aboutAxis(zAxis(lowerAtEnd), twist * share)
      const centre = addScaled(middle, downLower, (at - 1) * lowerLength)
      return [centre, downLower, rotate(turn, xAxis(lowerAtMiddle))]
    }
    const t = at < 1 ? (at - 1 + upperShare) / (2 * upperShare) : 0.5 + (at - 1) / (2 * lowerShare)
    const from = addScaled(middle, downUpper, -rounding)
    const to = addScaled(middle, downLower, rounding)
    const centre = mix(mix(from, middle, t), mix(middle, to, t), t)
    return [centre, mix(downUpper, downLower, t), mix(xAxis(upper), xAxis(lowerAtMiddle), t)]
  }

  return placesAlong(range, [1 - upperShare, 1 + lowerShare], slices, shape.hems).map((at) => {
    const [centre, along, anterior] = place(at)
    return sectionAt(
      centre,
      along,
      anterior,
      thicken(sampleProfile(profile, at), unit, cloth(at)),
      sign,
    )
  })
}

function placesAlong(
  [from, to]: LimbShape['range'],
  [jointFrom, jointTo]: readonly [number, number],
  [upper, joint, lower]: LimbShape['slices'],
  hems: readonly number[],
): readonly number[] {
  const evenly = (first: number, last: number, count: number) =>
    Array.from({ length: count }, (_, index) => first + ((last - first) * index) / count)
  const even = [
    ...evenly(from, jointFrom, upper),
    ...evenly(jointFrom, jointTo, joint),
    ...evenly(jointTo, to, lower),
    to,
  ]
  return [
    ...even.filter((at) => hems.every((hem) => Math.abs(at - hem) > 2 * hemStep)),
    ...hems.flatMap((hem) => [hem, hem + hemStep]),
  ].sort((a, b) => a - b)
}

/** Over how much of the bone the cloth steps down at a hem. */
export const hemStep = 0.004

/** Degrees from one direction to another about an axis of length 1. */
function angleAbout(axis: Vec3, from: Vec3, to: Vec3): number {
  return Math.atan2(dot(cross(from, to), axis), dot(from, to)) / radiansPerDegree
}

/** A point along the straight bones of a limb: 0 top, 1 middle joint, 2 end. */
export function pointAlong({ top, middle, end }: LimbCourse, at: number): Vec3 {
  return at < 1 ? mix(top, middle, at) : mix(middle, end, at - 1)
}
