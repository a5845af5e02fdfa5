import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutZ } from '../../../src/geometry/rotation.ts'
import { distance, subtract, type Vec3 } from '../../../src/geometry/vec3.ts'
import { bases, findBase } from '../../../src/figure/pose/bases.ts'
import { freedomOf, freedoms, singleJoints } from '../../../src/figure/pose/degrees-of-freedom.ts'
import { createPoser, poseSkeleton } from '../../../src/figure/pose/kinematics.ts'
import {
  measureAnkle,
  measureElbow,
  measureHip,
  measureKnee,
  measureShoulder,
  measureSpine,
  measureWrist,
} from '../../../src/figure/pose/measure.ts'
import { proportionsOf } from '../../../src/figure/pose/proportions.ts'
import { rangeOf } from '../../../src/figure/pose/ranges.ts'
import { sides, type Skeleton } from '../../../src/figure/skeleton.ts'
import { testBody } from '../bodies.ts'

const proportions = proportionsOf(testBody)
const { thigh, shank, upperArm, forearm, halfHips, shoulderLine } = proportions

function posed(base: string, angles: Readonly<Record<string, number>>): Skeleton {
  const posture = freedoms.map(() => 0)
  for (const [name, value] of Object.entries(angles)) {
    const [joint = '', movement = ''] = name.split('/')
    for (const single of singleJoints(joint)) posture[freedomOf(single, movement)] = value
  }
  return poseSkeleton(posture, findBase(base)?.axes ?? aboutZ(0), proportions)
}

function rounded(point: Vec3): readonly number[] {
  return point.map((value) => Math.round(value * 1e4) / 1e4 + 0)
}

describe('with all angles at 0, worked out by hand', () => {
  test.each<[base: string, knee: Vec3, ankle: Vec3, shoulders: Vec3]>([
    // Of the right leg, and the middle of the shoulders; the pelvis is at the origin.
    ['standing', [0, -halfHips, -thigh], [0, -halfHips, -thigh - shank], [0, 0, shoulderLine]],
    ['half-kneeling', [0, -halfHips, -thigh], [0, -halfHips, -thigh - shank], [0, 0, shoulderLine]],
    ['long-sitting', [0, -halfHips, -thigh], [0, -halfHips, -thigh - shank], [0, 0, shoulderLine]],
    ['quadruped', [-thigh, -halfHips, 0], [-thigh - shank, -halfHips, 0], [shoulderLine, 0, 0]],
    ['prone', [-thigh, -halfHips, 0], [-thigh - shank, -halfHips, 0], [shoulderLine, 0, 0]],
    ['supine', [thigh, -halfHips, 0], [thigh + shank, -halfHips, 0], [-shoulderLine, 0, 0]],
    ['side-lying left', [-thigh, 0, halfHips], [-thigh - shank, 0, halfHips], [shoulderLine, 0, 0]],
    [
      'side-lying right',
      [thigh, 0, -halfHips],
      [thigh + shank, 0, -halfHips],
      [-shoulderLine, 0, 0],
    ],
  ])('%s has its right knee, ankle and shoulders there', (base, knee, ankle, shoulders) => {
    const skeleton = posed(base, {})
    expect(rounded(skeleton.legs.right.knee)).toEqual(rounded(knee))
    expect(rounded(skeleton.legs.right.ankle)).toEqual(rounded(ankle))
    const { left, right } = skeleton.arms
    const middle = left.shoulder.map((value, axis) => (value + (right.shoulder[axis] ?? 0)) / 2)
    // The shoulders' line lies 12 mm in front of or behind the spine.
    expect(Math.hypot(...middle.map((value, axis) => value - (shoulders[axis] ?? 0)))).toBeCloseTo(
      0.012,
      6,
    )
  })

  test('every base is tested (the two ways of half kneeling have the same axes)', () => {
    expect(bases.map(({ name }) => name)).toHaveLength(9)
  })
})

describe('single movements, worked out by hand', () => {
  const half = Math.SQRT1_2
  test.each<
    [
      what: string,
      base: string,
      angles: Record<string, number>,
      point: (s: Skeleton) => Vec3,
      at: Vec3,
    ]
  >([
    [
      'hip flexion 90 brings the knee forward',
      'standing',
      { 'right hip/flexion': 90 },
      (s) => s.legs.right.knee,
      [thigh, -halfHips, 0],
    ],
    [
      'hip abduction 45 brings it out',
      'standing',
      { 'right hip/abduction': 45 },
      (s) => s.legs.right.knee,
      [0, -halfHips - thigh * half, -thigh * half],
    ],
    [
      'on the left side too',
      'standing',
      { 'left hip/abduction': 45 },
      (s) => s.legs.left.knee,
      [0, halfHips + thigh * half, -thigh * half],
    ],
    [
      'knee flexion 90 brings the heel back',
      'standing',
      { 'right knee/flexion': 90 },
      (s) => s.legs.right.ankle,
      [-shank, -halfHips, -thigh],
    ],
    [
      'hip and knee at 90 on all fours: shin level, straight back',
      'quadruped',
      { 'hips/flexion': 90, 'knees/flexion': 90 },
      (s) => s.legs.right.ankle,
      [-shank, -halfHips, -thigh],
    ],
    [
      'external rotation with a bent knee brings the foot inwards',
      'standing',
      { 'right hip/external-rotation': 90, 'right knee/flexion': 90 },
      (s) => s.legs.right.ankle,
      [0, -halfHips + shank, -thigh],
    ],
    [
      'fire hydrant: knee and foot at one height',
      'quadruped',
      { 'hips/flexion': 90, 'knees/flexion': 90, 'right hip/abduction': 30 },
      (s) => subtract(s.legs.right.ankle, s.legs.right.knee),
      [-shank, 0, 0],
    ],
    [
      'elbow flexion 90 brings the hand forward',
      'standing',
      { 'right elbow/flexion': 90 },
      (s) => subtract(s.arms.right.wrist, s.arms.right.elbow),
      [forearm, 0, 0],
    ],
    [
      'shoulder flexion 90 brings the arm forward',
      'standing',
      { 'right shoulder/flexion': 90 },
      (s) => subtract(s.arms.right.elbow, s.arms.right.shoulder),
      [upperArm, 0, 0],
    ],
  ])('%s', (_, base, angles, point, at) => {
    expect(rounded(point(posed(base, angles)))).toEqual(rounded(at))
  })

  test('clamshell: hip and heel stay while thigh and shin turn like a lid', () => {
    const start = posed('side-lying left', {
      'right hip/flexion': 45,
      'right hip/abduction': -5,
      'right knee/flexion': 90,
    })
    const end = posed('side-lying left', {
      'right hip/flexion': 36,
      'right hip/abduction': 25,
      'right hip/external-rotation': 34,
      'right knee/flexion': 90,
    })
    expect(distance(start.legs.right.ankle, end.legs.right.ankle)).toBeLessThan(0.01)
    expect(end.legs.right.knee[2] - start.legs.right.knee[2]).toBeGreaterThan(0.18)
  })

  test('the spine bends evenly: 30 degrees of lumbar flexion are 30 at the chest', () => {
    const skeleton = posed('standing', { 'lumbar spine/flexion': 30, 'thoracic spine/flexion': 10 })
    expect(measureSpine(skeleton, shoulderLine)['flexion']).toBeCloseTo(40, 0)
  })
})

/** Angles in range, away from where two triples of angles say the same. */
const anyPosture = fc
  .tuple(
    fc.constantFrom(...bases),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: freedoms.length,
      maxLength: freedoms.length,
    }),
  )
  .map(([base, shares]) => ({
    base,
    posture: freedoms.map(({ joint, movement }, place) => {
      const range = rangeOf(joint, movement)
      return range === undefined ? 0 : range.min + (range.max - range.min) * (shares[place] ?? 0)
    }),
  }))

test('any angles in range give a finite skeleton with bones as long as they are', () => {
  fc.assert(
    fc.property(anyPosture, ({ base, posture }) => {
      const skeleton = poseSkeleton(posture, base.axes, proportions)
      for (const side of sides) {
        const leg = skeleton.legs[side]
        const arm = skeleton.arms[side]
        expect(distance(leg.hip, leg.knee)).toBeCloseTo(thigh, 9)
        expect(distance(leg.knee, leg.ankle)).toBeCloseTo(shank, 9)
        expect(distance(arm.shoulder, arm.elbow)).toBeCloseTo(upperArm, 9)
        expect(distance(arm.elbow, arm.wrist)).toBeCloseTo(forearm, 9)
      }
      const numbers = [
        ...skeleton.spine.flatMap(({ origin }) => origin),
        ...skeleton.head.origin,
        ...skeleton.head.axes,
      ]
      expect(numbers.every(Number.isFinite)).toBe(true)
    }),
    { seed: 3, numRuns: 100 },
  )
})

test('a poser that remembers gives the skeleton that one without a memory gives', () => {
  const steps = fc.array(
    fc.tuple(fc.nat(freedoms.length - 1), fc.double({ min: -40, max: 40, noNaN: true })),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(anyPosture, steps, ({ base, posture }, nudges) => {
      const poser = createPoser(base.axes, proportions)
      const postures = nudges.flatMap(([place, by]) => [
        posture.map((value, at) => (at === place ? value + by : value)),
        posture,
      ])
      for (const each of postures) {
        expect(poser(each)).toEqual(poseSkeleton(each, base.axes, proportions))
      }
      const knee = freedomOf('left knee', 'flexion')
      const bent = posture.map((value, at) => (at === knee ? value + 1 : value))
      expect(poser(bent).legs.right).toBe(poser(posture).legs.right)
      expect(poser(bent).legs.left).not.toBe(poser(posture).legs.left)
    }),
    { seed: 5, numRuns: 60 },
  )
})

test('measured angles are those that were asked for', () => {
  fc.assert(
    fc.property(anyPosture, ({ base, posture }) => {
      const skeleton = poseSkeleton(posture, base.axes, proportions)
      const asked = (joint: string, movement: string) => posture[freedomOf(joint, movement)] ?? 0
      for (const side of sides) {
        const ball = (joint: string) =>
          [
            asked(joint, 'flexion'),
            asked(joint, 'abduction'),
            asked(joint, 'external-rotation'),
          ] as const
        const measured = {
          hip: measureHip(skeleton, side, ball(`${side} hip`)),
          knee: measureKnee(skeleton, side),
          ankle: measureAnkle(skeleton, side),
          shoulder: measureShoulder(skeleton, side, shoulderLine, ball(`${side} shoulder`)),
          elbow: measureElbow(skeleton, side),
          wrist: measureWrist(skeleton, side),
        }
        for (const [joint, angles] of Object.entries(measured)) {
          for (const [movement, degrees] of Object.entries(angles)) {
            // At 90 degrees of abduction flexion and rotation cannot be told apart.
            if (
              joint === 'shoulder' &&
              Math.abs(Math.abs(asked('' + side + ' shoulder', 'abduction')) - 90) < 2
            )
              continue
            expect(degrees, `${side} ${joint} ${movement}`).toBeCloseTo(
              asked(`${side} ${joint}`, movement),
              4,
            )
          }
        }
      }
    }),
    { seed: 3, numRuns: 100 },
  )
})
