/** Balls and rollers between a body and the floor: where they are, and how far they let the body travel. */
import { mix } from '../../../geometry/vec3.ts'
import type { Side, Skeleton } from '../../skeleton.ts'
import type { Flesh } from '../flesh.ts'
import type { PoseContact } from '../phases.ts'
import type { Target } from './phrases.ts'
import { ballUnder } from './touches.ts'

/** A contact with a ball or a roller that was elsewhere under the same part before. */
export interface Roll {
  readonly contact: PoseContact
  readonly earlier: PoseContact
}

type Contacts = ReadonlyMap<string, PoseContact>

/** What rolls between two phases, by the names of their contacts. */
export function rollsBetween(earlier: Contacts, now: Contacts): readonly Roll[] {
  return [...now].flatMap(([name, contact]) => {
    const was = earlier.get(name)
    return was !== undefined && hasRolled(contact.target, was.target)
      ? [{ contact, earlier: was }]
      : []
  })
}

function hasRolled(target: Target, was: Target): boolean {
  if (target.kind !== 'prop' || was.kind !== 'prop' || target.prop !== was.prop) return false
  return (target.prop === 'roller' || target.prop === 'ball') && target.share !== was.share
}

/**
 * Metres on the floor, x and y, by which a ball or a roller is not where it rolls to under a body that was `before`.
 * What rolls without slip moves half as far as what lies on it.
 */
export function slipOf(
  { contact, earlier }: Roll,
  skeleton: Skeleton,
  before: Skeleton,
  flesh: Flesh,
): readonly number[] {
  const was = middleUnder(earlier, before, flesh)
  const carried = middleUnder(earlier, skeleton, flesh)
  const is = middleUnder(contact, skeleton, flesh)
  return [is.x - (was.x + carried.x) / 2, is.y - (was.y + carried.y) / 2]
}

function middleUnder(contact: PoseContact, skeleton: Skeleton, flesh: Flesh) {
  if (contact.target.kind === 'prop' && contact.target.prop === 'ball') {
    return ballUnder(contact, skeleton, flesh)
  }
  const { side, share } = rollerAt(contact)
  const { hip, knee } = skeleton.legs[side]
  const [x, y] = mix(hip, knee, share)
  return { x, y }
}

/** The thigh that is on a roller, and where along it: 0 is the hip, 1 the knee. */
export function rollerAt({ subject, target }: PoseContact): {
  readonly side: Side
  readonly share: number
} {
  const share = target.kind === 'prop' ? target.share : undefined
  return {
    side: subject.side ?? 'right',
    share: subject.part === 'thigh' ? (share ?? 0.5) : 1,
  }
}
