/** What the solver may change of a pose, from where, and how gladly. */
import type { Side } from '../skeleton.ts'
import { nameOf } from './contacts/phrases.ts'
import { freedoms } from './degrees-of-freedom.ts'
import type { Unknown } from './least-squares.ts'
import type { PoseContact, ResolvedPose } from './phases.ts'
import { rangeOf } from './ranges.ts'
import type { Before } from './solve.ts'

/** What the solver may change, and how gladly: degrees, or metres, that cost 1. */
export function unknownsOf(
  pose: ResolvedPose,
  contacts: readonly PoseContact[],
  limbs: {
    readonly isReaching: Readonly<Record<Side, boolean>>
    readonly isFlat: Readonly<Record<Side, boolean>>
  },
  before: Before | undefined,
): { readonly places: readonly number[]; readonly unknowns: readonly Unknown[] } {
  const { base, isWritten, posture } = pose
  const { isReaching, isFlat } = limbs
  const places: number[] = []
  const unknowns: Unknown[] = []
  const touching = new Set(contacts.map(({ subject }) => nameOf(subject)))
  // A leg on which the other one rests may move as well.
  for (const { subject, target } of contacts) {
    if (subject.part === 'ankle' && target.kind === 'body') touching.add(nameOf(target.of))
  }
  const hasLegContact = (side: Side) =>
    ['leg', 'thigh', 'knee', 'shin', 'ankle', 'foot'].some((part) =>
      touching.has(`${side} ${part}`),
    )
  for (const [place, { joint, movement, side }] of freedoms.entries()) {
    if (isWritten[place] === true) continue
    const ease = easeOf(joint, movement, side)
    if (ease === 0) continue
    const start = joint === 'root' ? rootStart(movement) : startAt(place, joint)
    const range = rangeOf(joint, movement)
    const bound = boundOf(joint, movement)
    places.push(place)
    unknowns.push({
      start,
      ease,
      // Who leans on the hands does not sag between the shoulder blades.
      least: Math.max(range?.min ?? (movement === 'protraction' ? -0.02 : -bound), start - bound),
      most: Math.min(range?.max ?? bound, start + bound),
    })
  }
  return { places, unknowns }

  // The trunk moves no more than it must from one phase to the next.
  function startAt(place: number, joint: string): number {
    const isTrunk = joint === 'pelvis' || joint === 'neck' || joint.endsWith('spine')
    const isSteady = isTrunk || joint.endsWith('shoulder blade')
    const earlier = isSteady && before?.pose.base === base ? before.posture[place] : undefined
    return earlier ?? posture[place] ?? 0
  }

  function rootStart(movement: string): number {
    if (movement === 'z') return base.height
    const origin = before?.skeleton.pelvis.origin
    return origin === undefined ? 0 : movement === 'x' ? origin[0] : origin[1]
  }

  function easeOf(joint: string, movement: string, side: Side | undefined): number {
    if (joint === 'root') return movement === 'z' ? 1 : 0.3
    if (joint === 'pelvis') {
      const { tilt, sideBend, rotation } = base.ease
      return movement === 'tilt' ? tilt : movement === 'side-bend' ? sideBend : rotation
    }
    if (joint.endsWith('spine')) return movement === 'rotation' ? 0 : 4
    if (joint === 'neck') return movement === 'rotation' ? 0 : 8
    if (side === undefined) return 0
    if (joint.endsWith('shoulder blade')) return isReaching[side] ? 0.03 : 0
    if (joint.endsWith('hip') || joint.endsWith('knee') || joint.endsWith('ankle')) {
      if (!hasLegContact(side)) return 0
      if (movement === 'external-rotation') return joint.endsWith('knee') ? 0 : 8
      return joint.endsWith('ankle') ? (isFlat[side] ? 30 : 4) : 12
    }
    if (isReaching[side]) return 0
    const isPosed = touching.has(`${side} hand`)
    return isPosed ? (joint.endsWith('wrist') ? 60 : 25) : 0
  }
}

/** How far from its start the solver may take a movement: shoulder blades 5 cm, a pelvis does not roll over. */
function boundOf(joint: string, movement: string): number {
  if (joint.endsWith('shoulder blade')) return 0.05
  if (joint === 'pelvis' && movement !== 'tilt') return 18
  return joint === 'root' ? 10 : 180
}
