/** How narrow and how wide content can be: min-content and max-content widths (CSS Sizing 3, 5). */
import type { Pt } from '../geometry/units.ts'
import {
  usedInset,
  usedMargins,
  widthLimits,
  clamp,
  isPercentage,
  givenWidth,
  resolve,
  resolveExtent,
  borderBoxSize,
} from './sizing.ts'
import { isOutOfFlow, type BlockBox, type Box, type FlexBox, type ReplacedBox } from './box.ts'
import { withInset, type Engine, type IntrinsicWidths } from './engine.ts'
import { isRow } from './flex/flex-item.ts'
import { replacedSize } from './replaced.ts'
import { tableWidths } from './table/table-columns.ts'

const nothing: IntrinsicWidths = { min: 0, max: 0 }

/** Widths of the content box by its content alone. Percentages inside count as 0. */
export function contentWidths(engine: Engine, box: Box): IntrinsicWidths {
  switch (box.kind) {
    case 'block':
      return blockWidths(engine, box)
    case 'flex':
      return flexWidths(engine, box)
    case 'table':
      return tableWidths(engine, box)
    case 'replaced':
      return pictureWidths(box)
  }
}

/** Border-box widths the box asks its container for: its own width where it has one, within its limits. */
export function contribution(engine: Engine, box: Box): IntrinsicWidths {
  const { style } = box
  const inset = usedInset(style, 0)
  const limits = widthLimits(style, inset, undefined)
  const given = box.kind === 'replaced' ? undefined : givenWidth(style, inset, undefined)
  const { min, max } =
    given === undefined
      ? withInset(engine.contentWidths(box), inset.horizontal)
      : { min: given, max: given }
  return { min: clamp(min, limits), max: clamp(max, limits) }
}

function blockWidths(engine: Engine, box: BlockBox): IntrinsicWidths {
  if (box.inline === undefined) return widest(outerWidths(engine, box.children))
  const prepared = engine.prepared(box)
  if (prepared === undefined) return nothing
  return { min: prepared.text.minContentWidth, max: prepared.text.maxContentWidth }
}

function flexWidths(engine: Engine, { style, children }: FlexBox): IntrinsicWidths {
  if (!isRow(style)) return widest(outerWidths(engine, children))
  const items = outerWidths(engine, children, flexContribution)
  const gaps = resolve(style.columnGap, 0) * Math.max(0, items.length - 1)
  const max = items.reduce((total, item) => total + item.max, gaps)
  const min =
    style.flexWrap === 'wrap'
      ? widest(items).min
      : items.reduce((total, item) => total + item.min, gaps)
  return { min, max }
}

/** A picture whose width is in percent can be as narrow as its container wants. */
function pictureWidths({ style, picture }: ReplacedBox): IntrinsicWidths {
  const inset = usedInset(style, 0)
  const width = replacedSize(style, picture, inset, undefined).width - inset.horizontal
  return { min: isPercentage(style.width) ? 0 : width, max: width }
}

function contributionOf(engine: Engine, box: Box): IntrinsicWidths {
  return engine.contribution(box)
}

/** A flex item asks for no more than its base size if it cannot grow, and no less if it cannot shrink (Flexbox 1, 9.9.3). */
function flexContribution(engine: Engine, box: Box): IntrinsicWidths {
  const { style } = box
  const wanted = engine.contribution(box)
  const inset = usedInset(style, 0)
  const basis = resolveExtent(style.flexBasis, undefined)
  // `flex: 1` means a base size of 0%, which is no length while the container's width is asked for.
  if (basis === undefined || basis === 0) return wanted
  const size = borderBoxSize(style, basis, inset.horizontal)
  const limits = widthLimits(style, inset, undefined)
  const within = (width: Pt) => {
    const atMost = style.flexGrow === 0 ? Math.min(width, size) : width
    return clamp(style.flexShrink === 0 ? Math.max(atMost, size) : atMost, limits)
  }
  return { min: within(wanted.min), max: within(wanted.max) }
}

function outerWidths(
  engine: Engine,
  boxes: readonly Box[],
  widthsOf = contributionOf,
): readonly IntrinsicWidths[] {
  return boxes
    .filter((box) => !isOutOfFlow(box))
    .map((box) => {
      const { left, right } = usedMargins(box.style, 0)
      const { min, max } = widthsOf(engine, box)
      return { min: min + left + right, max: max + left + right }
    })
}

function widest(widths: readonly IntrinsicWidths[]): IntrinsicWidths {
  return {
    min: Math.max(0, ...widths.map(({ min }) => min)),
    max: Math.max(0, ...widths.map(({ max }) => max)),
  }
}
