import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePathData } from '../../src/geometry/path-data.ts'
import type { Path, PathSegment } from '../../src/geometry/path.ts'
import { pathData } from '../../src/paint/svg-path.ts'
import { drawingToSvg } from '../../src/paint/svg.ts'

test('a drawing is an SVG file with a path on each line and two decimals', () => {
  const svg = drawingToSvg({
    key: 'k',
    width: 100.126,
    height: 50,
    items: [
      {
        kind: 'path',
        path: [
          { type: 'move', x: 1.23456, y: -0.001 },
          { type: 'curve', x1: 1, y1: 2, x2: 3, y2: 4, x: 5, y: 6 },
          { type: 'close' },
        ],
        fill: { red: 1, green: 0.5, blue: 0 },
        fillRule: 'evenodd',
      },
      {
        kind: 'path',
        path: [
          { type: 'move', x: 0, y: 0 },
          { type: 'line', x: 10, y: 0 },
        ],
        stroke: {
          color: { red: 0, green: 0, blue: 0 },
          width: 0.75,
          cap: 'round',
          join: 'round',
          dash: [2, 1.5],
        },
      },
    ],
  })
  expect(svg)
    .toBe(`<svg xmlns="http://www.w3.org/2000/svg" width="100.13pt" height="50pt" viewBox="0 0 100.13 50">
<path d="m1.23 0c-.23 2 1.77 4 3.77 6z" fill="#ff8000" fill-rule="evenodd"/>
<path d="m0 0h10" fill="none" stroke="#000" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="2 1.5"/>
</svg>
`)
})

test.each([
  ['no space before a sign or a second point', [2, 0.5, -0.25, 0.75], 'm2 .5-2.25.25'],
  ['a space after a whole number', [0.5, 2, 1, 2.25], 'm.5 2 .5.25'],
  ['only what changes in level and upright lines', [1, 1, 4, 1, 4, 9], 'm1 1h3v8'],
  ['a line without length, which is a dot', [1, 1, 1, 1], 'm1 1h0'],
])('path data has %s', (_, numbers, data) => {
  const path: PathSegment[] = []
  for (let i = 0; i < numbers.length; i += 2) {
    const [x = 0, y = 0] = numbers.slice(i, i + 2)
    path.push({ type: i === 0 ? 'move' : 'line', x, y })
  }
  expect(pathData(path)).toBe(data)
})

test('path data reads back as the same path, every place within half a hundredth', () => {
  const length = fc.double({ min: -2000, max: 2000, noNaN: true })
  const point = fc.record({ x: length, y: length })
  const segment: fc.Arbitrary<PathSegment> = fc.oneof(
    point.map((to) => ({ type: 'line' as const, ...to })),
    fc.tuple(point, point, point).map(([one, two, to]) => ({
      type: 'curve' as const,
      ...{ x1: one.x, y1: one.y, x2: two.x, y2: two.y },
      ...to,
    })),
  )
  const ring = fc
    .tuple(point, fc.array(segment, { minLength: 1, maxLength: 12 }))
    .map(([start, rest]): Path => [{ type: 'move', ...start }, ...rest, { type: 'close' }])
  fc.assert(
    fc.property(fc.array(ring, { maxLength: 4 }), (rings) => {
      const path = rings.flat()
      const read = parsePathData(pathData(path))
      expect(read.error).toBeUndefined()
      expect(read.path.map(({ type }) => type)).toEqual(path.map(({ type }) => type))
      read.path.forEach((now, index) => {
        const then = path[index]
        for (const [name, value] of Object.entries(then ?? {})) {
          if (typeof value !== 'number') continue
          const found = Object.entries(now).find(([other]) => other === name)?.[1]
          expect(Math.abs(Number(found) - value)).toBeLessThanOrEqual(0.00501)
        }
      })
    }),
    { seed: 7, numRuns: 100 },
  )
})
