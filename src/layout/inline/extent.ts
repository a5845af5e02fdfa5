/** How far content reaches above and below the baseline of its line (CSS 2.2, 10.8). */
import type { Pt } from '../../geometry/units.ts'
import type { TextStyle } from '../../style/computed.ts'
import type { Fonts } from '../../text/fonts.ts'
import type { InlinePicture, InlineText } from '../inline-content.ts'

export interface Extent {
  readonly above: Pt
  readonly below: Pt
  /** How far its own baseline stands above the baseline of the line. */
  readonly raise: Pt
  /** Top and bottom are aligned with the line once its height is known. */
  readonly align: 'baseline' | 'top' | 'bottom'
}

/** The invisible letter at the start of each line, in the style of the block. */
export interface Strut extends Extent {
  readonly xHeight: Pt
}

export function strutOf(style: TextStyle, fonts: Fonts): Strut {
  return { ...textExtent(style, fonts), xHeight: fonts.metrics(style).xHeight * style.fontSize }
}

/** The extent of text: ascent and descent of its font, with half of the leading on either side. */
export function extentOfText(item: InlineText, strut: Strut, fonts: Fonts): Extent {
  return alignWithin(textExtent(item.style, fonts), item.verticalAlign, strut)
}

/** A picture stands on the baseline. */
export function extentOfPicture(item: InlinePicture, strut: Strut): Extent {
  const standing: Extent = { above: item.size.height, below: 0, raise: 0, align: 'baseline' }
  return alignWithin(standing, item.verticalAlign, strut)
}

/** Spacing adds no height. */
export const noExtent: Extent = { above: 0, below: 0, raise: 0, align: 'baseline' }

/** What a line's height is made of; the greatest of everything that stands in it. */
export interface LineExtent {
  readonly above: Pt
  readonly below: Pt
}

/** The extent of a line that holds all of these. */
export function joinExtents(strut: Strut, extents: Iterable<Extent>): LineExtent {
  let { above, below } = strut
  let top = 0
  let bottom = 0
  for (const extent of extents) {
    const height = extent.above + extent.below
    if (extent.align === 'top') top = Math.max(top, height)
    else if (extent.align === 'bottom') bottom = Math.max(bottom, height)
    else {
      above = Math.max(above, extent.above)
      below = Math.max(below, extent.below)
    }
  }
  below = Math.max(below, top - above)
  above = Math.max(above, bottom - below)
  return { above, below }
}

/** Where the baseline of content stands in its line, both measured from the top of the line. */
export function baselineInLine(extent: Extent, line: LineExtent): Pt {
  switch (extent.align) {
    case 'top':
      return extent.above
    case 'bottom':
      return line.above + line.below - extent.below
    case 'baseline':
      return line.above - extent.raise
  }
}

function textExtent(style: TextStyle, fonts: Fonts): Extent {
  const { ascent, descent } = fonts.metrics(style)
  const halfLeading = (style.lineHeight - (ascent + descent) * style.fontSize) / 2
  return {
    above: ascent * style.fontSize + halfLeading,
    below: descent * style.fontSize + halfLeading,
    raise: 0,
    align: 'baseline',
  }
}

function alignWithin(
  extent: Extent,
  verticalAlign: InlineText['verticalAlign'],
  strut: Strut,
): Extent {
  switch (verticalAlign) {
    case 'baseline':
      return extent
    case 'top':
    case 'bottom':
      return { ...extent, align: verticalAlign }
    case 'middle':
      return raised(extent, (strut.xHeight + extent.below - extent.above) / 2)
    default:
      return raised(extent, verticalAlign.raise)
  }
}

function raised(extent: Extent, raise: Pt): Extent {
  return { ...extent, above: extent.above + raise, below: extent.below - raise, raise }
}
