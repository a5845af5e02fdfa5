import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptSketch, sketchBytes } from '../../../src/figure/keep.ts'
import type { Sketch, KeptItem } from '../../../src/figure/sketch.ts'
import { smallSketch } from './small-sketch.ts'

/** Bytes as they come from a disk: after a checksum of four bytes, and nothing aligned. */
function fromDisk(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.alloc(5), bytes]).subarray(5)
}

describe('a kept sketch', () => {
  test('reads back as it was', () => {
    const bytes = sketchBytes(smallSketch)
    expect(keptSketch('small', bytes).read()).toEqual(smallSketch)
    expect(keptSketch('small', fromDisk(bytes)).read()).toEqual(smallSketch)
  })

  test('tells its size, and is unpacked once', () => {
    const kept = keptSketch('other', sketchBytes(smallSketch))
    expect([kept.key, kept.width, kept.height]).toEqual(['other', 1.5, 0.75])
    expect(kept.read()).toBe(kept.read())
  })

  test('takes four bytes for a number and little else', () => {
    const numbers = 10 + 12 + 5
    const header = 500
    expect(sketchBytes(smallSketch).length).toBeLessThan(4 * numbers + header)
  })

  test('reads back whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(item(), { maxLength: 20 }), (items) => {
        const head = { x: 0.1, y: 0.2, width: 0.3, height: 0.3 }
        const sketch: Sketch = { key: 'k', width: 1, height: 2, head, items }
        expect(keptSketch('k', sketchBytes(sketch)).read()).toEqual(sketch)
      }),
      { seed: 3, numRuns: 100 },
    )
  })
})

function item(): fc.Arbitrary<KeptItem> {
  const coordinate = fc.float({ min: -3, max: 3, noNaN: true }).map((value) => value + 0)
  const point = fc.record({ x: coordinate, y: coordinate })
  const segment = fc.oneof(
    point.map((to) => ({ type: 'move' as const, ...to })),
    point.map((to) => ({ type: 'line' as const, ...to })),
    fc.tuple(point, point, point).map(([one, two, to]) => ({
      type: 'curve' as const,
      ...{ x1: one.x, y1: one.y, x2: two.x, y2: two.y },
      ...to,
    })),
    fc.constant({ type: 'close' as const }),
  )
  return fc.oneof(
    fc.array(segment, { maxLength: 8 }).map((path) => ({
      kind: 'area' as const,
      role: { kind: 'mat' as const, part: 'top' as const },
      path,
    })),
    fc.tuple(fc.boolean(), fc.array(coordinate, { maxLength: 9 })).map(([isClosed, numbers]) => ({
      kind: 'curve' as const,
      role: 'fold' as const,
      isClosed,
      controls: new Float32Array(numbers),
    })),
    fc.tuple(point, coordinate, coordinate, coordinate).map(([at, first, second, angle]) => ({
      kind: 'dot' as const,
      ...at,
      radii: [first, second] as const,
      angle,
    })),
  )
}
