/** The part of a flow that one page shows, from one break to the next, as fragments. */
import type { Pt } from '../../geometry/units.ts'
import type { Fragment } from '../fragment.ts'
import type { GalleyBox } from '../galley.ts'
import { columnTop } from './find-break.ts'
import { tolerance, type Flow } from './flow.ts'
import { boxEnd, repeatedHead, resumePoint, spaceAbove, type Room } from './positions.ts'
import { boxFragment, isMarker, placeBox, placeLine, placePicture } from './place-box.ts'
import type { Resume } from './resume.ts'

/** The page being filled. */
export interface PageFrame {
  readonly room: Room
  /** Added to every x of the galley. */
  readonly left: Pt
  /** Called for content that reaches below the room. */
  readonly onOverflow: (flow: Flow, excess: Pt) => void
}

/** From where to where: undefined is the beginning, and the end. */
export interface Span {
  readonly from: Resume | undefined
  readonly to: Resume | undefined
}

export interface Cut {
  readonly fragments: readonly Fragment[]
  /** Bottom of the border box on this page. */
  readonly end: Pt
}

/** Cut `flow` and place the part with its top edge at `top`. */
export function cutFlow(flow: Flow, span: Span, top: Pt, page: PageFrame): Cut {
  if (isWhole(span) && top + flow.reach <= page.room.bottom + tolerance) {
    return { fragments: place(flow, top - flow.box.rect.y, page), end: top + flow.box.rect.height }
  }
  const part = cutContent(flow, span, top, page)
  return { fragments: frame(flow, part, top, page), end: part.end }
}

interface Part extends Cut {
  readonly isFirst: boolean
  readonly isLast: boolean
}

function cutContent(flow: Flow, span: Span, top: Pt, page: PageFrame): Part {
  const { room } = page
  const limit = room.bottom
  const content = contentOf(flow, span, top, page)
  const closedEnd = () =>
    flow.kind === 'whole'
      ? content.end
      : boxEnd(flow, span.from, { top, contentEnd: content.end, room })
  // What goes on reaches to the end of the page, as in browsers.
  const end = span.to === undefined ? closedEnd() : Math.max(limit, content.end)
  if (content.end <= limit + tolerance && span.to === undefined && end > limit + tolerance) {
    page.onOverflow(flow, end - limit)
  }
  const { before, after } = placePositioned(flow, span, top, page)
  return {
    fragments: [...before, ...content.fragments, ...after],
    end,
    isFirst: span.from === undefined,
    isLast: span.to === undefined,
  }
}

function contentOf(flow: Flow, span: Span, top: Pt, page: PageFrame): Cut {
  switch (flow.kind) {
    case 'whole':
      return cutWhole(flow, top, page)
    case 'lines':
      return cutLines(flow, span, top, page)
    case 'children':
      return cutChildren(flow, span, top, page)
    case 'columns':
      return cutColumns(flow, span, top, page)
  }
}

function cutWhole(flow: Flow, top: Pt, page: PageFrame): Cut {
  const { rect, picture } = flow.box
  reportOverflow(flow, top + rect.height, page)
  const by = { x: page.left, y: top - rect.y }
  return {
    fragments: placePicture(picture, flow.source, { by, isRepeated: false }),
    end: top + rect.height,
  }
}

function cutLines(flow: Flow, { from, to }: Span, top: Pt, page: PageFrame): Cut {
  const { lines, rect } = flow.box
  const start = from?.kind === 'lines' ? from.index : 0
  const stop = to?.kind === 'lines' ? to.index : lines.length
  const by = { x: page.left, y: top - (from === undefined ? rect.y : resumePoint(flow, from)) }
  const fragments = lines
    .slice(start, stop)
    .map((line) => placeLine(line, flow.source, { by, isRepeated: false }))
  const last = fragments.at(-1)
  const end = last === undefined ? top : last.rect.y + last.rect.height
  reportOverflow(flow, end, page)
  return { fragments, end }
}

function cutChildren(flow: Flow, { from, to }: Span, top: Pt, page: PageFrame): Cut {
  const first = from?.kind === 'children' ? from : undefined
  const last = to?.kind === 'children' ? to : undefined
  const repeated = repeatedHead(flow, from, page.room.bottom - page.room.top)
  const fragments: Fragment[] = []
  if (repeated !== undefined) {
    const by = { x: page.left, y: top - repeated.head.box.rect.y }
    fragments.push(...placeBox(repeated.head.box, flow.source, { by, isRepeated: true }))
  }
  let y = top + (repeated?.height ?? 0)
  const stop = last === undefined ? flow.children.length : last.index + (last.child ? 1 : 0)
  for (let index = first?.index ?? 0; index < stop; index += 1) {
    const child = flow.children[index]
    if (child === undefined) break
    const span = {
      from: index === first?.index ? first.child : undefined,
      to: index === last?.index ? last.child : undefined,
    }
    const part = cutFlow(child, span, y + spaceAbove(flow, index, from), page)
    fragments.push(...part.fragments)
    y = part.end
  }
  return { fragments, end: y }
}

/** Cut the columns first: the tallest says how far the others reach that are as tall as the row. */
function cutColumns(flow: Flow, { from, to }: Span, top: Pt, page: PageFrame): Cut {
  const parts = flow.children.flatMap((child, index) => {
    const start = from?.kind === 'columns' ? (from.columns[index] ?? 'start') : 'start'
    const stop = to?.kind === 'columns' ? (to.columns[index] ?? 'done') : 'done'
    const y = columnTop(flow, child, from, top)
    if (stop === 'start') return []
    if (start === 'done') {
      const ended: Part = { fragments: [], end: y, isFirst: false, isLast: true }
      return fillsRow(child) ? [{ child, y, part: ended }] : []
    }
    const span = {
      from: start === 'start' ? undefined : start,
      to: stop === 'done' ? undefined : stop,
    }
    return [{ child, y, part: cutContent(child, span, y, page) }]
  })
  const lowest = parts.reduce((end, { part }) => Math.max(end, part.end), top)
  const end = to === undefined ? lowest : Math.max(lowest, page.room.bottom)
  const fragments = parts.flatMap(({ child, y, part }) => {
    if (!fillsRow(child) || (isWhole({ from, to }) && part.isLast))
      return frame(child, part, y, page)
    return frame(child, { ...part, end, isLast: part.isLast && to === undefined }, y, page)
  })
  return { fragments, end }
}

/** Its background goes on as long as the row does, also where its content has ended. */
function fillsRow({ isStretched, isVisible }: Flow): boolean {
  return isStretched && isVisible
}

/** Boxes out of flow move with the part of the box that holds their top edge. */
function placePositioned(
  flow: Flow,
  { from, to }: Span,
  top: Pt,
  page: PageFrame,
): { readonly before: readonly Fragment[]; readonly after: readonly Fragment[] } {
  const { positioned, rect } = flow.box
  if (positioned.length === 0) return { before: [], after: [] }
  const start = from === undefined ? -Infinity : resumePoint(flow, from)
  const stop = to === undefined ? Infinity : resumePoint(flow, to)
  const head = repeatedHead(flow, from, page.room.bottom - page.room.top)?.height ?? 0
  const by = { x: page.left, y: from === undefined ? top - rect.y : top + head - start }
  const put = (items: readonly GalleyBox[]) =>
    items.flatMap((item) => placeBox(item, flow.source, { by, isRepeated: false }))
  const here = positioned.filter((item) => item.rect.y >= start && item.rect.y < stop)
  return { before: put(here.filter(isMarker)), after: put(here.filter((item) => !isMarker(item))) }
}

function place(flow: Flow, down: Pt, page: PageFrame): readonly Fragment[] {
  return placeBox(flow.box, flow.source, { by: { x: page.left, y: down }, isRepeated: false })
}

function frame(flow: Flow, part: Part, top: Pt, page: PageFrame): readonly Fragment[] {
  const { source, rect } = flow.box
  if (source === undefined) return part.fragments
  const { isFirst, isLast } = part
  const placed = { x: rect.x + page.left, y: top, width: rect.width, height: part.end - top }
  return [boxFragment(source, placed, part.fragments, { isFirst, isLast, isRepeated: false })]
}

function isWhole({ from, to }: Span): boolean {
  return from === undefined && to === undefined
}

function reportOverflow(flow: Flow, end: Pt, { room, onOverflow }: PageFrame): void {
  if (end > room.bottom + tolerance && flow.reach > tolerance) onOverflow(flow, end - room.bottom)
}
