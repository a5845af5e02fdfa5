/** A pose comes to rest: what nobody said is chosen so that everything touches what it is said to touch. */
import { radiansPerDegree, xAxis, zAxis } from '../../geometry/rotation.ts'
import { dot, subtract } from '../../geometry/vec3.ts'
import { spineAt } from '../body/spine.ts'
import { sides, type Arm, type Side, type Skeleton } from '../skeleton.ts'
import { centreOfMass, middleOfFeet } from './balance.ts'
import { followsLegs, handGoal, palmDepth } from './contacts/hand-goals.ts'
import { rollsBetween, slipOf } from './contacts/rolling.ts'
import { gapsOf, softnessOf, type Gap, type TouchSituation } from './contacts/touches.ts'
import { freedomOf, freedoms, type Posture } from './degrees-of-freedom.ts'
import { createLowestOf, footMiddle, type BodyPart, type Flesh } from './flesh.ts'
import { createPoser } from './kinematics.ts'
import { solveLeastSquares, type Unknown } from './least-squares.ts'
import { unknownsOf } from './unknowns.ts'
import type { PoseContact, ResolvedPose } from './phases.ts'
import type { Proportions } from './proportions.ts'
import { chordOf, reachArm, type ReachedArm } from './reach.ts'
import { createRecall } from './recall.ts'

export interface Person {
  readonly proportions: Proportions
  readonly flesh: Flesh
}

/** A pose that was solved before: contacts that are the same stay where they were. */
export interface Before {
  readonly pose: ResolvedPose
  readonly posture: Posture
  readonly skeleton: Skeleton
}

export interface Unmet {
  readonly contact: PoseContact
  /** Metres by which it fails. */
  readonly missing: number
}

export interface Rest {
  readonly posture: Posture
  readonly skeleton: Skeleton
  readonly unmet: readonly Unmet[]
}

export function comeToRest(pose: ResolvedPose, person: Person, before: Before | undefined): Rest {
  const model = createModel(pose, person, before)
  const { places, unknowns } = model
  const withValues = (values: readonly number[]): Posture => {
    const posture = [...pose.posture]
    for (const [index, place] of places.entries()) posture[place] = values[index] ?? 0
    return posture
  }
  // Softly first: what is stiff from the beginning gets stuck where one contact gives way to another.
  let values: readonly number[] | undefined
  for (const { ease, rounds } of stages) {
    const residualsOf = (tried: readonly number[]) => model.residualsOf(withValues(tried), ease)
    values = solveLeastSquares(unknowns, residualsOf, { rounds, ...(values && { from: values }) })
  }
  const posture = withValues(values ?? [])
  const { skeleton, unmet } = model.finish(posture)
  return { posture, skeleton, unmet }
}

/** Metres of a gap that cost 1: in the end what must hold is met to a fraction of a millimetre. */
const stages = [
  { ease: 0.02, rounds: 12 },
  { ease: 0.004, rounds: 12 },
  { ease: 0.0005, rounds: 24 },
] as const

/** Contacts that fail by less are met, metres. */
const tolerance = 0.003

const allParts: readonly BodyPart[] = [
  'head', 'shoulders', 'back', 'pelvis',
  ...sides.flatMap((side): BodyPart[] => [`${side} shoulder`, `${side} thigh`, `${side} knee`, `${side} shin`, `${side} foot`, `${side} elbow`, `${side} forearm`]),
] // prettier-ignore

type Reached = ReachedArm | undefined

interface Model {
  /** Where the unknowns stand in the posture. */
  readonly places: readonly number[]
  readonly unknowns: readonly Unknown[]
  residualsOf(posture: Posture, ease: number): readonly number[]
  finish(posture: Posture): Pick<Rest, 'skeleton' | 'unmet'>
}

function createModel(pose: ResolvedPose, person: Person, before: Before | undefined): Model {
  const { base } = pose
  const { proportions, flesh } = person
  const contacts = [...pose.contacts.values()].filter(({ target }) => target.kind !== 'free')
  const armContacts = { left: armContact('left', contacts), right: armContact('right', contacts) }
  const isReaching = {
    left: armContacts.left !== undefined && !armIsWritten('left', pose),
    right: armContacts.right !== undefined && !armIsWritten('right', pose),
  }
  const poser = createPoser(base.axes, proportions)
  const lowestOf = createLowestOf(flesh)
  const started = poser(startOf(pose))
  const isFlat = { left: liesFlat('left', pose, started), right: liesFlat('right', pose, started) }
  const bodyContacts = contacts.filter(({ subject }) => !isArmPart(subject.part))
  const fixed = before === undefined ? [] : sharedContacts(pose, before)
  const rolls = before === undefined ? [] : rollsBetween(before.pose.contacts, pose.contacts)
  const balanceFeet = feetThatBear(contacts)

  const reachedArms = { left: createRecall<Reached>(), right: createRecall<Reached>() }
  const kneesBehind = {
    left: kneeBehindWrist('left', contacts),
    right: kneeBehindWrist('right', contacts),
  }
  const reach = (side: Side, skeleton: Skeleton, posture: Posture): Reached => {
    const contact = armContacts[side]
    if (contact === undefined || !isReaching[side]) return undefined
    const { subject, target } = contact
    const { spine, head, legs } = skeleton
    const blade = bladeOf(side, posture)
    const kneeBehind = kneesBehind[side]
    const bones = followsLegs(target, kneeBehind)
      ? [spine, head, legs.left, legs.right]
      : [spine, head]
    return reachedArms[side]([blade.elevation, blade.protraction, ...bones], () => {
      const goal = handGoal({
        side,
        subject,
        target,
        skeleton,
        base,
        proportions,
        flesh,
        before: fixed.includes(contact) ? before?.skeleton.arms[side] : undefined,
        kneeBehind,
        isShared: armContacts.left?.words === armContacts.right?.words,
      })
      const shoulders = spineAt(skeleton, proportions.shoulderLine)
      return goal && reachArm(side, shoulders, blade, goal, proportions)
    })
  }

  const pose3d = (posture: Posture) => {
    const bare = poser(posture)
    const arms = { left: reach('left', bare, posture), right: reach('right', bare, posture) }
    const placedArms = {
      left: arms.left?.arm ?? shaped('left', bare, armContacts.left),
      right: arms.right?.arm ?? shaped('right', bare, armContacts.right),
    }
    const skeleton: Skeleton = { ...bare, arms: placedArms }
    const bottomOf = (part: BodyPart) => lowestOf(part, skeleton)
    const situation: TouchSituation = { skeleton, flesh, bottomOf, base, isFlat, placedArms }
    return { skeleton, arms, situation }
  }

  const residualsOf = (posture: Posture, ease: number): readonly number[] => {
    const { skeleton, arms, situation } = pose3d(posture)
    const out: number[] = []
    for (const contact of bodyContacts) {
      for (const gap of gapsOf(contact, situation)) out.push(costOf(gap, ease))
    }
    for (const side of sides) {
      if (isReaching[side]) out.push(...reachCosts(arms[side], proportions, ease))
      else if (armContacts[side] !== undefined)
        out.push(...handCosts(skeleton.arms[side], flesh, ease))
    }
    for (const part of allParts) {
      out.push(Math.min(0, lowestOf(part, skeleton) + softnessOf(part)) / ease)
    }
    for (const contact of fixed) out.push(...stayCosts(contact, skeleton, before))
    if (before !== undefined) {
      for (const roll of rolls) {
        out.push(...slipOf(roll, skeleton, before.skeleton, flesh).map((slip) => slip / slipEase))
      }
    }
    if (balanceFeet.length > 0) {
      const feet = middleOfFeet(balanceFeet.map((side) => footMiddle(skeleton, side, flesh)))
      const [x, y] = subtract(centreOfMass(skeleton, proportions), feet)
      out.push(x / 0.008, y / 0.008)
    }
    if (base.axes[8] > 0.9) {
      // Who stands, kneels or sits looks ahead, and a little down.
      out.push((xAxis(skeleton.head.axes)[2] + 0.06) / Math.sin(9 * radiansPerDegree))
    }
    if (base.isUpright) {
      const chest = spineAt(skeleton, proportions.shoulderLine)
      const slope = Math.sin(4 * radiansPerDegree)
      out.push(
        dot(zAxis(chest.axes), base.heading) / slope,
        dot(zAxis(chest.axes), base.leftward) / slope,
      )
    }
    return out
  }

  const finish = (posture: Posture): Pick<Rest, 'skeleton' | 'unmet'> => {
    const { skeleton, arms, situation } = pose3d(posture)
    const unmet: Unmet[] = []
    for (const contact of bodyContacts) {
      const gaps = gapsOf(contact, situation).filter(({ weight }) => weight === 1)
      const missing = Math.max(0, ...gaps.map(missingIn))
      if (missing > tolerance) unmet.push({ contact, missing })
    }
    for (const side of sides) {
      const contact = armContacts[side]
      if (contact === undefined) continue
      const missing = isReaching[side]
        ? (arms[side]?.missing ?? 0)
        : Math.abs(skeleton.arms[side].wrist[2] - palmDepth * flesh.unit)
      if (missing > tolerance) unmet.push({ contact, missing })
    }
    return { skeleton, unmet }
  }

  const { places, unknowns } = unknownsOf(pose, contacts, { isReaching, isFlat }, before)
  return { places, unknowns, residualsOf, finish }
}

function costOf(gap: Gap, ease: number): number {
  const beyond = gap.gap > 0 ? gap.gap : Math.min(0, gap.gap + gap.soft)
  // Within soft flesh, half-way is best.
  const within = gap.gap > 0 || gap.gap < -gap.soft ? 0 : 0.01 * (gap.gap + gap.soft / 2)
  return gap.weight < 1 ? ((beyond + within) / wishEase) * gap.weight : (beyond + within) / ease
}

/** Wishes count as if a centimetre were tolerable from the beginning. */
const wishEase = 0.0005

function missingIn({ gap, soft }: Gap): number {
  return Math.max(0, gap, -gap - soft)
}

function reachCosts(
  reached: ReachedArm | undefined,
  proportions: Proportions,
  ease: number,
): readonly number[] {
  if (reached === undefined) return [0, 0]
  const { arm, goal, missing } = reached
  const soft = chordOf(11, proportions)
  const line = subtract(goal.wrist, arm.shoulder)
  const stretch = goal.isProp === true && goal.elbow === undefined ? Math.hypot(...line) - soft : 0
  return [missing / ease, stretch / 0.005]
}

/** A hand whose arm the author posed: at the floor, palm down. */
function handCosts({ wrist, hand }: Arm, flesh: Flesh, ease: number): readonly number[] {
  const palm = xAxis(hand)
  const slope = Math.sin(3 * radiansPerDegree)
  const turned = [palm[0] / slope, palm[1] / slope, (palm[2] + 1) / slope]
  return [(wrist[2] - palmDepth * flesh.unit) / ease, ...turned]
}

/** What touched the same thing before stays there, but for a few millimetres where angles forbid it. */
function stayCosts(
  contact: PoseContact,
  skeleton: Skeleton,
  before: Before | undefined,
): readonly number[] {
  const place = landmarkOf(contact, skeleton)
  const old = before === undefined ? undefined : landmarkOf(contact, before.skeleton)
  if (place === undefined || old === undefined) return [0, 0]
  return [(place[0] - old[0]) / stayEase, (place[1] - old[1]) / stayEase]
}

/** Metres that cost 1: of a hand or foot that should stay, and of a ball or roller that should not slip. */
const stayEase = 0.008
const slipEase = 0.002

function landmarkOf({ subject }: PoseContact, skeleton: Skeleton) {
  const { part, side } = subject
  if (side === undefined) {
    if (part === 'pelvis') return skeleton.pelvis.origin
    return part === 'head' ? undefined : spineAt(skeleton, 0.4).origin
  }
  const { knee, ankle } = skeleton.legs[side]
  if (part === 'foot' || part === 'ankle') return ankle
  if (part === 'knee' || part === 'shin') return knee
  if (part === 'leg' || part === 'thigh') return skeleton.legs[side].hip
  return undefined
}

function sharedContacts(pose: ResolvedPose, before: Before): readonly PoseContact[] {
  return [...pose.contacts].flatMap(([name, contact]) => {
    const other = before.pose.contacts.get(name)
    const { target, words } = contact
    const stands =
      target.kind === 'floor'
        ? target.isSliding !== true
        : target.kind === 'prop' || target.kind === 'wall'
    return stands && other?.words === words ? [contact] : []
  })
}

function isArmPart(part: string): boolean {
  return part === 'hand' || part === 'forearm' || part === 'elbow' || part === 'arm'
}

function armContact(side: Side, contacts: readonly PoseContact[]): PoseContact | undefined {
  return contacts.find(({ subject }) => subject.side === side && isArmPart(subject.part))
}

function armIsWritten(side: Side, { isWritten }: ResolvedPose): boolean {
  return freedoms.some(
    ({ joint }, place) =>
      isWritten[place] === true && (joint === `${side} shoulder` || joint === `${side} elbow`),
  )
}

function kneeBehindWrist(side: Side, contacts: readonly PoseContact[]): Side | undefined {
  const knee = contacts.find(
    ({ subject, target }) =>
      subject.part === 'knee' &&
      target.kind === 'body' &&
      target.way === 'behind' &&
      target.of.part === 'hand' &&
      target.of.side === side,
  )
  return knee?.subject.side
}

function bladeOf(side: Side, posture: Posture) {
  const { elevation, protraction } = blades[side]
  return { elevation: posture[elevation] ?? 0, protraction: posture[protraction] ?? 0 }
}

const blades = { left: bladeFreedoms('left'), right: bladeFreedoms('right') }

function bladeFreedoms(side: Side) {
  const joint = `${side} shoulder blade`
  return { elevation: freedomOf(joint, 'elevation'), protraction: freedomOf(joint, 'protraction') }
}

function shaped(side: Side, { arms }: Skeleton, contact: PoseContact | undefined): Arm {
  return contact?.target.kind === 'floor' ? { ...arms[side], handShape: 'flat' } : arms[side]
}

function startOf({ posture, base }: ResolvedPose): Posture {
  return posture.map((value, place) => (place === rootHeight ? base.height : value))
}

const rootHeight = freedomOf('root', 'z')

/** A foot with a free ankle whose sole faces the floor is laid flat. */
function liesFlat(side: Side, { isWritten }: ResolvedPose, { legs }: Skeleton): boolean {
  const isFree = !['dorsiflexion', 'inversion'].some(
    (movement) => isWritten[freedomOf(`${side} ankle`, movement)],
  )
  return isFree && zAxis(legs[side].shank)[2] > 0.45
}

/** The feet, when nothing else bears weight. */
function feetThatBear(contacts: readonly PoseContact[]): readonly Side[] {
  const bearing = contacts.filter(
    ({ target }) => target.kind === 'floor' || target.kind === 'prop' || target.kind === 'wall',
  )
  if (bearing.some(({ subject }) => subject.part !== 'foot')) return []
  return bearing.flatMap(({ subject }) => (subject.side === undefined ? [] : [subject.side]))
}
