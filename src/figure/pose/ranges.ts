/** How far each joint of a healthy adult goes, and who says so. */
import type { Joint } from '../../model/joints.ts'
import type { Degrees } from '../../model/pose.ts'

export interface JointRange {
  readonly min: Degrees
  readonly max: Degrees
  readonly source: string
}

const surgeons = 'AAOS 1965'
const norkin = 'Norkin & White 2016'
const kapandji = 'Kapandji 2019'
const neumann = 'Neumann 2017'

function range(min: Degrees, max: Degrees, source: string): JointRange {
  return { min, max, source }
}

/**
 * By joint and movement, as `movements` names them; a little more than the mean where practice shows more.
 * The pelvis turns as a whole, so only half a turn bounds it.
 */
export const ranges: Readonly<Record<Joint, Readonly<Record<string, JointRange>>>> = {
  pelvis: {
    tilt: range(-90, 120, 'half a turn of the whole body'),
    'side-bend': range(-90, 90, 'half a turn of the whole body'),
    rotation: range(-90, 90, 'half a turn of the whole body'),
  },
  'lumbar spine': {
    flexion: range(-35, 60, kapandji),
    'side-bend': range(-25, 25, kapandji),
    rotation: range(-10, 10, kapandji),
  },
  'thoracic spine': {
    flexion: range(-25, 45, kapandji),
    'side-bend': range(-25, 25, kapandji),
    rotation: range(-35, 35, kapandji),
  },
  neck: {
    flexion: range(-60, 50, surgeons),
    'side-bend': range(-45, 45, surgeons),
    rotation: range(-80, 80, surgeons),
  },
  hip: {
    flexion: range(-30, 130, surgeons),
    abduction: range(-30, 60, surgeons),
    'external-rotation': range(-45, 70, kapandji),
  },
  knee: {
    flexion: range(0, 155, norkin),
    'external-rotation': range(-30, 40, kapandji),
  },
  ankle: {
    dorsiflexion: range(-65, 30, kapandji),
    inversion: range(-20, 35, surgeons),
  },
  shoulder: {
    flexion: range(-60, 180, surgeons),
    abduction: range(-50, 180, surgeons),
    'external-rotation': range(-100, 100, surgeons),
  },
  elbow: {
    flexion: range(-10, 150, surgeons),
    supination: range(-170, 15, neumann),
  },
  wrist: {
    flexion: range(-90, 90, norkin),
    'radial-deviation': range(-35, 25, norkin),
  },
}

/** The range of a movement; `left knee` and `knees` are those of the knee. */
export function rangeOf(joint: string, movement: string): JointRange | undefined {
  const single = joint.replace(/^(?:left|right) /, '').replace(/s$/, '')
  return Object.entries(ranges).find(([name]) => name === joint || name === single)?.[1][movement]
}
