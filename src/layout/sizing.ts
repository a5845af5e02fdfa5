/** Lengths of the box model in use: percentages resolved, everything turned into border-box sizes (CSS Sizing 3). */
import type { Edges } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { ComputedStyle, Extent, LengthPercentage } from '../style/computed.ts'

/** Least and greatest border-box size; the least wins. */
export interface Limits {
  readonly min: Pt
  readonly max: Pt
}

/** Distances from the border box to the content box: border and padding together. */
export interface Inset extends Edges<Pt> {
  readonly horizontal: Pt
  readonly vertical: Pt
}

/** The content box of the containing block, which percentages refer to; height only where it is definite. */
export interface Containing {
  readonly width: Pt
  readonly height: Pt | undefined
}

export function resolve(length: LengthPercentage, reference: Pt): Pt {
  return length.points + (length.percent / 100) * reference
}

/** Undefined for `auto`, and for a percentage of something unknown. */
export function resolveExtent(extent: Extent, reference: Pt | undefined): Pt | undefined {
  if (extent === 'auto') return undefined
  if (reference === undefined) return extent.percent === 0 ? extent.points : undefined
  return resolve(extent, reference)
}

export function isPercentage(extent: Extent): boolean {
  return extent !== 'auto' && extent.percent !== 0
}

/** Margins in use. `auto` is 0 here; flow and flex deal with it themselves. */
export function usedMargins(style: ComputedStyle, containingWidth: Pt): Edges<Pt> {
  const { top, right, bottom, left } = style.margin
  return {
    top: resolveExtent(top, containingWidth) ?? 0,
    right: resolveExtent(right, containingWidth) ?? 0,
    bottom: resolveExtent(bottom, containingWidth) ?? 0,
    left: resolveExtent(left, containingWidth) ?? 0,
  }
}

/** Padding refers to the containing block's width on all four sides (CSS 2.2, 8.4). */
export function usedInset({ border, padding }: ComputedStyle, containingWidth: Pt): Inset {
  const top = border.top.width + resolve(padding.top, containingWidth)
  const right = border.right.width + resolve(padding.right, containingWidth)
  const bottom = border.bottom.width + resolve(padding.bottom, containingWidth)
  const left = border.left.width + resolve(padding.left, containingWidth)
  return { top, right, bottom, left, horizontal: left + right, vertical: top + bottom }
}

/** A border-box size from a size in the style's own `box-sizing`. */
export function borderBoxSize(style: ComputedStyle, size: Pt, inset: Pt): Pt {
  return style.boxSizing === 'border-box' ? Math.max(size, inset) : Math.max(0, size) + inset
}

/** The style's own width as a border-box size, or undefined for auto. */
export function givenWidth(
  style: ComputedStyle,
  inset: Inset,
  width: Pt | undefined,
): Pt | undefined {
  const size = resolveExtent(style.width, width)
  return size === undefined ? undefined : borderBoxSize(style, size, inset.horizontal)
}

/** The style's own height as a border-box size, or undefined for auto. */
export function givenHeight(
  style: ComputedStyle,
  inset: Inset,
  height: Pt | undefined,
): Pt | undefined {
  const size = resolveExtent(style.height, height)
  return size === undefined ? undefined : borderBoxSize(style, size, inset.vertical)
}

export function widthLimits(style: ComputedStyle, inset: Inset, width: Pt | undefined): Limits {
  return limits(style, [style.minWidth, style.maxWidth], inset.horizontal, width)
}

export function heightLimits(style: ComputedStyle, inset: Inset, height: Pt | undefined): Limits {
  return limits(style, [style.minHeight, style.maxHeight], inset.vertical, height)
}

/** Border-box height of content; a box with an aspect ratio is at least as high as that says (CSS Sizing 4, 5.1). */
export function contentHeight(style: ComputedStyle, content: Pt, width: Pt, inset: Inset): Pt {
  const { aspectRatio, boxSizing } = style
  if (aspectRatio === undefined) return content
  const [across, down] = boxSizing === 'border-box' ? [0, 0] : [inset.horizontal, inset.vertical]
  return Math.max(content, (width - across) / aspectRatio + down)
}

export function clamp(size: Pt, { min, max }: Limits): Pt {
  return Math.max(min, Math.min(max, size))
}

function limits(
  style: ComputedStyle,
  [least, greatest]: readonly [Extent, Extent],
  inset: Pt,
  reference: Pt | undefined,
): Limits {
  const min = resolveExtent(least, reference)
  const max = resolveExtent(greatest, reference)
  return {
    min: min === undefined ? inset : borderBoxSize(style, min, inset),
    max: max === undefined ? Infinity : borderBoxSize(style, max, inset),
  }
}
