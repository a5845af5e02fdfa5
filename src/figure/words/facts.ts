/** What can be said of a pose, before it is said in a language: how the person lies or stands, bends, and touches what. */
import type { FigureDescription, PhaseName } from '../../model/pose.ts'
import { freedomOf } from '../pose/degrees-of-freedom.ts'
import type { Subject, Target } from '../pose/contacts/phrases.ts'
import { resolvePose } from '../pose/phases.ts'
import type { PoseContact, ResolvedPose } from '../pose/phases.ts'
import { sides } from '../skeleton.ts'
import type { Side } from '../skeleton.ts'

/** A sentence of a locale: its key, and the body parts in it by their own keys (`part-left-knee`). */
export interface Fact {
  readonly key: string
  readonly who?: string
  readonly of?: string
  /** Chooses among plural forms. */
  readonly count?: number
  /** Metres. */
  readonly distance?: number
}

/** From here on a knee is called bent. */
const bent = 25

/** Bases that say themselves how the knees are. */
const saysKnees = ['quadruped', 'half-kneeling']

/** Body parts of which "on the floor" goes without saying. */
const restingParts = [
  'head',
  'shoulders',
  'back',
  'pelvis',
  'leg',
  'thigh',
  'shoulder',
  'buttock',
  'hip',
]

export function resolvePhase(
  { phases }: FigureDescription,
  phase: PhaseName,
): ResolvedPose | undefined {
  const pose = phases[phase]
  return pose === undefined ? undefined : resolvePose(pose, phases)
}

/** The whole pose: base, knees and contacts. */
export function poseFacts(pose: ResolvedPose): readonly Fact[] {
  const contacts = [...pose.contacts.values()]
  const told = contacts.filter(({ isNatural, subject }) => !isNatural || subject.part === 'head')
  return [baseFact(pose), ...bendFacts(pose), ...contactFacts(told)]
}

export function baseFact({ base }: ResolvedPose): Fact {
  return { key: `figure-${base.name.replaceAll(' ', '-')}` }
}

function bendFacts(pose: ResolvedPose): readonly Fact[] {
  if (saysKnees.includes(pose.base.name)) return []
  const bentKnees = sides.filter((side) => isBent(pose, side, 'knee'))
  const [first] = bentKnees
  if (first === undefined) return []
  if (bentKnees.length === 1) return [{ key: 'figure-bent', who: `part-${first}-knee`, count: 1 }]
  const areHipsBent = sides.every((side) => isBent(pose, side, 'hip'))
  if (areHipsBent) return [{ key: 'figure-hips-knees-bent' }]
  return [{ key: 'figure-bent', who: 'part-both-knee', count: 2 }]
}

/** Knees that are bent now and were straight, and the other way round. */
export function bendChanges(before: ResolvedPose, now: ResolvedPose): readonly Fact[] {
  const changes = sides.flatMap((side): readonly Fact[] => {
    const [was, is] = [isBent(before, side, 'knee'), isBent(now, side, 'knee')]
    if (was === is) return []
    const key = is ? 'figure-bent' : 'figure-straight'
    return [{ key, who: `part-${side}-knee`, count: 1 }]
  })
  const [one, other] = changes
  if (one?.key !== other?.key || one === undefined) return changes
  return [{ key: one.key, who: 'part-both-knee', count: 2 }]
}

/** How the trunk has changed by an angle that everybody sees. */
export function trunkChanges(before: ResolvedPose, now: ResolvedPose): readonly Fact[] {
  const change = (joint: string, movement: string): number => {
    const place = freedomOf(joint, movement)
    return (now.posture[place] ?? 0) - (before.posture[place] ?? 0)
  }
  const flexion = change('lumbar spine', 'flexion')
  const facts: Fact[] = []
  if (flexion <= -15) facts.push({ key: 'figure-back-arched' })
  if (flexion >= 15) facts.push({ key: 'figure-back-rounded' })
  if (Math.abs(change('pelvis', 'rotation')) >= 12) facts.push({ key: 'figure-hips-turned' })
  return facts
}

/** Contacts that one phase has and the other has not. */
export function contactChanges(before: ResolvedPose, now: ResolvedPose): readonly Fact[] {
  const changed = [...now.contacts].filter(([name, { words, isNatural }]) => {
    return !isNatural && before.contacts.get(name)?.words !== words
  })
  return contactFacts(changed.map(([, contact]) => contact))
}

/** The sides that touch something else than before. */
export function sidesOfContacts(before: ResolvedPose, now: ResolvedPose): readonly Side[] {
  const names = new Set([...before.contacts.keys(), ...now.contacts.keys()])
  return sides.filter((side) =>
    [...names].some(
      (name) =>
        name.startsWith(`${side} `) &&
        before.contacts.get(name)?.words !== now.contacts.get(name)?.words,
    ),
  )
}

/** What is kept together all the while: "feet stay together". */
export function heldTogether(before: ResolvedPose, now: ResolvedPose): readonly Fact[] {
  const held = [...now.contacts].flatMap(([name, contact]) =>
    contact.target.kind === 'together' && before.contacts.get(name)?.target.kind === 'together'
      ? [contact]
      : [],
  )
  return contactFacts(held).map((fact) => ({ ...fact, key: 'figure-stay-together' }))
}

export function isBent({ posture }: ResolvedPose, side: Side, joint: 'hip' | 'knee'): boolean {
  return (posture[freedomOf(`${side} ${joint}`, 'flexion')] ?? 0) >= bent
}

/** Both hands in one sentence, when they do the same. */
function contactFacts(contacts: readonly PoseContact[]): readonly Fact[] {
  const facts = new Map<string, { readonly contact: PoseContact; readonly subjects: Subject[] }>()
  for (const contact of contacts) {
    const { part } = contact.subject
    const known = facts.get(`${part} ${contact.words}`)
    if (known !== undefined) known.subjects.push(contact.subject)
    else facts.set(`${part} ${contact.words}`, { contact, subjects: [contact.subject] })
  }
  return [...facts.values()].flatMap(({ contact, subjects }) => {
    const said = targetFact(contact.target, contact.subject)
    if (said === undefined) return []
    return [{ ...said, who: partKey(subjects), count: subjects.length }]
  })
}

/** `part-knees` for both, `part-left-knee` for one, `part-head` for what has no side. */
export function partKey(subjects: readonly Subject[]): string {
  const [first] = subjects
  if (first === undefined) return ''
  if (first.side === undefined) return `part-${first.part}`
  return subjects.length > 1 ? `part-both-${first.part}` : `part-${first.side}-${first.part}`
}

function targetFact(target: Target, { part }: Subject): Pick<Fact, 'key' | 'of'> | undefined {
  switch (target.kind) {
    case 'floor': {
      const { place, side } = target
      if (place === 'anywhere') {
        return restingParts.includes(part) ? undefined : { key: 'figure-on-floor' }
      }
      const key = `figure-${place.replaceAll(' ', '-')}`
      return side === undefined ? { key } : { key, of: `part-${side}-knee` }
    }
    case 'prop':
      return { key: `figure-on-${target.prop}` }
    case 'body':
      return { key: `figure-${target.way.replaceAll(' ', '-')}`, of: partKey([target.of]) }
    case 'strap':
      return { key: `figure-strap-${target.way}` }
    case 'together':
      return { key: 'figure-together' }
    case 'wall':
      return { key: 'figure-on-wall' }
    case 'free':
      return undefined
  }
}
