import { describe, expect, test } from 'vitest'
import type { Path } from '../../../src/geometry/path.ts'
import { fair, measure, resample, smooth } from '../../../src/figure/trace/fair.ts'
import { fitPath } from '../../../src/figure/trace/fit.ts'

function circle(count: number, radius: number): Float64Array {
  return Float64Array.from({ length: count * 2 }, (_, i) => {
    const angle = (Math.floor(i / 2) / count) * 2 * Math.PI
    return radius * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle))
  })
}

/** A square of side 40 with points 1 apart. */
const box = Float64Array.from(
  Array.from({ length: 160 }, (_, i) => {
    const k = i % 40
    return (
      [
        [k, 0],
        [40, k],
        [40 - k, 40],
        [0, 40 - k],
      ][Math.floor(i / 40)] ?? [0, 0]
    )
  }).flat(),
)

/** Points along all curves of a path. */
function pointsOn(path: Path): readonly (readonly [number, number])[] {
  let x = 0
  let y = 0
  return path.flatMap((segment) => {
    if (segment.type === 'close') return []
    if (segment.type !== 'curve') {
      x = segment.x
      y = segment.y
      return [[x, y] as const]
    }
    const from = [x, y] as const
    x = segment.x
    y = segment.y
    return Array.from({ length: 12 }, (_, i) => {
      const t = (i + 1) / 12
      const s = 1 - t
      const at = (a: number, b: number, c: number, d: number) =>
        s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
      return [
        at(from[0], segment.x1, segment.x2, segment.x),
        at(from[1], segment.y1, segment.y2, segment.y),
      ] as const
    })
  })
}

describe('fitPath', () => {
  test('a circle needs few curves and stays within the limit', () => {
    const path = fitPath(circle(300, 50), 0.1, true)
    expect(path.length).toBeLessThan(14)
    for (const [x, y] of pointsOn(path)) {
      expect(Math.abs(Math.sqrt(x * x + y * y) - 50)).toBeLessThan(0.12)
    }
  })

  test('a closed path ends where it began and is smooth there', () => {
    const path = fitPath(circle(300, 50), 0.1, true)
    const [move] = path
    const last = path[path.length - 2]
    expect(path[path.length - 1]).toEqual({ type: 'close' })
    if (move?.type !== 'move' || last?.type !== 'curve') throw new Error('not a closed curve')
    expect([last.x, last.y]).toEqual([move.x, move.y])
    // The circle begins at its right end, where it runs straight down.
    expect(Math.abs(last.x2 - last.x)).toBeLessThan(0.02)
  })

  test('corners stay sharp', () => {
    const path = fitPath(box, 0.2, true)
    const ends = path.flatMap((segment) =>
      segment.type === 'curve' ? [`${segment.x},${segment.y}`] : [],
    )
    for (const corner of ['40,0', '40,40', '0,40', '0,0']) expect(ends).toContain(corner)
    expect(ends).toHaveLength(4)
  })

  test('an open line keeps its ends', () => {
    const wave = Float64Array.from(
      Array.from({ length: 80 }, (_, i) => [i, 5 * Math.sin(i / 8)]).flat(),
    )
    const path = fitPath(wave, 0.1, false)
    const last = path[path.length - 1]
    expect(path[0]).toEqual({ type: 'move', x: 0, y: 0 })
    expect(last?.type === 'curve' && last.x).toBe(79)
    for (const [x, y] of pointsOn(path)) {
      expect(Math.abs(y - 5 * Math.sin(x / 8))).toBeLessThan(0.15)
    }
  })

  test('fewer than two points make no path', () => {
    expect(fitPath(Float64Array.of(1, 2), 0.1, false)).toEqual([])
  })
})

describe('fairing', () => {
  test('takes the steps out of a circle without making it smaller', () => {
    const stepped = circle(200, 40).map((value) => Math.round(value))
    const faired = fair(stepped, 3, true)
    let sum = 0
    for (let i = 0; i < 200; i++) {
      const radius = Math.sqrt((faired[2 * i] ?? 0) ** 2 + (faired[2 * i + 1] ?? 0) ** 2)
      expect(Math.abs(radius - 40)).toBeLessThan(0.45)
      sum += radius
    }
    expect(sum / 200).toBeCloseTo(40, 1)
  })

  test('the ends of an open line stay', () => {
    const zigzag = Float64Array.from({ length: 40 }, (_, i) =>
      i % 2 === 0 ? i : i % 4 === 1 ? 1 : 0,
    )
    const smoothed = smooth(zigzag, 2, false)
    expect([smoothed[0], smoothed[1]]).toEqual([0, 1])
    expect([smoothed[38], smoothed[39]]).toEqual([38, 0])
  })

  test('resampled points are evenly spaced', () => {
    const points = resample(box, 3, true)
    const at = measure(points, true)
    for (let i = 1; i < at.length; i++) {
      const gap = (at[i] ?? 0) - (at[i - 1] ?? 0)
      expect(gap).toBeGreaterThan(2)
      expect(gap).toBeLessThan(3.1)
    }
  })
})
