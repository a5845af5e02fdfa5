/** The positions a pose can begin from: how the pelvis lies in the world, natural joint angles, and what touches what. */
import { fromAxes } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { JointAngles } from '../../model/pose.ts'
import { otherSide, type Side } from '../skeleton.ts'

export interface Base {
  readonly name: string
  /** The pelvis's axes in the world when tilt, side bend and rotation are 0. */
  readonly axes: Rotation
  /** Where fingers point when a hand lies on the floor, and the person's left there. */
  readonly heading: Vec3
  readonly leftward: Vec3
  /** Height of the pelvis from which solving begins, metres. */
  readonly height: number
  /** What a person does with the joints that nobody mentions. */
  readonly joints: Readonly<Record<string, JointAngles>>
  /** What touches the floor unless the pose says otherwise; as content would write it. */
  readonly contacts: Readonly<Record<string, string>>
  /** Degrees by which the pelvis may turn to meet the contacts at a cost of 1; 0 keeps it. */
  readonly ease: { readonly tilt: number; readonly sideBend: number; readonly rotation: number }
  /** Whether the chest is kept upright over a tilted pelvis. */
  readonly isUpright: boolean
}

const east: Vec3 = [1, 0, 0]
const west: Vec3 = [-1, 0, 0]
const north: Vec3 = [0, 1, 0]
const south: Vec3 = [0, -1, 0]
const up: Vec3 = [0, 0, 1]
const down: Vec3 = [0, 0, -1]

const hangingArms = {
  shoulders: { flexion: 2, abduction: 7, 'external-rotation': -8 },
  elbows: { flexion: 14, supination: -75 },
  wrists: { flexion: 4 },
}
/** Arms along the trunk of somebody who lies, palms down. */
const lyingArms = {
  shoulders: { flexion: -2, abduction: 20 },
  elbows: { flexion: 18, supination: -160 },
}
const pointedFeet = { ankles: { dorsiflexion: -62 } }

const standing: Base = {
  name: 'standing',
  axes: fromAxes(east, north, up),
  heading: east,
  leftward: north,
  height: 0.92,
  joints: {
    ...hangingArms,
    hips: { flexion: 1, abduction: 1, 'external-rotation': 6 },
    knees: { flexion: 3 },
    ankles: { dorsiflexion: 2 },
  },
  contacts: { feet: 'floor' },
  ease: { tilt: 8, sideBend: 4, rotation: 0 },
  isUpright: false,
}

/** The left foot stands in front. */
const halfKneeling: Base = {
  name: 'half-kneeling',
  axes: fromAxes(east, north, up),
  heading: east,
  leftward: north,
  height: 0.46,
  joints: {
    ...hangingArms,
    'left hip': { flexion: 90 },
    'left knee': { flexion: 90 },
    'right hip': { flexion: 0 },
    'right knee': { flexion: 90 },
    'right ankle': { dorsiflexion: -62 },
  },
  contacts: { 'left foot': 'floor', 'right knee': 'floor', 'right foot': 'floor' },
  ease: { tilt: 5, sideBend: 3, rotation: 0 },
  isUpright: true,
}

export const bases: readonly Base[] = [
  standing,
  {
    name: 'quadruped',
    axes: fromAxes(down, north, east),
    heading: east,
    leftward: north,
    height: 0.46,
    joints: {
      hips: { flexion: 90 },
      knees: { flexion: 90 },
      ...pointedFeet,
      shoulders: { flexion: 88 },
      elbows: { flexion: 10, supination: -120 },
      wrists: { flexion: -80 },
      neck: { flexion: -8 },
    },
    contacts: { hands: 'floor under shoulders', knees: 'floor', feet: 'floor' },
    ease: { tilt: 4, sideBend: 0, rotation: 4 },
    isUpright: false,
  },
  {
    name: 'supine',
    axes: fromAxes(up, north, west),
    heading: east,
    leftward: north,
    height: 0.09,
    joints: {
      ...lyingArms,
      hips: { flexion: 1, abduction: 4, 'external-rotation': 10 },
      knees: { flexion: 3 },
      ankles: { dorsiflexion: -16 },
      neck: { flexion: 2 },
    },
    contacts: {
      head: 'floor',
      back: 'floor',
      pelvis: 'floor',
      legs: 'floor',
      hands: 'floor beside hips',
    },
    ease: { tilt: 5, sideBend: 0, rotation: 3 },
    isUpright: false,
  },
  {
    name: 'prone',
    axes: fromAxes(down, north, east),
    heading: east,
    leftward: north,
    height: 0.09,
    joints: {
      hips: { abduction: 4, 'external-rotation': -6 },
      knees: { flexion: 4 },
      ...pointedFeet,
      shoulders: { flexion: 150, abduction: 20 },
      elbows: { flexion: 60, supination: -90 },
      neck: { flexion: -14 },
    },
    contacts: { back: 'floor', pelvis: 'floor', legs: 'floor', hands: 'floor beside head' },
    ease: { tilt: 6, sideBend: 0, rotation: 5 },
    isUpright: false,
  },
  sideLying('left', { axes: fromAxes(south, down, east), heading: east }),
  sideLying('right', { axes: fromAxes(south, up, west), heading: west }),
  halfKneeling,
  {
    ...halfKneeling,
    name: 'half-kneeling right',
    joints: swapKeys(halfKneeling.joints),
    contacts: swapKeys(halfKneeling.contacts),
  },
  {
    name: 'long-sitting',
    axes: fromAxes(east, north, up),
    heading: east,
    leftward: north,
    height: 0.1,
    joints: {
      pelvis: { tilt: -12 },
      ...hangingArms,
      hips: { flexion: 85, abduction: 4, 'external-rotation': 8 },
      knees: { flexion: 6 },
      ankles: { dorsiflexion: -8 },
      'lumbar spine': { flexion: 8 },
      'thoracic spine': { flexion: 6 },
      neck: { flexion: 4 },
    },
    contacts: { pelvis: 'floor', legs: 'floor' },
    ease: { tilt: 20, sideBend: 4, rotation: 0 },
    isUpright: false,
  },
]

export const baseNames: readonly string[] = bases.map(({ name }) => name)

/** On one side, the head on that arm, the other hand in front. */
function sideLying(side: Side, { axes, heading }: Pick<Base, 'axes' | 'heading'>): Base {
  const upper = otherSide(side)
  return {
    name: `side-lying ${side}`,
    axes,
    heading,
    leftward: north,
    height: 0.16,
    joints: {
      hips: { flexion: 8 },
      knees: { flexion: 6 },
      ankles: { dorsiflexion: -8 },
      shoulders: { flexion: 40 },
      elbows: { flexion: 60 },
    },
    contacts: {
      pelvis: 'floor',
      [`${side} shoulder`]: 'floor',
      head: `on ${side} arm`,
      [`${side} leg`]: 'floor',
      [`${side} arm`]: 'floor overhead',
      [`${upper} hand`]: 'floor in front of chest',
    },
    ease: { tilt: 0, sideBend: 8, rotation: 4 },
    isUpright: false,
  }
}

export function findBase(name: string): Base | undefined {
  return bases.find((base) => base.name === name)
}

/** `left` for `right` in the names of a record, and the other way round. */
function swapKeys<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [swapSides(name), value]))
}

/** `left` for `right` and the other way round. */
export function swapSides(words: string): string {
  return words.replace(/\b(left|right)\b/g, (side) => (side === 'left' ? 'right' : 'left'))
}

/** The base that is the other side of one; bases without sides are their own. */
export function otherSideBase(name: string): string {
  if (name === 'half-kneeling') return 'half-kneeling right'
  return name === 'half-kneeling right' ? 'half-kneeling' : swapSides(name)
}
