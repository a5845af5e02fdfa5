import { expect, test } from 'vitest'
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
<path d="M1.23 0C1 2 3 4 5 6Z" fill="#ff8000" fill-rule="evenodd"/>
<path d="M0 0L10 0" fill="none" stroke="#000000" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="2 1.5"/>
</svg>
`)
})
