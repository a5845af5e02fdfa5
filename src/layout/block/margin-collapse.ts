/** Vertical margins that touch become one: the largest positive plus the most negative (CSS 2.2, 8.3.1). */
import type { Pt } from '../../geometry/units.ts'

export interface CollapsedMargin {
  /** The largest of the positive margins, 0 when there is none. */
  readonly positive: Pt
  /** The most negative of the negative ones, 0 when there is none. */
  readonly negative: Pt
}

export const emptyMargin: CollapsedMargin = { positive: 0, negative: 0 }

export function collapse(margins: CollapsedMargin, margin: Pt): CollapsedMargin {
  if (margin === 0) return margins
  return {
    positive: Math.max(margins.positive, margin),
    negative: Math.min(margins.negative, margin),
  }
}

export function collapseAll(a: CollapsedMargin, b: CollapsedMargin): CollapsedMargin {
  if (b === emptyMargin) return a
  return {
    positive: Math.max(a.positive, b.positive),
    negative: Math.min(a.negative, b.negative),
  }
}

export function sizeOf({ positive, negative }: CollapsedMargin): Pt {
  return positive + negative
}
