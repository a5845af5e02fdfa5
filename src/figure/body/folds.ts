/** Folds of cloth, made by the pose: each grows with the bend that makes it, and none is there without one. */
import { radiansPerDegree, unrotate, xAxis, zAxis } from '../../geometry/rotation.ts'
import { dot } from '../../geometry/vec3.ts'
import type { Look } from '../../model/body.ts'
import { sides, type Side, type Skeleton } from '../skeleton.ts'
import { pointsOn, scaled } from './creases.ts'
import type { MarkShape } from './marks.ts'
import { inBone, smoothstep } from './shapes.ts'
import { bendBetween, hipFlexion, spineAt } from './spine.ts'

/** Thinner folds are left out. */
const leastWeight = 0.2

export function foldMarks(skeleton: Skeleton, look: Look, unit: number): readonly MarkShape[] {
  return [
    ...waistFolds(skeleton, unit),
    ...sides.flatMap((side) => [
      ...hipFolds(skeleton, side, unit),
      ...armpitFolds(skeleton, look, side, unit),
      ...(look.legwear === 'leggings' ? legFolds(skeleton, side, unit) : []),
    ]),
  ].filter(({ weights }) => Math.max(...weights) >= leastWeight)
}

/** Where the thigh folds up against the pelvis: two or three short folds that run out from the groin. */
function hipFolds(skeleton: Skeleton, side: Side, unit: number): readonly MarkShape[] {
  const leg = skeleton.legs[side]
  const flexion = hipFlexion(skeleton, leg)
  // The more the hip is bent, the further down the thigh comes out from under the belly.
  const down = -0.01 - 0.05 * smoothstep(50, 115, flexion)
  const origin = inBone({ origin: leg.hip, axes: leg.thigh }, 0, 0, down * unit)
  const onThigh = pointsOn({ origin, axes: leg.thigh }, side, unit)
  const bent = smoothstep(22, 75, flexion)
  const stretched = smoothstep(8, 22, -flexion)
  const group = `${side} leg` as const
  return [
    {
      group,
      kind: 'fold',
      weights: scaled([0.1, 1, 0.2], bent),
      points: onThigh([0.052, 0.078, -0.012], [0.078, 0.042, -0.046], [0.088, 0.006, -0.06]),
    },
    {
      group,
      kind: 'fold',
      weights: scaled([0, 0.8, 0.1], bent),
      points: onThigh([0.04, 0.086, -0.05], [0.066, 0.06, -0.078], [0.083, 0.028, -0.092]),
    },
    {
      group,
      kind: 'fold',
      weights: scaled([0.1, 0.8, 0.1], smoothstep(55, 95, flexion)),
      points: onThigh([0.082, -0.012, -0.062], [0.062, -0.05, -0.078], [0.035, -0.068, -0.085]),
    },
    // Pulled from the buttock round to the thigh when the hip is stretched.
    {
      group,
      kind: 'fold',
      weights: scaled([0.1, 0.8, 0.1], stretched),
      points: onThigh([0.06, 0.06, 0.03], [0.078, 0.03, -0.012], [0.086, -0.005, -0.06]),
    },
  ]
}

/** Flexion, side bend to the left and rotation to the left between pelvis and ribs, degrees. */
function trunkBend(
  skeleton: Skeleton,
  unit: number,
): { readonly flexion: number; readonly left: number; readonly turn: number } {
  const ribs = spineAt(skeleton, 0.32 * unit)
  const [forward, leftward] = unrotate(skeleton.pelvis.axes, zAxis(ribs.axes))
  const front = unrotate(skeleton.pelvis.axes, xAxis(ribs.axes))
  return {
    flexion: Math.asin(Math.max(-1, Math.min(1, forward))) / radiansPerDegree,
    left: Math.asin(Math.max(-1, Math.min(1, leftward))) / radiansPerDegree,
    turn: Math.atan2(front[1], front[0]) / radiansPerDegree,
  }
}

/** On the inside of a bent waist, and slanting across a turned one. */
function waistFolds(skeleton: Skeleton, unit: number): readonly MarkShape[] {
  const { flexion, left, turn } = trunkBend(skeleton, unit)
  const at = (height: number, side: Side) => pointsOn(spineAt(skeleton, height * unit), side, unit)
  const belly = smoothstep(14, 45, flexion)
  const back = smoothstep(10, 32, -flexion)
  const folds: MarkShape[] = []
  for (const side of sides) {
    const towards = side === 'left' ? left : -left
    const inner = smoothstep(9, 28, towards)
    for (const [height, share] of [[0.135, 1], [0.172, 0.85], [0.21, 0.6]] as const) {
      const on = at(height, side)
      const points = on([0.062, 0.112, 0.004], [0.012, 0.14, 0], [-0.05, 0.112, 0.008])
      folds.push({ group: 'trunk', kind: 'fold', weights: scaled([0.1, 1, 0.1], inner * share), points })
    }
    for (const [height, share] of [[0.15, 1], [0.19, 0.75]] as const) {
      const on = at(height, side)
      const front = on([0.098, 0.012, 0], [0.088, 0.06, 0.004], [0.052, 0.108, 0.014])
      folds.push({ group: 'trunk', kind: 'fold', weights: scaled([0.6, 0.9, 0], belly * share), points: front })
      const behind = on([-0.075, 0.018, 0], [-0.072, 0.06, 0.004], [-0.05, 0.1, 0.012])
      folds.push({ group: 'trunk', kind: 'fold', weights: scaled([0.3, 0.9, 0], back * share), points: behind })
    }
    // Turning to one side pulls from that hip up to the other ribs.
    const twist = smoothstep(12, 40, side === 'left' ? turn : -turn)
    const other: Side = side === 'left' ? 'right' : 'left'
    for (const shift of [0, 0.045]) {
      folds.push({
        group: 'trunk',
        kind: 'fold',
        weights: scaled([0.1, 0.9, 0], twist),
        points: [
          ...at(0.125 + shift, side)([0.075, 0.095, 0]),
          ...at(0.165 + shift, side)([0.09, 0.04, 0]),
          ...at(0.21 + shift, other)([0.09, 0.02, 0]),
        ],
      })
    }
  }
  return folds
} // prettier-ignore

/** Pulled up out of the armpit when the arm is raised; pressed between arm and chest when it hangs. */
function armpitFolds(
  skeleton: Skeleton,
  look: Look,
  side: Side,
  unit: number,
): readonly MarkShape[] {
  const arm = skeleton.arms[side]
  const chest = spineAt(skeleton, 0.4 * unit)
  const cosine = dot(zAxis(arm.upperArm), zAxis(chest.axes))
  const raised = Math.acos(Math.max(-1, Math.min(1, cosine))) / radiansPerDegree
  const onChest = pointsOn(chest, side, unit)
  const onArm = pointsOn({ origin: arm.shoulder, axes: arm.upperArm }, side, unit)
  const up = smoothstep(40, 100, raised)
  const hanging = 1 - smoothstep(25, 60, raised)
  const group = `${side} arm` as const
  const folds: MarkShape[] = [
    {
      group,
      kind: 'fold',
      weights: scaled([0.4, 0.9, 0], hanging),
      points: onChest([0.044, 0.138, -0.056], [0.064, 0.131, -0.024], [0.07, 0.126, 0.008]),
    },
    {
      group: 'trunk',
      kind: 'fold',
      weights: scaled([0.5, 0.9, 0], up),
      points: onChest([0.052, 0.128, -0.02], [0.082, 0.098, -0.04], [0.098, 0.062, -0.075]),
    },
    {
      group: 'trunk',
      kind: 'fold',
      weights: scaled([0.4, 0.8, 0], up),
      points: onChest([0.03, 0.138, -0.045], [0.05, 0.13, -0.09], [0.064, 0.112, -0.14]),
    },
    {
      group: 'trunk',
      kind: 'fold',
      weights: scaled([0.4, 0.8, 0], up),
      points: onChest([-0.05, 0.132, -0.03], [-0.075, 0.108, -0.06], [-0.088, 0.075, -0.1]),
    },
  ]
  if (look.sleeves === 'none') return folds.slice(2)
  return [
    ...folds,
    {
      group,
      kind: 'fold',
      weights: scaled([0.1, 0.9, 0.1], smoothstep(30, 80, raised)),
      points: onArm([0.03, 0.036, -0.012], [0.042, 0.016, -0.05], [0.044, -0.008, -0.085]),
    },
  ]
}

/** Leggings: short folds on both sides of the hollow of the knee. */
function legFolds(skeleton: Skeleton, side: Side, unit: number): readonly MarkShape[] {
  const leg = skeleton.legs[side]
  const bent = smoothstep(25, 80, bendBetween(leg.thigh, leg.shank))
  const onThigh = pointsOn({ origin: leg.knee, axes: leg.thigh }, side, unit)
  const group = `${side} leg` as const
  return [1, -1].flatMap((way): readonly MarkShape[] => [
    {
      group,
      kind: 'fold',
      weights: scaled([0.9, 0.7, 0], bent),
      points: onThigh([-0.036, way * 0.042, 0.012], [-0.008, way * 0.052, 0.018], [0.02, way * 0.046, 0.03]),
    },
    {
      group,
      kind: 'fold',
      weights: scaled([0.8, 0.6, 0], bent),
      points: onThigh([-0.05, way * 0.036, 0.04], [-0.026, way * 0.052, 0.052], [0, way * 0.055, 0.068]),
    },
  ]) // prettier-ignore
}
