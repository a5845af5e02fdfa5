/** Inline content: what stands in the lines of one block, in document order. Box generation makes it, `inline.ts` lays it out. */
import type { Place } from '../diagnostics/index.ts'
import type { Size } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { ComputedStyle, TextStyle } from '../style/computed.ts'
import type { Element } from '../template/markup.ts'
import type { InlineSource, TextRun } from './fragment.ts'
import type { Picture } from '../image/picture.ts'

export interface InlineContent {
  /** The block's own style: strut, alignment, wrapping and base direction. */
  readonly style: TextStyle
  readonly items: readonly InlineItem[]
  /** Where the block is written; used when an item's own elements have no place. */
  readonly place: Place | undefined
}

export type InlineItem = InlineText | InlineBreak | InlinePicture | InlineSpacing

type VerticalAlign = ComputedStyle['verticalAlign']

/** Text as written: white space is collapsed later, because it collapses across items. */
export interface InlineText {
  readonly kind: 'text'
  readonly text: string
  readonly inline: InlineSource
  readonly style: TextStyle
  readonly decoration: TextRun['decoration']
  readonly verticalAlign: VerticalAlign
}

/** A forced line break (`br`). */
export interface InlineBreak {
  readonly kind: 'break'
  readonly inline: InlineSource
}

/** A picture standing in the line like a letter; `size` is its used size. */
export interface InlinePicture {
  readonly kind: 'picture'
  readonly inline: InlineSource
  readonly element: Element
  readonly picture: Picture
  readonly size: Size
  readonly verticalAlign: VerticalAlign
}

/**
 * Horizontal margin and padding of an inline element, at its start or its end in reading order.
 * No line breaks between it and the content of its element.
 */
export interface InlineSpacing {
  readonly kind: 'spacing'
  readonly edge: 'start' | 'end'
  readonly width: Pt
}
