/** What pagination asks of each box of the galley, worked out once before the first page is cut. */
import type { Pt } from '../../geometry/units.ts'
import type { BreakBetween, ComputedStyle, Extent } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import type { BoxSource } from '../fragment.ts'
import type { GalleyBox } from '../galley.ts'

/** Lengths nearer than this are equal: layout adds floating-point lengths in more than one order. */
export const tolerance: Pt = 0.01

export interface Flow {
  readonly box: GalleyBox
  /** `whole`: a picture or an empty box, never cut. */
  readonly kind: 'children' | 'columns' | 'lines' | 'whole'
  /** From the top down; for columns, in document order. */
  readonly children: readonly Flow[]
  /** Indices of columns, so that one at the top is known before those that hang lower. */
  readonly fromHighest: readonly number[]
  /** Index of the last child that takes room: a break after it would leave nothing for the next page. */
  readonly lastFilled: number
  /** One of `children`. */
  readonly head: Flow | undefined
  /** The box's own source, or that of the nearest box around it. */
  readonly source: BoxSource | undefined
  /** For messages: the element of the box, or of the nearest box around it that has one. */
  readonly element: Element | undefined
  /** `break-before` of the box and of the first boxes inside it (CSS Fragmentation 3, 3.1: propagation). */
  readonly breakBefore: BreakBetween
  readonly breakAfter: BreakBetween
  /** `break-inside: avoid`. */
  readonly isKept: boolean
  /** Named page of the first and of the last box inside (CSS Paged Media 3, 7.2). */
  readonly firstPage: string
  readonly lastPage: string
  readonly orphans: number
  readonly widows: number
  readonly marginTop: Pt
  /** Has a background or a border. */
  readonly isVisible: boolean
  /** Has a height of its own, in lengths: its room is wanted even where it is empty. */
  readonly isSized: boolean
  /** From the last content to the bottom edge. */
  readonly trailing: Pt
  /** The part of `trailing` that is padding and border. */
  readonly edge: Pt
  /** In a row: as tall as the row. */
  readonly isStretched: boolean
  /** How far the box or what overflows it reaches below its top. */
  readonly reach: Pt
  /** Boxes and lines in it: more pages than that cannot be. */
  readonly size: number
}

/** Read the break rules of a whole galley. */
export function readFlow(galley: GalleyBox): Flow {
  return read(galley, {
    source: undefined,
    element: undefined,
    page: '',
    width: galley.rect.width,
    row: undefined,
  })
}

/** What two boxes that meet ask for together. */
export function strongest(a: BreakBetween, b: BreakBetween): BreakBetween {
  if (a === 'page' || b === 'page') return 'page'
  return a === 'avoid' || b === 'avoid' ? 'avoid' : 'auto'
}

export function bottomOf({ rect }: Pick<GalleyBox, 'rect'>): Pt {
  return rect.y + rect.height
}

interface Surroundings {
  readonly source: BoxSource | undefined
  readonly element: Element | undefined
  readonly page: string
  readonly width: Pt
  /** The row this box is a column of. */
  readonly row: { readonly bottom: Pt; readonly hasContent: boolean } | undefined
}

function read(box: GalleyBox, around: Surroundings): Flow {
  const source = box.source ?? around.source
  const own = ownStyle(box)
  const element = box.source?.element ?? around.element
  const page = own === undefined || own.page === '' ? around.page : own.page
  const isRow = box.flow === 'parallel'
  const contentBottom = lowest(box)
  const row = isRow
    ? { bottom: contentBottom, hasContent: !box.children.every(isEmpty) }
    : undefined
  const within = { source, element, page, width: box.rect.width, row }
  const children = inBreakOrder(box).map((child) => read(child, within))
  const first = isRow ? undefined : children[0]
  const last = isRow ? undefined : children.at(-1)
  const inside = isRow
    ? breaksOfColumns(box)
    : { before: first?.breakBefore ?? 'auto', after: last?.breakAfter ?? 'auto' }
  const trailing = bottomOf(box) - contentBottom
  const isSized = own !== undefined && hasOwnHeight(own)
  const isStretched =
    around.row !== undefined && Math.abs(around.row.bottom - bottomOf(box)) <= tolerance
  // An empty column that is only as tall as its neighbours make it can be cut anywhere.
  const isFiller = isStretched && !isSized && isEmpty(box) && around.row?.hasContent === true
  return {
    box,
    kind: isFiller ? 'children' : kindOf(box),
    children,
    fromHighest: isRow ? fromHighest(children) : [],
    lastFilled: children.findLastIndex(({ reach }) => reach > tolerance),
    head: children.find((child) => child.box === box.tableHead),
    source,
    element,
    breakBefore: strongest(own?.breakBefore ?? 'auto', inside.before),
    breakAfter: strongest(own?.breakAfter ?? 'auto', inside.after),
    isKept: own?.breakInside === 'avoid',
    firstPage: first?.firstPage ?? page,
    lastPage: last?.lastPage ?? page,
    orphans: source?.style.orphans ?? 1,
    widows: source?.style.widows ?? 1,
    marginTop: own === undefined ? 0 : topMargin(own, around.width),
    isVisible: own !== undefined && canBeSeen(own),
    isSized,
    trailing,
    edge: own === undefined ? 0 : bottomEdge(own, around.width),
    isStretched,
    reach: children.reduce(
      (reach, child) => Math.max(reach, child.box.rect.y + child.reach - box.rect.y),
      Math.max(box.rect.height, contentBottom - box.rect.y),
    ),
    size: children.reduce((sum, child) => sum + child.size, 1 + box.lines.length),
  }
}

/** An anonymous box has the style of the box around it for its text, not for its breaks. */
function ownStyle({ source }: GalleyBox): ComputedStyle | undefined {
  return source?.element === undefined ? undefined : source.style
}

/** What the columns of a row ask for, they ask for the row (CSS Flexbox 1, 10). */
function breaksOfColumns({ children }: GalleyBox) {
  let before: BreakBetween = 'auto'
  let after: BreakBetween = 'auto'
  for (const child of children) {
    const style = ownStyle(child)
    before = strongest(before, style?.breakBefore ?? 'auto')
    after = strongest(after, style?.breakAfter ?? 'auto')
  }
  return { before, after }
}

function fromHighest(columns: readonly Flow[]): readonly number[] {
  const top = (index: number) => columns[index]?.box.rect.y ?? 0
  return columns.map((_, index) => index).sort((a, b) => top(a) - top(b))
}

function kindOf(box: GalleyBox): Flow['kind'] {
  if (box.children.length > 0) return box.flow === 'parallel' ? 'columns' : 'children'
  return box.lines.length > 0 ? 'lines' : 'whole'
}

function isEmpty({ picture, children, lines }: GalleyBox): boolean {
  return picture === undefined && children.length === 0 && lines.length === 0
}

/** A reversed flex column stands upside down: pages are filled from the top whatever the document order. */
function inBreakOrder({ flow, children }: GalleyBox): readonly GalleyBox[] {
  if (flow === 'parallel' || children.every(isBelowPrevious)) return children
  return [...children].sort((a, b) => a.rect.y - b.rect.y)
}

function isBelowPrevious({ rect }: GalleyBox, index: number, all: readonly GalleyBox[]): boolean {
  const previous = all[index - 1]
  return previous === undefined || previous.rect.y <= rect.y
}

function lowest({ rect, picture, children, lines }: GalleyBox): Pt {
  if (picture !== undefined) return rect.y + rect.height
  let bottom = rect.y
  for (const child of children) bottom = Math.max(bottom, bottomOf(child))
  for (const line of lines) bottom = Math.max(bottom, bottomOf(line))
  return bottom
}

function hasOwnHeight({ height, minHeight, aspectRatio }: ComputedStyle): boolean {
  return isLength(height) || isLength(minHeight) || aspectRatio !== undefined
}

function isLength(extent: Extent): boolean {
  return extent !== 'auto' && extent.points > 0
}

function topMargin({ margin }: ComputedStyle, width: Pt): Pt {
  return margin.top === 'auto' ? 0 : margin.top.points + (margin.top.percent / 100) * width
}

function bottomEdge({ padding, border }: ComputedStyle, width: Pt): Pt {
  return padding.bottom.points + (padding.bottom.percent / 100) * width + border.bottom.width
}

function canBeSeen({ backgroundColor, border }: ComputedStyle): boolean {
  return (
    backgroundColor !== undefined ||
    border.top.width + border.right.width + border.bottom.width + border.left.width > 0
  )
}
