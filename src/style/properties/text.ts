/** Properties of text and lines, and of drawn shapes. */
import type { ComputedStyle } from '../computed.ts'
import type { ColorValue, LonghandTable, Longhands, Reader } from '../longhands.ts'
import { readQuantity } from '../calc.ts'
import {
  always,
  color,
  isOperator,
  keyword,
  keywordLonghand,
  keywordOf,
  length,
  lengthPercentage,
  lengthPercentageSyntax,
  longhand,
  nameOf,
  number,
} from '../readers.ts'

/** Line height `normal`, as a factor: what most text faces ask for. */
const normalLineHeight = 1.2

// CSS leaves the distance of sub and super open; these are what browsers use, in em of the parent.
const subscriptDrop = -0.2
const superscriptRise = 1 / 3

const readFontFamily: Reader<readonly string[]> = (nodes) => {
  const families: string[][] = [[]]
  for (const node of nodes) {
    if (isOperator(node, ',')) families.push([])
    else families.at(-1)?.push(nameOf(node))
  }
  return always(families.map((words) => words.join(' ')))
}

const readFontSize: Reader<number> = ([node], fail) => {
  const size = lengthPercentage(node, fail, 0)
  return (
    size &&
    ((context) => {
      const { points, percent } = size(context)
      return Math.max(0, points + (percent / 100) * context.parentFontSize)
    })
  )
}

const readFontWeight: Reader<number> = ([node], fail) => {
  const named = keywordOf(node, ['normal', 'bold'])
  if (named !== undefined) return always(named === 'bold' ? 700 : 400)
  const weight = number(node, fail, 1)
  return weight === undefined ? undefined : always(Math.min(1000, weight))
}

const readLineHeight: Reader<Longhands['line-height']> = ([node], fail) => {
  if (node === undefined || keywordOf(node, ['normal']) !== undefined) {
    return always({ factor: normalLineHeight })
  }
  const quantity = readQuantity(node, (at, why) => fail(at, { kind: 'calculation', why }))
  if (quantity?.kind === 'number') {
    const factor = number(node, fail, 0)
    return factor === undefined ? undefined : always({ factor })
  }
  return (
    quantity &&
    ((context) => {
      const { points, percent } = quantity.evaluate(context)
      return { points: Math.max(0, points + (percent / 100) * context.fontSize) }
    })
  )
}

const readLetterSpacing: Reader<number> = ([node], fail) =>
  keywordOf(node, ['normal']) === undefined ? length(node, fail) : always(0)

const readVerticalAlign: Reader<ComputedStyle['verticalAlign']> = ([node], fail) => {
  const named = keywordOf(node, ['baseline', 'middle', 'top', 'bottom'])
  if (named !== undefined) return always(named)
  const shifted = keywordOf(node, ['sub', 'super'])
  if (shifted !== undefined) {
    const em = shifted === 'sub' ? subscriptDrop : superscriptRise
    return (context) => ({ raise: em * context.parentFontSize })
  }
  const raise = lengthPercentage(node, fail)
  return (
    raise &&
    ((context) => {
      const { points, percent } = raise(context)
      return { raise: points + (percent / 100) * context.lineHeight }
    })
  )
}

const readListStyleType: Reader<ComputedStyle['listStyleType']> = ([node]) =>
  node?.type === 'String'
    ? always({ text: node.value })
    : always(keyword(node, ['none', 'disc', 'decimal']))

const readPaint: Reader<ColorValue | 'none'> = ([node], fail) =>
  keywordOf(node, ['none']) === undefined ? color(node, fail) : always('none')

const readStrokeWidth: Reader<number> = ([node], fail) => {
  if (node?.type !== 'Number') return length(node, fail, 0)
  const units = number(node, fail, 0)
  return units === undefined ? undefined : always(units)
}

const inherited = { inherited: true } as const

/** A line's font and letters also reach the margin boxes when they are set in @page. */
const text = { inherited: true, scope: 'both' } as const

export const textProperties = {
  color: longhand('<color>', 'black', ([node], fail) => color(node, fail), text),
  'font-family': longhand('[ <string> | <custom-ident>+ ]#', 'sans-serif', readFontFamily, {
    ...text,
    note: 'families of @font-face rules; each character takes the first that has it',
  }),
  'font-size': longhand(lengthPercentageSyntax(0), '12pt', readFontSize, {
    ...text,
    note: '% and em are of the parent’s size',
  }),
  'font-weight': longhand('normal | bold | <number [1,1000]>', 'normal', readFontWeight, text),
  'font-style': keywordLonghand(['normal', 'italic'], 'normal', text),
  'font-variant-numeric': keywordLonghand(['normal', 'tabular-nums'], 'normal', text),
  'line-height': longhand(
    'normal | <number [0,∞]> | <length [0,∞]> | <percentage [0,∞]>',
    'normal',
    readLineHeight,
    { ...text, note: '`normal` is 1.2' },
  ),
  'letter-spacing': longhand('normal | <length>', 'normal', readLetterSpacing, text),
  'text-align': keywordLonghand(['start', 'end', 'left', 'right', 'center'], 'start', {
    ...text,
    note: 'of a `::marker`: where it stands in its gutter',
  }),
  'text-decoration': keywordLonghand(['none', 'underline', 'line-through'], 'none'),
  'text-wrap': keywordLonghand(['wrap', 'balance', 'pretty', 'nowrap'], 'wrap', text),
  'white-space': keywordLonghand(['normal', 'nowrap', 'pre-line'], 'normal', text),
  'overflow-wrap': keywordLonghand(['normal', 'anywhere'], 'normal', text),
  'vertical-align': longhand(
    'baseline | middle | top | bottom | sub | super | <length> | <percentage>',
    'baseline',
    readVerticalAlign,
    { note: 'a length raises; % is of the line height' },
  ),
  direction: keywordLonghand(['ltr', 'rtl'], 'ltr', {
    ...text,
    note: 'better said with the `dir` attribute',
  }),
  'list-style-type': longhand(
    'none | disc | decimal | <string>',
    'disc',
    readListStyleType,
    inherited,
  ),
  fill: longhand('none | <color>', 'black', readPaint, {
    ...inherited,
    note: 'of shapes in `svg`',
  }),
  stroke: longhand('none | <color>', 'none', readPaint, {
    ...inherited,
    note: 'of shapes in `svg`',
  }),
  'stroke-width': longhand('<length [0,∞]> | <number [0,∞]>', '1', readStrokeWidth, {
    ...inherited,
    note: 'a plain number is in units of the `svg`',
  }),
} satisfies Partial<LonghandTable>
