/** How narrow and how wide content can be: min-content and max-content widths (CSS Sizing 3, 5). */
import {
  usedInset,
  usedMargins,
  widthLimits,
  clamp,
  isPercentage,
  givenWidth,
  resolve,
} from './sizing.ts'
import { isOutOfFlow, type BlockBox, type Box, type FlexBox } from './box.ts'
import type { Engine, IntrinsicWidths } from './engine.ts'
import { isRow } from './flex/flex-item.ts'
import { replacedSize } from './replaced.ts'
import { tableWidths } from './table/table-columns.ts'

const nothing: IntrinsicWidths = { min: 0, max: 0 }

/** Border-box widths of the content, whatever the box's own width says. Percentages count as 0. */
export function contentWidths(engine: Engine, box: Box): IntrinsicWidths {
  const inset = usedInset(box.style, 0)
  if (box.kind === 'replaced') {
    const { width } = replacedSize(box.style, box.picture, inset, undefined)
    return { min: isPercentage(box.style.width) ? inset.horizontal : width, max: width }
  }
  const { min, max } = innerWidths(engine, box)
  return { min: min + inset.horizontal, max: max + inset.horizontal }
}

/** Border-box widths the box asks its container for: its own width where it has one, within its limits. */
export function contribution(engine: Engine, box: Box): IntrinsicWidths {
  const { style } = box
  const inset = usedInset(style, 0)
  const limits = widthLimits(style, inset, undefined)
  const given = box.kind === 'replaced' ? undefined : givenWidth(style, inset, undefined)
  const { min, max } = given === undefined ? engine.contentWidths(box) : { min: given, max: given }
  return { min: clamp(min, limits), max: clamp(max, limits) }
}

function innerWidths(engine: Engine, box: Exclude<Box, { kind: 'replaced' }>): IntrinsicWidths {
  switch (box.kind) {
    case 'block':
      return blockWidths(engine, box)
    case 'flex':
      return flexWidths(engine, box)
    case 'table':
      return tableWidths(engine, box)
  }
}

function blockWidths(engine: Engine, box: BlockBox): IntrinsicWidths {
  if (box.inline === undefined) return widest(outerWidths(engine, box.children))
  const prepared = engine.prepared(box)
  if (prepared === undefined) return nothing
  return { min: prepared.minContentWidth, max: prepared.maxContentWidth }
}

function flexWidths(engine: Engine, { style, children }: FlexBox): IntrinsicWidths {
  const items = outerWidths(engine, children)
  if (!isRow(style)) return widest(items)
  const gaps = resolve(style.columnGap, 0) * Math.max(0, items.length - 1)
  const max = items.reduce((total, item) => total + item.max, gaps)
  const min =
    style.flexWrap === 'wrap'
      ? widest(items).min
      : items.reduce((total, item) => total + item.min, gaps)
  return { min, max }
}

function outerWidths(engine: Engine, boxes: readonly Box[]): readonly IntrinsicWidths[] {
  return boxes
    .filter((box) => !isOutOfFlow(box))
    .map((box) => {
      const { left, right } = usedMargins(box.style, 0)
      const { min, max } = engine.contribution(box)
      return { min: min + left + right, max: max + left + right }
    })
}

function widest(widths: readonly IntrinsicWidths[]): IntrinsicWidths {
  return {
    min: Math.max(0, ...widths.map(({ min }) => min)),
    max: Math.max(0, ...widths.map(({ max }) => max)),
  }
}
