/** Where things came to lie: one walk over the pages, before they are painted, for tags, bookmarks and links. */
import type { BoxSource, Fragment, InlineSource, Page } from '../layout/fragment.ts'
import type { Picture } from '../image/picture.ts'
import type { Size } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { Element } from '../template/markup.ts'
import type { PlacedRaster } from '../image/images.ts'

/** A height on a page; pages count from 1. */
export interface PagePlace {
  readonly page: number
  readonly y: Pt
}

export interface Survey {
  /** The first place of each box. */
  readonly boxes: ReadonlyMap<BoxSource, PagePlace>
  /** The first place of each element with an id. */
  readonly ids: ReadonlyMap<string, PagePlace>
  /** Pictures that stand in lines, by the stretch of content they are. */
  readonly pictures: ReadonlyMap<InlineSource, readonly Element[]>
}

export function surveyPages(pages: readonly Page[]): Survey {
  const boxes = new Map<BoxSource, PagePlace>()
  const ids = new Map<string, PagePlace>()
  const pictures = new Map<InlineSource, Element[]>()
  const note = (element: Element | undefined, place: PagePlace): void => {
    const id = element?.attributes['id']
    if (id !== undefined && !ids.has(id)) ids.set(id, place)
  }
  for (const page of pages) {
    for (const fragment of allFragments(page.fragments)) {
      const place = { page: page.number, y: fragment.rect.y }
      if (!boxes.has(fragment.source)) boxes.set(fragment.source, place)
      note(fragment.source.element, place)
      if (fragment.kind !== 'line') continue
      for (const run of fragment.runs) {
        for (const element of run.inline.chain) note(element, place)
        if (run.kind !== 'picture') continue
        const known = pictures.get(run.inline) ?? []
        if (!known.includes(run.element)) pictures.set(run.inline, [...known, run.element])
      }
    }
  }
  return { boxes, ids, pictures }
}

/** The raster images of some pages in document order, margin boxes included; one used twice is listed twice. */
export function placedRasters(pages: readonly Page[]): readonly PlacedRaster[] {
  return pages.flatMap(({ fragments, marginBoxes }) =>
    [...allFragments([...fragments, ...marginBoxes.map(({ fragment }) => fragment)])].flatMap(
      (fragment) => {
        if (fragment.kind === 'box') return []
        if (fragment.kind === 'replaced') {
          return rasterOf(fragment.picture, fragment.pictureRect, fragment.source.element)
        }
        return fragment.runs.flatMap((run) =>
          run.kind === 'picture' ? rasterOf(run.picture, run.rect, run.element) : [],
        )
      },
    ),
  )
}

function rasterOf(
  picture: Picture,
  { width, height }: Size,
  element: Element | undefined,
): readonly PlacedRaster[] {
  if (picture.kind !== 'raster') return []
  return [{ source: picture.raster, width, height, place: element?.place }]
}

function* allFragments(fragments: readonly Fragment[]): Generator<Fragment> {
  for (const fragment of fragments) {
    yield fragment
    if (fragment.kind === 'box') yield* allFragments(fragment.children)
  }
}
