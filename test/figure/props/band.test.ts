import { describe, expect, test } from 'vitest'
import { bandLoop, loopLength } from '../../../src/figure/props/band.ts'
import type { LegDistance } from '../../../src/figure/props/band.ts'
import { convexHull } from '../../../src/figure/props/hull.ts'
import { outlineInPlane } from '../../../src/figure/props/outline.ts'
import { bandSize } from '../../../src/figure/props/sizes.ts'
import { sides } from '../../../src/figure/skeleton.ts'
import type { Leg, Side } from '../../../src/figure/skeleton.ts'
import { fromZAndX, unturned, zAxis } from '../../../src/geometry/rotation.ts'
import { addScaled, dot, length, scale, subtract } from '../../../src/geometry/vec3.ts'
import type { Vec3 } from '../../../src/geometry/vec3.ts'

/** A thigh whose bone points along `down` from a hip. */
function legFrom(hip: Vec3, down: Vec3): Leg {
  const thigh = fromZAndX(scale(down, -1), [1, 0, 0])
  const knee = addScaled(hip, scale(zAxis(thigh), -1), 0.4)
  return { hip, knee, ankle: knee, thigh, shank: unturned, foot: unturned }
}

/** Thighs as endless cylinders. */
function cylinders(
  legs: Readonly<Record<Side, Leg>>,
  radii: Readonly<Record<Side, number>>,
): LegDistance {
  return (side, point) => {
    const from = subtract(point, legs[side].hip)
    const axis = zAxis(legs[side].thigh)
    return length(addScaled(from, axis, -dot(from, axis))) - radii[side]
  }
}

/** A belt round two pulleys: its straight parts and its arcs. */
function beltLength(gap: number, large: number, small: number): number {
  const lean = Math.asin((large - small) / gap)
  return 2 * gap * Math.cos(lean) + large * (Math.PI + 2 * lean) + small * (Math.PI - 2 * lean)
}

const half = bandSize.thickness / 2

describe('a band round two thighs', () => {
  test.each([
    { gap: 0.17, left: 0.07, right: 0.07 },
    { gap: 0.4, left: 0.07, right: 0.07 },
    { gap: 0.3, left: 0.08, right: 0.05 },
  ])('is as long as a belt round two pulleys: $gap m, $left, $right', ({ gap, left, right }) => {
    const legs = {
      left: legFrom([0, gap / 2, 1], [0, 0, -1]),
      right: legFrom([0, -gap / 2, 1], [0, 0, -1]),
    }
    const loop = bandLoop({ legs }, 0.5, cylinders(legs, { left, right }))
    const points = loop.map(({ point }) => point)
    const large = Math.max(left, right) + half
    const small = Math.min(left, right) + half
    // The wraps are polygons with corners six degrees apart.
    expect(loopLength(points)).toBeCloseTo(beltLength(gap, large, small), 2.5)
    for (const { point, across } of loop) {
      expect(point[2]).toBeCloseTo(0.8, 6)
      expect(Math.abs(across[2])).toBeCloseTo(1, 6)
    }
  })

  test('leaves each thigh where a tangent does', () => {
    const gap = 0.3
    const legs = {
      left: legFrom([0, gap / 2, 1], [0, 0, -1]),
      right: legFrom([0, -gap / 2, 1], [0, 0, -1]),
    }
    const radii = { left: 0.08, right: 0.05 }
    const loop = bandLoop({ legs }, 0.5, cylinders(legs, radii))
    // The last point on a thigh before a strip: its radius leans away from the line between the thighs.
    const lean = Math.asin((radii.left - radii.right) / gap)
    for (const side of sides) {
      const centre = side === 'left' ? gap / 2 : -gap / 2
      const onThigh = loop.filter(
        ({ point }) =>
          Math.abs(Math.hypot(point[0], point[1] - centre) - radii[side] - half) < 1e-4,
      )
      const towardsOther = onThigh.map(({ point }) => {
        const inward = side === 'left' ? centre - point[1] : point[1] - centre
        return (inward / (radii[side] + half)) * (side === 'left' ? 1 : -1)
      })
      const extreme = side === 'left' ? Math.max(...towardsOther) : Math.min(...towardsOther)
      expect(Math.abs(extreme - (side === 'left' ? Math.sin(lean) : Math.sin(lean)))).toBeLessThan(
        0.11,
      )
    }
  })

  test('stays on the skin when the thighs point different ways', () => {
    const legs = {
      left: legFrom([0, 0.09, 0.8], [0, 0, -1]),
      right: legFrom([0, -0.09, 0.8], [-1, 0, 0.1]),
    }
    const distance = cylinders(legs, { left: 0.07, right: 0.07 })
    const loop = bandLoop({ legs }, 0.75, distance)
    for (const { point } of loop) {
      const nearest = Math.min(...sides.map((side) => distance(side, point)))
      expect(nearest).toBeGreaterThan(-0.002)
    }
    // It does not slip over the knee.
    for (const side of sides) {
      const along = loop
        .filter(({ point }) => Math.abs(distance(side, point) - half) < 1e-4)
        .map(({ point }) => dot(subtract(legs[side].hip, point), zAxis(legs[side].thigh)))
      expect(Math.max(...along)).toBeLessThan(0.4)
    }
  })
})

test('the hull of a square with points inside is its corners, counterclockwise', () => {
  const points = [
    [0, 0],
    [0.5, 0.4],
    [1, 0],
    [1, 1],
    [0.5, 0],
    [0, 1],
  ] as const
  expect(convexHull(points)).toEqual([0, 2, 3, 5])
})

test('the outline of a tilted cylinder is an ellipse', () => {
  const axis: Vec3 = [Math.SQRT1_2, 0, Math.SQRT1_2]
  const distance = (point: Vec3): number => length(addScaled(point, axis, -dot(point, axis))) - 0.05
  const plane = { centre: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0] } as const
  for (const [u, v] of outlineInPlane(plane, distance, 0)) {
    expect((u / (0.05 * Math.SQRT2)) ** 2 + (v / 0.05) ** 2).toBeCloseTo(1, 2)
  }
})
