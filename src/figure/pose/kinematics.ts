/** Joint angles to a skeleton in the world (forward kinematics). */
import { aboutX, aboutY, aboutZ, rotate, turnThenTurn, zAxis } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import { add, addScaled, dot } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { spineAt } from '../body/spine.ts'
import { signOf } from '../skeleton.ts'
import type { Arm, Bone, Leg, Side, Skeleton, SpinePlace } from '../skeleton.ts'
import { turnBallJoint } from './ball-joint.ts'
import { freedomOf, freedoms, type Posture } from './degrees-of-freedom.ts'
import type { Proportions } from './proportions.ts'
import { createRecall } from './recall.ts'
import { bendNeck, bendSpine, bendTrunk } from './spine.ts'

/** The skeleton of a posture. `baseAxes` are the pelvis's axes when all of its angles are 0. */
export function poseSkeleton(
  posture: Posture,
  baseAxes: Rotation,
  proportions: Proportions,
): Skeleton {
  return createPoser(baseAxes, proportions)(posture)
}

/** As `poseSkeleton`, for many postures that are alike: what the last ones have in common is the same object in both. */
export function createPoser(
  baseAxes: Rotation,
  proportions: Proportions,
): (posture: Posture) => Skeleton {
  const pelvisOf = createRecall<Bone>()
  const spineOf = createRecall<readonly SpinePlace[]>()
  const shouldersOf = createRecall<Bone>()
  const headOf = createRecall<Pick<Skeleton, 'neck' | 'head'>>()
  const legOf = { left: createRecall<Leg>(), right: createRecall<Leg>() }
  const armOf = { left: createRecall<Arm>(), right: createRecall<Arm>() }
  return (posture) => {
    const angles = (places: readonly number[]) => places.map((place) => posture[place] ?? 0)
    const pelvis = pelvisOf(angles(pelvisFreedoms), () => posePelvis(posture, baseAxes))
    const spine = spineOf([pelvis, ...angles(spineFreedoms)], () =>
      bendSpine(pelvis, posture, proportions),
    )
    const shoulders = shouldersOf([spine], () => spineAt({ spine }, proportions.shoulderLine))
    const leg = (side: Side) =>
      legOf[side]([pelvis, ...angles(legFreedoms[side])], () =>
        poseLeg(side, pelvis, posture, proportions),
      )
    const arm = (side: Side) =>
      armOf[side]([shoulders, ...angles(armFreedoms[side])], () =>
        poseArm(side, shoulders, posture, proportions),
      )
    return {
      pelvis,
      spine,
      ...headOf([spine, ...angles(neckFreedoms)], () =>
        bendNeck(spineAt({ spine }, proportions.neckBase), posture, proportions),
      ),
      legs: { left: leg('left'), right: leg('right') },
      arms: { left: arm('left'), right: arm('right') },
    }
  }
}

const pelvisFreedoms = freedomsOf('root', 'pelvis')
const spineFreedoms = freedomsOf('lumbar spine', 'thoracic spine')
const neckFreedoms = freedomsOf('neck')
const legFreedoms = {
  left: freedomsOf('left hip', 'left knee', 'left ankle'),
  right: freedomsOf('right hip', 'right knee', 'right ankle'),
}
const armFreedoms = {
  left: freedomsOf('left shoulder', 'left elbow', 'left wrist', 'left shoulder blade'),
  right: freedomsOf('right shoulder', 'right elbow', 'right wrist', 'right shoulder blade'),
}

/** Where the movements of some joints stand in a posture. */
function freedomsOf(...joints: readonly string[]): readonly number[] {
  return [...freedoms.keys()].filter((place) => joints.includes(freedoms[place]?.joint ?? ''))
}

const root = [freedomOf('root', 'x'), freedomOf('root', 'y'), freedomOf('root', 'z')] as const
const pelvisAngles = [
  freedomOf('pelvis', 'tilt'),
  freedomOf('pelvis', 'side-bend'),
  freedomOf('pelvis', 'rotation'),
] as const

function posePelvis(posture: Posture, baseAxes: Rotation): Bone {
  const at = (place: number): number => posture[place] ?? 0
  return {
    origin: [at(root[0]), at(root[1]), at(root[2])],
    axes: turnThenTurn(
      baseAxes,
      bendTrunk(at(pelvisAngles[0]), at(pelvisAngles[1]), at(pelvisAngles[2])),
    ),
  }
}

const limbFreedoms = { left: limbFreedomsOf('left'), right: limbFreedomsOf('right') } as const

function limbFreedomsOf(side: Side) {
  const of = (joint: string, movement: string) => freedomOf(`${side} ${joint}`, movement)
  const ball = (joint: string) =>
    [of(joint, 'flexion'), of(joint, 'abduction'), of(joint, 'external-rotation')] as const
  return {
    hip: ball('hip'),
    knee: [of('knee', 'flexion'), of('knee', 'external-rotation')] as const,
    ankle: [of('ankle', 'dorsiflexion'), of('ankle', 'inversion')] as const,
    shoulder: ball('shoulder'),
    elbow: [of('elbow', 'flexion'), of('elbow', 'supination')] as const,
    wrist: [of('wrist', 'flexion'), of('wrist', 'radial-deviation')] as const,
    blade: [of('shoulder blade', 'elevation'), of('shoulder blade', 'protraction')] as const,
  }
}

function poseLeg(side: Side, pelvis: Bone, posture: Posture, proportions: Proportions): Leg {
  const at = (place: number): number => posture[place] ?? 0
  const {
    hip: [flexion, abduction, rotation],
    knee,
    ankle,
  } = limbFreedoms[side]
  const sign = signOf(side)
  const hip = add(pelvis.origin, rotate(pelvis.axes, [0, sign * proportions.halfHips, 0]))
  const thigh = turnThenTurn(
    pelvis.axes,
    turnBallJoint(side, at(flexion), at(abduction), at(rotation)),
  )
  const kneePoint = addScaled(hip, zAxis(thigh), -proportions.thigh)
  const shank = turnThenTurn(thigh, turnThenTurn(aboutY(at(knee[0])), aboutZ(sign * at(knee[1]))))
  const foot = turnThenTurn(
    shank,
    turnThenTurn(aboutY(-at(ankle[0])), aboutX(-sign * at(ankle[1]))),
  )
  const anklePoint = addScaled(kneePoint, zAxis(shank), -proportions.shank)
  return { hip, knee: kneePoint, ankle: anklePoint, thigh, shank, foot }
}

function poseArm(side: Side, shoulders: Bone, posture: Posture, proportions: Proportions): Arm {
  const at = (place: number): number => posture[place] ?? 0
  const {
    shoulder: [flexion, abduction, rotation],
    elbow,
    wrist,
    blade,
  } = limbFreedoms[side]
  const sign = signOf(side)
  const upperArm = turnThenTurn(
    shoulders.axes,
    turnBallJoint(side, at(flexion), at(abduction), at(rotation)),
  )
  const shoulder = placeShoulder(side, shoulders, {
    upwards: zAxis(upperArm),
    elevation: at(blade[0]),
    protraction: at(blade[1]),
    proportions,
  })
  const elbowPoint = addScaled(shoulder, zAxis(upperArm), -proportions.upperArm)
  const forearm = turnThenTurn(upperArm, aboutY(-at(elbow[0])))
  const forearmAtWrist = turnThenTurn(forearm, aboutZ(sign * at(elbow[1])))
  const hand = turnThenTurn(
    forearmAtWrist,
    turnThenTurn(aboutY(-at(wrist[0])), aboutX(sign * at(wrist[1]))),
  )
  return {
    shoulder,
    elbow: elbowPoint,
    wrist: addScaled(elbowPoint, zAxis(forearm), -proportions.forearm),
    upperArm,
    forearm,
    forearmAtWrist,
    hand,
    handShape: 'relaxed',
  }
}

export interface ShoulderPlacement {
  /** From the elbow to the shoulder, length 1. */
  readonly upwards: Vec3
  /** Of the shoulder blade, metres, beyond what goes along with the arm. */
  readonly elevation: number
  readonly protraction: number
  readonly proportions: Proportions
}

/**
 * The shoulder's centre: the girdle rises and moves in as the arm goes up beyond the first 40 degrees
 * (scapulo-humeral rhythm, Inman et al. 1944).
 */
export function placeShoulder(side: Side, shoulders: Bone, placement: ShoulderPlacement): Vec3 {
  const { upwards, elevation, protraction, proportions } = placement
  const { unit, halfShoulders } = proportions
  const raised = Math.acos(Math.max(-1, Math.min(1, dot(upwards, zAxis(shoulders.axes)))))
  const share = Math.max(0, Math.min(1, (raised / Math.PI - 40 / 180) / (140 / 180)))
  return add(
    shoulders.origin,
    rotate(shoulders.axes, [
      -0.012 * unit + protraction,
      signOf(side) * (halfShoulders - 0.03 * unit * share),
      0.045 * unit * share + elevation,
    ]),
  )
}
