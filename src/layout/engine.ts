/** What every layout mode asks of the others; `layout-box.ts` answers, so that no mode imports another. */
import type { Pt } from '../geometry/units.ts'
import type { BlockBox, Box } from './box.ts'
import type { PreparedInline } from './inline.ts'
import type { Laid } from './laid.ts'
import type { Containing } from './sizing.ts'

export interface Engine {
  layout(box: Box, space: Space): Laid
  /** Widths of the content box by its content alone, whatever the box's own width says. */
  contentWidths(box: Box): IntrinsicWidths
  /** Border-box widths the box asks its container for (CSS Sizing 3, 5.2), without its margins. */
  contribution(box: Box): IntrinsicWidths
  /** The lines of a block; `inner`, its content box, is what pictures in them may refer to. */
  prepared(box: BlockBox, inner?: Containing): PreparedInline | undefined
}

export interface IntrinsicWidths {
  /** As narrow as it can be without overflow. */
  readonly min: Pt
  /** As wide as it wants to be without a soft line break. */
  readonly max: Pt
}

/** The room a box is given. */
export interface Space {
  /** Border-box width in use, settled by the container. */
  readonly width: Pt
  /** Border-box height where the container settles it; else the box's own height rules. */
  readonly height?: Pt | undefined
  /** Leave the box's own `height` out of account: how tall is its content? */
  readonly ignoreHeight?: boolean
  /** Margins of children stay inside: flex items, table cells, positioned boxes, the root. */
  readonly independent?: true
  readonly containing: Containing
}

/** Border-box widths from those of the content box. */
export function withInset({ min, max }: IntrinsicWidths, inset: Pt): IntrinsicWidths {
  return { min: min + inset, max: max + inset }
}

/** The width of content that takes what it wants but no more than there is (CSS Sizing 3, 5.1). */
export function fitContent({ min, max }: IntrinsicWidths, available: Pt): Pt {
  return Math.max(min, Math.min(max, available))
}
