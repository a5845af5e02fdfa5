/** Puts pages on sheets: everything is painted wherever it shows, and read out once, in the order of reading. */
import type {
  ContentSlot,
  LinkTarget,
  Mark,
  OutlineEntry,
  PageItem,
  PaintedDocument,
  PaintedPage,
  StructureElement,
  StructureNode,
} from '../drawing.ts'
import { apply, applyToRect } from '../geometry/matrix.ts'
import { contains, intersection } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import { pruneStructure } from '../paint/tags.ts'
import { visibleArea } from './reach.ts'
import type { FrontMatter, Sheet } from './sheet.ts'
import { viewDocument } from './views.ts'
import type { SeenDocument, SeenItem, SeenMark, View } from './views.ts'

/** A document whose pages are the given sheets, after the pages of `front`. */
export function imposeSheets(
  document: PaintedDocument,
  sheets: readonly Sheet[],
  front: FrontMatter = noFront,
): PaintedDocument {
  const seen = viewDocument(document, sheets)
  const locate = locator(seen.views, front.pages.length)
  const pages = sheets.map((sheet, index) => paintSheet(sheet, index, seen, locate))
  return {
    metadata: document.metadata,
    pages: [...front.pages, ...pages],
    structure: structureOf(document.structure, seen, front),
    outline: [...outlineOfFront(front), ...moveOutline(document.outline, locate)],
  }
}

const noFront: FrontMatter = { title: '', pages: [], structure: [] }

/** Where a height on a page has gone: a page of the new document, from 1, and a height on it. */
type Locate = (page: number, y: Pt) => { readonly page: number; readonly y: Pt } | undefined

function paintSheet(sheet: Sheet, index: number, seen: SeenDocument, locate: Locate): PaintedPage {
  const views = seen.views.filter((view) => view.sheet === index)
  return {
    width: sheet.width,
    height: sheet.height,
    bleed: 0,
    marks: [],
    items: [
      ...views.flatMap((view) => paintView(view, seen.pages[view.page - 1] ?? [], locate)),
      ...sheet.furniture,
    ],
  }
}

function paintView(
  view: View,
  items: SeenDocument['pages'][number],
  locate: Locate,
): readonly PageItem[] {
  return items.flatMap((seen): readonly PageItem[] => {
    if ('marks' in seen) return paintItem(view, seen)
    const { item, home } = seen
    const visible = intersection(item.rect, view.window)
    const target = moveTarget(item.target, locate)
    if (home !== view || visible === undefined || target === undefined) return []
    return [{ ...item, rect: applyToRect(view.transform, visible), target }]
  })
}

/** Marks that belong together stay together: one group, tagged at home and a copy elsewhere. */
function paintItem(view: View, { item, marks }: SeenItem): readonly PageItem[] {
  const painted: PageItem[] = []
  let together: SeenMark[] = []
  let owner: ContentSlot | undefined
  const end = (): void => {
    const group = groupOf(view, together)
    together = []
    if (group === undefined) return
    if (owner !== undefined) painted.push({ kind: 'tagged', slot: owner, items: [group] })
    else if (item.kind === 'artifact') painted.push({ ...item, items: [group] })
    else painted.push({ kind: 'artifact', type: 'layout', items: [group] })
  }
  for (const seen of marks) {
    if (visibleArea(seen.reach, view.window) === 0) continue
    const slot = seen.home === view ? seen.slot : undefined
    if (slot !== owner) end()
    owner = slot
    together.push(seen)
  }
  end()
  return painted
}

function groupOf(view: View, marks: readonly SeenMark[]): Mark | undefined {
  if (marks.length === 0) return undefined
  const { transform, window, pageHeight } = view
  const isInside = marks.every(({ reach }) => contains(window, reach))
  return {
    kind: 'group',
    transform,
    ...(isInside ? {} : { clip: window }),
    pageHeight,
    items: marks.map(({ mark }) => mark),
  }
}

function structureOf(
  root: StructureElement,
  { parts, pages }: SeenDocument,
  front: FrontMatter,
): StructureElement {
  const links = pages.flatMap((items) =>
    items.flatMap((seen) => ('home' in seen ? [seen.item.slot] : [])),
  )
  const kept = new Set([...[...parts.values()].flat(), ...links])
  const split = (element: StructureElement): StructureElement => ({
    ...element,
    children: element.children.flatMap((child): readonly StructureNode[] =>
      child.kind === 'element' ? [split(child)] : (parts.get(child) ?? [child]),
    ),
  })
  const { children, ...document } = pruneStructure(split(root), kept)
  return { ...document, children: [...front.structure, ...children] }
}

function locator(views: readonly View[], leading: number): Locate {
  return (page, y) => {
    const own = views.filter((view) => view.page === page)
    const view =
      own.find(({ window }) => y >= window.y && y < window.y + window.height) ?? own.at(0)
    if (view === undefined) return undefined
    const { y: top } = apply(view.transform, { x: view.window.x, y })
    return { page: leading + view.sheet + 1, y: Math.max(0, top) }
  }
}

function moveTarget(target: LinkTarget, locate: Locate): LinkTarget | undefined {
  if (target.kind === 'uri') return target
  const place = locate(target.page, target.y)
  return place === undefined ? undefined : { kind: 'destination', ...place }
}

/** Entries for what is on no sheet are left out, with what stands below them. */
function moveOutline(entries: readonly OutlineEntry[], locate: Locate): readonly OutlineEntry[] {
  return entries.flatMap(({ title, page, y, children }) => {
    const place = locate(page, y)
    return place === undefined ? [] : [{ title, ...place, children: moveOutline(children, locate) }]
  })
}

function outlineOfFront({ title, pages }: FrontMatter): readonly OutlineEntry[] {
  return pages.length === 0 ? [] : [{ title, page: 1, y: 0, children: [] }]
}
