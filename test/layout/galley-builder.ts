/** Galleys for pagination tests: boxes stacked or set side by side, 100 pt wide, margins added up and never collapsed. */
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Drawing } from '../../src/drawing.ts'
import type { BoxSource, Fragment } from '../../src/layout/fragment.ts'
import type { GalleyBox } from '../../src/layout/galley.ts'
import { paginate, type CutPage } from '../../src/layout/paginate/index.ts'
import type {
  ComputedStyle,
  LengthPercentage,
  PageStyle,
  PageStyles,
} from '../../src/style/computed.ts'

export interface Options extends Partial<
  Pick<
    ComputedStyle,
    'breakBefore' | 'breakAfter' | 'breakInside' | 'orphans' | 'widows' | 'page' | 'height'
  >
> {
  readonly id?: string
  /** Space above the box. */
  readonly margin?: number
  /** Above and below its content. */
  readonly padding?: number
  /** Has a background. */
  readonly visible?: boolean
  /** Extra room below the content. */
  readonly spare?: number
  /** Boxes out of flow: how far below the top edge, and the name. */
  readonly pinned?: readonly (readonly [y: number, id: string])[]
}

/** A box that finds its place when it is known where it begins. */
export interface Spec {
  readonly margin: number
  readonly place: (x: number, y: number, width: number) => GalleyBox
}

/** Children one below the other. */
export function block(options: Options, ...children: readonly Spec[]): Spec {
  return spec(options, (x, top, width) => {
    let y = top
    const placed = children.map((child) => {
      const box = child.place(x, y + child.margin, width)
      y = box.rect.y + box.rect.height
      return box
    })
    return { bottom: y, children: placed }
  })
}

/** Children side by side, all as tall as the tallest. */
export function row(options: Options, ...children: readonly Spec[]): Spec {
  return spec(options, (x, y, width) => {
    const each = width / Math.max(1, children.length)
    const natural = children.map((child, index) =>
      child.place(x + index * each, y + child.margin, each),
    )
    const bottom = natural.reduce((max, { rect }) => Math.max(max, rect.y + rect.height), y)
    const stretched = natural.map((box) => ({
      ...box,
      rect: { ...box.rect, height: bottom - box.rect.y },
    }))
    return { bottom, children: stretched, flow: 'parallel' as const }
  })
}

/** Lines of 10 pt; the nth is n pt wide, which is how they are told apart. */
export function paragraph(id: string, count: number, options: Options = {}): Spec {
  return spec({ id, ...options }, (x, y) => ({
    bottom: y + count * 10,
    lines: Array.from({ length: count }, (_, index) => ({
      rect: { x, y: y + index * 10, width: index + 1, height: 10 },
      baseline: y + index * 10 + 8,
      runs: [],
    })),
  }))
}

export function picture(id: string, height: number, options: Options = {}): Spec {
  return spec({ id, ...options }, (x, y, width) => {
    const rect = { x, y, width, height }
    return { bottom: y + height, picture: { picture: drawing, rect, pictureRect: rect } }
  })
}

/** The head is a row group; rows follow. */
export function table(options: Options, head: Spec, ...rows: readonly Spec[]): Spec {
  const inner = block(options, head, ...rows)
  return {
    margin: inner.margin,
    place: (x, y, width) => {
      const box = inner.place(x, y, width)
      return { ...box, tableHead: box.children[0] }
    },
  }
}

/** Only arranges its children: no element, no fragment. */
export function arranger(inner: Spec): Spec {
  return { ...inner, place: (x, y, width) => ({ ...inner.place(x, y, width), source: undefined }) }
}

export function galley(...children: readonly Spec[]): GalleyBox {
  return block({ id: 'root' }, ...children).place(0, 0, 100)
}

/** Pages without margins and 100 pt wide, `heights` in order and the last one for ever. */
export function pagesOf(...heights: readonly number[]) {
  return (_name: string, isFirst: boolean): PageStyle =>
    pageStyle({ height: (isFirst ? heights[0] : heights.at(-1)) ?? 100 })
}

export function pageStyle(part: Partial<PageStyle>): PageStyle {
  return {
    width: 100,
    height: 100,
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    bleed: 0,
    marks: [],
    marginBoxes: {},
    place: undefined,
    ...part,
  }
}

/** Paginate, with the problems as words. */
export function cut(box: GalleyBox, styles: PageStyles = pagesOf(100)) {
  const found: Diagnostic[] = []
  const pages = paginate(box, styles, (diagnostic) => found.push(diagnostic))
  const problems = found.map(({ code, message }) => `${code}: ${message}`)
  return { pages, problems }
}

/** `a.2 a.3 a.4` for lines two to four of a. */
export function lines(id: string, from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `${id}.${from + index}`).join(' ')
}

/** One thing on a page that is never cut. */
export interface Atom {
  /** `a.2` is the second line of paragraph a; a picture has its own id. */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly bottom: number
  readonly isRepeated: boolean
}

/** Lines and pictures of a page, in the order of its fragments. */
export function atoms(fragments: readonly Fragment[], isRepeated = false): readonly Atom[] {
  return fragments.flatMap((fragment): readonly Atom[] => {
    if (fragment.kind === 'box') {
      return atoms(fragment.children, isRepeated || fragment.isRepeated)
    }
    const { x, y, width, height } = fragment.rect
    const id = idOf(fragment.source)
    const name = fragment.kind === 'line' ? `${id}.${width}` : id
    return [{ name, x, y, bottom: y + height, isRepeated }]
  })
}

/** Pages as words: `a.1 a.2 (head.1)`, repeated ones in brackets. */
export function outline(pages: readonly CutPage[]): readonly string[] {
  return pages.map(({ fragments }) =>
    atoms(fragments)
      .map(({ name, isRepeated }) => (isRepeated ? `(${name})` : name))
      .join(' '),
  )
}

/** Pages as words with the top of each: `a.1@0 a.2@10`. */
export function positions(pages: readonly CutPage[]): readonly string[] {
  return pages.map(({ fragments }) =>
    atoms(fragments)
      .map(({ name, y }) => `${name}@${y}`)
      .join(' '),
  )
}

/** The fragments of one box: `1: 40-100 first`, page by page. */
export function boxes(pages: readonly CutPage[], id: string): readonly string[] {
  return pages.flatMap(({ number, fragments }) =>
    findBoxes(fragments, id).map(({ rect, isFirst, isLast }) =>
      [
        `${number}: ${rect.y}-${rect.y + rect.height}`,
        ...(isFirst ? ['first'] : []),
        ...(isLast ? ['last'] : []),
      ].join(' '),
    ),
  )
}

function findBoxes(fragments: readonly Fragment[], id: string) {
  return fragments.flatMap((fragment): Extract<Fragment, { kind: 'box' }>[] =>
    fragment.kind === 'box'
      ? [...(idOf(fragment.source) === id ? [fragment] : []), ...findBoxes(fragment.children, id)]
      : [],
  )
}

type Content = Partial<Pick<GalleyBox, 'children' | 'lines' | 'picture' | 'flow'>> & {
  readonly bottom: number
}

function spec(options: Options, fill: (x: number, y: number, width: number) => Content): Spec {
  const { id = 'box', margin = 0, padding = 0, spare = 0 } = options
  const source = boxSource(id, options)
  return {
    margin,
    place: (x, y, width) => {
      const content = fill(x, y + padding, width)
      const height = content.bottom + padding + spare - y
      const box: GalleyBox = {
        source,
        rect: { x, y, width, height },
        flow: content.flow ?? 'sequential',
        children: content.children ?? [],
        lines: content.lines ?? [],
        picture: content.picture,
        positioned: (options.pinned ?? []).map(([down, name]) =>
          picture(name, 5).place(x, y + down, width),
        ),
        tableHead: undefined,
      }
      return box
    },
  }
}

function boxSource(id: string, options: Options): BoxSource {
  const { margin = 0, padding = 0, visible = false, ...rest } = options
  const edges = { top: zero, right: zero, bottom: zero, left: zero }
  return {
    element: {
      type: 'element',
      name: 'div',
      attributes: { id },
      children: [],
      parent: undefined,
      place: undefined,
    },
    style: {
      ...plain,
      ...rest,
      margin: { ...edges, top: points(margin) },
      padding: { ...edges, top: points(padding), bottom: points(padding) },
      backgroundColor: visible ? black : undefined,
    },
    children: [],
    inlines: [],
    replaced: false,
    marker: undefined,
  }
}

function idOf({ element }: BoxSource): string {
  return element?.attributes['id'] ?? ''
}

function points(length: number): LengthPercentage {
  return { points: length, percent: 0 }
}

const zero = points(0)
const black = { red: 0, green: 0, blue: 0 }
const noBorder = { width: 0, style: 'none', color: black } as const
const drawing = {
  kind: 'drawing',
  drawing: { key: 'square', width: 1, height: 1, items: [] } satisfies Drawing,
} as const

const plain: ComputedStyle = {
  color: black,
  fontFamily: ['Invented'],
  fontSize: 8,
  fontWeight: 400,
  fontStyle: 'normal',
  numeric: 'normal',
  lineHeight: 10,
  letterSpacing: 0,
  textAlign: 'start',
  textWrap: 'wrap',
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  direction: 'ltr',
  orphans: 2,
  widows: 2,
  listStyleType: 'none',
  language: 'en',
  fill: black,
  stroke: 'none',
  strokeWidth: 1,
  display: 'block',
  position: 'static',
  inset: { top: 'auto', right: 'auto', bottom: 'auto', left: 'auto' },
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'auto',
  maxHeight: 'auto',
  boxSizing: 'content-box',
  margin: { top: zero, right: zero, bottom: zero, left: zero },
  padding: { top: zero, right: zero, bottom: zero, left: zero },
  border: { top: noBorder, right: noBorder, bottom: noBorder, left: noBorder },
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
  objectFit: 'fill',
  objectPosition: { x: zero, y: zero },
  aspectRatio: undefined,
  content: 'normal',
  stringSet: undefined,
}
