/** Ball joints: flexion first, then abduction, then rotation about the bone, and back from a rotation to the angles. */
import { aboutZThenXThenY, radiansPerDegree } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import { signOf, type Side } from '../skeleton.ts'

/**
 * Hip and shoulder: about the proximal bone's medio-lateral axis, then the bone's antero-posterior one, then
 * its own length (ISB: Wu et al. 2002, 2005; Grood and Suntay 1983). So flexion 90 with abduction 35 turns a
 * thigh about the line from head to tail.
 */
export function turnBallJoint(
  side: Side,
  flexion: number,
  abduction: number,
  externalRotation: number,
): Rotation {
  const sign = signOf(side)
  return aboutZThenXThenY(sign * externalRotation, sign * abduction, -flexion)
}

export type BallAngles = readonly [flexion: number, abduction: number, externalRotation: number]

/**
 * The angles of a rotation. Two triples describe every position (an arm overhead is flexed or abducted by
 * 180 degrees): the one nearer to `near` is given, or else that of less abduction than 90 degrees.
 */
export function measureBallJoint(side: Side, turn: Rotation, near?: BallAngles): BallAngles {
  const sign = signOf(side)
  const abduction = Math.asin(Math.max(-1, Math.min(1, -turn[5]))) / radiansPerDegree
  const flexion = Math.atan2(-turn[2], turn[8]) / radiansPerDegree
  const rotation = Math.atan2(turn[3], turn[4]) / radiansPerDegree
  const first: BallAngles = [flexion, sign * abduction, sign * rotation]
  if (near === undefined) return first
  const other: BallAngles = [
    wrap(flexion + 180, near[0]),
    wrap(sign * (180 - abduction), near[1]),
    wrap(sign * (rotation + 180), near[2]),
  ]
  const one: BallAngles = [wrap(first[0], near[0]), first[1], wrap(first[2], near[2])]
  return apart(other, near) < apart(one, near) - 1e-6 ? other : one
}

function apart(a: BallAngles, b: BallAngles): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2])
}

/** The same angle, a full turn or none away, nearest to another. */
function wrap(angle: number, near: number): number {
  return angle - 360 * Math.round((angle - near) / 360)
}
