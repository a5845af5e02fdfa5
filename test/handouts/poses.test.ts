/** Pictures are made from poses: each pose is what the words of its exercise say, and what is good for a sore knee. */
import { describe, expect, test } from 'vitest'
import type { PhaseName, Pose } from '../../src/model/pose.ts'
import { exerciseOf, stepsOf } from './pack-words.ts'

type Joint = readonly [joint: string, movement: string, degrees: number]

/** Clinical angles; those of the leg that does not move stand beside. */
const poses: readonly (readonly [exercise: string, phase: PhaseName, angles: readonly Joint[]])[] =
  [
    [
      'clamshell',
      'start',
      [
        ['right hip', 'flexion', 45],
        // The top leg lies on the other one, and two knees are narrower than two hips.
        ['right hip', 'abduction', -8],
        ['right knee', 'flexion', 90],
        ['left hip', 'flexion', 45],
        ['left knee', 'flexion', 90],
      ],
    ],
    [
      // Hip and heel stay: thigh and shin turn about the line between them, by 45 degrees.
      'clamshell',
      'end',
      [
        ['right hip', 'flexion', 35],
        ['right hip', 'abduction', 25],
        ['right hip', 'external-rotation', 33],
        ['right knee', 'flexion', 90],
      ],
    ],
    [
      'donkey-kick',
      'start',
      [
        ['hips', 'flexion', 90],
        ['knees', 'flexion', 90],
      ],
    ],
    [
      'donkey-kick',
      'end',
      [
        ['right hip', 'flexion', 0],
        ['right knee', 'flexion', 90],
      ],
    ],
    [
      'fire-hydrant',
      'start',
      [
        ['hips', 'flexion', 90],
        ['knees', 'flexion', 90],
      ],
    ],
    [
      'fire-hydrant',
      'end',
      [
        ['right hip', 'flexion', 90],
        ['right hip', 'abduction', 35],
        ['right hip', 'external-rotation', 0],
        ['right knee', 'flexion', 90],
      ],
    ],
    [
      'straight-leg-raise',
      'start',
      [
        ['right hip', 'flexion', 0],
        ['right knee', 'flexion', 0],
        ['left hip', 'flexion', 45],
        ['left knee', 'flexion', 90],
      ],
    ],
    [
      'straight-leg-raise',
      'end',
      [
        ['right hip', 'flexion', 45],
        ['right knee', 'flexion', 0],
      ],
    ],
    [
      'side-leg-raise',
      'start',
      [
        ['right hip', 'flexion', -5],
        ['right hip', 'abduction', 0],
        ['right knee', 'flexion', 0],
        ['left knee', 'flexion', 90],
      ],
    ],
    [
      'side-leg-raise',
      'end',
      [
        ['right hip', 'flexion', -5],
        ['right hip', 'abduction', 32],
        ['right hip', 'external-rotation', -5],
        ['right knee', 'flexion', 0],
      ],
    ],
    [
      'hamstring-stretch',
      'end',
      [
        ['right hip', 'flexion', 80],
        ['right knee', 'flexion', 5],
        ['left hip', 'flexion', 0],
        ['left knee', 'flexion', 0],
      ],
    ],
    [
      'kneeling-hip-stretch',
      'end',
      [
        ['right hip', 'flexion', -12],
        ['right knee', 'flexion', 78],
        ['left hip', 'flexion', 98],
        ['left knee', 'flexion', 95],
        ['pelvis', 'tilt', -8],
      ],
    ],
    [
      'figure-four-stretch',
      'end',
      [
        // The shin lies across the other thigh: that hip bends further than the one below it, and turns out more.
        // Its knee bends so far that the ankle comes to lie on the thigh, beyond the kneecap.
        ['right hip', 'flexion', 120],
        ['right hip', 'abduction', 35],
        ['right hip', 'external-rotation', 65],
        ['right knee', 'flexion', 117],
        ['left hip', 'flexion', 95],
        ['left knee', 'flexion', 90],
      ],
    ],
    [
      // The shin lies diagonally, the pelvis on a cushion: both thighs slope down.
      'half-pigeon',
      'end',
      [
        ['right hip', 'flexion', 115],
        ['right hip', 'abduction', 12],
        // So much turned out and bent that knee, shin and foot all lie on the floor.
        ['right hip', 'external-rotation', 65],
        ['right knee', 'flexion', 130],
        ['left hip', 'flexion', -18],
        // Behind a thigh that slopes by 25 degrees, the shin lies flat only when the knee gives.
        ['left knee', 'flexion', 22],
        ['right ankle', 'dorsiflexion', 5],
        ['pelvis', 'tilt', 50],
      ],
    ],
  ]

test.each(poses)('%s, %s: within 5 degrees of the clinical pose', (id, phase, angles) => {
  for (const [joint, movement, degrees] of angles) {
    const angle = angleOf(id, phase, joint, movement)
    expect(Math.abs(angle - degrees), `${joint} ${movement} ${angle}`).toBeLessThanOrEqual(5)
  }
})

describe('words and pose agree:', () => {
  test('straight leg raise: "thighs are level" is the same flexion of both hips', () => {
    expect(stepsOf('straight-leg-raise').end).toContain('thighs are level')
    const lifted = angleOf('straight-leg-raise', 'end', 'right hip', 'flexion')
    expect(lifted).toBe(angleOf('straight-leg-raise', 'end', 'left hip', 'flexion'))
    expect(exerciseOf('straight-leg-raise').alternativeText.end).toContain(`${lifted} degrees`)
  })

  test('donkey kick: the thigh is never above the back, the knee stays bent', () => {
    expect(stepsOf('donkey-kick').end).toContain('thigh is level')
    expect(angleOf('donkey-kick', 'end', 'right hip', 'flexion')).toBeGreaterThanOrEqual(-10)
    expect(exerciseOf('donkey-kick').alternativeText.end).toContain('right angle')
  })

  test('fire hydrant: the shin points straight back, so knee and foot are equally high', () => {
    const { rotation, abduction } = {
      rotation: angleOf('fire-hydrant', 'end', 'right hip', 'external-rotation'),
      abduction: angleOf('fire-hydrant', 'end', 'right hip', 'abduction'),
    }
    expect([rotation, angleOf('fire-hydrant', 'end', 'right hip', 'flexion')]).toEqual([0, 90])
    expect(exerciseOf('fire-hydrant').alternativeText.end).toMatch(/same height/)
    // A thigh of 42 cm.
    const out = 42 * Math.sin((abduction * Math.PI) / 180)
    expect(exerciseOf('fire-hydrant').alternativeText.end).toContain(`${Math.round(out)} cm`)
  })

  test('clamshell: the feet stay together', () => {
    expect(stepsOf('clamshell').start).toMatch(/feet together/)
    expect(contactsOf('clamshell', 'end')['feet']).toBe('together')
  })

  test('side leg raise: the leg stays behind the trunk, and is held as long as the dose says', () => {
    expect(angleOf('side-leg-raise', 'end', 'right hip', 'flexion')).toBeLessThanOrEqual(0)
    for (const id of ['side-leg-raise', 'straight-leg-raise']) {
      const { hold, startWith } = exerciseOf(id).dosage
      expect([hold, startWith?.hold]).toEqual([
        { min: 3, max: 4 },
        { min: 3, max: 3 },
      ])
      expect(stepsOf(id).end).toContain('Hold 3 seconds')
    }
  })

  test('hamstring stretch: the knee is soft, the strap holds the foot', () => {
    expect(stepsOf('hamstring-stretch').end).toMatch(/knee soft|(?:nearly|almost) straight/)
    const knee = angleOf('hamstring-stretch', 'end', 'right knee', 'flexion')
    expect(knee).toBeGreaterThan(0)
    expect(knee).toBeLessThanOrEqual(10)
    const hip = angleOf('hamstring-stretch', 'end', 'right hip', 'flexion')
    expect(exerciseOf('hamstring-stretch').alternativeText.end).toContain(`${hip} degrees`)
    expect(propsOf('hamstring-stretch')).toContain('strap')
  })

  test('kneeling hip stretch: the tail is tucked, not the back arched', () => {
    expect(stepsOf('kneeling-hip-stretch').start).toMatch(/tuck your tail/i)
    expect(angleOf('kneeling-hip-stretch', 'end', 'pelvis', 'tilt')).toBeLessThan(0)
    expect(angleOf('kneeling-hip-stretch', 'mistake', 'pelvis', 'tilt')).toBeGreaterThan(0)
  })

  test('half pigeon: knee behind the wrist, foot to the other hip, the pelvis on a cushion', () => {
    const contacts = contactsOf('half-pigeon', 'end')
    expect([contacts['right knee'], contacts['right foot'], contacts['pelvis']]).toEqual([
      'behind right wrist',
      'toward left hip',
      'on cushion',
    ])
    expect(propsOf('half-pigeon')).toContain('cushion')
    // Without the cushion, both thighs cannot reach the floor: their sum would be 180 degrees.
    const sum =
      angleOf('half-pigeon', 'end', 'right hip', 'flexion') -
      angleOf('half-pigeon', 'end', 'left hip', 'flexion')
    expect(sum).toBeLessThanOrEqual(145)
  })

  test.each([
    ['clamshell', 'side-lying left'],
    ['side-leg-raise', 'side-lying left'],
    ['roll-outer-thigh', 'side-lying right'],
  ])('%s: the words name the side that %s names', (id, base) => {
    const { figure, alternativeText } = exerciseOf(id)
    expect(figure.phases.start?.base).toBe(base)
    expect(alternativeText.start).toContain(`Lying on the ${base.replace('side-lying ', '')} side`)
  })
})

test('no knee bends the wrong way or further than a knee can', () => {
  for (const [id, phase] of poses) {
    for (const side of ['left', 'right']) {
      const knee = angleOf(id, phase, `${side} knee`, 'flexion')
      expect(knee).toBeGreaterThanOrEqual(0)
      expect(knee).toBeLessThanOrEqual(155)
    }
  }
})

const opposites: Readonly<Record<string, string>> = {
  flexion: 'extension',
  abduction: 'adduction',
  'external-rotation': 'internal-rotation',
  dorsiflexion: 'plantarflexion',
}

/** What the pose says of a joint, or of both, or else the pose it is made from; the opposite counts negative. */
function angleOf(id: string, phase: PhaseName, joint: string, movement: string): number {
  const pose = poseOf(id, phase)
  const both = joint.replace(/^(?:left|right) (\w+)$/, '$1s')
  for (const angles of [pose.joints[joint], pose.joints[both]]) {
    const angle = angles?.[movement]
    if (angle !== undefined) return angle
    const opposite = angles?.[opposites[movement] ?? '']
    if (opposite !== undefined) return -opposite
  }
  if (pose.from === undefined) throw new Error(`${id} does not say the ${movement} of ${joint}`)
  return angleOf(id, phaseName(pose.from), joint, movement)
}

function contactsOf(id: string, phase: PhaseName): Pose['contacts'] {
  const { from, contacts } = poseOf(id, phase)
  return { ...(from === undefined ? {} : contactsOf(id, phaseName(from))), ...contacts }
}

function propsOf(id: string): readonly string[] {
  return exerciseOf(id).figure.props
}

function poseOf(id: string, phase: PhaseName): Pose {
  const pose = exerciseOf(id).figure.phases[phase]
  if (pose === undefined) throw new Error(`${id} has no ${phase}`)
  return pose
}

function phaseName(name: string): PhaseName {
  if (name === 'start' || name === 'end' || name === 'mistake') return name
  throw new Error(`${name} is no phase`)
}
