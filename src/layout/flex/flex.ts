/** Flex containers: items sized line by line, then aligned (CSS Flexbox 1, 9). */
import type { Diagnostic } from '../../diagnostics/index.ts'
import type { Point } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import { definiteHeight } from '../block/block.ts'
import { isOutOfFlow, type FlexBox } from '../box.ts'
import type { Engine, Space } from '../engine.ts'
import { flexItem, isRow } from './flex-item.ts'
import { alignFlexLine, type AlignedItem } from './flex-line.ts'
import {
  ascentOf,
  sizeLines,
  totalCrossSize,
  type FlexContainer,
  type SizedItem,
  type SizedLine,
} from './flex-sizing.ts'
import { makeLaid, pendingOf, type Laid, type Placed } from '../laid.ts'
import { relativeShift } from '../positioned.ts'
import { percentHeightProblems, tooHigh, tooWide, wantsHeight } from '../problems.ts'
import { clamp, contentHeight, heightLimits, resolve, usedInset } from '../sizing.ts'

/** Lay out a flex container whose width is settled. */
export function layoutFlex(engine: Engine, box: FlexBox, space: Space): Laid {
  const { style } = box
  const inset = usedInset(style, space.containing.width)
  const limits = heightLimits(style, inset, space.containing.height)
  const own = definiteHeight(box, space, inset)
  const container = flexContainer(box, {
    inner: {
      width: Math.max(0, space.width - inset.horizontal),
      height: own === undefined ? undefined : Math.max(0, own - inset.vertical),
    },
    limits: { min: limits.min - inset.vertical, max: limits.max - inset.vertical },
  })
  const { inner } = container
  const items = box.children
    .filter((child) => !isOutOfFlow(child))
    .map((child) => flexItem(engine, box, child, inner))
  const lines = items.length === 0 ? [] : sizeLines(engine, items, container)
  const placed = placeLines(lines, container, { x: inset.left, y: inset.top })
  const content = linesHeight(lines, container) + inset.vertical
  const height = own ?? clamp(contentHeight(style, content, space.width, inset), limits)
  return makeLaid({
    source: box.source,
    width: space.width,
    height,
    flow: container.isRow && lines.length < 2 ? 'parallel' : 'sequential',
    children: arrange(placed, container),
    pending: [
      ...box.children
        .filter(isOutOfFlow)
        .map((child) => ({ box: child, x: inset.left, y: inset.top })),
      ...placed.flatMap(({ items }) => pendingOf(items)),
    ],
    anchors: box.anchors,
    baseline: baselineOf(placed[0]),
    wantsHeight: own === undefined && isHeightWanted(box, lines, container),
    problems: [
      ...percentHeightProblems(box, space.containing),
      ...tooHigh(box, content, height),
      ...widthProblems(placed, inset.left, inner.width),
    ],
  })
}

/** The height of a column settles the heights of its items, so it may be what their children ask for. */
function isHeightWanted(
  box: FlexBox,
  lines: readonly SizedLine[],
  container: FlexContainer,
): boolean {
  if (box.children.some(wantsHeight)) return true
  return !container.isRow && lines.some(({ items }) => items.some(({ laid }) => laid.wantsHeight))
}

function flexContainer(
  { style }: FlexBox,
  { inner, limits }: Pick<FlexContainer, 'inner' | 'limits'>,
): FlexContainer {
  const isInRow = isRow(style)
  const columnGap = resolve(style.columnGap, inner.width)
  const rowGap = resolve(style.rowGap, inner.height ?? 0)
  return {
    style,
    isRow: isInRow,
    inner,
    limits,
    mainGap: isInRow ? columnGap : rowGap,
    crossGap: isInRow ? rowGap : columnGap,
  }
}

interface PlacedLine {
  readonly line: SizedLine
  /** Corner of the line, and its items, counted from the container's border box. */
  readonly x: Pt
  readonly y: Pt
  readonly items: readonly Placed[]
}

function placeLines(
  lines: readonly SizedLine[],
  { style, inner, isRow: isInRow, mainGap, crossGap }: FlexContainer,
  origin: Point,
): readonly PlacedLine[] {
  let cross = 0
  return lines.map((line) => {
    const corners = alignFlexLine(
      line.items.map((each) => alignedItem(each, line)),
      {
        direction: style.flexDirection,
        isRightToLeft: style.direction === 'rtl',
        justify: style.justifyContent,
        gap: mainGap,
        width: isInRow ? line.mainSize : line.crossSize,
        height: isInRow ? line.crossSize : line.mainSize,
      },
    )
    const x = origin.x + (isInRow ? 0 : cross)
    const y = origin.y + (isInRow ? cross : 0)
    cross += line.crossSize + crossGap
    const items = line.items.map(({ item, laid }, index) => {
      const corner = corners[index] ?? { x: 0, y: 0 }
      const shift = relativeShift(item.box.style, inner)
      return { x: x + corner.x + shift.x, y: y + corner.y + shift.y, laid }
    })
    return { line, x, y, items }
  })
}

function alignedItem(sized: SizedItem, line: SizedLine): AlignedItem {
  const { item, laid } = sized
  const { align, margin } = item
  const given = item.box.style.margin
  const top = given.top === 'auto' ? 'auto' : margin.top
  // Items that share a baseline are moved down to it; yoga cannot ask a box for its baseline.
  const isMoved = align === 'baseline' && line.ascent > 0 && top !== 'auto'
  return {
    width: laid.width,
    height: laid.height,
    margin: {
      top: isMoved ? margin.top + line.ascent - ascentOf(sized) : top,
      right: given.right === 'auto' ? 'auto' : margin.right,
      bottom: given.bottom === 'auto' ? 'auto' : margin.bottom,
      left: given.left === 'auto' ? 'auto' : margin.left,
    },
    align: align === 'flex-end' || align === 'center' ? align : 'flex-start',
  }
}

function linesHeight(lines: readonly SizedLine[], container: FlexContainer): Pt {
  if (!container.isRow) return Math.max(0, ...lines.map((line) => mainExtent(line, container)))
  // A single line is as high as its container; what stands in it may be higher.
  const isFixed = container.style.flexWrap === 'nowrap' && container.inner.height !== undefined
  const items = isFixed ? (lines[0]?.items ?? []) : []
  const heights = items.map(({ item, laid }) => laid.height + item.margin.top + item.margin.bottom)
  return Math.max(isFixed ? 0 : totalCrossSize(lines, container), ...heights)
}

function mainExtent({ items }: SizedLine, { mainGap }: FlexContainer): Pt {
  let total = mainGap * Math.max(0, items.length - 1)
  for (const { item, laid } of items) total += laid.height + item.margins
  return total
}

/** Several lines of a row follow each other; the items of each stand side by side. */
function arrange(
  lines: readonly PlacedLine[],
  { isRow: isInRow, inner, style }: FlexContainer,
): readonly Placed[] {
  if (!isInRow || lines.length < 2) {
    const placed = lines.flatMap(({ items }) => items)
    return style.flexDirection === 'column-reverse' ? placed.toSorted((a, b) => a.y - b.y) : placed
  }
  return lines.map(({ x, y, line, items }) => ({
    x,
    y,
    laid: makeLaid({
      source: undefined,
      width: inner.width,
      height: line.crossSize,
      flow: 'parallel',
      children: items.map((item) => ({ ...item, x: item.x - x, y: item.y - y })),
    }),
  }))
}

function baselineOf(first: PlacedLine | undefined): Pt | undefined {
  if (first === undefined) return undefined
  const shared = first.line.items.findIndex(({ item }) => item.align === 'baseline')
  const item = first.items[Math.max(0, shared)]
  return item && item.y + (item.laid.baseline ?? item.laid.height)
}

function widthProblems(lines: readonly PlacedLine[], start: Pt, room: Pt): readonly Diagnostic[] {
  return lines.flatMap(({ line, items }) =>
    line.items.flatMap(({ item }, index) => {
      const placed = items[index]
      if (placed === undefined) return []
      const end = placed.x - start + placed.laid.width
      return tooWide(item.box, end + Math.min(0, item.margin.right), room)
    }),
  )
}
