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
    for (const fragment of page.fragments) {
      visitFragments(fragment, (visited) => {
        const place = { page: page.number, y: visited.rect.y }
        if (!boxes.has(visited.source)) boxes.set(visited.source, place)
        note(visited.source.element, place)
        if (visited.kind !== 'line') return
        for (const run of visited.runs) {
          for (const element of run.inline.chain) note(element, place)
          if (run.kind !== 'picture') continue
          const known = pictures.get(run.inline) ?? []
          if (!known.includes(run.element)) pictures.set(run.inline, [...known, run.element])
        }
      })
    }
  }
  return { boxes, ids, pictures }
}

/** The raster images of some pages in document order, margin boxes included; one used twice is listed twice. */
export function placedRasters(pages: readonly Page[]): readonly PlacedRaster[] {
  const placed: PlacedRaster[] = []
  const visit = (fragment: Fragment): void => {
    if (fragment.kind === 'replaced') {
      placed.push(...rasterOf(fragment.picture, fragment.pictureRect, fragment.source.element))
    } else if (fragment.kind === 'line') {
      for (const run of fragment.runs) {
        if (run.kind === 'picture') placed.push(...rasterOf(run.picture, run.rect, run.element))
      }
    }
  }
  for (const { fragments, marginBoxes } of pages) {
    for (const fragment of fragments) visitFragments(fragment, visit)
    for (const { fragment } of marginBoxes) visitFragments(fragment, visit)
  }
  return placed
}

function rasterOf(
  picture: Picture,
  { width, height }: Size,
  element: Element | undefined,
): readonly PlacedRaster[] {
  if (picture.kind !== 'raster') return []
  return [{ source: picture.raster, width, height, place: element?.place }]
}

function visitFragments(fragment: Fragment, visit: (fragment: Fragment) => void): void {
  visit(fragment)
  if (fragment.kind !== 'box') return
  for (const child of fragment.children) visitFragments(child, visit)
}
