/** Properties of arrangement: flexbox, page breaks, pages, generated content. */
import type { ComputedStyle, ContentPart, Extent, LengthPercentage } from '../computed.ts'
import type { Longhand, Longhands, LonghandTable, Reader, Resolver } from '../longhands.ts'
import {
  always,
  extentLonghand,
  keywordLonghand,
  keywordOf,
  length,
  lengthPercentageLonghand,
  longhand,
  nameOf,
  number,
} from '../readers.ts'
import { childrenOf } from '../syntax.ts'
import type { CssNode } from '../syntax.ts'
import { fromMillimetres } from '../../geometry/units.ts'
import type { Size } from '../../geometry/rect.ts'

const factor = (initial: string): Longhand<number> =>
  longhand('<number [0,∞]>', initial, ([node], fail) => {
    const value = number(node, fail, 0)
    return value === undefined ? undefined : always(value)
  })

/** At least this many lines stay together. */
const lines = (note: string): Longhand<number> =>
  longhand(
    '<integer [1,∞]>',
    '2',
    ([node], fail) => {
      const value = number(node, fail, 1)
      return value === undefined ? undefined : always(Math.round(value))
    },
    { inherited: true, note },
  )

const readPage: Reader<string> = ([node]) => always(nameOf(node))

const contentSyntax =
  'normal | none | [ <string> | counter( [ page | pages ] ) | string( <custom-ident> ) | attr( <custom-ident> ) | element( <custom-ident> ) ]+'

const readContent: Reader<ComputedStyle['content']> = (nodes) =>
  always(keywordOf(nodes[0], ['normal', 'none']) ?? nodes.map(readContentPart))

const readStringSet: Reader<Longhands['string-set']> = ([name, ...parts]) =>
  keywordOf(name, ['none']) === undefined || parts.length > 0
    ? always({ name: nameOf(name), parts: parts.map(readContentPart) })
    : always(undefined)

function readContentPart(node: CssNode): ContentPart {
  if (node.type === 'String') return { kind: 'text', text: node.value }
  if (node.type !== 'Function') throw new Error(`content of ${node.type} passed the grammar`)
  const [argument] = childrenOf(node)
  const name = argument === undefined ? '' : nameOf(argument)
  switch (node.name.toLowerCase()) {
    case 'counter':
      return { kind: 'counter', name: name.toLowerCase(), style: 'decimal' }
    case 'string':
      return { kind: 'string', name }
    case 'attr':
      return { kind: 'attribute', name: name.toLowerCase() }
    case 'element':
      return { kind: 'element', name }
    case 'content':
      return { kind: 'contents' }
    default:
      throw new Error(`${node.name}() passed the grammar of content`)
  }
}

/** Papers by name, portrait, in points (CSS Paged Media 3, 7.1, and the larger ISO sizes for posters). */
const papers = {
  a5: millimetres(148, 210),
  a4: millimetres(210, 297),
  a3: millimetres(297, 420),
  a2: millimetres(420, 594),
  a1: millimetres(594, 841),
  a0: millimetres(841, 1189),
  letter: { width: 612, height: 792 },
  legal: { width: 612, height: 1008 },
  ledger: { width: 792, height: 1224 },
  tabloid: { width: 792, height: 1224 },
} as const

const paperNames = [
  'a5',
  'a4',
  'a3',
  'a2',
  'a1',
  'a0',
  'letter',
  'legal',
  'ledger',
  'tabloid',
] as const

function millimetres(width: number, height: number): Size {
  return { width: fromMillimetres(width), height: fromMillimetres(height) }
}

const readSize: Reader<Size> = (nodes, fail) => {
  const [first, second] = nodes
  if (first?.type === 'Identifier') {
    const named = nodes.flatMap((node) => keywordOf(node, paperNames) ?? [])[0] ?? 'a4'
    const isLandscape = nodes.some((node) => keywordOf(node, ['landscape']) !== undefined)
    const { width, height } = papers[named]
    return always(isLandscape ? { width: height, height: width } : { width, height })
  }
  const width = length(first, fail, 0)
  const height = second === undefined ? width : length(second, fail, 0)
  return width && height && ((context) => ({ width: width(context), height: height(context) }))
}

const readBleed: Reader<number | 'auto'> = ([node], fail): Resolver<number | 'auto'> | undefined =>
  keywordOf(node, ['auto']) === undefined ? length(node, fail, 0) : always('auto')

const readMarks: Reader<Longhands['marks']> = (nodes) => {
  const marks = (['crop', 'cross'] as const).filter((mark) =>
    nodes.some((node) => keywordOf(node, [mark]) !== undefined),
  )
  return always(marks)
}

const betweenBlocks = () => keywordLonghand(['auto', 'avoid', 'page'], 'auto')
const gap = (): Longhand<LengthPercentage> => lengthPercentageLonghand()

const basis: Longhand<Extent> = extentLonghand('auto', { minimum: 0 })

export const flowProperties = {
  'flex-direction': keywordLonghand(['row', 'row-reverse', 'column', 'column-reverse'], 'row'),
  'flex-wrap': keywordLonghand(['nowrap', 'wrap'], 'nowrap'),
  'flex-grow': factor('0'),
  'flex-shrink': factor('1'),
  'flex-basis': basis,
  'row-gap': gap(),
  'column-gap': gap(),
  'align-items': keywordLonghand(
    ['flex-start', 'flex-end', 'center', 'stretch', 'baseline'],
    'stretch',
  ),
  'align-self': keywordLonghand(
    ['auto', 'flex-start', 'flex-end', 'center', 'stretch', 'baseline'],
    'auto',
  ),
  'justify-content': keywordLonghand(
    ['flex-start', 'flex-end', 'center', 'space-between', 'space-around', 'space-evenly'],
    'flex-start',
  ),
  'break-before': betweenBlocks(),
  'break-after': betweenBlocks(),
  'break-inside': keywordLonghand(['auto', 'avoid'], 'auto'),
  orphans: lines('lines kept before a page break'),
  widows: lines('lines kept after a page break'),
  page: longhand('auto | <custom-ident>', 'auto', readPage, {
    note: 'the @page rule to use; `auto` is the parent’s',
  }),
  content: longhand(contentSyntax, 'normal', readContent, {
    note: 'of `::before`, `::after`, `::marker` and margin boxes',
  }),
  'string-set': longhand(
    'none | <custom-ident> [ <string> | content( text? ) | attr( <custom-ident> ) ]+',
    'none',
    readStringSet,
    { note: '`content()` is the text of the element; print it with `string(name)`' },
  ),
  size: longhand(
    `auto | <length [0,∞]>{1,2} | [ ${paperNames.map((name) => (name.startsWith('a') ? name.toUpperCase() : name)).join(' | ')} ] || [ portrait | landscape ]`,
    'auto',
    readSize,
    { scope: 'page', note: '`auto` is A4' },
  ),
  bleed: longhand('auto | <length [0,∞]>', 'auto', readBleed, {
    scope: 'page',
    note: '`auto` is 6pt where there are crop marks, else 0',
  }),
  marks: longhand('none | crop || cross', 'none', readMarks, { scope: 'page' }),
} satisfies Partial<LonghandTable>
