/** Where the parts of a flow stand: on a page, and where they go on in the galley. */
import type { Pt } from '../../geometry/units.ts'
import type { BreakBetween } from '../../style/computed.ts'
import { bottomOf, strongest, tolerance, type Flow } from './flow.ts'
import type { Resume } from './resume.ts'

/** What the boxes on both sides of the boundary before child `index` ask for. */
export function breakBetween(flow: Flow, index: number): BreakBetween {
  const before = flow.children[index - 1]
  const after = flow.children[index]
  if (before === undefined || after === undefined) return 'auto'
  if (before.lastPage !== after.firstPage) return 'page'
  const asked = strongest(before.breakAfter, after.breakBefore)
  return asked === 'auto' && before === flow.head ? 'avoid' : asked
}

/** The space above child `index`, from the end of what stands before it on the same page. */
export function spaceAbove(flow: Flow, index: number, from: Resume | undefined): Pt {
  const child = flow.children[index]
  if (child === undefined) return 0
  const before = flow.children[index - 1]
  const space =
    before === undefined
      ? child.box.rect.y - flow.box.rect.y
      : child.box.rect.y - bottomOf(before.box)
  if (from?.kind !== 'children' || index > from.index) return space
  // At the top of a page space is dropped, but after a forced break the margin stays (CSS Fragmentation 3, 5.2).
  return from.isForced ? Math.max(0, Math.min(space, marginAbove(child))) : 0
}

/** The head of a table that goes on, if it leaves most of the page to the rows (CSS Tables 3, 6.2: a quarter). */
export function repeatedHead(
  flow: Flow,
  from: Resume | undefined,
  pageHeight: Pt,
): { readonly head: Flow; readonly height: Pt } | undefined {
  const { head } = flow
  if (head === undefined || from?.kind !== 'children' || from.index === 0) return undefined
  const height = head.box.rect.height + spaceAbove(flow, 1, undefined)
  return height <= pageHeight / 4 ? { head, height } : undefined
}

/** Where content may stand on a page. */
export interface Room {
  readonly top: Pt
  readonly bottom: Pt
}

/** A box whose content is placed down to `contentEnd`. */
export interface Filled {
  readonly top: Pt
  readonly contentEnd: Pt
  readonly room: Room
}

/** Where the border box ends; room that nobody asked for is let go at the end of the page. */
export function boxEnd(flow: Flow, from: Resume | undefined, filled: Filled): Pt {
  const { top, contentEnd, room } = filled
  const trailing = wantsWholeHeight(flow, room) ? flow.trailing : Math.min(flow.trailing, flow.edge)
  const end = from === undefined ? top + flow.box.rect.height : contentEnd + Math.max(0, trailing)
  return end <= room.bottom ? end : Math.max(requiredEnd(flow, from, filled), room.bottom)
}

/** How far the box must reach on the page where its content ends. */
export function requiredEnd(
  flow: Flow,
  from: Resume | undefined,
  { top, contentEnd, room }: Filled,
): Pt {
  if (from === undefined && wantsWholeHeight(flow, room)) return top + flow.box.rect.height
  return contentEnd + (flow.isVisible ? Math.max(0, Math.min(flow.trailing, flow.edge)) : 0)
}

function wantsWholeHeight({ isSized, box }: Flow, room: Room): boolean {
  return isSized && box.rect.height <= room.bottom - room.top + tolerance
}

/** The galley's y where a flow goes on. */
export function resumePoint(flow: Flow, resume: Resume): Pt {
  switch (resume.kind) {
    case 'lines':
      return flow.box.lines[resume.index]?.rect.y ?? bottomOf(flow.box)
    case 'children': {
      const child = flow.children[resume.index]
      if (child === undefined) return bottomOf(flow.box)
      return resume.child === undefined ? child.box.rect.y : resumePoint(child, resume.child)
    }
    case 'columns':
      return resume.columns.reduce((least, column, index) => {
        const child = flow.children[index]
        if (child === undefined || column === 'done') return least
        return Math.min(least, column === 'start' ? child.box.rect.y : resumePoint(child, column))
      }, bottomOf(flow.box))
  }
}

/** The named page of what a flow goes on with. */
export function resumePage(flow: Flow, resume: Resume): string {
  if (resume.kind !== 'children') return flow.firstPage
  const child = flow.children[resume.index]
  if (child === undefined) return flow.lastPage
  return resume.child === undefined ? child.firstPage : resumePage(child, resume.child)
}

function marginAbove(flow: Flow): Pt {
  const first = flow.kind === 'children' ? flow.children[0] : undefined
  return first === undefined ? flow.marginTop : Math.max(flow.marginTop, marginAbove(first))
}
