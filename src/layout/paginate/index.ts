/** Cut the galley into pages. Nothing is laid out again: boxes are cut between lines and moved. */
import type { Report } from '../../diagnostics/index.ts'
import type { Pt } from '../../geometry/units.ts'
import type { PageStyle, PageStyles } from '../../style/computed.ts'
import type { Fragment } from '../fragment.ts'
import type { GalleyBox } from '../galley.ts'
import { cutFlow } from './cut.ts'
import { findBreak } from './find-break.ts'
import { readFlow, type Flow } from './flow.ts'
import { resumePage, resumePoint, type Room } from './positions.ts'
import {
  contentHeight,
  contentWidth,
  reportBreak,
  reportPageRoom,
  reportTooTall,
} from './problems.ts'
import type { Resume } from './resume.ts'

/** A page before its margin boxes are filled. */
export interface CutPage {
  /** From 1. */
  readonly number: number
  /** Named page (CSS Paged Media 3, 7.2), '' for none. */
  readonly name: string
  readonly style: PageStyle
  /** In document order, positions relative to the trimmed page's top left corner. */
  readonly fragments: readonly Fragment[]
  /** The first y of the galley that this page shows; the page before shows what stands above it. */
  readonly galleyTop: Pt
}

/**
 * Cut the galley into at least one page. Breaks follow CSS Fragmentation 3; what cannot be kept is reported.
 * Galley x 0 comes to lie at the left margin.
 */
export function paginate(
  galley: GalleyBox,
  pageStyles: PageStyles,
  report: Report,
): readonly CutPage[] {
  const flow = readFlow(galley)
  const roomOf = pageRooms(pageStyles, flow, report)
  const pages: CutPage[] = []
  let from: Resume | undefined
  do {
    const number = pages.length + 1
    if (number > flow.size)
      throw new Error('pagination makes no progress: a page shows nothing new')
    const name = from === undefined ? flow.firstPage : resumePage(flow, from)
    const { style, room } = roomOf(name, number === 1)
    const top = room.top + (from === undefined ? galley.rect.y : 0)
    const to = findPageEnd(flow, from, { top, room })
    const cut = cutFlow(flow, { from, to }, top, {
      room,
      left: style.margin.left,
      onOverflow: (tall, by) => {
        reportTooTall(tall, number, by, report)
      },
    })
    const galleyTop = from === undefined ? -Infinity : resumePoint(flow, from)
    pages.push({ number, name, style, fragments: cut.fragments, galleyTop })
    if (to !== undefined) {
      reportBreak(flow, { page: number, height: room.bottom - room.top, from, to }, report)
    }
    from = to
  } while (from !== undefined)
  return pages
}

/** Where the page that begins at `from` ends, or undefined when it is the last. */
function findPageEnd(
  flow: Flow,
  from: Resume | undefined,
  { top, room }: { readonly top: Pt; readonly room: Room },
): Resume | undefined {
  const { end, best } = findBreak(flow, from, { top, isAtTop: true, room })
  if (end !== undefined) return undefined
  if (best === undefined) throw new Error('pagination makes no progress: no break after the top')
  return best.resume
}

/** Page styles with their room, each checked the first time it is used. */
function pageRooms(pageStyles: PageStyles, flow: Flow, report: Report) {
  const checked = new Set<string>()
  const first = pageStyles(flow.firstPage, true)
  return (name: string, isFirst: boolean): { readonly style: PageStyle; readonly room: Room } => {
    const style = pageStyles(name, isFirst)
    const key = `${name}/${isFirst}`
    if (!checked.has(key)) {
      checked.add(key)
      reportPageRoom(style, { name, isFirst, width: contentWidth(first) }, report)
    }
    const { top } = style.margin
    // Where there is no room at all one endless page is better than a page for each line.
    const height = contentHeight(style) > 0 ? contentHeight(style) : flow.reach
    return { style, room: { top, bottom: top + height } }
  }
}
