import { describe, expect, test } from 'vitest'
import type { PathItem } from '../../src/drawing.ts'
import type { BoxFragment } from '../../src/layout/fragment.ts'
import { paintBox } from '../../src/paint/borders.ts'
import type { PathSegment } from '../../src/geometry/path.ts'
import { drawingToSvg } from '../../src/paint/svg.ts'
import type { BorderSide, ComputedStyle } from '../../src/style/computed.ts'
import { black, plainStyle } from './support/small-pages.ts'

const red = { red: 1, green: 0, blue: 0 }
const none: BorderSide = { width: 0, style: 'none', color: black }
const solid = (width: number, color = black): BorderSide => ({ width, style: 'solid', color })
const all = (side: BorderSide) => ({ top: side, right: side, bottom: side, left: side })

function paint(
  style: Partial<ComputedStyle>,
  cut: Partial<Pick<BoxFragment, 'isFirst' | 'isLast'>> = {},
): readonly string[] {
  const items = paintBox({
    kind: 'box',
    source: {
      element: undefined,
      style: { ...plainStyle, ...style },
      children: [],
      inlines: [],
      replaced: false,
      marker: undefined,
    },
    rect: { x: 0, y: 0, width: 100, height: 50 },
    isFirst: true,
    isLast: true,
    isRepeated: false,
    children: [],
    ...cut,
  })
  return items.map(asSvg)
}

/** A path as SVG writes it, but with its places on the page, as a reader thinks of them. */
function asSvg(item: PathItem): string {
  const svg = drawingToSvg({ key: '', width: 100, height: 50, items: [item] })
  const places = item.path.map(asPlaces).join('')
  return (svg.split('\n')[1] ?? '').replace(/ d="[^"]*"/, ` d="${places}"`)
}

const letters = { move: 'M', line: 'L', curve: 'C', close: 'Z' } as const

function asPlaces({ type, ...numbers }: PathSegment): string {
  const rounded = Object.values(numbers).map((value) => Math.round(Number(value) * 100) / 100 + 0)
  return letters[type] + rounded.join(' ')
}

describe('a box', () => {
  test('without background and borders paints nothing', () => {
    expect(paint({})).toEqual([])
  })

  test.each<[string, Partial<ComputedStyle>, readonly string[]]>([
    [
      'a background covers the border box',
      { backgroundColor: red },
      ['<path d="M0 0L100 0L100 50L0 50Z" fill="#f00"/>'],
    ],
    [
      'four equal sides are one line along their middle',
      { border: all(solid(2)) },
      [
        '<path d="M1 1L99 1L99 49L1 49Z" fill="none" stroke="#000" stroke-width="2" stroke-miterlimit="10"/>',
      ],
    ],
    [
      'one side is a bar',
      { border: { ...all(none), bottom: solid(1) } },
      ['<path d="M100 50L0 50L0 49L100 49Z" fill="#000"/>'],
    ],
    [
      'sides of one colour overlap in the corner, so that no seam shows',
      { border: { ...all(none), top: solid(2), left: solid(4) } },
      [
        '<path d="M0 0L100 0L100 2L0 2Z" fill="#000"/>',
        '<path d="M0 50L0 0L4 0L4 50Z" fill="#000"/>',
      ],
    ],
    [
      'sides of two colours meet in a mitre',
      { border: { ...all(none), top: solid(2), left: solid(4, red) } },
      [
        '<path d="M0 0L100 0L100 2L4 2Z" fill="#000"/>',
        '<path d="M0 50L0 0L4 2L4 50Z" fill="#f00"/>',
      ],
    ],
    [
      'dashes come out even over the side',
      { border: { ...all(none), top: { width: 1, style: 'dashed', color: black } } },
      [
        '<path d="M0 0.5L100 0.5" fill="none" stroke="#000" stroke-width="1" stroke-miterlimit="10" stroke-dasharray="3 2.11"/>',
      ],
    ],
    [
      'dots are round and two widths apart',
      { border: { ...all(none), left: { width: 2, style: 'dotted', color: black } } },
      [
        '<path d="M1 0L1 50" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-miterlimit="10" stroke-dasharray="0 3.85"/>',
      ],
    ],
  ])('%s', (_, style, expected) => {
    expect(paint(style)).toEqual(expected)
  })

  test('has round corners, made smaller together where they would overlap', () => {
    const [path] = paint({ backgroundColor: red, borderRadius: [50, 50, 0, 0] })
    expect(path).toMatch(/^<path d="M50 0L50 0C77\.62 0 100 22\.39 100 50L100 50L0 50L0 50C/)
  })

  test.each([
    ['one side', ['left'], 'M4 50C1.79 50 0 48.21 0 46L0 4C0 1.79 1.79 0 4 0L4 0L4 46Z'],
    [
      'two sides across from each other',
      ['left', 'right'],
      'M96 0C98.21 0 100 1.79 100 4L100 46C100 48.21 98.21 50 96 50L96 50L96 4Z' +
        'M4 50C1.79 50 0 48.21 0 46L0 4C0 1.79 1.79 0 4 0L4 0L4 46Z',
    ],
  ])('with round corners and borders on %s paints no other edge', (_, visible, path) => {
    const side = (name: string) => (visible.includes(name) ? solid(4) : none)
    const border = {
      top: side('top'),
      right: side('right'),
      bottom: side('bottom'),
      left: side('left'),
    }
    expect(paint({ border, borderRadius: [4, 4, 4, 4] })).toEqual([
      `<path d="${path}" fill="#000" fill-rule="evenodd"/>`,
    ])
  })

  test('with round corners and a thicker side is the space between two outlines', () => {
    const border = { ...all(solid(1)), left: solid(2) }
    expect(paint({ border, borderRadius: [4, 4, 4, 4] })).toEqual([
      expect.stringMatching(/^<path d="M4 0L96 0C[^Z]*ZM4 1L96 1C[^Z]*Z" fill="#000"/),
    ])
  })

  const shadeOf = { top: '#1a1a1a', right: '#333', bottom: '#4d4d4d', left: '#666' }

  test.each([
    [{ isLast: false }, ['top', 'left', 'right'] as const],
    [{ isFirst: false }, ['right', 'bottom', 'left'] as const],
    [{ isFirst: false, isLast: false }, ['right', 'left'] as const],
  ])('that a page break cuts has no border at the cut: %o', (cut, expected) => {
    const color = { top: 0.1, right: 0.2, bottom: 0.3, left: 0.4 }
    const grey = (side: keyof typeof color) =>
      solid(1, { red: color[side], green: color[side], blue: color[side] })
    const border = {
      top: grey('top'),
      right: grey('right'),
      bottom: grey('bottom'),
      left: grey('left'),
    }
    const shades = paint({ border }, cut).map((path) => /fill="(#\w+)"/.exec(path)?.[1])
    expect(new Set(shades)).toEqual(new Set(expected.map((side) => shadeOf[side])))
  })

  test('that a page break cuts has square corners at the cut', () => {
    const style = { backgroundColor: red, borderRadius: [5, 5, 5, 5] as const }
    expect(paint(style, { isLast: false })[0]).toContain('L100 50L0 50L')
    expect(paint(style, { isFirst: false })[0]).toContain('M0 0L100 0L100 45C')
  })
})
