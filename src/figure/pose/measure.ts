/** Joint angles read back from a skeleton, as a clinician would measure them: the reverse of `kinematics.ts`. */
import { radiansPerDegree, turnThenTurn, unrotate, xAxis, zAxis } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import { dot } from '../../geometry/vec3.ts'
import type { JointAngles } from '../../model/pose.ts'
import { spineAt } from '../body/spine.ts'
import { signOf, type Side, type Skeleton } from '../skeleton.ts'
import { measureBallJoint, type BallAngles } from './ball-joint.ts'

/**
 * Hip and shoulder as flexion, abduction and external rotation, in this order (ISB; Grood and Suntay 1983);
 * of the two ways to say one position, the one nearer to `near`.
 */
export function measureHip(skeleton: Skeleton, side: Side, near?: BallAngles): JointAngles {
  return named(
    measureBallJoint(side, turnFrom(skeleton.pelvis.axes, skeleton.legs[side].thigh), near),
  )
}

/** Of the arm against the spine at the height of the shoulders, metres above the hips. */
export function measureShoulder(
  skeleton: Skeleton,
  side: Side,
  shoulderLine: number,
  near?: BallAngles,
): JointAngles {
  const { axes } = spineAt(skeleton, shoulderLine)
  return named(measureBallJoint(side, turnFrom(axes, skeleton.arms[side].upperArm), near))
}

export function measureKnee(skeleton: Skeleton, side: Side): JointAngles {
  const { thigh, shank } = skeleton.legs[side]
  // The hinge is the thigh's: where the shin's length points in its plane.
  const up = unrotate(thigh, zAxis(shank))
  const turn = turnFrom(thigh, shank)
  return {
    flexion: Math.atan2(up[0], up[2]) / radiansPerDegree,
    'external-rotation': (signOf(side) * Math.atan2(turn[3], turn[4])) / radiansPerDegree,
  }
}

export function measureAnkle(skeleton: Skeleton, side: Side): JointAngles {
  const { shank, foot } = skeleton.legs[side]
  const forwards = unrotate(shank, xAxis(foot))
  const turn = turnFrom(shank, foot)
  return {
    dorsiflexion: Math.atan2(forwards[2], forwards[0]) / radiansPerDegree,
    inversion: (-signOf(side) * Math.atan2(-turn[5], turn[4])) / radiansPerDegree,
  }
}

export function measureElbow(skeleton: Skeleton, side: Side): JointAngles {
  const { upperArm, forearm, forearmAtWrist } = skeleton.arms[side]
  const up = unrotate(upperArm, zAxis(forearm))
  const turn = turnFrom(forearm, forearmAtWrist)
  return {
    flexion: Math.atan2(-up[0], up[2]) / radiansPerDegree,
    supination: (signOf(side) * Math.atan2(turn[3], turn[4])) / radiansPerDegree,
  }
}

export function measureWrist(skeleton: Skeleton, side: Side): JointAngles {
  const { forearmAtWrist, hand } = skeleton.arms[side]
  const up = unrotate(forearmAtWrist, zAxis(hand))
  return {
    flexion: Math.atan2(-up[0], up[2]) / radiansPerDegree,
    'radial-deviation':
      (-signOf(side) * Math.asin(Math.max(-1, Math.min(1, up[1])))) / radiansPerDegree,
  }
}

/** Of the chest against the pelvis: lumbar and thoracic spine together. */
export function measureSpine(skeleton: Skeleton, shoulderLine: number): JointAngles {
  const turn = turnFrom(skeleton.pelvis.axes, spineAt(skeleton, shoulderLine).axes)
  const sideBend = Math.asin(Math.max(-1, Math.min(1, -turn[5])))
  return {
    flexion: Math.atan2(turn[2], turn[8]) / radiansPerDegree,
    'side-bend': sideBend / radiansPerDegree,
    rotation: -Math.atan2(turn[3], turn[4]) / radiansPerDegree,
  }
}

/** Degrees between the trunk, from hips to shoulders, and the floor. */
export function measureTrunkSlope(skeleton: Skeleton, shoulderLine: number): number {
  const top = spineAt(skeleton, shoulderLine).origin
  const bottom = skeleton.pelvis.origin
  const along = [top[0] - bottom[0], top[1] - bottom[1], top[2] - bottom[2]] as const
  return Math.asin(along[2] / Math.sqrt(dot(along, along))) / radiansPerDegree
}

function named([flexion, abduction, externalRotation]: BallAngles): JointAngles {
  return { flexion, abduction, 'external-rotation': externalRotation }
}

/** A bone's axes as seen from another's. */
function turnFrom(from: Rotation, to: Rotation): Rotation {
  const [a, b, c, d, e, f, g, h, i] = from
  return turnThenTurn([a, d, g, b, e, h, c, f, i], to)
}
