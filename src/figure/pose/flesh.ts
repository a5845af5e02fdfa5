/** How far the flesh of each body part reaches in a direction: what touches the floor is skin, not bone. */
import { fromZAndX, rotate, turnThenTurn, xAxis, yAxis, zAxis } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import { add, addScaled, dot, mix, normalize } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { BodyModel, Footwear, ProfileSection } from '../../model/body.ts'
import { soleBelowAnkle } from '../body/foot.ts'
import { sampleProfile } from '../body/profile.ts'
import { shoeHeight } from '../body/shoe.ts'
import { bendBetween, glutealAxes, spineAt } from '../body/spine.ts'
import { signOf, type Side, type Skeleton } from '../skeleton.ts'
import { createRecall, type Recall } from './recall.ts'

export type TrunkPart = 'head' | 'shoulders' | 'back' | 'pelvis'
export type LimbPart =
  | 'shoulder' | 'upper arm' | 'elbow' | 'forearm' | 'hand' | 'buttock' | 'hip'
  | 'thigh' | 'knee' | 'shin' | 'foot' // prettier-ignore
export type BodyPart = TrunkPart | `${Side} ${LimbPart}`

/** Cross-sections of a body, sampled once. */
export interface Flesh {
  readonly unit: number
  readonly glutes: number
  readonly soleDepth: number
  readonly footPoints: readonly Vec3[]
  readonly trunk: readonly Ring[]
  readonly leg: readonly Ring[]
  readonly arm: readonly Ring[]
}

interface Ring {
  readonly at: number
  /** Forwards, backwards, outwards, inwards. */
  readonly radii: readonly [number, number, number, number]
}

const trunkHeights = [-0.09, -0.055, 0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.31, 0.37, 0.42, 0.46]
const legPlaces = [0.05, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.68, 0.76, 0.84, 1.16, 1.22, 1.3, 1.42, 1.55, 1.7, 1.85, 1.95, 2] // prettier-ignore
const armPlaces = [0.14, 0.3, 0.5, 0.7, 0.86, 1.14, 1.25, 1.45, 1.7, 1.9, 2]

/** Thickness of a shirt, and of shorts. */
const cloth = 0.005

export function fleshOf(body: BodyModel, footwear: Footwear): Flesh {
  const unit = body.stature / 1.68
  const rings = (profile: readonly ProfileSection[], places: readonly number[], cover: number) =>
    places.map((at): Ring => {
      const { anterior, posterior, lateral, medial } = sampleProfile(profile, at)
      return {
        at,
        radii: [anterior + cover, posterior + cover, lateral + cover, medial + cover],
      }
    })
  return {
    unit,
    glutes: body.glutes,
    soleDepth: (footwear === 'shoes' ? shoeHeight : soleBelowAnkle) * unit,
    footPoints: (footwear === 'shoes' ? shoe : bareFoot).map(([x, y, z]) => [
      x * unit,
      y * unit,
      z * unit,
    ]),
    trunk: rings(body.trunk, trunkHeights, cloth),
    leg: rings(body.leg, legPlaces, 0),
    arm: rings(body.arm, armPlaces, 0),
  }
}

/** From the ankle: forwards, outwards, upwards; metres on the reference body. */
const shoe: readonly Vec3[] = [
  [-0.05, 0.03, -0.078], [-0.05, -0.03, -0.078], [-0.07, 0, -0.064], [-0.058, 0, 0.02],
  [0.13, 0.05, -0.078], [0.13, -0.045, -0.078], [0.18, 0.034, -0.078], [0.18, -0.036, -0.078],
  [0.204, 0, -0.06], [0.187, 0, -0.027], [0.16, 0, -0.018], [0.13, 0, -0.011], [0.055, 0, 0.017],
  [0.095, 0.046, -0.045], [0.095, -0.04, -0.045], [0.15, 0.046, -0.045], [0.15, -0.044, -0.045],
] // prettier-ignore
const bareFoot: readonly Vec3[] = [
  [-0.04, 0.024, -0.07], [-0.04, -0.023, -0.07], [-0.056, 0, -0.045], [-0.05, 0, 0],
  [0.125, 0.045, -0.07], [0.125, -0.042, -0.07], [0.18, -0.03, -0.069], [0.16, 0.03, -0.069],
  [0.186, -0.03, -0.057], [0.175, -0.02, -0.046], [0.13, 0, -0.03], [0.085, 0, -0.011], [0.05, 0, 0.008],
  [0.09, 0.043, -0.045], [0.09, -0.036, -0.045], [0.14, 0.044, -0.05], [0.14, -0.043, -0.05],
] // prettier-ignore

const down: Vec3 = [0, 0, -1]

/** Height of the lowest point of a part. */
export function lowestOf(part: BodyPart, skeleton: Skeleton, flesh: Flesh): number {
  return -reachOf(part, down, skeleton, flesh)
}

/** As `lowestOf`, for many skeletons that share bones: a part whose bones did not move is not measured again. */
export function createLowestOf(flesh: Flesh): (part: BodyPart, skeleton: Skeleton) => number {
  const recalls = new Map<BodyPart, Recall<number>>()
  return (part, skeleton) => {
    let recall = recalls.get(part)
    if (recall === undefined) recalls.set(part, (recall = createRecall()))
    return recall(bonesOf(part, skeleton), () => lowestOf(part, skeleton, flesh))
  }
}

/** What the form of a part depends on. */
function bonesOf(part: BodyPart, { pelvis, spine, head, legs, arms }: Skeleton): readonly object[] {
  switch (part) {
    case 'head':
      return [head]
    case 'back':
    case 'shoulders':
      return [spine]
    case 'pelvis':
      return [spine, pelvis, legs.left, legs.right]
    default: {
      const side = part.startsWith('left') ? 'left' : 'right'
      switch (part.slice(side.length + 1)) {
        case 'shoulder':
        case 'upper arm':
        case 'elbow':
        case 'forearm':
        case 'hand':
          return [arms[side]]
        case 'hip':
          return [spine]
        case 'buttock':
          return [pelvis, legs[side]]
        default:
          return [legs[side]]
      }
    }
  }
}

/** How far a part reaches in a direction of length 1, from the world's origin. */
export function reachOf(part: BodyPart, towards: Vec3, skeleton: Skeleton, flesh: Flesh): number {
  switch (part) {
    case 'head':
      return reachOfHead(towards, skeleton, flesh)
    case 'pelvis':
      return Math.max(
        reachOfTrunk([-0.1, 0.06], towards, skeleton, flesh),
        reachOfButtock('left', towards, skeleton, flesh),
        reachOfButtock('right', towards, skeleton, flesh),
      )
    case 'back':
      return reachOfTrunk([0.08, 0.43], towards, skeleton, flesh)
    case 'shoulders':
      return reachOfTrunk([0.3, 0.47], towards, skeleton, flesh)
    default: {
      const side = part.startsWith('left') ? 'left' : 'right'
      return reachOfLimb(part.slice(side.length + 1), side, towards, skeleton, flesh)
    }
  }
}

/** The cross-section of a thigh at a share of its length, in a direction. */
export function reachOfThigh(
  side: Side,
  share: number,
  towards: Vec3,
  skeleton: Skeleton,
  flesh: Flesh,
): number {
  const { hip, knee, thigh } = skeleton.legs[side]
  return reachOfRing(
    mix(hip, knee, share),
    thigh,
    ringNear(share, flesh).radii,
    signOf(side),
    towards,
  )
}

/** Mean radius of the thigh at a share of its length, metres on this body. */
export function thighRadius(share: number, flesh: Flesh): number {
  const [forwards, backwards, outwards, inwards] = ringNear(share, flesh).radii
  return (forwards + backwards + outwards + inwards) / 4
}

/** In the middle of a sole. */
export function footMiddle({ legs }: Skeleton, side: Side, { unit, soleDepth }: Flesh): Vec3 {
  const { ankle, foot } = legs[side]
  return add(ankle, rotate(foot, [0.06 * unit, 0, -soleDepth]))
}

function ringNear(at: number, { leg }: Flesh): Ring {
  return leg.reduce((best, ring) => (Math.abs(ring.at - at) < Math.abs(best.at - at) ? ring : best))
}

function reachOfLimb(
  part: string,
  side: Side,
  towards: Vec3,
  skeleton: Skeleton,
  flesh: Flesh,
): number {
  const { unit } = flesh
  const arm = skeleton.arms[side]
  const leg = skeleton.legs[side]
  const ball = (centre: Vec3, radius: number) => dot(centre, towards) + radius * unit
  switch (part) {
    case 'shoulder':
      return ball(arm.shoulder, 0.047)
    case 'elbow':
      return ball(arm.elbow, elbowRadius)
    case 'hand':
      return Math.max(
        ...handPoints.map((point) =>
          ball(add(arm.wrist, rotate(arm.hand, [point[0] * unit, 0, point[1] * unit])), 0.012),
        ),
      )
    case 'upper arm':
      return reachOfRings(
        flesh.arm,
        [0.1, 0.9],
        [arm.shoulder, arm.elbow, arm.upperArm],
        side,
        towards,
      )
    case 'forearm':
      return reachOfRings(
        flesh.arm,
        [1.1, 2],
        [arm.elbow, arm.wrist, arm.forearmAtWrist],
        side,
        towards,
      )
    case 'buttock':
      return reachOfButtock(side, towards, skeleton, flesh)
    case 'hip':
      return reachOfTrunk([-0.06, 0.1], towards, skeleton, flesh)
    case 'thigh':
      return reachOfRings(flesh.leg, [0.15, 0.9], [leg.hip, leg.knee, leg.thigh], side, towards)
    case 'knee':
      return reachOfKnee(side, towards, skeleton, flesh)
    case 'shin':
      return reachOfRings(flesh.leg, [1.1, 2], [leg.knee, leg.ankle, leg.shank], side, towards)
    default:
      return Math.max(
        ...flesh.footPoints.map(([x, y, z]) =>
          dot(add(leg.ankle, rotate(leg.foot, [x, y * signOf(side), z])), towards),
        ),
      )
  }
}

/** Radius of flesh round the elbow's centre. */
export const elbowRadius = 0.036

const handPoints = [
  [0.006, -0.02],
  [0.006, -0.09],
  [-0.006, -0.09],
  [0.006, -0.17],
] as const

function reachOfRings(
  rings: readonly Ring[],
  [from, to]: readonly [number, number],
  [top, end, axes]: readonly [Vec3, Vec3, Rotation],
  side: Side,
  towards: Vec3,
): number {
  let best = -Infinity
  for (const { at, radii } of rings) {
    if (at < from || at > to) continue
    const centre = mix(top, end, at > 1 ? at - 1 : at)
    best = Math.max(best, reachOfRing(centre, axes, radii, signOf(side), towards))
  }
  return best
}

/** A quarter-ellipse cross-section; `sign` says to which side "outwards" is. */
function reachOfRing(
  centre: Vec3,
  axes: Rotation,
  [forwards, backwards, outwards, inwards]: Ring['radii'],
  sign: 1 | -1,
  towards: Vec3,
): number {
  const x = dot(xAxis(axes), towards)
  const y = dot(yAxis(axes), towards) * sign
  const alongX = x * (x > 0 ? forwards : backwards)
  const alongY = y * (y > 0 ? outwards : inwards)
  return dot(centre, towards) + Math.sqrt(alongX * alongX + alongY * alongY)
}

function reachOfEllipsoid(centre: Vec3, axes: Rotation, radii: Vec3, towards: Vec3): number {
  const x = dot(xAxis(axes), towards) * radii[0]
  const y = dot(yAxis(axes), towards) * radii[1]
  const z = dot(zAxis(axes), towards) * radii[2]
  return dot(centre, towards) + Math.sqrt(x * x + y * y + z * z)
}

function reachOfTrunk(
  [from, to]: readonly [number, number],
  towards: Vec3,
  skeleton: Skeleton,
  { trunk, unit }: Flesh,
): number {
  let best = -Infinity
  for (const { at, radii } of trunk) {
    if (at < from || at > to) continue
    const { origin, axes } = spineAt(skeleton, at * unit)
    best = Math.max(best, reachOfRing(origin, axes, radii, 1, towards))
  }
  return best
}

function reachOfButtock(side: Side, towards: Vec3, skeleton: Skeleton, flesh: Flesh): number {
  const { centre, axes, radii } = buttockOf(side, skeleton, flesh)
  return reachOfEllipsoid(centre, axes, radii, towards)
}

/** The ellipsoid of one buttock; as `body/trunk.ts` draws it. */
export function buttockOf(
  side: Side,
  skeleton: Skeleton,
  { unit, glutes }: Flesh,
): { readonly centre: Vec3; readonly axes: Rotation; readonly radii: Vec3 } {
  const size = unit * glutes
  const axes = glutealAxes(skeleton, skeleton.legs[side])
  const offset: Vec3 = [-0.062 * size, signOf(side) * 0.078 * size, -0.018 * size]
  return {
    centre: add(skeleton.pelvis.origin, rotate(axes, offset)),
    axes,
    radii: [0.078 * size, 0.076 * size, 0.098 * size],
  }
}

function reachOfKnee(side: Side, towards: Vec3, skeleton: Skeleton, { unit }: Flesh): number {
  const { knee, thigh, shank } = skeleton.legs[side]
  const anterior = normalize(add(xAxis(thigh), xAxis(shank)))
  const up = normalize(add(zAxis(thigh), zAxis(shank)))
  const bend = bendBetween(thigh, shank)
  const centre = addScaled(knee, anterior, (0.018 - (0.012 * bend) / 90) * unit)
  const radii: Vec3 = [0.034 * unit, 0.045 * unit, 0.042 * unit]
  const tuberosity = add(knee, rotate(shank, [0.03 * unit, 0, -0.055 * unit]))
  return Math.max(
    reachOfEllipsoid(centre, fromZAndX(up, anterior), radii, towards),
    dot(tuberosity, towards) + 0.018 * unit,
    dot(knee, towards) + 0.044 * unit,
  )
}

function reachOfHead(towards: Vec3, { head }: Skeleton, { unit }: Flesh): number {
  // Skull with hair, and the chin.
  const centre = add(head.origin, rotate(head.axes, [0.004 * unit, 0, 0.09 * unit]))
  const chin = add(head.origin, rotate(head.axes, [0.078 * unit, 0, -0.028 * unit]))
  const radii: Vec3 = [0.102 * unit, 0.082 * unit, 0.098 * unit]
  return Math.max(
    reachOfEllipsoid(
      centre,
      turnThenTurn(head.axes, fromZAndX([0, 0, 1], [1, 0, 0])),
      radii,
      towards,
    ),
    dot(chin, towards) + 0.024 * unit,
  )
}
