/** Properties of boxes: size, position, margin, border, padding, background, pictures. */
import type { ComputedStyle, LengthPercentage } from '../computed.ts'
import type { ColorValue, Longhand, LonghandTable, Reader, Resolver } from '../longhands.ts'
import {
  always,
  color,
  extentLonghand,
  keyword,
  keywordLonghand,
  keywordOf,
  length,
  lengthPercentage,
  lengthPercentageLonghand,
  longhand,
  nameOf,
  number,
} from '../readers.ts'
import { childrenOf } from '../syntax.ts'
import type { CssNode } from '../syntax.ts'

const displays = [
  'none',
  'block',
  'inline',
  'inline-block',
  'flex',
  'list-item',
  'table',
  'table-header-group',
  'table-row-group',
  'table-footer-group',
  'table-row',
  'table-cell',
] as const

const size = () => extentLonghand('auto', { minimum: 0 })
const least = () =>
  extentLonghand('auto', { minimum: 0, note: '`auto` is 0, for flex items their content' })
const most = () => extentLonghand('none', { minimum: 0 })
const inset = () => extentLonghand('auto', { note: 'of relative and absolute boxes' })
const margin = () => extentLonghand('auto', { initial: '0', scope: 'both' })
const padding = () => lengthPercentageLonghand()

const lineWidths = { thin: 0.75, medium: 2.25, thick: 3.75 } as const

const borderWidth = (): Longhand<number> =>
  longhand(
    '<length [0,∞]> | thin | medium | thick',
    'medium',
    ([node], fail) => {
      const named = keywordOf(node, ['thin', 'medium', 'thick'])
      return named === undefined ? length(node, fail, 0) : always(lineWidths[named])
    },
    { note: 'counts only where there is a border style' },
  )

const borderStyle = () => keywordLonghand(['none', 'solid', 'dashed', 'dotted'], 'none')

const borderColor = (): Longhand<ColorValue> =>
  longhand('<color>', 'currentcolor', ([node], fail) => color(node, fail))

const radius = (): Longhand<number> =>
  longhand('<length [0,∞]>', '0', ([node], fail) => length(node, fail, 0))

const readBackground: Reader<ColorValue | 'transparent'> = ([node], fail) =>
  keywordOf(node, ['transparent']) === undefined ? color(node, fail) : always('transparent')

const readPosition: Reader<ComputedStyle['position']> = ([node]) =>
  node?.type === 'Function'
    ? always({ running: nameOf(childrenOf(node)[0]) })
    : always(keyword(node, ['static', 'relative', 'absolute']))

const readAspectRatio: Reader<number | undefined> = ([first, , second], fail) => {
  if (keywordOf(first, ['auto']) !== undefined) return always(undefined)
  const width = number(first, fail, 0)
  const height = second === undefined ? 1 : number(second, fail, 0)
  if (width === undefined || height === undefined) return undefined
  // A ratio with a zero is no ratio (CSS Sizing 4, 5.1).
  return always(width > 0 && height > 0 ? width / height : undefined)
}

const sides = { left: 0, top: 0, center: 50, right: 100, bottom: 100 } as const

const readObjectPosition: Reader<ComputedStyle['objectPosition']> = (nodes, fail) => {
  const isSwapped = keywordOf(nodes[0], ['top', 'bottom']) !== undefined
  const [horizontal, vertical] = isSwapped ? [nodes[1], nodes[0]] : [nodes[0], nodes[1]]
  const x = along(horizontal)
  const y = along(vertical)
  return x && y && ((context) => ({ x: x(context), y: y(context) }))

  function along(node: CssNode | undefined): Resolver<LengthPercentage> | undefined {
    if (node === undefined) return always({ points: 0, percent: 50 })
    const side = keywordOf(node, ['left', 'top', 'center', 'right', 'bottom'])
    return side === undefined
      ? lengthPercentage(node, fail)
      : always({ points: 0, percent: sides[side] })
  }
}

const where = '<length> | <percentage>'

export const boxProperties = {
  display: keywordLonghand(displays, 'inline', {
    note: 'children of flex containers and absolute boxes become blocks',
  }),
  position: longhand(
    'static | relative | absolute | running( <custom-ident> )',
    'static',
    readPosition,
    {
      note: '`running(name)` takes the box out of the page, for `element(name)` in a margin box',
    },
  ),
  top: inset(),
  right: inset(),
  bottom: inset(),
  left: inset(),
  width: size(),
  height: size(),
  'min-width': least(),
  'min-height': least(),
  'max-width': most(),
  'max-height': most(),
  'box-sizing': keywordLonghand(['content-box', 'border-box'], 'content-box'),
  'margin-top': margin(),
  'margin-right': margin(),
  'margin-bottom': margin(),
  'margin-left': margin(),
  'padding-top': padding(),
  'padding-right': padding(),
  'padding-bottom': padding(),
  'padding-left': padding(),
  'border-top-width': borderWidth(),
  'border-right-width': borderWidth(),
  'border-bottom-width': borderWidth(),
  'border-left-width': borderWidth(),
  'border-top-style': borderStyle(),
  'border-right-style': borderStyle(),
  'border-bottom-style': borderStyle(),
  'border-left-style': borderStyle(),
  'border-top-color': borderColor(),
  'border-right-color': borderColor(),
  'border-bottom-color': borderColor(),
  'border-left-color': borderColor(),
  'border-top-left-radius': radius(),
  'border-top-right-radius': radius(),
  'border-bottom-right-radius': radius(),
  'border-bottom-left-radius': radius(),
  'background-color': longhand('transparent | <color>', 'transparent', readBackground, {
    note: 'a colour only; pictures are `img`',
  }),
  'object-fit': keywordLonghand(['fill', 'contain', 'cover'], 'fill'),
  'object-position': longhand(
    `[ left | center | right | ${where} ] [ top | center | bottom | ${where} ]? | [ top | bottom ] [ left | center | right ]?`,
    '50% 50%',
    readObjectPosition,
  ),
  'aspect-ratio': longhand('auto | <number [0,∞]> [ / <number [0,∞]> ]?', 'auto', readAspectRatio, {
    note: 'width / height',
  }),
} satisfies Partial<LonghandTable>
