/** Balls and rollers between a body and the floor: where they are, and how far they let the body travel. */
import { mix } from '../../../geometry/vec3.ts'
import type { Side, Skeleton } from '../../skeleton.ts'
import type { Flesh } from '../flesh.ts'
import type { PoseContact } from '../phases.ts'
import { ballUnder } from './touches.ts'

/** What rolls, and where: metres on the floor. */
type Spot = readonly [x: number, y: number]

/**
 * Metres on the floor by which a body has not travelled as far as what it rolls on makes it: two numbers for a contact
 * that was elsewhere along the same part before, none for all others. Something that rolls on the floor moves half as
 * far as what rolls on it (pure rolling, without slip).
 */
export function slipOf(
  contact: PoseContact,
  skeleton: Skeleton,
  earlier: { readonly contact: PoseContact; readonly skeleton: Skeleton },
  flesh: Flesh,
): Spot {
  const was = middleUnder(earlier.contact, earlier.skeleton, flesh)
  const passed = middleUnder(earlier.contact, skeleton, flesh)
  const is = middleUnder(contact, skeleton, flesh)
  return [is[0] - (was[0] + passed[0]) / 2, is[1] - (was[1] + passed[1]) / 2]
}

/** Whether what a contact is on rolled there from where it was under the same part. */
export function hasRolled(contact: PoseContact, earlier: PoseContact | undefined): boolean {
  const { target } = contact
  const was = earlier?.target
  if (target.kind !== 'prop' || was?.kind !== 'prop' || target.prop !== was.prop) return false
  return (target.prop === 'roller' || target.prop === 'ball') && target.share !== was.share
}

function middleUnder(contact: PoseContact, skeleton: Skeleton, flesh: Flesh): Spot {
  if (contact.target.kind === 'prop' && contact.target.prop === 'ball') {
    const { x, y } = ballUnder(contact, skeleton, flesh)
    return [x, y]
  }
  const { side, share } = rollerAt(contact)
  const { hip, knee } = skeleton.legs[side]
  const [x, y] = mix(hip, knee, share)
  return [x, y]
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
