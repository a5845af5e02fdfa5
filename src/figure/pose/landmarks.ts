/** Named points of a skeleton, for arrows, marks and words. */
import { rotate, zAxis } from '../../geometry/rotation.ts'
import { add, addScaled, distance, mix } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { spineAt } from '../body/spine.ts'
import { sides, type Side, type Skeleton } from '../skeleton.ts'

const trunkLandmarks = ['head', 'neck', 'chest', 'waist', 'pelvis', 'tail bone'] as const
const limbLandmarks = [
  'shoulder', 'upper arm', 'elbow', 'forearm', 'wrist', 'hand',
  'hip', 'thigh', 'knee', 'shin', 'ankle', 'heel', 'foot', 'toes',
] as const // prettier-ignore

type LimbLandmark = (typeof limbLandmarks)[number]
export type Landmark = (typeof trunkLandmarks)[number] | `${Side} ${LimbLandmark}`

export const landmarks: readonly Landmark[] = [
  ...trunkLandmarks,
  ...sides.flatMap((side) => limbLandmarks.map((name): Landmark => `${side} ${name}`)),
]

export function isLandmark(name: string): name is Landmark {
  return landmarks.some((landmark) => landmark === name)
}

/** Where a landmark is in the world: joints in their centres, limbs halfway, hand and foot in their middle. */
export function placeOn(skeleton: Skeleton, landmark: Landmark): Vec3 {
  const top = skeleton.spine[skeleton.spine.length - 1]?.height ?? 0.56
  switch (landmark) {
    case 'head':
      return add(skeleton.head.origin, rotate(skeleton.head.axes, [0.012, 0, 0.088]))
    case 'neck':
      return skeleton.neck[Math.floor(skeleton.neck.length / 2)]?.origin ?? skeleton.head.origin
    case 'chest':
      return spineAt(skeleton, top * 0.62).origin
    case 'waist':
      return spineAt(skeleton, top * 0.34).origin
    case 'pelvis':
      return skeleton.pelvis.origin
    case 'tail bone': {
      const { origin, axes } = skeleton.pelvis
      return add(origin, rotate(axes, [-0.05, 0, -0.095]))
    }
    default: {
      const side = landmark.startsWith('left') ? 'left' : 'right'
      return placeOnLimb(skeleton, side, landmark.slice(side.length + 1))
    }
  }
}

function placeOnLimb({ arms, legs }: Skeleton, side: Side, name: string): Vec3 {
  const { shoulder, elbow, wrist, hand } = arms[side]
  const { hip, knee, ankle, foot } = legs[side]
  // The foot is 0.62 of the shank long (Winter 2009).
  const footLength = distance(knee, ankle) * 0.62
  const onFoot = (share: number): Vec3 =>
    add(ankle, rotate(foot, [footLength * (share - 0.23), 0, -0.17 * footLength]))
  switch (name) {
    case 'shoulder':
      return shoulder
    case 'upper arm':
      return mix(shoulder, elbow, 0.5)
    case 'elbow':
      return elbow
    case 'forearm':
      return mix(elbow, wrist, 0.5)
    case 'wrist':
      return wrist
    case 'hand':
      return addScaled(wrist, zAxis(hand), -distance(elbow, wrist) * 0.36)
    case 'hip':
      return hip
    case 'thigh':
      return mix(hip, knee, 0.5)
    case 'knee':
      return knee
    case 'shin':
      return mix(knee, ankle, 0.5)
    case 'ankle':
      return ankle
    case 'heel':
      return onFoot(0)
    case 'toes':
      return onFoot(1)
    default:
      return onFoot(0.5)
  }
}
