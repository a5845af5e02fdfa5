/** Flex items: base sizes, limits and alignment of each, before any of them gives or takes (CSS Flexbox 1, 9.2). */
import type { Edges } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { usedWidth } from '../block/block-width.ts'
import type { Box, FlexBox } from '../box.ts'
import { withInset, type Engine } from '../engine.ts'
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

/** An item of a container whose content box is `containing`. */
export function flexItem(
  engine: Engine,
  container: FlexBox,
  box: Box,
  containing: Containing,
): FlexItem {
  const { style } = box
  const inset = usedInset(style, containing.width)
  const margin = usedMargins(style, containing.width)
  const across = widthLimits(style, inset, containing.width)
  const down = heightLimits(style, inset, containing.height)
  const align = alignmentOf(container.style, style)
  const isInRow = isRow(container.style)
  const main = isInRow ? across : down
  const inner = isInRow ? inset.horizontal : inset.vertical
  const { basis, automatic } = isInRow
    ? rowSizes(engine, box, inset, containing)
    : columnSizes(engine, { box, margin, align }, inset, containing)
  // Where nothing can get smaller the least size is not asked for: it means laying out once more.
  const canShrink =
    isInRow ||
    containing.height !== undefined ||
    container.style.maxHeight !== 'auto' ||
    style.flexBasis !== 'auto'
  const isAutomatic = canShrink && (isInRow ? style.minWidth : style.minHeight) === 'auto'
  return {
    box,
    margin,
    align,
    grow: style.flexGrow,
    shrink: style.flexShrink,
    basis,
    innerBasis: Math.max(0, basis - inner),
    margins: isInRow ? margin.left + margin.right : margin.top + margin.bottom,
    min: isAutomatic ? Math.max(inner, Math.min(main.max, automatic())) : main.min,
    max: main.max,
    crossLimits: isInRow ? down : across,
  }
}

interface MainSizes {
  readonly basis: Pt
  /** What `min-width: auto` or `min-height: auto` comes to (CSS Flexbox 1, 4.5). */
  readonly automatic: () => Pt
}

/** `flex-basis: auto` is the width, and `width: auto` is the content on one line. */
function rowSizes(engine: Engine, box: Box, inset: Inset, containing: Containing): MainSizes {
  const { style } = box
  const content = withInset(engine.contentWidths(box), inset.horizontal)
  const given =
    box.kind === 'replaced'
      ? replacedSize(style, box.picture, inset, containing).width
      : givenWidth(style, inset, containing.width)
  const basis = basisOf(style, inset.horizontal, containing.width) ?? given ?? content.max
  const isGiven = box.kind !== 'replaced' || style.width !== 'auto'
  const least = Math.min(content.min, isGiven ? (given ?? Infinity) : Infinity)
  return { basis, automatic: () => least }
}

function columnSizes(
  engine: Engine,
  item: Pick<FlexItem, 'box' | 'margin' | 'align'>,
  inset: Inset,
  containing: Containing,
): MainSizes {
  const { box } = item
  const width = columnItemWidth(engine, item, containing)
  const heightOf = (ignoreHeight: boolean) =>
    engine.layout(box, { width, ignoreHeight, independent: true, containing }).height
  const basis = basisOf(box.style, inset.vertical, containing.height) ?? heightOf(false)
  const given = givenHeight(box.style, inset, containing.height) ?? Infinity
  return { basis, automatic: () => Math.min(given, heightOf(true)) }
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
