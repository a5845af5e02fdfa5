/** How much of a flow one page can hold, and where best to break it (CSS Fragmentation 3, 4). */
import type { Pt } from '../../geometry/units.ts'
import { tolerance, type Flow } from './flow.ts'
import {
  boxEnd,
  breakBetween,
  repeatedHead,
  requiredEnd,
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
export function findBreak(
  flow: Flow,
  from: Resume | undefined,
  { top, isAtTop, room }: Position,
): Fit {
  const position = { top, isAtTop, room }
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
  const start = from?.kind === 'lines' ? from.index : 0
  const top = from === undefined ? flow.box.rect.y : (lines[start]?.rect.y ?? 0)
  let best: Break | undefined
  for (let index = start; index < lines.length; index += 1) {
    if (index > start) {
      const isShort = index - start < flow.orphans || lines.length - index < flow.widows
      const penalty = isShort ? penalties.shortLines : 0
      best = better(best, { penalty, resume: { kind: 'lines', index } })
    }
    const rect = lines[index]?.rect
    const bottom = rect === undefined ? 0 : position.top + rect.y + rect.height - top
    const isFirstOnPage = position.isAtTop && index === start
    if (bottom > position.room.bottom + tolerance && !isFirstOnPage) {
      return overflows(flow, best, index > start)
    }
  }
  const last = lines.at(-1)?.rect
  const contentEnd = last === undefined ? position.top : position.top + last.y + last.height - top
  return fits(flow, from, { ...position, contentEnd, best, hasContent: true })
}

function fitChildren(flow: Flow, from: Resume | undefined, position: Position): Fit {
  const { isAtTop, room } = position
  const resumed = from?.kind === 'children' ? from : undefined
  const start = resumed?.index ?? 0
  let y = position.top + (repeatedHead(flow, from, room.bottom - room.top)?.height ?? 0)
  let best: Break | undefined
  let hasContent = false
  for (let index = start; index < flow.children.length; index += 1) {
    const child = flow.children[index]
    if (child === undefined) break
    if (index > start) {
      const asked = breakBetween(flow, index)
      const isForced = asked === 'page'
      const resume: Resume = { kind: 'children', index, child: undefined, isForced }
      if (isForced) return { end: undefined, best: { penalty: 0, resume }, isForced, hasContent }
      const penalty = asked === 'avoid' ? penalties.partedBoxes : 0
      if (hasContent && index <= flow.lastFilled) best = better(best, { penalty, resume })
    }
    const inner = findBreak(child, index === start ? resumed?.child : undefined, {
      top: y + spaceAbove(flow, index, from),
      isAtTop: isAtTop && !hasContent,
      room,
    })
    if (inner.best !== undefined) {
      const { penalty, resume } = inner.best
      const wrapped: Resume = { kind: 'children', index, child: resume, isForced: false }
      if (inner.isForced) return { ...inner, best: { penalty: 0, resume: wrapped } }
      best = better(best, { penalty, resume: wrapped })
    }
    hasContent ||= inner.hasContent
    if (inner.end === undefined) return overflows(flow, best, hasContent)
    y = inner.end
  }
  return fits(flow, from, { ...position, contentEnd: y, best, hasContent })
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
  for (const { index, child } of fromHighest(flow)) {
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
  return fits(flow, from, { ...position, contentEnd, best, hasContent })
}

/** So that a column at the top is known before those that hang lower. */
function fromHighest({ children }: Flow) {
  return children
    .map((child, index) => ({ child, index }))
    .sort((a, b) => a.child.box.rect.y - b.child.box.rect.y)
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

function better(best: Break | undefined, next: Break): Break {
  return best === undefined || next.penalty <= best.penalty ? next : best
}

function overflows(flow: Flow, best: Break | undefined, hasContent: boolean): Fit {
  return { end: undefined, best: withOwnPenalty(flow, best), isForced: false, hasContent }
}

interface Contents extends Position {
  readonly contentEnd: Pt
  readonly best: Break | undefined
  readonly hasContent: boolean
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
