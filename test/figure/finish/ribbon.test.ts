import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curveOf } from '../../../src/figure/curves.ts'
import { inkItems } from '../../../src/figure/finish/lines.ts'
import { addRibbon } from '../../../src/figure/finish/ribbon.ts'
import type { PathSegment } from '../../../src/geometry/path.ts'
import type { Rings } from '../../../src/figure/finish/polygon.ts'
import type { Line } from '../../../src/figure/sketch.ts'
import { clearRadius, isInside, ringsOf } from './outline-of.ts'

/** Gentle waves, as contours of bodies are: two sines of random height and length. */
const wave = fc.record({
  height: fc.double({ min: 0, max: 0.05, noNaN: true }),
  length: fc.double({ min: 0.35, max: 1, noNaN: true }),
  size: fc.double({ min: 0.15, max: 1.2, noNaN: true }),
  weights: fc.array(fc.double({ min: 0.05, max: 1.3, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  }),
})

type Wave = typeof wave extends fc.Arbitrary<infer T> ? T : never

function waveLine({ height, length, size, weights }: Wave): Line {
  const count = Math.ceil(size / 0.003)
  const points = Array.from({ length: count + 1 }, (_, i) => {
    const x = (size * i) / count
    const [a = 1, b = 1, c = 1] = weights
    const t = i / count
    const weight = t < 0.5 ? a + (b - a) * 2 * t : b + (c - b) * (2 * t - 1)
    return [x + 0.1, 0.3 + height * Math.sin((2 * Math.PI * x) / length), weight]
  })
  return {
    kind: 'line',
    role: 'silhouette',
    isClosed: false,
    points: Float32Array.from(points.flat()),
  }
}

/** The largest disc inside the ribbon near a place: smoothing may have moved its middle a little. */
function widestNear(rings: Rings, x: number, y: number): number {
  const steps = [-3, -2, -1, 0, 1, 2, 3].map((k) => k * 0.03)
  return Math.max(...steps.flatMap((u) => steps.map((v) => clearRadius(rings, x + u, y + v))))
}

/** A figure of 1.6 m, printed this wide. */
const sizes = [
  { name: '5 cm', scale: 88, outline: 0.8, thinnest: 0.5 },
  { name: '50 cm', scale: 880, outline: 2.2, thinnest: 0.5 },
  { name: '5 cm for a copier', scale: 88, outline: 1.2, thinnest: 0.75 },
]

describe('the ribbon of a line', () => {
  test.each(sizes)(
    'is nowhere thinner than the limit, printed $name',
    ({ scale, outline, thinnest }) => {
      fc.assert(
        fc.property(wave, (shape) => {
          const line = waveLine(shape)
          const black = { red: 0, green: 0, blue: 0 }
          const [item] = inkItems(curveOf(line), { scale, outline, thinnest }, black)
          if (item === undefined) throw new Error('nothing is drawn')
          if (item.stroke !== undefined) {
            expect(item.stroke.width).toBeGreaterThanOrEqual(thinnest - 0.005)
            return
          }
          const rings = ringsOf(item.path, 0.4)
          for (let i = 0; i < line.points.length; i += 60) {
            const [x, y] = [(line.points[i] ?? 0) * scale, (line.points[i + 1] ?? 0) * scale]
            expect(isInside(rings, x, y)).toBe(true)
            expect(2 * widestNear(rings, x, y)).toBeGreaterThanOrEqual(thinnest - 0.005)
          }
        }),
        { seed: 3, numRuns: 8, endOnFailure: true },
      )
    },
  )

  test('of a closed line is a ring as wide as asked', () => {
    const path = ribbonOf(ringControls(50, 50, 30, 1), true)
    expect(path.filter(({ type }) => type === 'close')).toHaveLength(2)
    const rings = ringsOf(path)
    expect(isInside(rings, 50, 50)).toBe(false)
    expect(isInside(rings, 80, 50)).toBe(true)
    expect(isInside(rings, 80.9, 50)).toBe(true)
    expect(isInside(rings, 81.2, 50)).toBe(false)
    expect(isInside(rings, 78.8, 50)).toBe(false)
  })

  test('has round ends that reach half its width beyond the line', () => {
    const rings = ringsOf(ribbonOf([0, 10, 1.5, 13, 10, 1.5, 26, 10, 1.5, 38, 10, 1.5]))
    expect(isInside(rings, -1.3, 10)).toBe(true)
    expect(isInside(rings, -1.7, 10)).toBe(false)
    expect(isInside(rings, 39.3, 10)).toBe(true)
    expect(isInside(rings, 39.8, 10)).toBe(false)
  })

  test('at a corner is as round outside as the pen', () => {
    const corner = [0, 0, 1.5, 10, 0, 1.5, 20, 0, 1.5, 30, 0, 1.5]
    const down = [30, 10, 1.5, 30, 20, 1.5, 30, 30, 1.5]
    const path = ribbonOf([...corner, ...down])
    // Two ribbons that turn the same way: where they overlap, both fill.
    const parts = [path.slice(0, path.length / 2), path.slice(path.length / 2)]
    expect(parts.map(([first]) => first?.type)).toEqual(['move', 'move'])
    expect(parts.map((part) => Math.sign(areaOf(ringsOf(part))))).toEqual([-1, -1])
    const isInk = (x: number, y: number): boolean =>
      parts.some((part) => isInside(ringsOf(part), x, y))
    expect(isInk(31, -0.9)).toBe(true)
    expect(isInk(31.2, -1.2)).toBe(false)
  })

  test('of a bend has the pen’s width all along', () => {
    const path = ribbonOf(ringControls(50, 50, 4, 1).slice(0, 12))
    const rings = ringsOf(path, 0.02)
    for (let degrees = 5; degrees <= 85; degrees += 10) {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      for (const radius of [3.05, 4, 4.95]) {
        expect(isInside(rings, 50 + c * radius, 50 + s * radius)).toBe(true)
      }
      for (const radius of [2.95, 5.05]) {
        expect(isInside(rings, 50 + c * radius, 50 + s * radius)).toBe(false)
      }
    }
  })
})

function ribbonOf(controls: readonly number[], isClosed = false): readonly PathSegment[] {
  const path: PathSegment[] = []
  addRibbon(path, Float64Array.from(controls), isClosed)
  return path
}

/** A circle of four curves, with half the width at each control point. */
function ringControls(x: number, y: number, radius: number, half: number): number[] {
  const handle = radius * 0.5523
  return [0, 1, 2, 3, 4].flatMap((quarter) => {
    const angle = (quarter * Math.PI) / 2
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const [px, py] = [x + c * radius, y + s * radius]
    const before = [px + s * handle, py - c * handle, half]
    const after = [px - s * handle, py + c * handle, half]
    return [...(quarter > 0 ? before : []), ...[px, py, half], ...(quarter < 4 ? after : [])]
  })
}

/** Twice the area, with the sign of the way round. */
function areaOf(rings: Rings): number {
  let sum = 0
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length
      sum += (ring[i] ?? 0) * (ring[j + 1] ?? 0) - (ring[j] ?? 0) * (ring[i + 1] ?? 0)
    }
  }
  return sum
}
