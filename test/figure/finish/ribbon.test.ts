import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineItem } from '../../../src/figure/finish/lines.ts'
import { evenStroke, ribbonPath } from '../../../src/figure/finish/ribbon.ts'
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
      const limit = 0.05 + outline * 0.025
      fc.assert(
        fc.property(wave, (shape) => {
          const line = waveLine(shape)
          const pen = { scale, outline, thinnest, limit }
          const item = lineItem(line, pen, { red: 0, green: 0, blue: 0 })
          if (item.stroke !== undefined) {
            expect(item.stroke.width).toBeGreaterThanOrEqual(thinnest)
            return
          }
          const rings = ringsOf(item.path, 0.3)
          for (let i = 0; i < line.points.length; i += 15) {
            const [x, y] = [(line.points[i] ?? 0) * scale, (line.points[i + 1] ?? 0) * scale]
            expect(isInside(rings, x, y)).toBe(true)
            expect(2 * widestNear(rings, x, y)).toBeGreaterThanOrEqual(thinnest)
          }
        }),
        { seed: 3, numRuns: 25 },
      )
    },
  )

  test('of a closed line is a ring as wide as asked', () => {
    const count = 120
    const points = Float64Array.from({ length: 2 * count }, (_, i) => {
      const angle = (2 * Math.PI * Math.floor(i / 2)) / count
      return 50 + 30 * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle))
    })
    const stroke = evenStroke(points, new Float64Array(count).fill(2), true, 0.8)
    const path = ribbonPath(stroke, 0.05)
    expect(path.filter(({ type }) => type === 'close')).toHaveLength(2)
    const rings = ringsOf(path)
    expect(isInside(rings, 50, 50)).toBe(false)
    expect(isInside(rings, 80, 50)).toBe(true)
    expect(isInside(rings, 80.9, 50)).toBe(true)
    expect(isInside(rings, 81.2, 50)).toBe(false)
    expect(isInside(rings, 78.8, 50)).toBe(false)
  })

  test('has round ends that reach half its width beyond the line', () => {
    const points = Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? i : 10))
    const stroke = evenStroke(points, new Float64Array(20).fill(3), false, 1)
    const rings = ringsOf(ribbonPath(stroke, 0.05))
    expect(isInside(rings, -1.3, 10)).toBe(true)
    expect(isInside(rings, -1.7, 10)).toBe(false)
    expect(isInside(rings, 39.3, 10)).toBe(true)
    expect(isInside(rings, 39.8, 10)).toBe(false)
  })
})
