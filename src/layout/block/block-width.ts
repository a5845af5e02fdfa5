/** Width and horizontal place of a block-level box in its containing block (CSS 2.2, 10.3.3 and 10.3.4). */
import type { Pt } from '../../geometry/units.ts'
import type { Box } from '../box.ts'
import { fitContent, withInset, type Engine } from '../engine.ts'
import { replacedSize } from '../replaced.ts'
import {
  clamp,
  givenWidth,
  usedInset,
  usedMargins,
  widthLimits,
  type Containing,
} from '../sizing.ts'

export interface BlockWidth {
  /** Border box. */
  readonly width: Pt
  /** From the content edge of the containing block to the border box. */
  readonly x: Pt
}

/** `direction` is that of the containing block: it decides which margin gives way. */
export function blockWidth(
  engine: Engine,
  box: Box,
  containing: Containing,
  direction: 'ltr' | 'rtl',
): BlockWidth {
  const { margin } = box.style
  const { left, right } = usedMargins(box.style, containing.width)
  const width = usedWidth(engine, box, containing, containing.width - left - right)
  const free = containing.width - width - left - right
  if (margin.left === 'auto' && margin.right === 'auto' && free > 0) return { width, x: free / 2 }
  const isPushed = margin.left === 'auto' && free > 0
  const isHeld = margin.right === 'auto' && free > 0
  const atEnd = isPushed || (direction === 'rtl' && !isHeld)
  return { width, x: atEnd ? containing.width - right - width : left }
}

/** Border-box width of a box that fills `available` where its own width is auto. */
export function usedWidth(
  engine: Engine,
  box: Box,
  containing: Containing,
  available: Pt,
  isShrinking = box.kind === 'table',
): Pt {
  const { style } = box
  const inset = usedInset(style, containing.width)
  if (box.kind === 'replaced') return replacedSize(style, box.picture, inset, containing).width
  const content = isShrinking ? withInset(engine.contentWidths(box), inset.horizontal) : undefined
  const auto = content === undefined ? available : fitContent(content, available)
  const width = clamp(
    givenWidth(style, inset, containing.width) ?? auto,
    widthLimits(style, inset, containing.width),
  )
  if (box.kind !== 'table') return Math.max(0, width)
  // A table is never narrower than its cells (CSS 2.2, 17.5.2).
  return Math.max(width, withInset(engine.contentWidths(box), inset.horizontal).min)
}
