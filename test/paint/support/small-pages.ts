/** A layout just big enough for tests of painting: blocks under each other, one line each, pages where the markup says so. */
import { readFileSync } from 'node:fs'
import type { Drawing } from '../../../src/drawing.ts'
import type {
  BoxSource,
  Fragment,
  InlineSource,
  LineFragment,
  LineRun,
  Page,
} from '../../../src/layout/fragment.ts'
import type { Picture } from '../../../src/image/picture.ts'
import type { ComputedStyle, PageStyle } from '../../../src/style/computed.ts'
import type { Element, MarkupNode } from '../../../src/template/markup.ts'
import { openFont, type Font } from '../../../src/text/font.ts'
import { createShaper } from '../../../src/text/harfbuzz.ts'
import { createSubsetter } from '../../../src/text/subset.ts'

export const latin = open('source-sans-3/400Regular/SourceSans3_400Regular.ttf')
export const arabic = open('ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf')

const lineHeight = 16

export const black = { red: 0, green: 0, blue: 0 }

export const plainStyle: ComputedStyle = makeStyle()

/** A picture of a triangle. */
export const triangle: Drawing = {
  key: 'triangle',
  width: 40,
  height: 20,
  items: [
    {
      kind: 'path',
      path: [
        { type: 'move', x: 0, y: 20 },
        { type: 'line', x: 20, y: 0 },
        { type: 'line', x: 40, y: 20 },
        { type: 'close' },
      ],
      fill: { red: 0.8, green: 0.2, blue: 0.2 },
    },
  ],
}

type Child = string | Element

/** An element. Attribute values of `style` tests are given to `layOut`, not written here. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): Element {
  const element: { -readonly [Key in keyof Element]: Element[Key] } = {
    type: 'element',
    name,
    attributes,
    children: [],
    parent: undefined,
    place: undefined,
  }
  element.children = children.map((child): MarkupNode => {
    if (typeof child === 'string') return { type: 'text', data: child, parent: element }
    return Object.assign(child, { parent: element })
  })
  return element
}

/** Continues on the next page. */
export function pageBreak(): Element {
  return el('page-break')
}

export interface SmallLayout {
  readonly pages: readonly Page[]
  readonly source: BoxSource
}

export type StyleOf = (element: Element) => Partial<ComputedStyle>

export const pageStyle: PageStyle = {
  width: 300,
  height: 400,
  margin: { top: 20, right: 20, bottom: 20, left: 20 },
  bleed: 0,
  marks: [],
  marginBoxes: {},
  place: undefined,
}

/** Lay out an element as a document. */
export function layOut(
  root: Element,
  styleOf: StyleOf = () => ({}),
  page: Partial<PageStyle> = {},
): SmallLayout {
  const layout = new Layout(styleOf)
  const { source, fragments } = layout.box(root, plainStyle)
  const pages = Array.from({ length: layout.page }, (_, index) => ({
    number: index + 1,
    style: { ...pageStyle, ...page },
    fragments: fragments.filter((placed) => placed.page === index + 1).map((it) => it.fragment),
    marginBoxes: [],
  }))
  return { pages, source }
}

const blocks = new Set(
  'document main div section article aside header footer nav figure figcaption h1 h2 h3 h4 p ul ol li table caption thead tbody tr th td'.split(
    ' ',
  ),
)
const pictures = new Set(['img', 'svg', 'qr'])

interface Placed {
  readonly page: number
  readonly fragment: Fragment
}

interface Laid {
  readonly source: BoxSource
  readonly fragments: readonly Placed[]
}

class Layout {
  page = 1
  #y = 20
  readonly #styleOf: StyleOf

  constructor(styleOf: StyleOf) {
    this.#styleOf = styleOf
  }

  box(element: Element, inherited: ComputedStyle): Laid {
    const style = {
      ...plainStyle,
      listStyleType: inherited.listStyleType,
      language: element.attributes['lang'] ?? inherited.language,
      ...(element.name === 'ol' ? { listStyleType: 'decimal' as const } : {}),
      ...(element.name === 'ul' ? { listStyleType: 'disc' as const } : {}),
      ...this.#styleOf(element),
    }
    if (pictures.has(element.name)) return this.#replaced(element, style)
    const marker = element.name === 'li' ? markerText(element, style) : undefined
    const groups = groupChildren(element)
    const onlyInline = groups.length === 1 && Array.isArray(groups[0])
    const children: Laid[] = marker === undefined ? [] : [this.#marker(marker, style)]
    let own: Laid | undefined
    for (const group of groups) {
      if (!Array.isArray(group)) children.push(this.box(group, style))
      else if (onlyInline) own = this.#text(group, style, element)
      else children.push(this.#text(group, style, undefined))
    }
    const source: BoxSource = {
      element,
      style,
      children: children.map((child) => child.source),
      inlines: own?.source.inlines ?? [],
      replaced: false,
      marker: undefined,
    }
    const lines = (own?.fragments ?? []).map(({ page, fragment }) => ({
      page,
      fragment: { ...fragment, source },
    }))
    return this.#wrap(source, [...children.flatMap(({ fragments }) => fragments), ...lines])
  }

  /** A box around what is in it, one fragment for each page. */
  #wrap(source: BoxSource, content: readonly Placed[]): Laid {
    const numbers = [...new Set(content.map(({ page }) => page))]
    const fragments = numbers.map((page, index): Placed => {
      const children = content.filter((item) => item.page === page).map((it) => it.fragment)
      const top = Math.min(...children.map(({ rect }) => rect.y))
      const bottom = Math.max(...children.map(({ rect }) => rect.y + rect.height))
      return {
        page,
        fragment: {
          kind: 'box',
          source,
          rect: { x: 20, y: top, width: 260, height: bottom - top },
          isFirst: index === 0,
          isLast: index === numbers.length - 1,
          isRepeated: false,
          children,
        },
      }
    })
    return { source, fragments }
  }

  #marker(text: string, style: ComputedStyle): Laid {
    const laid = this.#text([{ type: 'text', data: text, parent: undefined }], style, undefined)
    this.#y -= lineHeight
    const source = { ...laid.source, marker: text }
    return this.#wrap(
      source,
      laid.fragments.map(({ page, fragment }) => ({ page, fragment: { ...fragment, source } })),
    )
  }

  #replaced(element: Element, style: ComputedStyle): Laid {
    const source = { ...emptySource(element, style), replaced: true }
    const rect = { x: 20, y: this.#y, width: 40, height: 20 }
    this.#y += 20
    const fragment = { kind: 'replaced', source, rect, picture, pictureRect: rect } as const
    return this.#wrap(source, [{ page: this.page, fragment }])
  }

  #text(nodes: readonly MarkupNode[], style: ComputedStyle, element: Element | undefined): Laid {
    const inlines: InlineSource[] = []
    const source: BoxSource = { ...emptySource(element, style), inlines }
    const lines: Placed[] = []
    let runs: LineRun[] = []
    let x = 20
    const endLine = (): void => {
      if (runs.length > 0) lines.push({ page: this.page, fragment: this.#line(source, runs) })
      runs = []
      x = 20
      this.#y += lineHeight
    }
    const visit = (node: MarkupNode, chain: readonly Element[]): void => {
      if (node.type === 'element') {
        if (node.name === 'page-break') {
          endLine()
          this.page += 1
          this.#y = 20
        } else if (pictures.has(node.name)) {
          const inline = { chain, generated: false }
          inlines.push(inline)
          const rect = { x, y: this.#y, width: 20, height: 10 }
          runs.push({ kind: 'picture', inline, element: node, picture, rect })
          x += 20
        } else {
          for (const child of node.children) visit(child, [...chain, node])
        }
        return
      }
      const inline = { chain, generated: false }
      inlines.push(inline)
      const shaped = shape(latin, node.data)
      const width = shaped.advance * style.fontSize
      const isLink = chain.some(({ name }) => name === 'a')
      const decoration = isLink ? ('underline' as const) : style.textDecoration
      const baseline = this.#y + 12
      runs.push({ kind: 'text', inline, style, decoration, shaped, x, baseline, width })
      x += width
    }
    for (const node of nodes) visit(node, [])
    endLine()
    return { source, fragments: lines }
  }

  #line(source: BoxSource, runs: readonly LineRun[]): LineFragment {
    const rect = { x: 20, y: this.#y, width: 260, height: lineHeight }
    return { kind: 'line', source, rect, baseline: this.#y + 12, runs }
  }
}

const picture: Picture = { kind: 'drawing', drawing: triangle }

/** Runs of inline nodes as arrays, blocks as they are. */
function groupChildren(element: Element): readonly (Element | MarkupNode[])[] {
  const groups: (Element | MarkupNode[])[] = []
  const holdsLines = /^(?:p|h\d|li|td|th|caption)$/.test(element.name)
  for (const child of element.children) {
    const isBlock =
      child.type === 'element' &&
      (blocks.has(child.name) || (pictures.has(child.name) && !holdsLines))
    const last = groups.at(-1)
    if (isBlock) groups.push(child)
    else if (Array.isArray(last)) last.push(child)
    else groups.push([child])
  }
  return groups
}

function markerText(item: Element, { listStyleType }: ComputedStyle): string | undefined {
  if (listStyleType === 'none') return undefined
  if (typeof listStyleType === 'object') return listStyleType.text
  const items = item.parent?.children ?? []
  return listStyleType === 'disc' ? '•' : String(items.indexOf(item) + 1)
}

function emptySource(element: Element | undefined, style: ComputedStyle): BoxSource {
  return { element, style, children: [], inlines: [], replaced: false, marker: undefined }
}

export function shape(font: Font, text: string, direction: 'ltr' | 'rtl' = 'ltr') {
  return font.shape(text, direction, { tabularFigures: false, letterSpacing: 0, language: 'en' })
}

function open(file: string): Font {
  const path = new URL(`../../../node_modules/@expo-google-fonts/${file}`, import.meta.url)
  const font = openFont(readFileSync(path), {
    shaper: () => createShaper(),
    subsetter: () => createSubsetter(),
  })
  if ('reason' in font) throw new Error(`${file}: ${font.reason}`)
  return font
}

function makeStyle(): ComputedStyle {
  const zero = { points: 0, percent: 0 }
  const four = <T>(value: T) => ({ top: value, right: value, bottom: value, left: value })
  return {
    color: black,
    fontFamily: ['Source Sans 3'],
    fontSize: 12,
    fontWeight: 400,
    fontStyle: 'normal',
    numeric: 'normal',
    lineHeight,
    letterSpacing: 0,
    textAlign: 'start',
    textWrap: 'wrap',
    whiteSpace: 'normal',
    overflowWrap: 'normal',
    direction: 'ltr',
    orphans: 2,
    widows: 2,
    listStyleType: 'disc',
    language: 'en',
    fill: black,
    stroke: 'none',
    strokeWidth: 1,
    display: 'block',
    position: 'static',
    inset: four('auto' as const),
    width: 'auto',
    height: 'auto',
    minWidth: 'auto',
    minHeight: 'auto',
    maxWidth: 'auto',
    maxHeight: 'auto',
    boxSizing: 'content-box',
    margin: four(zero),
    padding: four(zero),
    border: four({ width: 0, style: 'none' as const, color: black }),
    borderRadius: [0, 0, 0, 0],
    backgroundColor: undefined,
    flexDirection: 'row',
    flexWrap: 'nowrap',
    flexGrow: 0,
    flexShrink: 1,
    flexBasis: 'auto',
    rowGap: zero,
    columnGap: zero,
    alignItems: 'stretch',
    alignSelf: 'auto',
    justifyContent: 'flex-start',
    breakBefore: 'auto',
    breakAfter: 'auto',
    breakInside: 'auto',
    page: '',
    textDecoration: 'none',
    verticalAlign: 'baseline',
    objectFit: 'contain',
    objectPosition: { x: zero, y: zero },
    aspectRatio: undefined,
    content: 'normal',
    stringSet: undefined,
  }
}
