/** Where a hand goes for each phrase: on the floor somewhere, on a limb, on the strap. */
import { xAxis, yAxis, zAxis } from '../../../geometry/rotation.ts'
import { add, addScaled, mix, normalize, scale, subtract, dot } from '../../../geometry/vec3.ts'
import type { Vec3 } from '../../../geometry/vec3.ts'
import { spineAt } from '../../body/spine.ts'
import { signOf, type Arm, type Side, type Skeleton } from '../../skeleton.ts'
import type { Base } from '../bases.ts'
import { elbowRadius, footMiddle, thighRadius, type Flesh } from '../flesh.ts'
import type { Proportions } from '../proportions.ts'
import { chordOf, handAxes, offset, type ArmGoal } from '../reach.ts'
import type { FloorPlace, Subject, Target } from './phrases.ts'
import { kneeBehindWrist } from './touches.ts'

export interface HandSituation {
  readonly side: Side
  readonly subject: Subject
  readonly target: Target
  readonly skeleton: Skeleton
  readonly base: Base
  readonly proportions: Proportions
  readonly flesh: Flesh
  /** The arm of the phase before, when it has the same contact there: hands do not wander on the floor. */
  readonly before: Arm | undefined
  /** A knee said to be behind this hand's wrist. */
  readonly kneeBehind: Side | undefined
  /** Whether both hands hold the same thing: then the second lies on the first. */
  readonly isShared: boolean
}

/** Wrist above the floor when the palm is flat on it, on the reference body, metres. */
export const palmDepth = 0.027

const down: Vec3 = [0, 0, -1]
const up: Vec3 = [0, 0, 1]

/** The goal of a hand, forearm or whole arm, or undefined when it cannot go there. */
export function handGoal(situation: HandSituation): ((shoulder: Vec3) => ArmGoal) | undefined {
  const { subject, target, before } = situation
  if (target.kind === 'floor') {
    if (before !== undefined) return keptGoal(before, subject, target.place)
    if (subject.part === 'forearm' || subject.part === 'elbow') return forearmGoal(situation)
    if (target.place === 'overhead' || subject.part === 'arm') return overheadGoal(situation)
    return floorGoal(situation, target.place)
  }
  if (target.kind === 'strap') return strapGoal(situation)
  if (target.kind !== 'body') return undefined
  switch (target.of.part) {
    case 'thigh':
      return target.way === 'behind'
        ? behindThigh(situation, target.of)
        : onThigh(situation, target.of)
    case 'knee':
      return onKnee(situation, target.of)
    case 'hip':
      return onHip(situation)
    default:
      return undefined
  }
}

/** Whether the legs have a say in where a hand goes; trunk and head always may. */
export function followsLegs(target: Target, kneeBehind: Side | undefined): boolean {
  return target.kind !== 'floor' || target.place === 'beside hips' || kneeBehind !== undefined
}

/** Where a straight arm bears weight. */
const bearing: readonly FloorPlace[] = ['under shoulder', 'behind shoulder', 'behind hips']

/** Metres on the reference body from under the shoulder to a hand or an elbow in front of it, or behind. */
const besideShoulder = 0.12

const asideOf: Readonly<Partial<Record<FloorPlace, number>>> = {
  'in front of shoulder': 1,
  'behind shoulder': -1,
}

function keptGoal(before: Arm, subject: Subject, place: FloorPlace): (shoulder: Vec3) => ArmGoal {
  const { wrist, hand, handShape, elbow, upperArm } = before
  const pole = scale(xAxis(upperArm), -1)
  const isLying = subject.part !== 'hand'
  const isProp = isLying || bearing.includes(place)
  return () => ({ wrist, hand, handShape, pole, isProp, ...(isLying && { elbow }) })
}

function onFloor(
  [x, y]: Vec3,
  { flesh }: HandSituation,
  fingers: Vec3,
): Pick<ArmGoal, 'wrist' | 'hand' | 'handShape'> {
  return { wrist: [x, y, palmDepth * flesh.unit], hand: handAxes(down, fingers), handShape: 'flat' }
}

function outwardOf({ side, base }: HandSituation): Vec3 {
  return scale(base.leftward, signOf(side))
}

function floorGoal(situation: HandSituation, place: FloorPlace): (shoulder: Vec3) => ArmGoal {
  const { side, base, skeleton, proportions, kneeBehind, flesh } = situation
  const { heading } = base
  const { unit } = flesh
  const outward = outwardOf(situation)
  const from = (point: Vec3, forwards: number, outwards: number) =>
    addScaled(addScaled(point, heading, forwards * unit), outward, outwards * unit)
  const back: Vec3 = addScaled(scale(heading, -1), outward, 0.35)
  const fingersBack = addScaled(scale(heading, -0.55), outward, 0.8)
  if (kneeBehind !== undefined) {
    const { knee } = skeleton.legs[kneeBehind]
    return () => ({
      ...onFloor(from(knee, kneeBehindWrist, 0.04), situation, from(heading, 0, 0.2)),
      pole: back,
    })
  }
  switch (place) {
    case 'beside hips': {
      const { hip } = skeleton.legs[side]
      const pole = add(scale(outward, 0.9), [0, 0, -0.6])
      return () => ({ ...onFloor(from(hip, 0.05, 0.15), situation, from(heading, 0, -0.05)), pole })
    }
    case 'behind hips':
      return (shoulder) => {
        const drop = shoulder[2] - palmDepth * unit
        const chord = chordOf(14, proportions)
        const behind = Math.sqrt(Math.max(0, chord * chord - drop * drop))
        const wrist = from(shoulder, -behind / unit, 0.05)
        return { ...onFloor(wrist, situation, fingersBack), pole: back, isProp: true }
      }
    case 'behind shoulder':
      return (shoulder) => ({
        ...onFloor(from(shoulder, -besideShoulder, 0.05), situation, fingersBack),
        pole: back,
        isProp: true,
      })
    case 'beside head': {
      const pole = add(outward, [0, 0, 0.1])
      return () => ({
        ...onFloor(from(skeleton.head.origin, 0.02, 0.22), situation, heading),
        pole,
      })
    }
    case 'in front of chest': {
      const front = xAxis(spineAt(skeleton, proportions.shoulderLine).axes)
      // The elbow stays in front of the ribs.
      const pole: Vec3 = add(add(scale(heading, -0.45), [0, 0, 0.5]), scale(front, 0.6))
      return (shoulder) => ({
        ...onFloor(
          addScaled(addScaled(shoulder, heading, -0.1 * unit), front, 0.35 * unit),
          situation,
          addScaled(scale(heading, 0.85), front, 0.5),
        ),
        pole,
      })
    }
    case 'under shoulder':
      return (shoulder) => ({
        ...onFloor(from(shoulder, 0.015, 0.005), situation, heading),
        pole: back,
        isProp: true,
      })
    default:
      return (shoulder) => ({
        ...onFloor(from(shoulder, 0.1, 0.03), situation, from(heading, 0, 0.1)),
        pole: back,
      })
  }
}

/** Propped on the forearm: the elbow below the shoulder, or as near as the height allows. */
function forearmGoal(situation: HandSituation): (shoulder: Vec3) => ArmGoal {
  const { base, skeleton, proportions, flesh, target } = situation
  const front = xAxis(spineAt(skeleton, proportions.shoulderLine).axes)
  const isOnSide = Math.abs(front[2]) < 0.7
  const forearmWay = isOnSide
    ? normalize([front[0] * 0.7 + base.heading[0] * 0.7, front[1] * 0.7 + base.heading[1] * 0.7, 0])
    : normalize(addScaled(base.heading, outwardOf(situation), -0.12))
  const aside = target.kind === 'floor' ? asideOf[target.place] : undefined
  const elbowHeight = elbowRadius * flesh.unit
  const wristHeight = palmDepth * flesh.unit
  return (shoulder) => {
    const drop = shoulder[2] - elbowHeight
    const under = Math.sqrt(Math.max(0, proportions.upperArm ** 2 - drop * drop))
    const away = aside === undefined ? under : aside * besideShoulder * flesh.unit
    const [x, y] = addScaled(shoulder, isOnSide ? base.heading : forearmWay, away)
    const elbow: Vec3 = [x, y, elbowHeight]
    return { elbow, ...lyingForearm(elbow, forearmWay, wristHeight, situation), isProp: true }
  }
}

/** The lower arm of somebody who lies on the side: along the floor, under the head and beyond. */
function overheadGoal(situation: HandSituation): (shoulder: Vec3) => ArmGoal {
  const { base, skeleton, proportions, flesh } = situation
  const front = xAxis(spineAt(skeleton, proportions.shoulderLine).axes)
  const towards = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180
    return addScaled(scale(base.heading, Math.cos(angle)), front, Math.sin(angle))
  }
  const elbowHeight = 0.042 * flesh.unit
  return (shoulder) => {
    const drop = shoulder[2] - elbowHeight
    const away = Math.sqrt(Math.max(0.01, proportions.upperArm ** 2 - drop * drop))
    const [x, y] = addScaled(shoulder, towards(14), away)
    const elbow: Vec3 = [x, y, elbowHeight]
    return { elbow, ...lyingForearm(elbow, towards(34), palmDepth * flesh.unit, situation) }
  }
}

function lyingForearm(
  elbow: Vec3,
  way: Vec3,
  wristHeight: number,
  { proportions }: HandSituation,
): Omit<ArmGoal, 'elbow'> {
  const fall = elbow[2] - wristHeight
  const [x, y] = addScaled(
    elbow,
    normalize([way[0], way[1], 0]),
    Math.sqrt(proportions.forearm ** 2 - fall * fall),
  )
  return {
    wrist: [x, y, wristHeight],
    hand: handAxes(down, way),
    handShape: 'flat',
    pole: scale(way, -1),
  }
}

/** Both hands hold the strap in front of the chest, on the way from the shoulders to the foot. */
function strapGoal(situation: HandSituation): (shoulder: Vec3) => ArmGoal {
  const { side, skeleton, proportions, flesh } = situation
  const { unit } = flesh
  const chest = spineAt(skeleton, proportions.shoulderLine)
  const foot = footMiddle(skeleton, strapFoot(skeleton), flesh)
  const outward = scale(yAxis(chest.axes), signOf(side))
  const way = normalize(subtract(foot, chest.origin))
  const straight = addScaled(chest.origin, way, 0.34 * unit)
  // Above the tummy, also when the leg lies flat.
  const front = xAxis(chest.axes)
  const lift = Math.max(0, 0.2 * unit - dot(subtract(straight, chest.origin), front))
  const wrist = addScaled(addScaled(straight, front, lift), outward, 0.075 * unit)
  const fingers = normalize(add(subtract(foot, wrist), scale(outward, -0.12)))
  const pole = add(scale(outward, 0.75), scale(front, -0.9))
  return () => ({ wrist, hand: handAxes(scale(outward, -1), fingers), handShape: 'grip', pole })
}

/** The leg that the strap lifts is the higher one. */
export function strapFoot({ legs }: Skeleton): Side {
  return legs.left.ankle[2] > legs.right.ankle[2] ? 'left' : 'right'
}

function onThigh(situation: HandSituation, of: Subject): (shoulder: Vec3) => ArmGoal {
  const { side, skeleton, flesh, isShared } = situation
  const { unit } = flesh
  const thighSide = of.side ?? side
  const { hip, knee, thigh } = skeleton.legs[thighSide]
  // The hand of the same side lies on the thigh; the other one on it.
  const isUpper = isShared && side !== thighSide
  const share = isUpper ? 0.58 : 0.55
  const inward = scale(yAxis(thigh), -signOf(thighSide))
  const across = isUpper ? -1 : 1
  const surface = thighRadius(share, flesh) + (isUpper ? 0.04 : 0.02) * unit
  const wrist = addScaled(
    addScaled(mix(hip, knee, share), xAxis(thigh), surface),
    inward,
    (isUpper ? 0.05 : -0.035) * unit,
  )
  const fingers = normalize(addScaled(scale(zAxis(thigh), -0.7), inward, 0.6 * across))
  const pole = add(scale(outwardOf(situation), 0.9), [-0.5 * situation.base.heading[0], 0, -0.5])
  return () => ({
    wrist,
    hand: handAxes(scale(xAxis(thigh), -1), fingers),
    handShape: 'flat',
    pole,
  })
}

/** Clasped behind a thigh: one hand from the outside, the other through the gap between the legs. */
function behindThigh(situation: HandSituation, of: Subject): (shoulder: Vec3) => ArmGoal {
  const { side, skeleton, flesh } = situation
  const { unit } = flesh
  const thighSide = of.side ?? side
  const { hip, knee, thigh } = skeleton.legs[thighSide]
  const share = 0.5
  const towardsHand = scale(yAxis(thigh), signOf(side))
  const behind = mix(hip, knee, share)
  const wrist = addScaled(
    addScaled(behind, xAxis(thigh), -(thighRadius(share, flesh) - 0.02 * unit)),
    towardsHand,
    0.098 * unit,
  )
  const fingers = normalize(addScaled(scale(towardsHand, -0.8), xAxis(thigh), -0.75))
  const palm = normalize(addScaled(scale(xAxis(thigh), 0.8), towardsHand, -0.6))
  const pole = add(scale(outwardOf(situation), 0.8), [0, 0, -0.6])
  return () => ({ wrist, hand: handAxes(palm, fingers), handShape: 'cup', pole })
}

function onKnee(situation: HandSituation, of: Subject): (shoulder: Vec3) => ArmGoal {
  const { side, skeleton, flesh, isShared } = situation
  const kneeSide = of.side ?? side
  const { knee, thigh, shank } = skeleton.legs[kneeSide]
  const out = normalize(add(xAxis(thigh), xAxis(shank)))
  const outward = scale(yAxis(thigh), signOf(side))
  // Two hands share a knee: each on its own side, the one from across a little on the other.
  const aside = isShared ? 0.026 : 0
  const above = isShared && side !== kneeSide ? 0.012 : 0
  return (shoulder) => {
    const towards = normalize(subtract(knee, shoulder))
    const palm = normalize(addScaled(scale(out, -1), towards, 0.4))
    const straight = add(towards, scale(zAxis(thigh), -0.8))
    const fingers = normalize(isShared ? addScaled(straight, outward, -0.35) : straight)
    const wrist = addScaled(
      addScaled(addScaled(knee, palm, -(0.075 + above) * flesh.unit), fingers, -0.07 * flesh.unit),
      outward,
      aside * flesh.unit,
    )
    const pole = add(scale(outwardOf(situation), 0.8), down)
    return { wrist, hand: handAxes(palm, fingers), handShape: 'cup', pole }
  }
}

function onHip(situation: HandSituation): (shoulder: Vec3) => ArmGoal {
  const { side, skeleton, flesh } = situation
  const { unit } = flesh
  const { origin, axes } = spineAt(skeleton, 0.09 * unit)
  const sign = signOf(side)
  const wrist = offset(origin, axes, [-0.03 * unit, sign * 0.185 * unit, 0.01 * unit])
  const out = scale(yAxis(axes), sign)
  const palm = addScaled(scale(out, -1), up, -0.2)
  const fingers = addScaled(scale(xAxis(axes), 0.9), zAxis(axes), -0.45)
  const pole = addScaled(out, xAxis(axes), -0.5)
  return () => ({ wrist, hand: handAxes(palm, fingers), handShape: 'relaxed', pole })
}
