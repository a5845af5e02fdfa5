/** Arms that reach for something: two bones and a wrist that is given (inverse kinematics). */
import { fromAxes, fromZAndX, rotate, xAxis, yAxis, zAxis } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import {
  add,
  addScaled,
  cross,
  distance,
  dot,
  length,
  normalize,
  scale,
  subtract,
} from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Arm, Bone, HandShape, Side } from '../skeleton.ts'
import { placeShoulder } from './kinematics.ts'
import type { Proportions } from './proportions.ts'

/** Where a hand is wanted. */
export interface ArmGoal {
  readonly wrist: Vec3
  readonly hand: Rotation
  readonly handShape: HandShape
  /** Where the elbow points, away from the line from shoulder to wrist. */
  readonly pole: Vec3
  /** Where the elbow is put, when it lies on something. */
  readonly elbow?: Vec3
  /** An arm that bears weight is almost straight. */
  readonly isProp?: boolean
}

export interface ReachedArm {
  readonly arm: Arm
  readonly goal: ArmGoal
  /** Metres by which the arm is too short, or the elbow's place too near or too far. */
  readonly missing: number
}

/** Bones that bend by less than this would look stretched, degrees. */
const leastBend = 3

/** The arm that meets a goal; the goal may depend on where the shoulder comes to lie. */
export function reachArm(
  side: Side,
  shoulders: Bone,
  blade: { readonly elevation: number; readonly protraction: number },
  goalFor: (shoulder: Vec3) => ArmGoal,
  proportions: Proportions,
): ReachedArm {
  const at = (upwards: Vec3) => placeShoulder(side, shoulders, { upwards, ...blade, proportions })
  // The shoulder moves a little with the arm, so they are found in turns.
  let upwards: Vec3 = rotate(shoulders.axes, [0, 0, 1])
  let elbow: Vec3 = [0, 0, 0]
  for (let round = 0; round < 4; round += 1) {
    const shoulder = at(upwards)
    const goal = goalFor(shoulder)
    elbow = goal.elbow ?? findElbow(shoulder, goal, proportions)
    upwards = normalize(subtract(shoulder, elbow))
  }
  const shoulder = at(upwards)
  const goal = goalFor(shoulder)
  const { upperArm, forearm } = proportions
  if (goal.elbow !== undefined) {
    const missing = Math.abs(distance(shoulder, goal.elbow) - upperArm)
    return { arm: armThrough(shoulder, goal.elbow, goal, proportions), goal, missing }
  }
  const longest = chordOf(leastBend, proportions)
  const missing = Math.max(0, distance(shoulder, goal.wrist) - longest)
  elbow = findElbow(shoulder, goal, { upperArm, forearm })
  return { arm: armThrough(shoulder, elbow, goal, proportions), goal, missing }
}

/** An arm from a given shoulder to a goal. What is too far away is only pointed at. */
export function bendArm(shoulder: Vec3, goal: ArmGoal, lengths: Lengths): Arm {
  return armThrough(shoulder, goal.elbow ?? findElbow(shoulder, goal, lengths), goal, lengths)
}

type Lengths = Pick<Proportions, 'upperArm' | 'forearm'>

/** From shoulder to wrist, when the elbow is bent by so many degrees. */
export function chordOf(bend: number, { upperArm: a, forearm: b }: Lengths): number {
  return Math.sqrt(a * a + b * b + 2 * a * b * Math.cos((bend * Math.PI) / 180))
}

function findElbow(shoulder: Vec3, { wrist, pole }: ArmGoal, lengths: Lengths): Vec3 {
  const { upperArm: a, forearm: b } = lengths
  const line = subtract(wrist, shoulder)
  const least = Math.abs(a - b) + 0.01
  const apart = Math.max(least, Math.min(length(line), chordOf(leastBend, lengths)))
  const along = normalize(line)
  const share = (a * a - b * b + apart * apart) / (2 * apart)
  const out = Math.sqrt(Math.max(0, a * a - share * share))
  return addScaled(addScaled(shoulder, along, share), normalize(across(pole, along)), out)
}

/** Bones through three points. They keep their lengths: what cannot be reached is only pointed at. */
function armThrough(shoulder: Vec3, towardsElbow: Vec3, goal: ArmGoal, lengths: Lengths): Arm {
  const up = normalize(subtract(shoulder, towardsElbow))
  const elbow = addScaled(shoulder, up, -lengths.upperArm)
  const forearmUp = normalize(subtract(elbow, goal.wrist))
  const wrist = addScaled(elbow, forearmUp, -lengths.forearm)
  // The elbow opens to the front of the upper arm; a straight one is told by its pole.
  const bendsTo = addScaled(scale(forearmUp, -1), across(goal.pole, up), -0.02)
  const upperArm = fromZAndX(up, bendsTo)
  const hinge = yAxis(upperArm)
  const forearm = fromAxes(cross(hinge, forearmUp), hinge, forearmUp)
  return {
    shoulder,
    elbow,
    wrist,
    upperArm,
    forearm: orthogonal(forearm),
    forearmAtWrist: turnTo(forearmUp, goal.hand),
    hand: goal.hand,
    handShape: goal.handShape,
  }
}

/** The forearm at the wrist: turned along its length so that only flexion and deviation lead to the hand. */
function turnTo(up: Vec3, hand: Rotation): Rotation {
  const side = normalize(across(yAxis(hand), up))
  return fromAxes(cross(side, up), side, up)
}

function orthogonal(turn: Rotation): Rotation {
  return fromZAndX(zAxis(turn), xAxis(turn))
}

/** The part of a direction that stands square on another one of length 1. */
function across(direction: Vec3, along: Vec3): Vec3 {
  const flat = addScaled(direction, along, -dot(direction, along))
  return length(flat) > 1e-6 ? flat : cross(along, [0.31, 0.52, 0.8])
}

/** A hand with its palm and its fingers in given directions. */
export function handAxes(palm: Vec3, fingers: Vec3): Rotation {
  // x is palmar and exact; -z points along the fingers as near as possible.
  const x = normalize(palm)
  const z = normalize(across(scale(fingers, -1), x))
  return fromAxes(x, cross(z, x), z)
}

/** A point in a bone's own axes. */
export function offset(origin: Vec3, axes: Rotation, local: Vec3): Vec3 {
  return add(origin, rotate(axes, local))
}
