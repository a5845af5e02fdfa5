/** Boxes one under the other, with margins that collapse (CSS 2.2, 9.4.1 and 8.3.1). */
import type { Diagnostic } from '../../diagnostics/index.ts'
import type { Pt } from '../../geometry/units.ts'
import { blockWidth } from './block-width.ts'
import { isOutOfFlow, type Box } from '../box.ts'
import type { Engine } from '../engine.ts'
import type { GalleyLine } from '../galley.ts'
import { firstBaseline, pendingOf, type Pending, type Placed } from '../laid.ts'
import {
  collapse,
  collapseAll,
  emptyMargin,
  sizeOf,
  type CollapsedMargin,
} from './margin-collapse.ts'
import { relativeShift } from '../positioned.ts'
import { tooWide } from '../problems.ts'
import { usedMargins, type Containing } from '../sizing.ts'

/** Content of a block container; positions count from its border box. */
export interface Flow {
  readonly children: readonly Placed[]
  readonly lines: readonly GalleyLine[]
  readonly pending: readonly Pending[]
  /** Where the content ends. */
  readonly bottom: Pt
  /** Where what is printed ends. */
  readonly reach: Pt
  readonly baseline: Pt | undefined
  readonly isEmpty: boolean
  readonly startMargin: CollapsedMargin
  readonly endMargin: CollapsedMargin
  readonly problems: readonly Diagnostic[]
}

export interface FlowSpace {
  /** The content box the children stand in, and its corner. */
  readonly inner: Containing
  readonly x: Pt
  readonly y: Pt
  readonly direction: 'ltr' | 'rtl'
  /** Whether the container keeps its first child's top margin inside. */
  readonly keepsStart: boolean
  /** Whether it keeps its last child's bottom margin inside. */
  readonly keepsEnd: boolean
}

export function flowBlocks(engine: Engine, boxes: readonly Box[], space: FlowSpace): Flow {
  const { inner } = space
  const children: Placed[] = []
  const waiting: Pending[] = []
  const problems: Diagnostic[] = []
  let bottom = space.y
  let margin = emptyMargin
  // Until something keeps them apart, margins at the top belong to the container itself.
  let isAtStart = !space.keepsStart
  let startMargin = emptyMargin
  let isEmpty = true
  for (const box of boxes) {
    if (isOutOfFlow(box)) {
      waiting.push({ box, x: space.x, y: isAtStart ? bottom : bottom + sizeOf(margin) })
      continue
    }
    const { width, x } = blockWidth(engine, box, inner, space.direction)
    const laid = engine.layout(box, { width, containing: inner })
    const margins = usedMargins(box.style, inner.width)
    margin = collapseAll(collapse(margin, margins.top), laid.startMargin)
    const y = isAtStart ? bottom : bottom + sizeOf(margin)
    const shift = relativeShift(box.style, inner)
    children.push({ x: space.x + x + shift.x, y: y + shift.y, laid })
    problems.push(...tooWide(box, x + width + Math.min(0, margins.right), inner.width))
    if (laid.collapsesThrough) {
      margin = collapse(margin, margins.bottom)
      continue
    }
    if (isAtStart) startMargin = margin
    isAtStart = false
    isEmpty = false
    bottom = y + laid.height
    margin = collapse(laid.endMargin, margins.bottom)
  }
  if (isAtStart) startMargin = margin
  const endMargin = isAtStart || space.keepsEnd ? emptyMargin : margin
  if (!isAtStart && space.keepsEnd) bottom += sizeOf(margin)
  return {
    children,
    lines: [],
    pending: [...waiting, ...pendingOf(children)],
    bottom,
    reach: bottom,
    baseline: firstBaseline(children),
    isEmpty,
    startMargin,
    endMargin,
    problems,
  }
}
