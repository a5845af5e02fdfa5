/** A phase with everything it takes from the phases and the base it is made from. */
import type { FigureDescription, PhaseName, Pose } from '../../model/pose.ts'
import { findBase, type Base } from './bases.ts'
import {
  nameOf,
  parsePhrase,
  parseSubject,
  placeWords,
  type Subject,
  type Target,
} from './contacts/phrases.ts'
import { findFreedom, freedoms, singleJoints, type Posture } from './degrees-of-freedom.ts'

export interface PoseContact {
  readonly subject: Subject
  readonly target: Target
  /** What the author says is touched; contacts of two phases are the same when name and words are. */
  readonly words: string
  /** By the base, not by the author. */
  readonly isNatural: boolean
}

export interface ResolvedPose {
  readonly base: Base
  /** Natural angles, with the author's over them. */
  readonly posture: Posture
  /** Which of them the author wrote: these are kept as they are. */
  readonly isWritten: readonly boolean[]
  /** By name of the subject. */
  readonly contacts: ReadonlyMap<string, PoseContact>
}

/** The poses a phase is made from, the one with the base first; undefined when they lead to no base. */
export function poseChain(
  phases: FigureDescription['phases'],
  pose: Pose,
): readonly Pose[] | undefined {
  const chain = [pose]
  for (let from = pose.from; from !== undefined; from = chain[0]?.from) {
    const earlier = isPhase(from) ? phases[from] : undefined
    if (earlier === undefined || chain.includes(earlier)) return undefined
    chain.unshift(earlier)
  }
  return chain
}

/** What a pose says with all it is made from, or undefined when its base is not known. */
export function resolvePose(
  pose: Pose,
  phases: FigureDescription['phases'],
): ResolvedPose | undefined {
  const chain = poseChain(phases, pose)
  const base = findBase(chain?.[0]?.base ?? '')
  if (chain === undefined || base === undefined) return undefined
  const posture = freedoms.map(() => 0)
  const isWritten = freedoms.map(() => false)
  write(base.joints, (place, value) => {
    posture[place] = value
  })
  for (const { joints } of chain) {
    write(joints, (place, value) => {
      posture[place] = value
      isWritten[place] = true
    })
  }
  return { base, posture, isWritten, contacts: contactsOf(base, chain) }
}

type Joints = Pose['joints']

/** `hips` first, so that `left hip` beside it says more. */
function write(joints: Joints, set: (place: number, value: number) => void): void {
  const names = Object.keys(joints).sort((a, b) => singleJoints(b).length - singleJoints(a).length)
  for (const name of names) {
    for (const [movement, degrees] of Object.entries(joints[name] ?? {})) {
      for (const joint of singleJoints(name)) {
        const place = findFreedom(joint, movement)
        if (place !== undefined) set(place, degrees)
      }
    }
  }
}

const legParts = new Set(['leg', 'thigh', 'knee', 'shin', 'ankle', 'foot'])
const armParts = new Set(['arm', 'forearm', 'elbow', 'hand'])

function contactsOf(base: Base, chain: readonly Pose[]): ReadonlyMap<string, PoseContact> {
  const contacts = new Map<string, PoseContact>()
  for (const contact of readContacts(base.contacts, true)) {
    contacts.set(slotOf(contact), contact)
  }
  for (const pose of chain) {
    for (const contact of readContacts(pose.contacts, false)) {
      for (const [name, other] of contacts) {
        if (givesWay(other, contact)) contacts.delete(name)
      }
      contacts.set(slotOf(contact), contact)
    }
  }
  return contacts
}

/** Feet may lie together and on the floor. */
function slotOf({ subject, target }: PoseContact): string {
  return target.kind === 'together' ? `${nameOf(subject)} together` : nameOf(subject)
}

/** Whether a contact no longer holds when another is said of the same part or limb. */
function givesWay(old: PoseContact, said: PoseContact): boolean {
  const { part, side } = old.subject
  if (old.isNatural && liftsTrunk(old, said)) return true
  if (side !== said.subject.side) return false
  const isTogether = (contact: PoseContact) => contact.target.kind === 'together'
  if (isTogether(said) || (isTogether(old) && said.target.kind !== 'free')) return false
  if (part === said.subject.part) return true
  if (armParts.has(part) && armParts.has(said.subject.part)) return true
  if (!legParts.has(part) || !legParts.has(said.subject.part)) return false
  if (said.target.kind === 'free') return old.isNatural || part === 'leg'
  return old.isNatural && (part === 'leg' || said.subject.part === 'leg')
}

/** What nobody said of the trunk does not hold when something is under it, or arms prop it up. */
function liftsTrunk(old: PoseContact, { subject, target }: PoseContact): boolean {
  const { part } = old.subject
  if (part === 'back' && subject.part === 'shoulders') return true
  const isTrunk =
    part === 'pelvis' || part === 'back' || part === 'shoulder' || part === 'shoulders'
  const isPropped = subject.part === 'forearm' || subject.part === 'elbow'
  if (isPropped && target.kind === 'floor') return isTrunk || part === 'head'
  return isTrunk && target.kind === 'prop' && ['thigh', 'buttock', 'knee'].includes(subject.part)
}

function readContacts(
  written: Readonly<Record<string, string>>,
  isNatural: boolean,
): readonly PoseContact[] {
  return Object.entries(written).flatMap(([who, words]) =>
    (parseSubject(who) ?? []).flatMap((subject): readonly PoseContact[] => {
      const target = parsePhrase(subject, words)
      return target === undefined ? [] : [{ subject, target, words: placeWords(words), isNatural }]
    }),
  )
}

export function isPhase(name: string): name is PhaseName {
  return name === 'start' || name === 'end' || name === 'mistake'
}
