/** How much of a flow one page can hold, and where best to break it (CSS Fragmentation 3, 4). */
import type { Pt } from '../../geometry/units.ts'
import { tolerance, type Flow } from './flow.ts'
import {
  boxEnd,
  breakBetween,
  repeatedHead,
  requiredEnd,
  resumePoint,
  spaceAbove,
  type Room,
} from './positions.ts'
import type { ColumnResume, Resume } from './resume.ts'

/** A place where the page may end; of several, the one with the least penalty, and of these the last, is taken. */
export interface Break {
  readonly penalty: number
  readonly resume: Resume
}

export interface Fit {
  /** The bottom of the border box when the page can hold all that is left, else undefined. */
  readonly end: Pt | undefined
  /** The best break inside, also where all fits: what follows may need it. */
  readonly best: Break | undefined
  /** The page must end at `best`. */
  readonly isForced: boolean
  /** Something that can be seen to take room stands on this page. */
  readonly hasContent: boolean
}

/**
 * What a break costs by the rules it drops. CSS Fragmentation 3, 4.4 drops rules A, B and D (`avoid` between and
 * inside boxes) before C (orphans and widows); among the former we rather split a box than part it from its heading.
 */
const penalties = {
  emptyColumn: 1,
  splitBox: 10,
  partedBoxes: 100_000,
  shortLines: 100_000_000,
}

/**
 * Measure what is left of `flow` from `top` of its border box downwards. With `isAtTop` the first thing is taken
 * however tall it is, because no other page has more room for it: so every page makes progress.
 */
export function findBreak(flow: Flow, from: Resume | undefined, position: Position): Fit {
  switch (flow.kind) {
    case 'whole':
      return fitWhole(flow, position)
    case 'lines':
      return fitLines(flow, from, position)
    case 'children':
      return fitChildren(flow, from, position)
    case 'columns':
      return fitColumns(flow, from, position)
  }
}

export interface Position {
  readonly top: Pt
  readonly isAtTop: boolean
  readonly room: Room
}

function fitWhole({ box }: Flow, { top, isAtTop, room }: Position): Fit {
  const { height } = box.rect
  const hasContent = height > tolerance
  const fits = !hasContent || isAtTop || top + height <= room.bottom + tolerance
  return fits
    ? { end: top + height, best: undefined, isForced: false, hasContent }
    : { end: undefined, best: undefined, isForced: false, hasContent: false }
}

function fitLines(flow: Flow, from: Resume | undefined, position: Position): Fit {
  const { lines } = flow.box
  const { isAtTop, room } = position
  const start = from?.kind === 'lines' ? from.index : 0
  const down = position.top - (from === undefined ? flow.box.rect.y : resumePoint(flow, from))
  let stop = start
  let contentEnd = position.top
  for (const line of start === 0 ? lines : lines.slice(start)) {
    const end = down + line.rect.y + line.rect.height
    const isTaken = isAtTop && stop === start
    if (end > room.bottom + tolerance && !isTaken) break
    contentEnd = end
    stop += 1
  }
  const best = breakLines(flow, start, stop)
  return stop < lines.length
    ? overflows(flow, best, stop > start)
    : fits(flow, from, filled(position, contentEnd, { best, hasContent: true }))
}

/** The last break between lines of which `start` to `stop` fit, with enough of them on both sides if possible. */
function breakLines(flow: Flow, start: number, stop: number): Break | undefined {
  const count = flow.box.lines.length
  const index = Math.min(stop, count - flow.widows)
  if (index >= start + flow.orphans && index > start) {
    return { penalty: 0, resume: { kind: 'lines', index } }
  }
  const last = Math.min(stop, count - 1)
  if (last <= start) return undefined
  return { penalty: penalties.shortLines, resume: { kind: 'lines', index: last } }
}

function fitChildren(flow: Flow, from: Resume | undefined, position: Position): Fit {
  const { isAtTop, room } = position
  const resumed = from?.kind === 'children' ? from : undefined
  const start = resumed?.index ?? 0
  let y = position.top + (repeatedHead(flow, from, room.bottom - room.top)?.height ?? 0)
  let penalty = Infinity
  let breakIndex = 0
  let breakChild: Resume | undefined
  let hasContent = false
  const bestBreak = () =>
    penalty === Infinity ? undefined : breakAt(penalty, breakIndex, breakChild)
  for (let index = start; index < flow.children.length; index += 1) {
    const child = flow.children[index]
    if (child === undefined) break
    if (index > start) {
      const asked = breakBetween(flow, index)
      if (asked === 'page') return forced(breakAt(0, index, undefined, true), hasContent)
      const cost = asked === 'avoid' ? penalties.partedBoxes : 0
      if (hasContent && index <= flow.lastFilled && cost <= penalty) {
        penalty = cost
        breakIndex = index
        breakChild = undefined
      }
    }
    const inner = findBreak(child, index === start ? resumed?.child : undefined, {
      top: y + spaceAbove(flow, index, from),
      isAtTop: isAtTop && !hasContent,
      room,
    })
    hasContent ||= inner.hasContent
    if (inner.best !== undefined && (inner.isForced || inner.best.penalty <= penalty)) {
      penalty = inner.best.penalty
      breakIndex = index
      breakChild = inner.best.resume
      if (inner.isForced) return forced(breakAt(0, index, breakChild), hasContent)
    }
    if (inner.end === undefined) return overflows(flow, bestBreak(), hasContent)
    y = inner.end
  }
  return fits(flow, from, filled(position, y, { best: bestBreak(), hasContent }))
}

function breakAt(
  penalty: number,
  index: number,
  child: Resume | undefined,
  isForced = false,
): Break {
  return { penalty, resume: { kind: 'children', index, child, isForced } }
}

function forced(best: Break, hasContent: boolean): Fit {
  return { end: undefined, best, isForced: true, hasContent }
}

function fitColumns(flow: Flow, from: Resume | undefined, position: Position): Fit {
  const { top, isAtTop, room } = position
  const resumed = from?.kind === 'columns' ? from.columns : undefined
  const columns: ColumnResume[] = flow.children.map(() => 'done')
  let contentTop: Pt | undefined
  let penalty = 0
  let isBroken = false
  let isForced = false
  let contentEnd = top
  let lowest: { readonly index: number; readonly end: Pt; readonly best: Break } | undefined
  for (const index of flow.fromHighest) {
    const child = flow.children[index]
    if (child === undefined) continue
    const state = resumed?.[index] ?? 'start'
    if (state === 'done') continue
    const y = columnTop(flow, child, from, top)
    const inner = findBreak(child, state === 'start' ? undefined : state, {
      top: y,
      // A column that hangs lower than its neighbours has more room on the next page.
      isAtTop: isAtTop && (contentTop === undefined || y <= contentTop + tolerance),
      room,
    })
    if (inner.end === undefined) {
      isBroken = true
      isForced ||= inner.isForced
      if (inner.best !== undefined && inner.hasContent) contentTop ??= y
      columns[index] = inner.best?.resume ?? state
      penalty = Math.max(penalty, inner.best?.penalty ?? penalties.emptyColumn)
      continue
    }
    contentEnd = Math.max(contentEnd, inner.end)
    if (inner.hasContent) contentTop ??= y
    if (inner.best !== undefined && (lowest === undefined || inner.end > lowest.end)) {
      lowest = { index, end: inner.end, best: inner.best }
    }
  }
  const hasContent = contentTop !== undefined
  if (isBroken) {
    const best: Break = { penalty, resume: { kind: 'columns', columns } }
    return overflows(flow, hasContent || isForced ? best : undefined, hasContent)
  }
  const best = lowest && breakColumn(columns, lowest.index, lowest.best)
  return fits(flow, from, filled(position, contentEnd, { best, hasContent }))
}

/** Where a column's border box begins on a page; on later pages all columns begin at the top. */
export function columnTop(row: Flow, column: Flow, from: Resume | undefined, top: Pt): Pt {
  return from === undefined ? top + column.box.rect.y - row.box.rect.y : top
}

/** All columns fit, but what follows does not: the one that reaches lowest goes on, the others are done. */
function breakColumn(
  columns: readonly ColumnResume[],
  index: number,
  { penalty, resume }: Break,
): Break {
  return { penalty, resume: { kind: 'columns', columns: columns.with(index, resume) } }
}

function overflows(flow: Flow, best: Break | undefined, hasContent: boolean): Fit {
  return { end: undefined, best: withOwnPenalty(flow, best), isForced: false, hasContent }
}

interface Contents extends Position {
  readonly contentEnd: Pt
  readonly best: Break | undefined
  readonly hasContent: boolean
}

function filled(
  { top, isAtTop, room }: Position,
  contentEnd: Pt,
  { best, hasContent }: Pick<Fit, 'best' | 'hasContent'>,
): Contents {
  return { top, isAtTop, room, contentEnd, best, hasContent }
}

/** All content stands; the bottom edge must stand with it, unless there is no break that would make room. */
function fits(flow: Flow, from: Resume | undefined, contents: Contents): Fit {
  const best = withOwnPenalty(flow, contents.best)
  const required = requiredEnd(flow, from, contents)
  const isCut =
    required > contents.contentEnd + tolerance && required > contents.room.bottom + tolerance
  if (isCut && (best !== undefined || !contents.isAtTop)) {
    return { end: undefined, best, isForced: false, hasContent: contents.hasContent }
  }
  const end = boxEnd(flow, from, contents)
  const takesRoom = (flow.isVisible || flow.isSized) && required - contents.top > tolerance
  const hasContent = contents.hasContent || takesRoom
  return { end, best, isForced: false, hasContent }
}

function withOwnPenalty({ isKept }: Flow, best: Break | undefined): Break | undefined {
  return best === undefined || !isKept
    ? best
    : { penalty: best.penalty + penalties.splitBox, resume: best.resume }
}
