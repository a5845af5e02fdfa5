/** Where things are: it follows from what touches them. */
import { fromAxes, fromZAndX, unturned } from '../../geometry/rotation.ts'
import { addScaled, cross, dot, mix, normalize, scale, subtract } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { propSizes } from '../props/sizes.ts'
import type { PlacedProp } from '../scene.ts'
import { sides, type Side, type Skeleton } from '../skeleton.ts'
import { strapFoot } from './contacts/hand-goals.ts'
import { rollerAt } from './contacts/rolling.ts'
import { ballUnder, frontOf } from './contacts/touches.ts'
import { buttockOf, footMiddle, lowestOf, reachOf, type Flesh } from './flesh.ts'
import type { PoseContact, ResolvedPose } from './phases.ts'

export const propNames = [
  'mat',
  'band',
  'strap',
  'cushion',
  'ball',
  'roller',
  'step',
  'wall',
] as const

/** Just above the knees. */
const bandShare = 0.78

/** The things of a pose in their places. Steps are in the picture even when nothing touches them any more. */
export function placeProps(
  names: readonly string[],
  pose: ResolvedPose,
  skeleton: Skeleton,
  flesh: Flesh,
): readonly PlacedProp[] {
  const contacts = [...pose.contacts.values()]
  return names.flatMap((name): readonly PlacedProp[] => {
    switch (name) {
      case 'mat':
        return [{ kind: 'mat' }]
      case 'band':
        return [{ kind: 'band', share: bandShare }]
      case 'strap':
        return placeStrap(contacts, skeleton)
      case 'cushion':
      case 'ball':
      case 'roller':
      case 'step':
        return contacts
          .flatMap((contact) =>
            contact.target.kind === 'prop' && contact.target.prop === name
              ? [placeProp(name, contact, pose, skeleton, flesh)]
              : [],
          )
          .slice(0, 1)
      case 'wall':
        return contacts.some(({ target }) => target.kind === 'wall')
          ? [placeWall(pose, skeleton, flesh)]
          : []
      default:
        return []
    }
  })
}

/** To the crown, when the feet are a step in front of the wall, on the reference body; metres. */
const standingHeight = 1.64

/** Behind the back, or the buttocks where they reach further, and up to above the head. */
function placeWall({ base }: ResolvedPose, skeleton: Skeleton, flesh: Flesh): PlacedProp {
  const front = frontOf(base)
  const behind = scale(front, -1)
  const face = Math.max(
    ...(['back', 'pelvis'] as const).map((part) => reachOf(part, behind, skeleton, flesh)),
  )
  const { origin } = skeleton.pelvis
  const [x, y] = addScaled(origin, behind, face - dot(origin, behind))
  // Who slides down a wall leaves it as high as it was.
  const standing = base.name === 'standing' ? standingHeight * flesh.unit : 0
  const top = Math.max(standing, reachOf('head', [0, 0, 1], skeleton, flesh)) + propSizes.wall.above
  const axes = fromAxes(front, cross([0, 0, 1], front), [0, 0, 1])
  return { kind: 'wall', place: { origin: [x, y, top], axes } }
}

function placeStrap(contacts: readonly PoseContact[], skeleton: Skeleton): readonly PlacedProp[] {
  const inStrap = contacts.find(({ target }) => target.kind === 'strap' && target.way === 'in')
  const hands = sides.filter((side) =>
    contacts.some(
      ({ subject, target }) =>
        subject.part === 'hand' && subject.side === side && target.kind === 'strap',
    ),
  )
  if (hands.length === 0) return []
  return [{ kind: 'strap', foot: inStrap?.subject.side ?? strapFoot(skeleton), hands }]
}

function placeProp(
  kind: 'cushion' | 'ball' | 'roller' | 'step',
  contact: PoseContact,
  { base }: ResolvedPose,
  skeleton: Skeleton,
  flesh: Flesh,
): PlacedProp {
  const { heading, leftward } = base
  const level = fromAxes(heading, cross([0, 0, 1], heading), [0, 0, 1])
  const { side } = contact.subject
  switch (kind) {
    case 'step': {
      const [x, y] = footMiddle(skeleton, side ?? 'right', flesh)
      // The whole foot is on it, and there is room for the other one beside it.
      const shift = side === 'left' ? -0.1 : 0.1
      const place: Vec3 = [
        x + heading[0] * 0.02 + leftward[0] * shift,
        y + heading[1] * 0.02 + leftward[1] * shift,
        propSizes.step.height,
      ]
      return { kind, place: { origin: place, axes: level } }
    }
    case 'ball': {
      const { x, y } = ballUnder(contact, skeleton, flesh)
      return { kind, place: { origin: [x, y, propSizes.ball.radius], axes: unturned } }
    }
    case 'roller': {
      const thigh = rollerAt(contact)
      const { hip, knee } = skeleton.legs[thigh.side]
      const [x, y] = mix(hip, knee, thigh.share)
      const along = subtract(knee, hip)
      const forwards = normalize([along[0], along[1], 0])
      return {
        kind,
        place: {
          origin: [x, y, propSizes.roller.radius],
          axes: fromAxes(scale(forwards, 1), cross([0, 0, 1], forwards), [0, 0, 1]),
        },
      }
    }
    case 'cushion': {
      const [x, y, z] = cushionAt(contact, skeleton, flesh)
      return { kind, place: { origin: [x, y, z], axes: fromZAndX([0, 0, 1], heading) } }
    }
  }
}

/** In the middle of the top of the cushion. */
function cushionAt({ subject }: PoseContact, skeleton: Skeleton, flesh: Flesh): Vec3 {
  const { part, side } = subject
  const { pad, lowest, highest } = propSizes.cushion
  if (part === 'knee' && side !== undefined) {
    const { knee, ankle } = skeleton.legs[side]
    // Under the knee and the top of the shin.
    const [x, y] = mix(knee, ankle, 0.12)
    return [x, y, pad]
  }
  if (part === 'head') {
    return [skeleton.head.origin[0], skeleton.head.origin[1], pad]
  }
  const height = Math.max(lowest, Math.min(highest, lowestOf('pelvis', skeleton, flesh) + 0.015))
  const front = sides.find((name) => name === side) ?? foremost(skeleton)
  const [x, y] = mix(skeleton.pelvis.origin, buttockOf(front, skeleton, flesh).centre, 0.6)
  return [x, y, height]
}

/** The side whose thigh points forward: its buttock bears the weight. */
function foremost({ legs, pelvis }: Skeleton): Side {
  const forwards = (side: Side) =>
    (legs[side].knee[0] - legs[side].hip[0]) * pelvis.axes[0] +
    (legs[side].knee[1] - legs[side].hip[1]) * pelvis.axes[3]
  return forwards('left') > forwards('right') ? 'left' : 'right'
}
