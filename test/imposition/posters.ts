/** Posters made by hand, for tests of sheets. */
import type {
  ContentSlot,
  Drawing,
  PageItem,
  PaintedDocument,
  PaintedPage,
  PathItem,
  StructureElement,
} from '../../src/drawing.ts'
import type { Rect, Size } from '../../src/geometry/rect.ts'
import { rectPath } from '../../src/paint/rounded-rect.ts'
import { metadata } from '../paint/support/paint-small.ts'
import { latin, shape, triangle } from '../paint/support/small-pages.ts'

export const orange = { red: 1, green: 0.54, blue: 0.12 }
export const navy = { red: 0.1, green: 0.2, blue: 0.45 }

export function box(rect: Rect, fill = orange): PathItem {
  return { kind: 'path', path: rectPath(rect), fill }
}

/** A line of text whose capitals are about 0.66 of its size high. */
export function words(text: string, x: number, baseline: number, size: number) {
  const { font, direction, glyphs } = shape(latin, text)
  const color = { red: 0, green: 0, blue: 0 }
  return { kind: 'glyphs', font, size, color, direction, x, baseline, glyphs } as const
}

export function widthOf(text: string, size: number): number {
  return shape(latin, text).advance * size
}

export const code: Drawing = {
  key: 'code',
  width: 40,
  height: 40,
  items: [box({ x: 4, y: 4, width: 32, height: 32 }, navy)],
  keepWhole: [{ x: 0, y: 0, width: 40, height: 40 }],
}

export function placed(drawing: Drawing, x: number, y: number, scale = 1) {
  return { kind: 'drawing', drawing, transform: [scale, 0, 0, scale, x, y] } as const
}

type Marks = Extract<PageItem, { kind: 'tagged' }>['items']

/** One paragraph for each list of marks, over a background. */
export function pageOf(
  size: Size,
  background: readonly PathItem[],
  paragraphs: readonly Marks[],
): { readonly page: PaintedPage; readonly children: readonly StructureElement[] } {
  const slots = paragraphs.map((): ContentSlot => ({ kind: 'content' }))
  const tagged = paragraphs.flatMap((items, index): readonly PageItem[] => {
    const slot = slots[index]
    return slot === undefined ? [] : [{ kind: 'tagged', slot, items }]
  })
  const items: readonly PageItem[] = [
    { kind: 'artifact', type: 'layout', items: background },
    ...tagged,
  ]
  const children = slots.map((slot, index): StructureElement => {
    const isPicture = paragraphs[index]?.every(({ kind }) => kind === 'drawing') ?? false
    return isPicture
      ? { kind: 'element', role: 'Figure', alternativeText: 'A shape', children: [slot] }
      : { kind: 'element', role: 'P', children: [slot] }
  })
  return { page: { ...size, bleed: 0, marks: [], items }, children }
}

export function documentOfPages(pages: readonly ReturnType<typeof pageOf>[]): PaintedDocument {
  return {
    metadata,
    pages: pages.map(({ page }) => page),
    structure: {
      kind: 'element',
      role: 'Document',
      children: pages.flatMap(({ children }) => children),
    },
    outline: pages.map((_, index) => ({
      title: `Page ${index + 1}`,
      page: index + 1,
      y: 10,
      children: [],
    })),
  }
}

/** Full-bleed bands with names on them, figures above, a code in the corner. */
export function bandPoster({ width, height }: Size): PaintedDocument {
  const lanes = 4
  const lane = height / lanes
  const rows = Array.from({ length: lanes }, (_, index) => index)
  return documentOfPages([
    pageOf(
      { width, height },
      rows.map((row) => box({ x: 0, y: row * lane + lane * 0.7, width, height: lane * 0.3 })),
      [
        ...rows.flatMap((row) => [
          [words(`Move ${row + 1} of four`, width * 0.1, row * lane + lane * 0.9, lane * 0.15)],
          [placed(triangle, width * 0.2, row * lane + lane * 0.1, (lane * 0.6) / triangle.height)],
        ]),
        [placed(code, width - 60, height - 60)],
      ],
    ),
  ])
}

export function withoutText(document: PaintedDocument): PaintedDocument {
  const withoutGlyphs = (item: PageItem): PageItem =>
    item.kind === 'link'
      ? item
      : { ...item, items: item.items.filter(({ kind }) => kind !== 'glyphs') }
  const pages = document.pages.map((page) => ({ ...page, items: page.items.map(withoutGlyphs) }))
  return { ...document, pages }
}
