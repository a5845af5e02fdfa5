/** How the boxes along the top or bottom edge share its width (CSS Paged Media 3, 5.3.2). */
import type { Pt } from '../../geometry/units.ts'
import type { IntrinsicWidths } from '../engine.ts'

export type EdgeBoxes<T> = Readonly<Partial<Record<'left' | 'center' | 'right', T | undefined>>>

/** A box whose width is given has it as both its least and its greatest. */
export interface EdgeBox extends IntrinsicWidths {
  readonly isFixed: boolean
}

/** Margin-box widths; the centre box stands in the middle of the page whatever the others hold. */
export function shareEdge(boxes: EdgeBoxes<EdgeBox>, available: Pt): EdgeBoxes<Pt> {
  const { left, center, right } = boxes
  if (center === undefined) {
    const [first, last] = sharePair(left ?? absent, right ?? absent, available)
    return { ...(left && { left: first }), ...(right && { right: last }) }
  }
  // Both sides get the same room, what the larger one needs; without any the centre takes all.
  const side = widerOf(left ?? absent, right ?? absent)
  const isAlone = left === undefined && right === undefined
  const sides = { min: side.min * 2, max: side.max * 2, isFixed: isAlone }
  const [middle] = sharePair(center, sides, available)
  const own = (box: EdgeBox) => (box.isFixed ? box.max : (available - middle) / 2)
  return {
    center: middle,
    ...(left && { left: own(left) }),
    ...(right && { right: own(right) }),
  }
}

const absent: EdgeBox = { min: 0, max: 0, isFixed: true }

function widerOf(a: EdgeBox, b: EdgeBox): IntrinsicWidths {
  return { min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) }
}

/** Two flexible boxes: what they want if there is room, else in between, else by what they cannot do without. */
function sharePair(a: EdgeBox, b: EdgeBox, available: Pt): readonly [Pt, Pt] {
  if (a.isFixed && b.isFixed) return [a.max, b.max]
  if (a.isFixed) return [a.max, available - a.max]
  if (b.isFixed) return [available - b.max, b.max]
  const free = available - a.max - b.max
  if (free >= 0) return split(available, a.max, free, a.max, b.max)
  const tight = available - a.min - b.min
  if (tight >= 0) return split(available, a.min, tight, a.max - a.min, b.max - b.min)
  return split(available, 0, available, a.min, b.min)
}

/** `first` and its part of `free`, by weight; the rest is the second's. */
function split(all: Pt, first: Pt, free: Pt, weightA: Pt, weightB: Pt): readonly [Pt, Pt] {
  const part = weightA + weightB > 0 ? weightA / (weightA + weightB) : 0.5
  const width = first + free * part
  return [width, all - width]
}
