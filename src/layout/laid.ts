/** A box laid out: its size and where its content stands inside it, wherever it will be put itself. */
import type { Diagnostic } from '../diagnostics/index.ts'
import type { Point, Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { Anchor, Box } from './box.ts'
import type { BoxSource, LineRun } from './fragment.ts'
import type { GalleyBox, GalleyLine, GalleyPicture } from './galley.ts'
import { emptyMargin, type CollapsedMargin } from './block/margin-collapse.ts'

/** Positions inside are relative to the border box's top left corner, so one result serves wherever it is put. */
export interface Laid {
  readonly source: BoxSource | undefined
  readonly width: Pt
  readonly height: Pt
  readonly flow: GalleyBox['flow']
  readonly children: readonly Placed[]
  readonly lines: readonly GalleyLine[]
  /** What the places of the lines count from: the corner of the content box. */
  readonly linesAt: Point
  readonly picture: GalleyPicture | undefined
  readonly tableHead: Laid | undefined
  /** Absolutely positioned boxes whose containing block this is, and markers. */
  readonly positioned: readonly Placed[]
  /** Absolutely positioned boxes that still look for their containing block. */
  readonly pending: readonly Pending[]
  readonly anchors: readonly Anchor[]
  /** Distance from the top to the first baseline, if there is one. */
  readonly baseline: Pt | undefined
  /** Margins of the first and last children that reach through this box's edges (CSS 2.2, 8.3.1). */
  readonly startMargin: CollapsedMargin
  readonly endMargin: CollapsedMargin
  /** Nothing in it keeps the margins above and below it apart. */
  readonly collapsesThrough: boolean
  /** Whether a child asked for a percentage of this box's height and could not have it. */
  readonly wantsHeight: boolean
  readonly problems: readonly Diagnostic[]
}

export interface Placed {
  readonly x: Pt
  readonly y: Pt
  readonly laid: Laid
}

/** `x` and `y` are where the box would have stood, for insets that are auto. */
export interface Pending {
  readonly box: Box
  readonly x: Pt
  readonly y: Pt
}

const none: readonly never[] = []
const origin: Point = { x: 0, y: 0 }

/** A laid-out box with only the parts that are given. */
export function makeLaid(parts: Partial<Laid> & Pick<Laid, 'source' | 'width' | 'height'>): Laid {
  return {
    source: parts.source,
    width: parts.width,
    height: parts.height,
    flow: parts.flow ?? 'sequential',
    children: parts.children ?? none,
    lines: parts.lines ?? none,
    linesAt: parts.linesAt ?? origin,
    picture: parts.picture,
    tableHead: parts.tableHead,
    positioned: parts.positioned ?? none,
    pending: parts.pending ?? none,
    anchors: parts.anchors ?? none,
    baseline: parts.baseline,
    startMargin: parts.startMargin ?? emptyMargin,
    endMargin: parts.endMargin ?? emptyMargin,
    collapsesThrough: parts.collapsesThrough ?? false,
    wantsHeight: parts.wantsHeight ?? false,
    problems: parts.problems ?? none,
  }
}

/** What the children leave for an ancestor to place, seen from their parent. */
export function pendingOf(children: readonly Placed[]): Pending[] {
  const all: Pending[] = []
  for (const { x, y, laid } of children) {
    for (const pending of laid.pending) {
      all.push({ box: pending.box, x: pending.x + x, y: pending.y + y })
    }
  }
  return all
}

/** The first baseline among children in the order given. */
export function firstBaseline(children: readonly Placed[]): Pt | undefined {
  for (const { y, laid } of children) {
    if (laid.baseline !== undefined) return y + laid.baseline
  }
  return undefined
}

/** The same box with another height and its content moved down, as in a table cell. */
export function withHeight(laid: Laid, height: Pt, moved = 0): Laid {
  if (moved === 0) return laid.height === height ? laid : { ...laid, height }
  const down = <T extends Placed | Pending>(items: readonly T[]) =>
    items.map((item) => ({ ...item, y: item.y + moved }))
  return {
    ...laid,
    height,
    children: down(laid.children),
    linesAt: { x: laid.linesAt.x, y: laid.linesAt.y + moved },
    picture: laid.picture && movePicture(laid.picture, 0, moved),
    positioned: down(laid.positioned),
    pending: down(laid.pending),
    baseline: laid.baseline === undefined ? undefined : laid.baseline + moved,
  }
}

export function moveLine(line: GalleyLine, x: Pt, y: Pt): GalleyLine {
  return {
    rect: moveRect(line.rect, x, y),
    baseline: line.baseline + y,
    runs: line.runs.map((run) => moveRun(run, x, y)),
  }
}

export function movePicture(
  { picture, rect, pictureRect }: GalleyPicture,
  x: Pt,
  y: Pt,
): GalleyPicture {
  return { picture, rect: moveRect(rect, x, y), pictureRect: moveRect(pictureRect, x, y) }
}

function moveRun(run: LineRun, x: Pt, y: Pt): LineRun {
  return run.kind === 'text'
    ? { ...run, x: run.x + x, baseline: run.baseline + y }
    : { ...run, rect: moveRect(run.rect, x, y) }
}

function moveRect({ x, y, width, height }: Rect, dx: Pt, dy: Pt): Rect {
  return { x: x + dx, y: y + dy, width, height }
}
