import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseNames } from '../../../src/figure/pose/bases.ts'
import { gripOf, handPart } from '../../../src/figure/body/hand.ts'
import { inBone } from '../../../src/figure/body/shapes.ts'
import { distanceToBody, distanceToGroup } from '../distance.ts'
import type { HandShape } from '../../../src/figure/skeleton.ts'
import type { Group, Primitive, Solid } from '../../../src/figure/solid.ts'
import { addScaled, distance, normalize, subtract, type Vec3 } from '../../../src/geometry/vec3.ts'
import { hit, lookCalled, looks, person, posed } from './people.ts'

const primitives = (solid: Solid): readonly Primitive[] =>
  solid.groups.flatMap(({ parts }) => parts.flatMap((part) => part.primitives))

/** Every number in a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

describe.each(looks.map((look) => [look.id, look] as const))('%s', (_, look) => {
  test.each(baseNames)('has a body without a hole in its numbers, %s', (base) => {
    const { solid } = person(look, {}, { base })
    const numbers = [...primitives(solid).flatMap(numbersIn), ...numbersIn(solid.marks)]
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([])
    expect(primitives(solid).length).toBeGreaterThan(200)
    expect(primitives(solid).length).toBeLessThan(340)
  })

  test('begins with the trunk, out of which the others grow', () => {
    const names = person(look).solid.groups.map(({ name }) => name)
    expect(names.slice(0, 6)).toEqual([
      'trunk',
      'head',
      'left arm',
      'right arm',
      'left leg',
      'right leg',
    ])
    expect(names.slice(6)).toEqual(look.hair === 'bald' ? [] : ['hair'])
  })

  test('is as tall as the stature says, to the centimetre', () => {
    const { skeleton, solid, body } = person({ ...look, hair: 'bald', footwear: 'bare' })
    const { head, legs } = skeleton
    const top = hit(solid, [head.origin[0] + 0.008, head.origin[1], 3], [0, 0, -1])
    const { ankle } = legs.left
    const sole = hit(solid, [ankle[0] - 0.01, ankle[1], -1], [0, 0, 1])
    expect(Math.abs((top?.[2] ?? 0) - (sole?.[2] ?? 0) - body.stature)).toBeLessThan(0.01)
  })
})

describe('a body', () => {
  const { solid } = person(lookCalled('ana'), {
    'right hip': { flexion: 80 },
    'right knee': { flexion: 100 },
    'left shoulder': { abduction: 120 },
  })

  test('is closed: along any line one goes out as often as in', () => {
    const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
    const height = fc.double({ min: 0.1, max: 1.7, noNaN: true })
    const slope = fc.double({ min: -0.5, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(angle, height, slope, (turn, z, rise) => {
        const way = normalize([Math.cos(turn), Math.sin(turn), rise])
        const from: Vec3 = addScaled([0, 0, z], way, -2.5)
        let crossings = 0
        let isInside = distanceToBody(solid.groups, from) < 0
        for (let along = 0; along <= 5; along += 0.004) {
          const now = distanceToBody(solid.groups, addScaled(from, way, along)) < 0
          if (now !== isInside) crossings++
          isInside = now
        }
        return crossings % 2 === 0
      }),
      { seed: 3, numRuns: 25 },
    )
  })

  test('has no jumps: one millimetre further on, the distance has changed by few millimetres', () => {
    const coordinate = fc.double({ min: -0.9, max: 0.9, noNaN: true })
    const height = fc.double({ min: 0, max: 1.8, noNaN: true })
    fc.assert(
      fc.property(coordinate, coordinate, height, (x, y, z) => {
        const here = distanceToBody(solid.groups, [x, y, z])
        const there = distanceToBody(solid.groups, [x + 0.001, y, z])
        return Math.abs(there - here) < 0.004
      }),
      { seed: 5, numRuns: 400 },
    )
  })

  test('is the same when it is built again', () => {
    const { skeleton, body } = posed(lookCalled('maya'), { hips: { flexion: 60 } })
    const look = lookCalled('maya')
    const [one, other] = [person(look, { hips: { flexion: 60 } }), { skeleton, body }]
    expect(one.skeleton).toEqual(other.skeleton)
    expect(JSON.stringify(one.solid)).toBe(
      JSON.stringify(person(look, { hips: { flexion: 60 } }).solid),
    )
  })

  test('mirrors a symmetric pose: left and right lie equally far', () => {
    const { solid: stander } = person(lookCalled('tom'))
    for (const [x, y, z] of [
      [0.1, 0.1, 1],
      [-0.15, 0.3, 1.2],
      [0.05, 0.12, 0.3],
    ] as const) {
      const left = distanceToBody(stander.groups, [x, y, z])
      expect(distanceToBody(stander.groups, [x, -y, z])).toBeCloseTo(left, 6)
    }
  })
})

describe('a hand', () => {
  const { skeleton } = posed(lookCalled('ana'))
  const groupOf = (handShape: HandShape) => {
    const arm = { ...skeleton.arms.left, handShape }
    return { name: 'left arm' as const, parts: [handPart(arm, 'left', 1)] }
  }
  /** Palmar and distal from the wrist, metres; through the middle finger. */
  const inHand = (palmar: number, distal: number): Vec3 => {
    const { wrist, hand } = skeleton.arms.left
    return inBone({ origin: wrist, axes: hand }, palmar, 0.01, -distal)
  }

  test('that grips leaves room for a strap of 11 mm, with fingers beyond it', () => {
    const { centre, along } = gripOf(skeleton.arms.left, 'left', 1)
    for (const shift of [-0.012, 0, 0.012]) {
      const strap = addScaled(centre, along, shift)
      expect(distanceToGroup(groupOf('grip'), strap)).toBeGreaterThan(0.0055)
      expect(distanceToGroup(groupOf('grip'), strap)).toBeLessThan(0.012)
    }
    const palmar = inHand(0.12, 0.077)
    expect(hitGroup(groupOf('grip'), centre, palmar)).toBeLessThan(0.025)
  })

  test('that lies flat has nothing in front of its palm', () => {
    const palm = inHand(0.028, 0.088)
    expect(hitGroup(groupOf('flat'), palm, inHand(0.1, 0.088))).toBe(Infinity)
  })
})

/** Metres from one point towards another at which the group begins. */
function hitGroup(group: Group, from: Vec3, to: Vec3): number {
  const way = normalize(subtract(to, from))
  for (let along = 0; along < distance(from, to); along += 0.001) {
    if (distanceToGroup(group, addScaled(from, way, along)) < 0) return along
  }
  return Infinity
}
