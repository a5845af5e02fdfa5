import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dotPitch,
  dotSize,
  dotsInside,
  hatchInside,
  hatchPitch,
} from '../../../src/figure/finish/patterns.ts'
import type { Rings } from '../../../src/figure/finish/polygon.ts'
import { spansInside } from '../../../src/figure/finish/polygon.ts'
import type { Path } from '../../../src/geometry/path.ts'
import { clearRadius, isInside } from './outline-of.ts'

/** A star-shaped area with a round hole in its middle. */
const area = fc
  .record({
    radii: fc.array(fc.double({ min: 12, max: 40, noNaN: true }), { minLength: 5, maxLength: 14 }),
    hole: fc.double({ min: 2, max: 8, noNaN: true }),
  })
  .map(({ radii, hole }): Rings => {
    const ring = (radius: (k: number) => number, count: number): number[] =>
      Array.from({ length: count }, (_, k) => {
        const angle = (2 * Math.PI * k) / count
        return [50 + radius(k) * Math.cos(angle), 50 + radius(k) * Math.sin(angle)]
      }).flat()
    return [ring((k) => radii[k] ?? 10, radii.length), ring(() => hole, 24)]
  })

function places(path: Path): readonly (readonly [number, number])[] {
  return path.flatMap((segment) =>
    segment.type === 'close' ? [] : [[segment.x, segment.y] as const],
  )
}

const box = (size: number): Rings => [[0, 0, size, 0, size, size, 0, size]]

describe('patterns for copiers', () => {
  test('every dot lies wholly inside its area and outside its holes', () => {
    fc.assert(
      fc.property(area, (rings) => {
        for (const [x, y] of places(dotsInside(rings))) {
          expect(isInside(rings, x, y)).toBe(true)
          expect(clearRadius(rings, x, y)).toBeGreaterThanOrEqual(dotSize / 2)
        }
      }),
      { seed: 5, numRuns: 40 },
    )
  })

  test('every line of the hatching begins and ends inside its area', () => {
    fc.assert(
      fc.property(area, fc.integer({ min: -90, max: 90 }), (rings, degrees) => {
        const ends = places(hatchInside(rings, degrees))
        for (let i = 0; i < ends.length; i += 2) {
          const [a, b] = [ends[i] ?? [0, 0], ends[i + 1] ?? [0, 0]]
          for (const t of [0, 0.25, 0.5, 0.75, 1]) {
            const [x, y] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
            expect(isInside(rings, x, y)).toBe(true)
          }
        }
      }),
      { seed: 6, numRuns: 40 },
    )
  })

  test.each([60, 600])('dots are as far apart in an area of %i points as in any other', (size) => {
    const dots = places(dotsInside(box(size)).filter(({ type }) => type === 'move'))
    const [first] = dots
    if (first === undefined) throw new Error('no dots')
    const others = dots.slice(1).map(([x, y]) => Math.hypot(x - first[0], y - first[1]))
    expect(Math.min(...others)).toBeCloseTo(dotPitch, 6)
    // A hexagonal grid has one dot in each rhombus.
    const perDot = (dotPitch * dotPitch * Math.sqrt(3)) / 2
    expect((dots.length * perDot) / (size * size)).toBeGreaterThan(size > 100 ? 0.97 : 0.85)
  })

  test.each([60, 600])('hatching has one pitch, whatever the size: %i points', (size) => {
    const rows = new Set(places(hatchInside(box(size), 0)).map(([, y]) => y))
    const sorted = [...rows].sort((a, b) => a - b)
    expect((sorted[1] ?? 0) - (sorted[0] ?? 0)).toBeCloseTo(hatchPitch, 9)
    expect(Math.abs(sorted.length - size / hatchPitch)).toBeLessThanOrEqual(1)
  })

  test('a line through a ring is cut at all four edges', () => {
    const rings = [...box(10), [3, 3, 7, 3, 7, 7, 3, 7]]
    expect(spansInside(rings, [0, 5], [1, 0])).toEqual([
      [0, 3],
      [7, 10],
    ])
  })
})
