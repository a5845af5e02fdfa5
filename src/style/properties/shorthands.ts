/** Shorthands: how one declaration is spread over several longhands. */
import type { LonghandName } from '../longhands.ts'
import { isOperator, keywordOf } from '../readers.ts'
import type { CssNode } from '../syntax.ts'
import { lengthPercentageSyntax } from '../readers.ts'

/** The part of the value each longhand takes: nodes of it, or text standing for what was not written. */
export type Expansion = ReadonlyMap<LonghandName, readonly CssNode[] | string>

export interface Shorthand {
  readonly syntax: string
  readonly longhands: readonly LonghandName[]
  readonly note?: string
  readonly scope?: 'both'
  readonly expand: (nodes: readonly CssNode[]) => Expansion
}

type Four = readonly [LonghandName, LonghandName, LonghandName, LonghandName]

const sides = ['top', 'right', 'bottom', 'left'] as const
type Side = (typeof sides)[number]

const borderSide = (side: Side) =>
  [`border-${side}-width`, `border-${side}-style`, `border-${side}-color`] as const

const lineWidth = '[ <length [0,∞]> | thin | medium | thick ]'
const lineStyle = '[ none | solid | dashed | dotted ]'
const line = `${lineWidth} || ${lineStyle} || <color>`

/** A single type or a group stands for itself, alternatives need brackets. */
const upTo = (count: number, part: string): string =>
  `${/^(\[.*\]|<[^<>]*>)$/.test(part) ? part : `[ ${part} ]`}{1,${count}}`

/** One to four values round the box, clockwise from the top (or the top left corner). */
function around(
  longhands: Four,
  part: string,
  facts: Pick<Shorthand, 'scope' | 'note'> = {},
): Shorthand {
  const [top, right, bottom, left] = longhands
  return {
    ...facts,
    syntax: upTo(4, part),
    longhands,
    expand: ([first, second = first, third = first, fourth = second]) =>
      expansion([
        [top, first],
        [right, second],
        [bottom, third],
        [left, fourth],
      ]),
  }
}

/** One value for both, or one for each. */
function pair(first: LonghandName, second: LonghandName, part: string): Shorthand {
  return {
    syntax: upTo(2, part),
    longhands: [first, second],
    expand: ([one, other = one]) =>
      expansion([
        [first, one],
        [second, other],
      ]),
  }
}

/** The same border on some sides. */
function border(on: readonly Side[], note?: string): Shorthand {
  return {
    ...(note === undefined ? {} : { note }),
    syntax: line,
    longhands: on.flatMap(borderSide),
    expand: (nodes) => {
      const style = nodes.filter((node) => isLineStyle(node))
      const width = nodes.filter((node) => !isLineStyle(node) && isLineWidth(node))
      const color = nodes.filter((node) => !isLineStyle(node) && !isLineWidth(node))
      const written = (part: readonly CssNode[], initial: string) =>
        part.length > 0 ? part : initial
      return new Map(
        on.flatMap((side) => [
          [`border-${side}-width`, written(width, 'medium')] as const,
          [`border-${side}-style`, written(style, 'none')] as const,
          [`border-${side}-color`, written(color, 'currentcolor')] as const,
        ]),
      )
    },
  }
}

function isLineStyle(node: CssNode): boolean {
  return keywordOf(node, ['none', 'solid', 'dashed', 'dotted']) !== undefined
}

const calculations = ['calc', 'min', 'max', 'clamp']

function isCalculation(node: CssNode): boolean {
  return node.type === 'Function' && calculations.includes(node.name.toLowerCase())
}

function isLineWidth(node: CssNode): boolean {
  if (node.type === 'Identifier') return keywordOf(node, ['thin', 'medium', 'thick']) !== undefined
  return node.type === 'Dimension' || node.type === 'Number' || isCalculation(node)
}

function expansion(parts: readonly (readonly [LonghandName, CssNode | undefined])[]): Expansion {
  return new Map(
    parts.map(([name, node]) => {
      if (node === undefined) throw new Error(`an empty ${name} passed the grammar`)
      return [name, [node]]
    }),
  )
}

const flexKeywords = { none: ['0', '0', 'auto'], auto: ['1', '1', 'auto'] } as const

const flex: Shorthand = {
  syntax: `none | auto | [ <number [0,∞]> <number [0,∞]>? || [ auto | ${lengthPercentageSyntax(0)} ] ]`,
  longhands: ['flex-grow', 'flex-shrink', 'flex-basis'],
  note: 'grow, shrink, basis; a basis left out is 0',
  expand: (nodes) => {
    const named = nodes.length === 1 ? keywordOf(nodes[0], ['none', 'auto']) : undefined
    if (named !== undefined) {
      const [grow, shrink, basis] = flexKeywords[named]
      return new Map([
        ['flex-grow', grow],
        ['flex-shrink', shrink],
        ['flex-basis', basis],
      ])
    }
    const factors = nodes.filter(({ type }) => type === 'Number')
    // In `1 1 0` the third number is a length without its unit.
    const basis = nodes.find(({ type }) => type !== 'Number') ?? factors[2]
    return new Map<LonghandName, readonly CssNode[] | string>([
      ['flex-grow', factors[0] === undefined ? '1' : [factors[0]]],
      ['flex-shrink', factors[1] === undefined ? '1' : [factors[1]]],
      ['flex-basis', basis === undefined ? '0' : [basis]],
    ])
  },
}

const flexFlow: Shorthand = {
  syntax: '[ row | row-reverse | column | column-reverse ] || [ nowrap | wrap ]',
  longhands: ['flex-direction', 'flex-wrap'],
  expand: (nodes) => {
    const wrap = nodes.filter((node) => keywordOf(node, ['nowrap', 'wrap']) !== undefined)
    const direction = nodes.filter((node) => !wrap.includes(node))
    return new Map<LonghandName, readonly CssNode[] | string>([
      ['flex-direction', direction.length > 0 ? direction : 'row'],
      ['flex-wrap', wrap.length > 0 ? wrap : 'nowrap'],
    ])
  },
}

const background: Shorthand = {
  syntax: 'none | transparent | <color>',
  longhands: ['background-color'],
  note: 'a colour only',
  expand: (nodes) =>
    new Map([
      [
        'background-color',
        keywordOf(nodes[0], ['none']) === undefined ? nodes.slice(0, 1) : 'transparent',
      ],
    ]),
}

const listStyle: Shorthand = {
  syntax: 'none | disc | decimal | <string>',
  longhands: ['list-style-type'],
  note: 'the marker always stands outside',
  expand: (nodes) => new Map([['list-style-type', nodes.filter((node) => !isOperator(node, ','))]]),
}

const offset = 'auto | <length> | <percentage>'

export const shorthands: Readonly<Record<string, Shorthand>> = {
  margin: around(['margin-top', 'margin-right', 'margin-bottom', 'margin-left'], offset, {
    scope: 'both',
  }),
  padding: around(
    ['padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
    lengthPercentageSyntax(0),
  ),
  inset: around(['top', 'right', 'bottom', 'left'], offset),
  border: border(sides),
  'border-top': border(['top']),
  'border-right': border(['right']),
  'border-bottom': border(['bottom']),
  'border-left': border(['left']),
  'border-width': around(
    ['border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width'],
    lineWidth,
  ),
  'border-style': around(
    ['border-top-style', 'border-right-style', 'border-bottom-style', 'border-left-style'],
    lineStyle,
  ),
  'border-color': around(
    ['border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color'],
    '<color>',
  ),
  'border-radius': around(
    [
      'border-top-left-radius',
      'border-top-right-radius',
      'border-bottom-right-radius',
      'border-bottom-left-radius',
    ],
    '<length [0,∞]>',
  ),
  background,
  flex,
  'flex-flow': flexFlow,
  gap: pair('row-gap', 'column-gap', lengthPercentageSyntax(0)),
  'list-style': listStyle,
  'margin-block': pair('margin-top', 'margin-bottom', offset),
  'padding-block': pair('padding-top', 'padding-bottom', lengthPercentageSyntax(0)),
  'inset-block': pair('top', 'bottom', offset),
}
