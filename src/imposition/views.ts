/** Where each mark of a document is seen, and which one of these places is the one that is read out. */
import type { ContentSlot, LinkItem, Mark, PageItem, PaintedDocument } from '../drawing.ts'
import type { Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import { boundsOf } from '../paint/bounds.ts'
import { reachOf, visibleArea } from './reach.ts'
import type { Placement, Sheet } from './sheet.ts'

/** A placement and the sheet it is on, counted from 0. */
export interface View extends Placement {
  readonly sheet: number
  readonly pageHeight: Pt
}

/** A mark of a page, as far as any view shows it. */
export interface SeenMark {
  readonly mark: Mark
  readonly reach: Rect
  /** The view that shows most of it: there it is tagged, everywhere else it is a copy. */
  readonly home: View
  /** Its part of the structure tree at home; undefined for an artifact. */
  readonly slot: ContentSlot | undefined
}

export interface SeenItem {
  readonly item: Exclude<PageItem, LinkItem>
  readonly marks: readonly SeenMark[]
}

export interface SeenLink {
  readonly item: LinkItem
  readonly home: View
}

/** A document as its sheets show it. */
export interface SeenDocument {
  readonly views: readonly View[]
  /** For each page, in the order of painting. */
  readonly pages: readonly (readonly (SeenItem | SeenLink)[])[]
  /**
   * For each slot the slots that take its place, in reading order. A slot whose content goes to several sheets
   * becomes several: sheets are not printed in the order in which pages are read.
   */
  readonly parts: ReadonlyMap<ContentSlot, readonly ContentSlot[]>
}

export function viewDocument(document: PaintedDocument, sheets: readonly Sheet[]): SeenDocument {
  const views = sheets.flatMap(({ placements }, sheet) =>
    placements.map((placement): View => {
      const pageHeight = document.pages[placement.page - 1]?.height ?? 0
      return { ...placement, sheet, pageHeight }
    }),
  )
  const parts = new Map<ContentSlot, ContentSlot[]>()
  const lastSheet = new Map<ContentSlot, number>()
  const slotAt = (slot: ContentSlot, { sheet }: View): ContentSlot => {
    const known = parts.get(slot) ?? []
    const last = known.at(-1)
    if (last !== undefined && lastSheet.get(slot) === sheet) return last
    const part: ContentSlot = last === undefined ? slot : { kind: 'content' }
    parts.set(slot, [...known, part])
    lastSheet.set(slot, sheet)
    return part
  }
  const pages = document.pages.map(({ items }, index) => {
    const own = views.filter(({ page }) => page === index + 1)
    return items.flatMap((item): readonly (SeenItem | SeenLink)[] => {
      if (item.kind === 'link') {
        const home = homeOf(item.rect, own)
        return home === undefined ? [] : [{ item, home }]
      }
      const marks = item.items.flatMap((mark): readonly SeenMark[] => {
        const reach = reachOf(mark)
        if (reach === undefined) return []
        const home = homeOf(boundsOf([mark]) ?? reach, own) ?? homeOf(reach, own)
        if (home === undefined) return []
        const slot = item.kind === 'tagged' ? slotAt(item.slot, home) : undefined
        return [{ mark, reach, home, slot }]
      })
      return marks.length === 0 ? [] : [{ item, marks }]
    })
  })
  return { views, pages, parts }
}

/** The view that shows most of a rectangle, the first of equal ones; undefined when none shows it. */
function homeOf(reach: Rect, views: readonly View[]): View | undefined {
  let home: View | undefined
  let most = 0
  for (const view of views) {
    const area = visibleArea(reach, view.window)
    if (area > most) {
      most = area
      home = view
    }
  }
  return home
}
