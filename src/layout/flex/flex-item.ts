/** Flex items: base sizes, limits and alignment of each, before any of them gives or takes (CSS Flexbox 1, 9.2). */
import type { Edges } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { usedWidth } from '../block/block-width.ts'
import type { Box, FlexBox } from '../box.ts'
import type { Engine } from '../engine.ts'
import type { FlexibleLength } from './flexible-lengths.ts'
import { replacedSize } from '../replaced.ts'
import {
  borderBoxSize,
  clamp,
  givenHeight,
  givenWidth,
  heightLimits,
  resolveExtent,
  usedInset,
  usedMargins,
  widthLimits,
  type Containing,
  type Inset,
  type Limits,
} from '../sizing.ts'

export interface FlexItem extends FlexibleLength {
  readonly box: Box
  readonly margin: Edges<Pt>
  readonly align: Exclude<ComputedStyle['alignSelf'], 'auto'>
  /** Least and greatest size across the line. */
  readonly crossLimits: Limits
}

export function flexItem(
  engine: Engine,
  container: FlexBox,
  box: Box,
  containing: Containing,
): FlexItem {
  const { style } = box
  const inset = usedInset(style, containing.width)
  const margin = usedMargins(style, containing.width)
  const align = alignmentOf(container.style, style)
  const across = widthLimits(style, inset, containing.width)
  const down = heightLimits(style, inset, containing.height)
  const common = { box, margin, align, grow: style.flexGrow, shrink: style.flexShrink }
  if (isRow(container.style)) {
    const basis =
      basisOf(style, inset.horizontal, containing.width) ?? rowBasis(engine, box, inset, containing)
    return {
      ...common,
      basis,
      innerBasis: Math.max(0, basis - inset.horizontal),
      margins: margin.left + margin.right,
      min: style.minWidth === 'auto' ? automaticWidth(engine, box, inset, containing) : across.min,
      max: across.max,
      crossLimits: down,
    }
  }
  const width = columnItemWidth(engine, { box, margin, align }, containing)
  const natural = (ignoreHeight: boolean) =>
    engine.layout(box, {
      width,
      independent: true,
      containing,
      ...(ignoreHeight ? { ignoreHeight } : {}),
    }).height
  const basis = basisOf(style, inset.vertical, containing.height) ?? natural(false)
  // Only where the column is shorter than its items is the least height asked for.
  const automatic = () => {
    const given = givenHeight(style, inset, containing.height) ?? Infinity
    return Math.min(down.max, given, natural(true))
  }
  const isAutomatic = style.minHeight === 'auto' && containing.height !== undefined
  return {
    ...common,
    basis,
    innerBasis: Math.max(0, basis - inset.vertical),
    margins: margin.top + margin.bottom,
    min: isAutomatic ? automatic() : down.min,
    max: down.max,
    crossLimits: across,
  }
}

export function isRow({ flexDirection }: ComputedStyle): boolean {
  return flexDirection === 'row' || flexDirection === 'row-reverse'
}

/** Whether an item takes the whole cross size of its line. */
export function isStretched(item: Pick<FlexItem, 'box' | 'align'>, isInRow: boolean): boolean {
  const { width, height, margin } = item.box.style
  if (item.align !== 'stretch') return false
  return isInRow
    ? height === 'auto' && margin.top !== 'auto' && margin.bottom !== 'auto'
    : width === 'auto' && margin.left !== 'auto' && margin.right !== 'auto'
}

/** Border-box width of an item of a column, which does not depend on its height. */
export function columnItemWidth(
  engine: Engine,
  item: Pick<FlexItem, 'box' | 'align' | 'margin'>,
  containing: Containing,
): Pt {
  const { style } = item.box
  const available = containing.width - item.margin.left - item.margin.right
  if (!isStretched(item, false)) return usedWidth(engine, item.box, containing, available, true)
  const inset = usedInset(style, containing.width)
  return clamp(available, widthLimits(style, inset, containing.width))
}

function alignmentOf(container: ComputedStyle, item: ComputedStyle): FlexItem['align'] {
  return item.alignSelf === 'auto' ? container.alignItems : item.alignSelf
}

function basisOf(style: ComputedStyle, inset: Pt, reference: Pt | undefined): Pt | undefined {
  const basis = resolveExtent(style.flexBasis, reference)
  return basis === undefined ? undefined : borderBoxSize(style, basis, inset)
}

/** `flex-basis: auto` is the width, and `width: auto` is the content on one line. */
function rowBasis(engine: Engine, box: Box, inset: Inset, containing: Containing): Pt {
  if (box.kind === 'replaced') return replacedSize(box.style, box.picture, inset, containing).width
  return givenWidth(box.style, inset, containing.width) ?? engine.contentWidths(box).max
}

/** `min-width: auto`: an item does not shrink below its content, nor below a smaller given width (4.5). */
function automaticWidth(engine: Engine, box: Box, inset: Inset, containing: Containing): Pt {
  const given = givenWidth(box.style, inset, containing.width) ?? Infinity
  const { max } = widthLimits(box.style, inset, containing.width)
  return Math.max(inset.horizontal, Math.min(given, max, engine.contentWidths(box).min))
}
