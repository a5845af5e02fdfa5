/** The spine between its places, and the angles that flesh and cloth follow. */
import {
  aboutY,
  fromZAndX,
  turnThenTurn,
  unrotate,
  xAxis,
  zAxis,
  type Rotation,
} from '../../geometry/rotation.ts'
import { dot, mix, subtract } from '../../geometry/vec3.ts'
import type { Bone, Leg, Skeleton } from '../skeleton.ts'
import { clamp } from './shapes.ts'

/** The bone at a height along the spine, metres above the hip centres. */
export function spineAt(skeleton: Pick<Skeleton, 'spine'>, height: number): Bone {
  const { spine } = skeleton
  const first = spine[0]
  const last = spine[spine.length - 1]
  if (first === undefined || last === undefined) throw new Error('a skeleton without a spine')
  const step = (last.height - first.height) / (spine.length - 1)
  const index = clamp(Math.floor((height - first.height) / step), 0, spine.length - 2)
  const a = spine[index] ?? first
  const b = spine[index + 1] ?? last
  const share = (height - a.height) / step
  return {
    origin: mix(a.origin, b.origin, share),
    axes: fromZAndX(
      mix(zAxis(a.axes), zAxis(b.axes), share),
      mix(xAxis(a.axes), xAxis(b.axes), share),
    ),
  }
}

const degreesPerRadian = 180 / Math.PI

/** How far the thigh is bent forward from the pelvis, degrees; beyond 180 it stays at the limit. */
export function hipFlexion(skeleton: Skeleton, leg: Leg): number {
  const thigh = unrotate(skeleton.pelvis.axes, subtract(leg.knee, leg.hip))
  return Math.atan2(thigh[0], -thigh[2]) * degreesPerRadian
}

/** Degrees between two bones that would lie in one line when the joint is straight. */
export function bendBetween(upper: Rotation, lower: Rotation): number {
  return Math.acos(clamp(dot(zAxis(upper), zAxis(lower)), -1, 1)) * degreesPerRadian
}

/** The share of hip flexion that the buttock goes along with. */
const glutealShare = 0.42

/** The pelvis's axes turned as the buttock is drawn along by the thigh. */
export function glutealAxes(skeleton: Skeleton, leg: Leg): Rotation {
  const flexion = clamp(hipFlexion(skeleton, leg), -20, 130)
  return turnThenTurn(skeleton.pelvis.axes, aboutY(-flexion * glutealShare))
}
