/** Lines that the body itself has: at buttock, knee, neck, collar bone, elbow; the more, the straighter or more bent. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Look } from '../../model/body.ts'
import { signOf, sides, type Bone, type Side, type Skeleton } from '../skeleton.ts'
import type { SurfaceMark } from '../solid.ts'
import type { MarkShape } from './marks.ts'
import { inBone, smoothstep } from './shapes.ts'
import { bendBetween, glutealAxes, hipFlexion, spineAt } from './spine.ts'

/** Weights below this share are not worth a line. */
const leastWeight = 0.15

export function creaseMarks(skeleton: Skeleton, look: Look, unit: number): readonly MarkShape[] {
  return sides
    .flatMap((side) => [
      ...buttockFold(skeleton, side, unit),
      ...kneeLines(skeleton, look, side, unit),
      ...neckLines(skeleton, side, unit),
      ...elbowLine(skeleton, side, unit),
    ])
    .filter(({ weights }) => Math.max(...weights) >= leastWeight)
}

/** Points of a bone on one side: forward, outwards, upwards; metres on the reference body. */
export function pointsOn(
  bone: Bone,
  side: Side,
  unit: number,
): (...points: readonly Vec3[]) => readonly Vec3[] {
  const sign = signOf(side)
  return (...points) => points.map(([x, y, z]) => inBone(bone, x * unit, y * sign * unit, z * unit))
}

export function scaled(weights: SurfaceMark['weights'], by: number): SurfaceMark['weights'] {
  return [weights[0] * by, weights[1] * by, weights[2] * by]
}

/** Under the buttock while the hip is straight. */
function buttockFold(skeleton: Skeleton, side: Side, unit: number): readonly MarkShape[] {
  const leg = skeleton.legs[side]
  const axes = glutealAxes(skeleton, leg)
  const on = pointsOn({ origin: skeleton.pelvis.origin, axes }, side, unit)
  return [
    {
      group: `${side} leg`,
      kind: 'crease',
      weights: scaled([0.3, 1, 0.1], 1 - smoothstep(8, 40, hipFlexion(skeleton, leg))),
      points: on([-0.085, 0.022, -0.098], [-0.098, 0.06, -0.108], [-0.088, 0.1, -0.1]),
    },
  ]
}

/** Bare knees: the lower rim of the kneecap in front, the crease behind. */
function kneeLines(skeleton: Skeleton, look: Look, side: Side, unit: number): readonly MarkShape[] {
  if (look.legwear === 'leggings') return []
  const leg = skeleton.legs[side]
  const bend = bendBetween(leg.thigh, leg.shank)
  const onThigh = pointsOn({ origin: leg.knee, axes: leg.thigh }, side, unit)
  const onShank = pointsOn({ origin: leg.knee, axes: leg.shank }, side, unit)
  const straight = 1 - smoothstep(15, 60, bend)
  return [
    {
      group: `${side} leg`,
      kind: 'detail',
      weights: scaled([0.2, 0.9, 0.2], 0.4 + 0.6 * straight),
      points: onShank([0.045, 0.026, 0.006], [0.058, 0.012, -0.018], [0.058, -0.012, -0.018], [0.045, -0.026, 0.006]),
    },
    {
      group: `${side} leg`,
      kind: 'detail',
      weights: scaled([0.1, 0.8, 0.2], straight),
      points: onThigh([0.03, -0.042, 0.038], [0.045, -0.034, 0.026], [0.052, -0.026, 0.012]),
    },
    {
      group: `${side} leg`,
      kind: 'crease',
      weights: scaled([0.1, 0.8, 0.1], straight),
      points: onThigh([-0.042, -0.03, 0.004], [-0.052, 0, -0.002], [-0.042, 0.03, 0.004]),
    },
  ] // prettier-ignore
}

/** The muscle that runs down to the breastbone, as far as it stands out, and the collar bone. */
function neckLines(skeleton: Skeleton, side: Side, unit: number): readonly MarkShape[] {
  const onNeck = pointsOn(skeleton.neck[3] ?? skeleton.head, side, unit)
  const onChest = pointsOn(spineAt(skeleton, 0.5 * unit), side, unit)
  return [
    {
      group: 'head',
      kind: 'crease',
      weights: [0, 0.7, 0.5],
      points: [
        ...onNeck([0.022, 0.036, 0]),
        ...onChest([0.034, 0.024, 0.012], [0.046, 0.012, -0.02]),
      ],
    },
    {
      group: 'head',
      kind: 'detail',
      weights: [0.8, 0.6, 0],
      points: onChest([0.048, 0.014, -0.026], [0.046, 0.04, -0.022], [0.036, 0.07, -0.012]),
    },
  ]
}

/** In the crook of a straight elbow. */
function elbowLine(skeleton: Skeleton, side: Side, unit: number): readonly MarkShape[] {
  const arm = skeleton.arms[side]
  const bend = bendBetween(arm.upperArm, arm.forearm)
  const on = pointsOn({ origin: arm.elbow, axes: arm.upperArm }, side, unit)
  return [
    {
      group: `${side} arm`,
      kind: 'detail',
      weights: scaled([0.1, 0.8, 0.1], 1 - smoothstep(30, 80, bend)),
      points: on([0.03, -0.018, 0.002], [0.034, 0, -0.004], [0.03, 0.018, 0]),
    },
  ]
}
