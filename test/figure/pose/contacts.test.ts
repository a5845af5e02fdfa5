import { describe, expect, test } from 'vitest'
import { freedomOf } from '../../../src/figure/pose/degrees-of-freedom.ts'
import { fleshOf, lowestOf, type BodyPart } from '../../../src/figure/pose/flesh.ts'
import { centreOfMass, middleOfFeet } from '../../../src/figure/pose/balance.ts'
import {
  measureElbow,
  measureHip,
  measureKnee,
  measureTrunkSlope,
} from '../../../src/figure/pose/measure.ts'
import { mirrorDescription } from '../../../src/figure/pose/mirror.ts'
import { proportionsOf } from '../../../src/figure/pose/proportions.ts'
import { placeOn } from '../../../src/figure/pose/landmarks.ts'
import { poseBetween, solveAll, solvePhases } from '../../../src/figure/pose/solve-phases.ts'
import { sides, type Skeleton } from '../../../src/figure/skeleton.ts'
import { distance } from '../../../src/geometry/vec3.ts'
import type { PhaseName } from '../../../src/model/pose.ts'
import { shippedPack } from '../../handouts/shipped.ts'
import { testBody } from '../bodies.ts'

const shipped = [...shippedPack.pack.exercises.entries].map(([id, { value }]) => ({
  id,
  description: value.figure,
  footwear: id === 'half-pigeon' ? ('bare' as const) : ('shoes' as const),
}))
const ids = shipped.map(({ id }) => id)
const solved = new Map(
  shipped.map(({ id, description, footwear }) => [id, solveAll(description, testBody, footwear)]),
)
const { shoulderLine } = proportionsOf(testBody)

function skeletonOf(id: string, phase: PhaseName): Skeleton {
  const scene = solved.get(id)?.get(phase)?.scene
  if (scene === undefined) throw new Error(`${id} has no ${phase}`)
  return scene.skeleton
}

describe('every shipped exercise', () => {
  test.each(ids)('%s touches what it says, within 3 mm, in every phase', (id) => {
    const missed = [...(solved.get(id) ?? [])].flatMap(([phase, { rest }]) =>
      rest.unmet.map(
        ({ contact, missing }) =>
          `${phase} ${contact.subject.part} ${contact.words} ${Math.round(missing * 1000)} mm`,
      ),
    )
    expect(missed).toEqual([])
  })

  test.each(shipped)(
    '$id has nothing below the floor but flesh that gives way',
    ({ id, footwear }) => {
      const flesh = fleshOf(testBody, footwear)
      const hard: readonly BodyPart[] = sides.flatMap((side): BodyPart[] => [
        `${side} knee`,
        `${side} foot`,
        `${side} elbow`,
      ])
      for (const [phase, { rest }] of solved.get(id) ?? []) {
        for (const part of hard) {
          const depth = -lowestOf(part, rest.skeleton, flesh) * 1000
          expect(depth, `${phase} ${part}`).toBeLessThan(8)
        }
      }
    },
  )

  test.each(shipped)('$id keeps the angles of hips and knees that its author wrote', ({ id }) => {
    for (const [phase, { pose, rest }] of solved.get(id) ?? []) {
      for (const side of sides) {
        const asked = (joint: string) => pose.posture[freedomOf(`${side} ${joint}`, 'flexion')] ?? 0
        const isWritten = (joint: string) =>
          pose.isWritten[freedomOf(`${side} ${joint}`, 'flexion')] === true
        if (isWritten('hip'))
          expect(measureHip(rest.skeleton, side)['flexion'], `${phase} ${side} hip`).toBeCloseTo(
            asked('hip'),
            3,
          )
        if (isWritten('knee'))
          expect(measureKnee(rest.skeleton, side)['flexion'], `${phase} ${side} knee`).toBeCloseTo(
            asked('knee'),
            3,
          )
      }
    }
  })
})

describe('what an illustrator looks for', () => {
  test('on all fours the back is nearly level, the arms are straight but not locked', () => {
    const skeleton = skeletonOf('donkey-kick', 'start')
    // Straight arms are longer than thighs: the line from hips to shoulders rises a little, the back does not.
    expect(Math.abs(measureTrunkSlope(skeleton, shoulderLine))).toBeLessThan(10.5)
    for (const side of sides) {
      const { flexion = 0 } = measureElbow(skeleton, side)
      expect(flexion).toBeGreaterThan(4)
      expect(flexion).toBeLessThan(18)
      const { shoulder, wrist } = skeleton.arms[side]
      expect(Math.hypot(shoulder[0] - wrist[0], shoulder[1] - wrist[1])).toBeLessThan(0.03)
    }
  })

  test('the lifted thigh of the donkey kick is no higher than the trunk, its shin upright', () => {
    const { legs } = skeletonOf('donkey-kick', 'end')
    expect(legs.right.knee[2] - legs.right.hip[2]).toBeLessThan(0.02)
    expect(legs.right.ankle[2] - legs.right.knee[2]).toBeGreaterThan(0.4)
  })

  test('hands and the other knee stay where they were while one leg lifts', () => {
    for (const id of ['donkey-kick', 'fire-hydrant']) {
      const [start, end] = [skeletonOf(id, 'start'), skeletonOf(id, 'end')]
      for (const name of ['left wrist', 'right wrist', 'left knee'] as const) {
        expect(distance(placeOn(start, name), placeOn(end, name)), name).toBeLessThan(0.012)
      }
    }
  })

  test('fire hydrant: knee and foot are at one height', () => {
    const { legs } = skeletonOf('fire-hydrant', 'end')
    expect(Math.abs(legs.right.knee[2] - legs.right.ankle[2])).toBeLessThan(0.05)
  })

  test('clamshell: hip and heel stay, the knee rises by about 20 cm', () => {
    const [start, end] = [skeletonOf('clamshell', 'start'), skeletonOf('clamshell', 'end')]
    expect(distance(start.legs.right.ankle, end.legs.right.ankle)).toBeLessThan(0.03)
    expect(distance(start.legs.right.hip, end.legs.right.hip)).toBeLessThan(0.02)
    expect(end.legs.right.knee[2] - start.legs.right.knee[2]).toBeCloseTo(0.2, 1)
  })

  test('half kneeling: the front shin is upright, and so is the trunk', () => {
    const { legs, pelvis, spine } = skeletonOf('kneeling-hip-stretch', 'start')
    expect(Math.abs(legs.left.knee[0] - legs.left.ankle[0])).toBeLessThan(0.05)
    const top = spine[spine.length - 1]?.origin ?? pelvis.origin
    expect(Math.abs(top[0] - pelvis.origin[0])).toBeLessThan(0.05)
  })

  test('the step is as high as the words say', () => {
    const { legs } = skeletonOf('step-up', 'start')
    expect(legs.right.ankle[2] - legs.left.ankle[2]).toBeCloseTo(0.15, 2)
  })

  test('who stands on the feet alone has the weight over them', () => {
    for (const [id, phase] of [
      ['mini-squat', 'start'],
      ['mini-squat', 'end'],
      ['step-up', 'end'],
    ] as const) {
      const skeleton = skeletonOf(id, phase)
      const feet =
        id === 'step-up'
          ? [skeleton.legs.right.ankle]
          : sides.map((side) => skeleton.legs[side].ankle)
      const ahead = centreOfMass(skeleton, proportionsOf(testBody))[0] - middleOfFeet(feet)[0]
      expect(ahead, `${id} ${phase}`).toBeGreaterThan(-0.02)
      expect(ahead, `${id} ${phase}`).toBeLessThan(0.13)
    }
  })
})

describe('mirrored', () => {
  test.each([
    'clamshell',
    'donkey-kick',
    'hamstring-stretch',
    'kneeling-hip-stretch',
    'roll-outer-thigh',
    'roll-back-thigh',
  ])('%s solves to the mirrored skeleton', (id) => {
    const entry = shipped.find((it) => it.id === id)
    if (entry === undefined) throw new Error(`no ${id}`)
    const there = solvePhases(mirrorDescription(entry.description), testBody, entry.footwear)
    for (const phase of ['start', 'end'] as const) {
      const here = skeletonOf(id, phase)
      const other = there[phase]?.skeleton
      if (other === undefined) throw new Error('not solved')
      // Lying on the other side turns the head to the other end: only distances and heights are compared.
      for (const [a, b] of [
        ['left knee', 'right knee'],
        ['left ankle', 'right ankle'],
        ['left wrist', 'right wrist'],
        ['head', 'head'],
      ] as const) {
        for (const [one, two] of [
          [a, b],
          [b, a],
        ] as const) {
          expect(placeOn(other, two)[2], `${phase} ${one}`).toBeCloseTo(placeOn(here, one)[2], 1.6)
        }
      }
      expect(measureHip(other, 'left')['flexion']).toBeCloseTo(
        measureHip(here, 'right')['flexion'] ?? 0,
        3,
      )
    }
  })
})

describe('between two poses', () => {
  test('the ends are the poses themselves', () => {
    const scenes = solved.get('bridge')
    const [a, b] = [scenes?.get('start')?.scene, scenes?.get('end')?.scene]
    if (a === undefined || b === undefined) throw new Error('not solved')
    expect(poseBetween(a, b, 0).skeleton).toEqual(a.skeleton)
    expect(poseBetween(a, b, 1).skeleton).toEqual(b.skeleton)
  })

  test('bones keep their lengths, and feet that stay do not slide', () => {
    const scenes = solved.get('mini-squat')
    const [a, b] = [scenes?.get('start')?.scene, scenes?.get('end')?.scene]
    if (a === undefined || b === undefined) throw new Error('not solved')
    for (const share of [0.25, 0.5, 0.75]) {
      const { skeleton } = poseBetween(a, b, share)
      const { hip, knee, ankle } = skeleton.legs.right
      expect(distance(hip, knee)).toBeCloseTo(
        distance(a.skeleton.legs.right.hip, a.skeleton.legs.right.knee),
        6,
      )
      expect(distance(ankle, a.skeleton.legs.right.ankle)).toBeLessThan(0.03)
    }
  })

  test('half-way through the clamshell the heel has not moved', () => {
    const scenes = solved.get('clamshell')
    const [a, b] = [scenes?.get('start')?.scene, scenes?.get('end')?.scene]
    if (a === undefined || b === undefined) throw new Error('not solved')
    const { legs } = poseBetween(a, b, 0.5).skeleton
    expect(distance(legs.right.ankle, a.skeleton.legs.right.ankle)).toBeLessThan(0.03)
  })
})

test('the same description gives the same numbers', () => {
  const entry = shipped.find(({ id }) => id === 'half-pigeon')
  if (entry === undefined) throw new Error('no half pigeon')
  const twice = [1, 2].map(() => JSON.stringify(solvePhases(entry.description, testBody)))
  expect(twice[0]).toBe(twice[1])
})
