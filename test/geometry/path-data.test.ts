import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathBounds } from '../../src/geometry/path-bounds.ts'
import { parsePathData } from '../../src/geometry/path-data.ts'
import type { Path } from '../../src/geometry/path.ts'
import { ellipsePath, polygonPath, rectanglePath } from '../../src/geometry/shapes.ts'
import { transformPath } from '../../src/geometry/transform-path.ts'

/** A path as text, three decimals: M, L, C and Z with absolute numbers. */
function written(path: Path): string {
  const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)
  return path
    .map((segment) => {
      if (segment.type === 'close') return 'Z'
      const end = `${number(segment.x)},${number(segment.y)}`
      if (segment.type === 'move') return `M${end}`
      if (segment.type === 'line') return `L${end}`
      const { x1, y1, x2, y2 } = segment
      return `C${number(x1)},${number(y1)} ${number(x2)},${number(y2)} ${end}`
    })
    .join(' ')
}

/** (4/3)(√2 − 1): the handle of a quarter circle of radius 1. */
const k = 0.552

describe('path data', () => {
  test.each([
    ['lines', 'M1 2L3 4', 'M1,2 L3,4'],
    ['relative commands', 'm1 2l3 4h5v-6z', 'M1,2 L4,6 L9,6 L9,0 Z'],
    ['pairs after a move as lines', 'M0 0 1 1 2 0', 'M0,0 L1,1 L2,0'],
    ['relative pairs after a relative move', 'm1 1 1 0 0 1', 'M1,1 L2,1 L2,2'],
    ['repeated curves', 'M0 0C0 1 1 1 1 0 1-1 2-1 2 0', 'M0,0 C0,1 1,1 1,0 C1,-1 2,-1 2,0'],
    [
      'a smooth curve reflecting the one before',
      'M0 0C0 1 1 1 2 0S4-1 4 0',
      'M0,0 C0,1 1,1 2,0 C3,-1 4,-1 4,0',
    ],
    ['a smooth curve with nothing to reflect', 'M1 1S3 3 4 1', 'M1,1 C1,1 3,3 4,1'],
    ['a quadratic curve as the same cubic one', 'M0 0Q3 6 6 0', 'M0,0 C2,4 4,4 6,0'],
    ['a smooth quadratic curve', 'M0 0Q3 6 6 0T12 0', 'M0,0 C2,4 4,4 6,0 C8,-4 10,-4 12,0'],
    ['numbers that touch', 'M.5.5l-1-.5e1', 'M0.5,0.5 L-0.5,-4.5'],
    ['a quarter circle', 'M1 0A1 1 0 0 1 0 1', `M1,0 C1,${k} ${k},1 0,1`],
    [
      'a half circle in two quarters',
      'M1 0A1 1 0 0 1-1 0',
      `M1,0 C1,${k} ${k},1 0,1 C-${k},1 -1,${k} -1,0`,
    ],
    [
      'the long way round',
      'M1 0A1 1 0 1 0 0 1',
      `M1,0 C1,-${k} ${k},-1 0,-1 C-${k},-1 -1,-${k} -1,0 C-1,${k} -${k},1 0,1`,
    ],
    ['an arc without radius as a line', 'M0 0A0 1 0 0 1 2 0', 'M0,0 L2,0'],
    ['an arc to where it is as nothing', 'M1 1A5 5 0 0 1 1 1', 'M1,1'],
    [
      'radii too small to reach, made larger',
      'M1 0A.1 .1 0 0 1-1 0',
      `M1,0 C1,${k} ${k},1 0,1 C-${k},1 -1,${k} -1,0`,
    ],
    ['arc flags without spaces', 'M1 0A1 1 0 010 1', `M1,0 C1,${k} ${k},1 0,1`],
    ['a line after closing from the start', 'M1 1L2 1L2 2zl0 3', 'M1,1 L2,1 L2,2 Z M1,1 L1,4'],
    ['nothing', '', ''],
  ])('reads %s', (_, data, expected) => {
    const { path, error } = parsePathData(data)
    expect(error).toBeUndefined()
    expect(written(path)).toBe(expected)
  })

  test.each([
    ['L1 1', 0, '', 'path data begins with M or m'],
    ['M1 1 X', 5, 'M1,1', 'a command letter is expected here'],
    ['M1', 2, '', '"M" takes 2 numbers, and here is none'],
    ['M0 0H', 5, 'M0,0', '"H" takes one number, and here is none'],
    ['M0 0L1 1 2', 10, 'M0,0 L1,1', '"L" takes 2 numbers, and here is none'],
    ['M0 0A1 1 0 2 1 1 1', 11, 'M0,0', '"A" takes 7 numbers, and here is none'],
    ['M0 0z 3', 6, 'M0,0 Z', 'a command letter is expected here'],
  ])('stops at the mistake in %j and keeps what came before', (data, offset, before, message) => {
    const { path, error } = parsePathData(data)
    expect(written(path)).toBe(before)
    expect(error).toEqual({ offset, message })
  })

  test('never throws, and moves first, whatever the text', () => {
    const data = fc.string({ unit: fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n') })
    fc.assert(
      fc.property(data, (text) => {
        const { path } = parsePathData(text)
        expect(path[0]?.type ?? 'move').toBe('move')
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

describe('bounds', () => {
  test('lie at the turn of a curve, not at its handles', () => {
    const { path } = parsePathData('M0 0C0 4 4 4 4 0')
    expect(pathBounds(path)).toEqual({ x: 0, y: 0, width: 4, height: 3 })
  })

  test('of nothing are undefined', () => {
    expect(pathBounds([])).toBeUndefined()
  })

  test('of a circle are its box', () => {
    const bounds = pathBounds(ellipsePath({ x: 5, y: 5 }, 3))
    expect(bounds?.x).toBeCloseTo(2, 9)
    expect(bounds?.height).toBeCloseTo(6, 9)
  })

  test('hold every point of an arc', () => {
    const angle = fc.double({ min: 0, max: 6.28, noNaN: true })
    fc.assert(
      fc.property(angle, angle, fc.boolean(), (from, to, isLarge) => {
        const point = (at: number): string => `${Math.cos(at)} ${Math.sin(at)}`
        const data = `M${point(from)}A1 1 0 ${isLarge ? 1 : 0} 1 ${point(to)}`
        const bounds = pathBounds(parsePathData(data).path)
        expect(bounds?.width ?? 0).toBeLessThan(2.002)
        expect(bounds?.height ?? 0).toBeLessThan(2.002)
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})

describe('shapes', () => {
  test('a rectangle is four lines', () => {
    const path = rectanglePath({ x: 1, y: 2, width: 3, height: 4 })
    expect(written(path)).toBe('M1,2 L4,2 L4,6 L1,6 Z')
  })

  test('radii larger than half a side are cut to it', () => {
    const path = rectanglePath({ x: 0, y: 0, width: 2, height: 2 }, 9)
    expect(pathBounds(path)).toEqual({ x: 0, y: 0, width: 2, height: 2 })
    expect(written(path).startsWith('M1,0 L1,0 C')).toBe(true)
  })

  test('a polygon closes, and without points draws nothing', () => {
    expect(
      written(
        polygonPath([
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ]),
      ),
    ).toBe('M0,0 L1,1 Z')
    expect(polygonPath([])).toEqual([])
  })

  test('numbers are those that JavaScript reads', () => {
    const digits = fc.stringMatching(/^[-+]?(\d{1,19}\.?\d{0,19}|\.\d{1,19})$/)
    const written = fc.oneof(
      digits,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    )
    fc.assert(
      fc.property(written, written, (x, y) => {
        const { path, error } = parsePathData(`M${x} ${y}`)
        expect(error).toBeUndefined()
        expect(path).toEqual([{ type: 'move', x: Number(x), y: Number(y) }])
      }),
      { seed: 7 },
    )
  })

  test('a transform moves control points with the ends', () => {
    const { path } = parsePathData('M0 0C0 1 1 1 1 0z')
    expect(written(transformPath(path, [2, 0, 0, 2, 10, 0]))).toBe('M10,0 C10,2 12,2 12,0 Z')
  })
})
