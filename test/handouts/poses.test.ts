/** Pictures are made from poses: each pose is what the words of its exercise say. */
import { describe, expect, test } from 'vitest'
import type { Skeleton } from '../../src/figure/skeleton.ts'
import type { Vec3 } from '../../src/geometry/vec3.ts'
import { angleOf, contactsOf, drawnPose, propsOf } from './drawn-poses.ts'
import { exerciseOf, stepsOf } from './pack-words.ts'

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

  test.each<[id: string, place: (skeleton: Skeleton) => Vec3, axes: readonly (0 | 1 | 2)[]]>([
    ['bridge', ({ pelvis }) => pelvis.origin, [2]],
    ['clamshell', ({ legs }) => legs.right.knee, [2]],
    ['fire-hydrant', ({ legs }) => legs.right.knee, [1]],
    ['side-leg-raise', ({ legs }) => legs.right.ankle, [2]],
    ['straight-leg-raise', ({ legs }) => legs.right.ankle, [2]],
    ['roll-back-thigh', ({ pelvis }) => pelvis.origin, [0, 1]],
    ['roll-buttock', ({ pelvis }) => pelvis.origin, [0, 1]],
    ['roll-front-thigh', ({ pelvis }) => pelvis.origin, [0, 1]],
    ['roll-outer-thigh', ({ pelvis }) => pelvis.origin, [0, 1]],
  ])('%s: the centimetres that are told are those of the picture', (id, place, axes) => {
    const told = /(\d+) cm/.exec(exerciseOf(id).alternativeText.end ?? '')?.[1]
    const [start, end] = [drawnPose(id, 'start'), drawnPose(id, 'end')].map(({ rest }) =>
      place(rest.skeleton),
    )
    if (start === undefined || end === undefined) throw new Error('not posed')
    const moved = 100 * Math.hypot(...axes.map((axis) => end[axis] - start[axis]))
    expect(Math.abs(moved / Number(told) - 1)).toBeLessThan(0.12)
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

  test('half pigeon: knee behind the wrist, foot to the other hip, the pelvis on a thick cushion', () => {
    const contacts = contactsOf('half-pigeon', 'end')
    expect([contacts['right knee'], contacts['right foot'], contacts['pelvis']]).toEqual([
      'behind right wrist',
      'toward left hip',
      'on cushion',
    ])
    expect(stepsOf('half-pigeon').end).toContain('a thick cushion')
    expect(propsOf('half-pigeon')).toContain('cushion')
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
