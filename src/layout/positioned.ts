/** Absolutely positioned boxes in the padding box of their containing block (CSS 2.2, 10.3.7 and 10.6.4). */
import type { Edges, Rect, Size } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { usedWidth } from './block/block-width.ts'
import type { Engine } from './engine.ts'
import { pendingOf, type Laid, type Pending, type Placed } from './laid.ts'
import {
  clamp,
  givenHeight,
  heightLimits,
  resolveExtent,
  usedInset,
  usedMargins,
} from './sizing.ts'

/** Whether positioned descendants are placed in this box. */
export function isContainingBlock({ position }: ComputedStyle): boolean {
  return position === 'relative' || position === 'absolute'
}

/** Place what waits in a containing block that has got its size. */
export function placePending(engine: Engine, laid: Laid, { border }: ComputedStyle): Laid {
  if (laid.pending.length === 0) return laid
  const positioned: Placed[] = [...laid.positioned]
  const room: Rect = {
    x: border.left.width,
    y: border.top.width,
    width: laid.width - border.left.width - border.right.width,
    height: laid.height - border.top.width - border.bottom.width,
  }
  // Positioned boxes inside a positioned box are its own, so nothing new comes to wait here.
  for (const pending of laid.pending) positioned.push(placeOne(engine, pending, room))
  return { ...laid, positioned, pending: pendingOf(positioned) }
}

/** How far `position: relative` moves a box from its place. */
export function relativeShift(
  { position, inset, direction }: ComputedStyle,
  containing: { readonly width: Pt; readonly height: Pt | undefined },
): { readonly x: Pt; readonly y: Pt } {
  if (position !== 'relative') return { x: 0, y: 0 }
  const left = resolveExtent(inset.left, containing.width)
  const right = resolveExtent(inset.right, containing.width)
  const top = resolveExtent(inset.top, containing.height)
  const bottom = resolveExtent(inset.bottom, containing.height)
  const fromRight = right === undefined ? 0 : -right
  return {
    x: direction === 'rtl' && right !== undefined ? fromRight : (left ?? fromRight),
    y: top ?? (bottom === undefined ? 0 : -bottom),
  }
}

function placeOne(engine: Engine, { box, x, y }: Pending, room: Rect): Placed {
  const { style } = box
  const inset = usedInset(style, room.width)
  const margin = usedMargins(style, room.width)
  const sides: Edges<Pt | undefined> = {
    top: resolveExtent(style.inset.top, room.height),
    right: resolveExtent(style.inset.right, room.width),
    bottom: resolveExtent(style.inset.bottom, room.height),
    left: resolveExtent(style.inset.left, room.width),
  }
  const containing: Size = room
  const available = room.width - (sides.left ?? 0) - (sides.right ?? 0) - margin.left - margin.right
  const isFilling = sides.left !== undefined && sides.right !== undefined
  const width = usedWidth(engine, box, containing, available, !isFilling || box.kind === 'table')
  const height = filledHeight()
  const laid = engine.layout(box, {
    width,
    independent: true,
    containing,
    height,
  })
  return {
    x:
      placeOnAxis({
        start: sides.left,
        end: sides.right,
        fallback: x - room.x,
        room: room.width,
        size: laid.width,
        margins: [
          style.margin.left === 'auto' ? 'auto' : margin.left,
          style.margin.right === 'auto' ? 'auto' : margin.right,
        ],
        prefersEnd: style.direction === 'rtl',
      }) + room.x,
    y:
      placeOnAxis({
        start: sides.top,
        end: sides.bottom,
        fallback: y - room.y,
        room: room.height,
        size: laid.height,
        margins: [
          style.margin.top === 'auto' ? 'auto' : margin.top,
          style.margin.bottom === 'auto' ? 'auto' : margin.bottom,
        ],
        prefersEnd: false,
      }) + room.y,
    laid,
  }

  function filledHeight(): Pt | undefined {
    const isAuto = box.kind !== 'replaced' && givenHeight(style, inset, room.height) === undefined
    if (!isAuto || sides.top === undefined || sides.bottom === undefined) return undefined
    const size = room.height - sides.top - sides.bottom - margin.top - margin.bottom
    return clamp(size, heightLimits(style, inset, room.height))
  }
}

interface Axis {
  readonly start: Pt | undefined
  readonly end: Pt | undefined
  /** Where the box would have stood. */
  readonly fallback: Pt
  readonly room: Pt
  readonly size: Pt
  readonly margins: readonly [Pt | 'auto', Pt | 'auto']
  readonly prefersEnd: boolean
}

function placeOnAxis({ start, end, fallback, room, size, margins, prefersEnd }: Axis): Pt {
  const [before, after] = margins
  const first = before === 'auto' ? 0 : before
  const last = after === 'auto' ? 0 : after
  if (start === undefined && end === undefined) return fallback + first
  if (start === undefined) return room - (end ?? 0) - last - size
  if (end === undefined) return start + first
  const free = room - start - end - size - first - last
  if (before === 'auto' && after === 'auto') return start + Math.max(0, free) / 2
  if (before === 'auto') return start + free
  if (after === 'auto') return start + first
  return prefersEnd ? room - end - last - size : start + first
}
