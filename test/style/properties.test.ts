import { describe, expect, it } from 'vitest'
import { toHex } from '../../src/style/color.ts'
import type { ComputedStyle } from '../../src/style/computed.ts'
import { properties, propertyNames } from '../../src/style/properties.ts'
import { h, pageOf, styleOf } from './support.ts'

const points = (value: number) => ({ points: value, percent: 0 })
const percent = (value: number) => ({ points: 0, percent: value })
const red = { red: 1, green: 0, blue: 0 }
const white = { red: 1, green: 1, blue: 1 }
const auto = 'auto'

type Row = readonly [declaration: string, expected: Partial<Record<keyof ComputedStyle, unknown>>]

const edges = (top: unknown, right: unknown, bottom: unknown, left: unknown) => ({
  top,
  right,
  bottom,
  left,
})

const line = (width: number, style: string, color: unknown) => ({ width, style, color })
const none = line(0, 'none', { red: 0, green: 0, blue: 0 })
const thinRed = line(1, 'solid', red)

const rows: readonly Row[] = [
  ['display: flex', { display: 'flex' }],
  ['display: NONE', { display: 'none' }],
  ['display: table-row-group', { display: 'table-row-group' }],
  ['position: relative', { position: 'relative' }],
  ['position: running(footer)', { position: { running: 'footer' }, display: 'block' }],
  ['top: 1pt', { inset: edges(points(1), auto, auto, auto) }],
  ['right: -2pt', { inset: edges(auto, points(-2), auto, auto) }],
  ['bottom: 3%', { inset: edges(auto, auto, percent(3), auto) }],
  ['left: auto', { inset: edges(auto, auto, auto, auto) }],
  ['inset: 1pt 2pt', { inset: edges(points(1), points(2), points(1), points(2)) }],
  ['inset-block: 1pt 2pt', { inset: edges(points(1), auto, points(2), auto) }],
  ['inset-inline-start: 1pt', { inset: edges(auto, auto, auto, points(1)) }],
  ['inset-inline-end: 1pt', { inset: edges(auto, points(1), auto, auto) }],
  ['width: 50%', { width: percent(50) }],
  ['height: calc(50% - 2pt)', { height: { points: -2, percent: 50 } }],
  ['min-width: 4pt', { minWidth: points(4) }],
  ['min-height: 4pt', { minHeight: points(4) }],
  ['max-width: none', { maxWidth: auto }],
  ['max-height: 40pt', { maxHeight: points(40) }],
  ['box-sizing: border-box', { boxSizing: 'border-box' }],
  ['margin: 1pt', { margin: edges(points(1), points(1), points(1), points(1)) }],
  ['margin: 1pt auto', { margin: edges(points(1), auto, points(1), auto) }],
  ['margin: 1pt 2pt 3pt', { margin: edges(points(1), points(2), points(3), points(2)) }],
  ['margin: 0 0 0 -1pt', { margin: edges(points(0), points(0), points(0), points(-1)) }],
  ['margin: 0; margin-top: 1pt', { margin: edges(points(1), points(0), points(0), points(0)) }],
  ['margin: 0; margin-right: 1pt', { margin: edges(points(0), points(1), points(0), points(0)) }],
  ['margin: 0; margin-bottom: 1pt', { margin: edges(points(0), points(0), points(1), points(0)) }],
  ['margin: 0; margin-left: 1pt', { margin: edges(points(0), points(0), points(0), points(1)) }],
  ['margin-block: 1pt 2pt', { margin: edges(points(1), points(0), points(2), points(0)) }],
  [
    'margin-block: 0; margin-inline-start: 1pt',
    { margin: edges(points(0), points(0), points(0), points(1)) },
  ],
  [
    'margin-block: 0; margin-inline-end: 1pt',
    { margin: edges(points(0), points(1), points(0), points(0)) },
  ],
  ['padding: 1pt 2%', { padding: edges(points(1), percent(2), points(1), percent(2)) }],
  ['padding-top: 1pt', { padding: edges(points(1), points(0), points(0), points(0)) }],
  ['padding-right: 1pt', { padding: edges(points(0), points(1), points(0), points(0)) }],
  ['padding-bottom: 1pt', { padding: edges(points(0), points(0), points(1), points(0)) }],
  ['padding-left: calc(1pt - 2pt)', { padding: edges(points(0), points(0), points(0), points(0)) }],
  ['padding-block: 1pt', { padding: edges(points(1), points(0), points(1), points(0)) }],
  ['padding-inline-start: 1pt', { padding: edges(points(0), points(0), points(0), points(1)) }],
  ['padding-inline-end: 1pt', { padding: edges(points(0), points(1), points(0), points(0)) }],
  ['border: 1pt solid red', { border: edges(thinRed, thinRed, thinRed, thinRed) }],
  [
    'border: red solid',
    {
      border: edges(
        line(2.25, 'solid', red),
        line(2.25, 'solid', red),
        line(2.25, 'solid', red),
        line(2.25, 'solid', red),
      ),
    },
  ],
  ['border: none', { border: edges(none, none, none, none) }],
  ['border: 0', { border: edges(none, none, none, none) }],
  ['border: calc(1pt * 2) dashed', { border: edges(...four(line(2, 'dashed', none.color))) }],
  ['border-top: 1pt solid red', { border: edges(thinRed, none, none, none) }],
  ['border-right: 1pt solid red', { border: edges(none, thinRed, none, none) }],
  ['border-bottom: 1pt solid red', { border: edges(none, none, thinRed, none) }],
  ['border-left: 1pt solid red', { border: edges(none, none, none, thinRed) }],
  ['border-inline-start: 1pt solid red', { border: edges(none, none, none, thinRed) }],
  ['border-inline-end: 1pt solid red', { border: edges(none, thinRed, none, none) }],
  [
    'border-style: solid; border-width: thin medium thick 0',
    {
      border: edges(
        line(0.75, 'solid', none.color),
        line(2.25, 'solid', none.color),
        line(3.75, 'solid', none.color),
        line(0, 'solid', none.color),
      ),
    },
  ],
  [
    'border-style: dotted none; border-width: 1pt',
    { border: edges(line(1, 'dotted', none.color), none, line(1, 'dotted', none.color), none) },
  ],
  ['border: 1pt solid; border-color: red', { border: edges(thinRed, thinRed, thinRed, thinRed) }],
  ['color: red; border: 1pt solid', { border: edges(thinRed, thinRed, thinRed, thinRed) }],
  ...(['top', 'right', 'bottom', 'left'] as const).map((side): Row => [
    `border-${side}-width: 1pt; border-${side}-style: solid; border-${side}-color: red`,
    { border: { ...edges(none, none, none, none), [side]: thinRed } },
  ]),
  ['border-radius: 1pt 2pt', { borderRadius: [1, 2, 1, 2] }],
  ['border-top-left-radius: 1pt', { borderRadius: [1, 0, 0, 0] }],
  ['border-top-right-radius: 1pt', { borderRadius: [0, 1, 0, 0] }],
  ['border-bottom-right-radius: 1pt', { borderRadius: [0, 0, 1, 0] }],
  ['border-bottom-left-radius: 1pt', { borderRadius: [0, 0, 0, 1] }],
  ['background-color: #f00', { backgroundColor: red }],
  ['background-color: transparent', { backgroundColor: undefined }],
  ['background: white', { backgroundColor: white }],
  ['background: white; background: none', { backgroundColor: undefined }],
  ['object-fit: contain', { objectFit: 'contain' }],
  ['object-position: 0 100%', { objectPosition: { x: points(0), y: percent(100) } }],
  ['object-position: top left', { objectPosition: { x: percent(0), y: percent(0) } }],
  ['object-position: right', { objectPosition: { x: percent(100), y: percent(50) } }],
  ['object-position: bottom', { objectPosition: { x: percent(50), y: percent(100) } }],
  ['aspect-ratio: 3 / 2', { aspectRatio: 1.5 }],
  ['aspect-ratio: 2', { aspectRatio: 2 }],
  ['aspect-ratio: 1 / 0', { aspectRatio: undefined }],
  ['flex: 1', { flexGrow: 1, flexShrink: 1, flexBasis: points(0) }],
  ['flex: none', { flexGrow: 0, flexShrink: 0, flexBasis: auto }],
  ['flex: auto', { flexGrow: 1, flexShrink: 1, flexBasis: auto }],
  ['flex: initial', { flexGrow: 0, flexShrink: 1, flexBasis: auto }],
  ['flex: 2 3 10%', { flexGrow: 2, flexShrink: 3, flexBasis: percent(10) }],
  ['flex: 1 1 0', { flexGrow: 1, flexShrink: 1, flexBasis: points(0) }],
  ['flex: 10pt', { flexGrow: 1, flexShrink: 1, flexBasis: points(10) }],
  ['flex-grow: 0.5', { flexGrow: 0.5 }],
  ['flex-shrink: 0', { flexShrink: 0 }],
  ['flex-basis: 30%', { flexBasis: percent(30) }],
  ['flex-direction: column-reverse', { flexDirection: 'column-reverse' }],
  ['flex-wrap: wrap', { flexWrap: 'wrap' }],
  ['flex-flow: wrap column', { flexDirection: 'column', flexWrap: 'wrap' }],
  ['flex-flow: row', { flexDirection: 'row', flexWrap: 'nowrap' }],
  ['gap: 1pt 2%', { rowGap: points(1), columnGap: percent(2) }],
  ['row-gap: 1pt', { rowGap: points(1), columnGap: points(0) }],
  ['column-gap: 1pt', { rowGap: points(0), columnGap: points(1) }],
  ['align-items: baseline', { alignItems: 'baseline' }],
  ['align-self: flex-end', { alignSelf: 'flex-end' }],
  ['justify-content: space-between', { justifyContent: 'space-between' }],
  ['break-before: page', { breakBefore: 'page' }],
  ['break-after: avoid', { breakAfter: 'avoid' }],
  ['break-inside: avoid', { breakInside: 'avoid' }],
  ['orphans: 3', { orphans: 3 }],
  ['widows: 4', { widows: 4 }],
  ['page: inside', { page: 'inside' }],
  [
    'content: "a" counter(page) string(s) attr(Title) element(e)',
    {
      content: [
        { kind: 'text', text: 'a' },
        { kind: 'counter', name: 'page', style: 'decimal' },
        { kind: 'string', name: 's' },
        { kind: 'attribute', name: 'title' },
        { kind: 'element', name: 'e' },
      ],
    },
  ],
  ['content: none', { content: 'none' }],
  [
    'string-set: head "x" content()',
    { stringSet: { name: 'head', parts: [{ kind: 'text', text: 'x' }, { kind: 'contents' }] } },
  ],
  ['string-set: none', { stringSet: undefined }],
  ['color: red', { color: red }],
  ['font-family: "A b", C d, serif', { fontFamily: ['A b', 'C d', 'serif'] }],
  ['font-size: 150%', { fontSize: 18 }],
  ['font-weight: bold', { fontWeight: 700 }],
  ['font-weight: 450', { fontWeight: 450 }],
  ['font-style: italic', { fontStyle: 'italic' }],
  ['font-variant-numeric: tabular-nums', { numeric: 'tabular-nums' }],
  ['line-height: 1.5', { lineHeight: 18 }],
  ['line-height: 150%', { lineHeight: 18 }],
  ['line-height: 15pt', { lineHeight: 15 }],
  ['line-height: normal', { lineHeight: 14.4 }],
  ['font-size: 20pt; letter-spacing: -0.02em', { letterSpacing: -0.4 }],
  ['letter-spacing: normal', { letterSpacing: 0 }],
  ['text-align: end', { textAlign: 'end' }],
  ['text-decoration: line-through', { textDecoration: 'line-through' }],
  ['text-wrap: balance', { textWrap: 'balance' }],
  ['white-space: pre-line', { whiteSpace: 'pre-line' }],
  ['overflow-wrap: anywhere', { overflowWrap: 'anywhere' }],
  ['vertical-align: middle', { verticalAlign: 'middle' }],
  ['vertical-align: -1pt', { verticalAlign: { raise: -1 } }],
  ['line-height: 20pt; vertical-align: 50%', { verticalAlign: { raise: 10 } }],
  ['vertical-align: super', { verticalAlign: { raise: 4 } }],
  ['direction: rtl', { direction: 'rtl' }],
  ['list-style-type: decimal', { listStyleType: 'decimal' }],
  ['list-style: "–"', { listStyleType: { text: '–' } }],
  ['list-style: none', { listStyleType: 'none' }],
  ['fill: red', { fill: red }],
  ['stroke: currentcolor; color: red', { stroke: red }],
  ['stroke-width: 2.4', { strokeWidth: 2.4 }],
  ['stroke-width: 1mm', { strokeWidth: 72 / 25.4 }],
]

function four<T>(value: T): readonly [T, T, T, T] {
  return [value, value, value, value]
}

const base = '.x { margin-block: 0 }'

describe('every property has its value computed', () => {
  it.each(rows)('%s', (declaration, expected) => {
    const style = styleOf(`${base} .x { ${declaration} }`)
    const keys = Object.keys(expected)
    const actual = Object.fromEntries(Object.entries(style).filter(([key]) => keys.includes(key)))
    expect(rounded(actual)).toEqual(rounded(expected))
  })

  it('has a row for every property of boxes and text', () => {
    const declared = rows.flatMap(([text]) =>
      text.split(';').map((part) => part.split(':')[0]?.trim()),
    )
    const onPages = propertyNames.filter((name) => properties.get(name)?.scope === 'page')
    expect(propertyNames.filter((name) => !declared.includes(name))).toEqual(onPages)
  })
})

describe('every property can be inherited and reset', () => {
  const names = propertyNames.filter((name) => properties.get(name)?.scope !== 'page')

  it.each(names)('%s', (name) => {
    const tree = h('document', h('div.parent', h('div.x')))
    const plain = styleOf('', tree)
    for (const keyword of ['initial', 'inherit', 'unset', 'INHERIT']) {
      const style = styleOf(`.x { ${name}: ${keyword} }`, tree)
      // Nothing else is set, so all keywords but the display of a div give the same.
      expect({ ...style, display: 'block' }).toEqual(plain)
    }
  })
})

describe('units of length', () => {
  it.each([
    ['1pt', 1],
    ['25.4mm', 72],
    ['2.54cm', 72],
    ['1in', 72],
    ['1pc', 12],
    ['4px', 3],
    ['101.6q', 72],
    ['1MM', 72 / 25.4],
    ['2em', 40],
    ['2rem', 20],
    ['1lh', 30],
    ['1rlh', 12],
    ['0', 0],
    ['-1.5e1pt', -15],
  ])('%s is %d points', (written, expected) => {
    const text = `:root { font-size: 10pt; line-height: 1.2 }
      .x { font-size: 20pt; line-height: 30pt; margin-left: ${written} }`
    expect(styleOf(text).margin.left).toEqual({ points: expect.closeTo(expected, 9), percent: 0 })
  })
})

describe('calculations', () => {
  it.each([
    ['calc(1pt + 2pt * 3)', 7, 0],
    ['calc((1pt + 2pt) * 3)', 9, 0],
    ['calc(2 * (10pt - 25%) / 4)', 5, -12.5],
    ['calc(1pt - -1pt)', 2, 0],
    ['calc(1pt - 2pt - 3pt)', -4, 0],
    ['calc(calc(1pt) + ((50%)))', 1, 50],
    ['min(3pt, 2pt, 1em)', 2, 0],
    ['max(10%, 20%)', 0, 20],
    ['clamp(1pt, 5pt, 3pt)', 3, 0],
    ['calc(min(1, 2) * 3pt)', 3, 0],
    ['calc(1e30 * 1e30 * 1pt)', 1e7, 0],
  ])('%s', (written, inPoints, inPercent) => {
    const expected = { points: expect.closeTo(inPoints, 9), percent: expect.closeTo(inPercent, 9) }
    expect(styleOf(`.x { margin-left: ${written} }`).margin.left).toEqual(expected)
  })

  it('count where a number is wanted', () => {
    expect(styleOf('.x { flex-grow: calc(1 + 2 / 4) }').flexGrow).toBe(1.5)
    expect(styleOf('.x { line-height: calc(1 + 1) }').lineHeight).toBe(24)
  })
})

describe('colours', () => {
  it.each([
    ['#9f2311', '#9f2311'],
    ['#ABC', '#aabbcc'],
    ['#abcf', '#aabbcc'],
    ['#9f2311ff', '#9f2311'],
    ['rgb(159, 35, 17)', '#9f2311'],
    ['rgb(100% 0% 50%)', '#ff0080'],
    ['rgba(1, 2, 3, 1)', '#010203'],
    ['rgb(300 -5 0 / 100%)', '#ff0000'],
    ['hsl(120, 100%, 25%)', '#008000'],
    ['hsl(0.5turn 100% 50%)', '#00ffff'],
    ['hsl(-60deg 100% 50%)', '#ff00ff'],
    ['rebeccapurple', '#663399'],
    ['DarkSlateGrey', '#2f4f4f'],
  ])('%s is %s', (written, expected) => {
    expect(toHex(styleOf(`.x { color: ${written} }`).color)).toBe(expected)
  })
})

describe('properties of pages', () => {
  it.each([
    ['size: A4', { width: 595.275591, height: 841.889764 }],
    ['size: a5 landscape', { width: 595.275591, height: 419.527559 }],
    ['size: landscape', { width: 841.889764, height: 595.275591 }],
    ['size: letter', { width: 612, height: 792 }],
    ['size: legal portrait', { width: 612, height: 1008 }],
    ['size: ledger', { width: 792, height: 1224 }],
    ['size: A1', { width: 1683.779528, height: 2383.937008 }],
    ['size: 8.5in 11in', { width: 612, height: 792 }],
    ['size: 215.9mm 279.4mm', { width: 612, height: 792 }],
    ['size: 100pt', { width: 100, height: 100 }],
    ['size: auto', { width: 595.275591, height: 841.889764 }],
    ['size: 100pt 200pt; margin: 10% 5pt auto', { margin: edges(20, 5, 0, 5) }],
    ['bleed: 3pt', { bleed: 3, marks: [] }],
    ['marks: cross crop', { bleed: 6, marks: ['crop', 'cross'] }],
    ['marks: crop; bleed: 8.5pt', { bleed: 8.5, marks: ['crop'] }],
    ['marks: none', { bleed: 0, marks: [] }],
  ])('%s', (declaration, expected) => {
    expect(pageOf(`@page { ${declaration} }`)).toMatchObject(expected)
  })
})

/** Numbers to nine places, so that 0.1 + 0.2 is 0.3. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => {
      if (part === undefined) return 'undefined'
      return typeof part === 'number' ? Number(part.toFixed(9)) + 0 : part
    }),
  )
}
