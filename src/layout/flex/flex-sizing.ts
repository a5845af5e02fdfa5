/** Lines of a flex container: which items stand in which, and how large each gets (CSS Flexbox 1, 9.3 and 9.4). */
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import type { Engine } from '../engine.ts'
import { columnItemWidth, isStretched, type FlexItem } from './flex-item.ts'
import { resolveFlexibleLengths } from './flexible-lengths.ts'
import { withHeight, type Laid } from '../laid.ts'
import { clamp, type Containing, type Limits } from '../sizing.ts'

export interface FlexContainer {
  readonly style: ComputedStyle
  readonly isRow: boolean
  readonly inner: Containing
  /** Least and greatest height of the content box. */
  readonly limits: Limits
  readonly mainGap: Pt
  readonly crossGap: Pt
}

export interface SizedLine {
  readonly items: readonly SizedItem[]
  readonly mainSize: Pt
  readonly crossSize: Pt
  /** From the top of the line to the baseline that its items share. */
  readonly ascent: Pt
}

export interface SizedItem {
  readonly item: FlexItem
  readonly laid: Laid
}

/** Items in lines, with their sizes along and across the line. */
export function sizeLines(
  engine: Engine,
  items: readonly FlexItem[],
  container: FlexContainer,
): readonly SizedLine[] {
  const lines = breakLines(items, container).map((line) => sizeLine(engine, line, container))
  const total = totalCrossSize(lines, container)
  const target = container.isRow
    ? (container.inner.height ?? clamp(total, container.limits))
    : container.inner.width
  const extra = Math.max(0, target - total) / Math.max(1, lines.length)
  const isSingle = container.style.flexWrap === 'nowrap'
  return lines.map((line) =>
    stretchItems(engine, container, {
      ...line,
      crossSize: isSingle ? target : line.crossSize + extra,
    }),
  )
}

/** All lines and the gaps between them. */
export function totalCrossSize(lines: readonly SizedLine[], { crossGap }: FlexContainer): Pt {
  let total = crossGap * Math.max(0, lines.length - 1)
  for (const { crossSize } of lines) total += crossSize
  return total
}

/** From the top margin edge of an item to its baseline; a box without text stands on its lower edge. */
export function ascentOf({ item, laid }: SizedItem): Pt {
  return item.margin.top + (laid.baseline ?? laid.height)
}

function breakLines(
  items: readonly FlexItem[],
  { style, isRow, inner, limits, mainGap }: FlexContainer,
): readonly (readonly FlexItem[])[] {
  if (style.flexWrap === 'nowrap') return [items]
  const room = isRow ? inner.width : (inner.height ?? limits.max)
  const lines: FlexItem[][] = []
  let used = 0
  for (const item of items) {
    const size = clamp(item.basis, item) + item.margins
    const line = lines.at(-1)
    // A hair more than fits still fits: percentages of a third do not add up exactly.
    if (line === undefined || used + mainGap + size > room + 0.001) {
      lines.push([item])
      used = size
    } else {
      line.push(item)
      used += mainGap + size
    }
  }
  return lines
}

function sizeLine(engine: Engine, items: readonly FlexItem[], container: FlexContainer): SizedLine {
  const gaps = container.mainGap * Math.max(0, items.length - 1)
  const mainSize = mainSizeOf(items, gaps, container)
  const mains = resolveFlexibleLengths(items, mainSize - gaps)
  const sized = items.map((item, index) => ({
    item,
    laid: layoutItem(engine, item, mains[index] ?? item.basis, container),
  }))
  if (!container.isRow) {
    const widths = sized.map(({ item, laid }) => laid.width + item.margin.left + item.margin.right)
    return { items: sized, mainSize, crossSize: Math.max(0, ...widths), ascent: 0 }
  }
  let ascent = 0
  let descent = 0
  let crossSize = 0
  for (const each of sized) {
    const { margin, align } = each.item
    const outer = each.laid.height + margin.top + margin.bottom
    crossSize = Math.max(crossSize, outer)
    if (align !== 'baseline') continue
    ascent = Math.max(ascent, ascentOf(each))
    descent = Math.max(descent, outer - ascentOf(each))
  }
  return { items: sized, mainSize, crossSize: Math.max(crossSize, ascent + descent), ascent }
}

function mainSizeOf(
  items: readonly FlexItem[],
  gaps: Pt,
  { isRow, inner, limits }: FlexContainer,
): Pt {
  if (isRow) return inner.width
  if (inner.height !== undefined) return inner.height
  let total = gaps
  for (const item of items) total += clamp(item.basis, item) + item.margins
  return clamp(total, limits)
}

function layoutItem(
  engine: Engine,
  item: FlexItem,
  main: Pt,
  { isRow, inner }: FlexContainer,
): Laid {
  const width = isRow ? main : columnItemWidth(engine, item, inner)
  const laid = engine.layout(item.box, { width, independent: true, containing: inner })
  if (isRow) return laid
  return isHeightSettled(laid, main) && inner.height === undefined
    ? laid
    : layoutAtHeight(engine, item, laid, { height: main, inner })
}

function stretchItems(engine: Engine, container: FlexContainer, line: SizedLine): SizedLine {
  const { isRow, inner } = container
  const items = line.items.map((each) => {
    const { item, laid } = each
    if (!isStretched(item, isRow)) return each
    const { top, right, bottom, left } = item.margin
    if (isRow) {
      const height = clamp(line.crossSize - top - bottom, item.crossLimits)
      return { item, laid: layoutAtHeight(engine, item, laid, { height, inner }) }
    }
    const width = clamp(line.crossSize - left - right, item.crossLimits)
    if (width === laid.width) return each
    const space = { width, height: laid.height, independent: true, containing: inner } as const
    return { item, laid: engine.layout(item.box, space) }
  })
  return { ...line, items }
}

/** The item again at a height that is settled now; without laying it out twice where that changes nothing. */
function layoutAtHeight(
  engine: Engine,
  { box }: FlexItem,
  laid: Laid,
  { height, inner }: { readonly height: Pt; readonly inner: Containing },
): Laid {
  if (!laid.wantsHeight) {
    if (isHeightSettled(laid, height)) return laid
    const isPlain = box.kind === 'block' && box.style.position === 'static'
    if (isPlain && height > laid.height) return withHeight(laid, height)
  }
  return engine.layout(box, { width: laid.width, height, independent: true, containing: inner })
}

function isHeightSettled(laid: Laid, height: Pt): boolean {
  return Math.abs(laid.height - height) < 1e-6
}
