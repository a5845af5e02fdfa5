/** Alignment of one flex line along both axes, by yoga: the only file that knows it. */
import Yoga, { type Node } from 'yoga-layout'
import type { Edges, Point } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle } from '../../style/computed.ts'

export interface FlexLine {
  readonly direction: ComputedStyle['flexDirection']
  readonly isRightToLeft: boolean
  readonly justify: ComputedStyle['justifyContent']
  /** Between items. */
  readonly gap: Pt
  /** The content box of the line. */
  readonly width: Pt
  readonly height: Pt
}

/** An item whose sizes are settled. */
export interface AlignedItem {
  readonly width: Pt
  readonly height: Pt
  readonly margin: Edges<Pt | 'auto'>
  /** Baselines are turned into margins and stretching into sizes before. */
  readonly align: 'flex-start' | 'flex-end' | 'center'
}

const edges = [
  [Yoga.EDGE_TOP, 'top'],
  [Yoga.EDGE_RIGHT, 'right'],
  [Yoga.EDGE_BOTTOM, 'bottom'],
  [Yoga.EDGE_LEFT, 'left'],
] as const

const directions = {
  row: Yoga.FLEX_DIRECTION_ROW,
  'row-reverse': Yoga.FLEX_DIRECTION_ROW_REVERSE,
  column: Yoga.FLEX_DIRECTION_COLUMN,
  'column-reverse': Yoga.FLEX_DIRECTION_COLUMN_REVERSE,
} as const

const justifications = {
  'flex-start': Yoga.JUSTIFY_FLEX_START,
  'flex-end': Yoga.JUSTIFY_FLEX_END,
  center: Yoga.JUSTIFY_CENTER,
  'space-between': Yoga.JUSTIFY_SPACE_BETWEEN,
  'space-around': Yoga.JUSTIFY_SPACE_AROUND,
  'space-evenly': Yoga.JUSTIFY_SPACE_EVENLY,
} as const

const alignments = {
  'flex-start': Yoga.ALIGN_FLEX_START,
  'flex-end': Yoga.ALIGN_FLEX_END,
  center: Yoga.ALIGN_CENTER,
} as const

// Never changed after this. Yoga rounds to whole points unless told not to.
const config = Yoga.Config.create()
config.setPointScaleFactor(0)

/** Top left corners of the items' border boxes in the line. */
export function alignFlexLine(items: readonly AlignedItem[], line: FlexLine): readonly Point[] {
  return isPacked(items, line) ? packAtStart(items, line) : alignByYoga(items, line)
}

/** Most lines only put one item after the other; that needs no solver, which costs a third of the layout's time. */
function isPacked(items: readonly AlignedItem[], line: FlexLine): boolean {
  if (line.direction !== 'row' && line.direction !== 'column') return false
  if (line.justify !== 'flex-start' || line.isRightToLeft) return false
  return items.every(({ align, margin }) => align === 'flex-start' && !hasAuto(margin))
}

function hasAuto({ top, right, bottom, left }: AlignedItem['margin']): boolean {
  return top === 'auto' || right === 'auto' || bottom === 'auto' || left === 'auto'
}

function packAtStart(items: readonly AlignedItem[], line: FlexLine): readonly Point[] {
  const isRow = line.direction === 'row'
  let at = 0
  return items.map(({ width, height, margin }) => {
    const left = lengthOf(margin.left)
    const top = lengthOf(margin.top)
    const corner = isRow ? { x: at + left, y: top } : { x: left, y: at + top }
    at += isRow
      ? left + width + lengthOf(margin.right) + line.gap
      : top + height + lengthOf(margin.bottom) + line.gap
    return corner
  })
}

function lengthOf(margin: Pt | 'auto'): Pt {
  return margin === 'auto' ? 0 : margin
}

/** The same for any line. */
export function alignByYoga(items: readonly AlignedItem[], line: FlexLine): readonly Point[] {
  const root = Yoga.Node.create(config)
  root.setFlexDirection(directions[line.direction])
  root.setJustifyContent(justifications[line.justify])
  if (line.gap !== 0) root.setGap(Yoga.GUTTER_ALL, line.gap)
  const nodes = items.map((item, index) => {
    const node = itemNode(item)
    root.insertChild(node, index)
    return node
  })
  root.calculateLayout(
    line.width,
    line.height,
    line.isRightToLeft ? Yoga.DIRECTION_RTL : Yoga.DIRECTION_LTR,
  )
  const corners = nodes.map((node) => ({ x: node.getComputedLeft(), y: node.getComputedTop() }))
  root.freeRecursive()
  return corners
}

function itemNode(item: AlignedItem): Node {
  const node = Yoga.Node.create(config)
  node.setWidth(item.width)
  node.setHeight(item.height)
  node.setAlignSelf(alignments[item.align])
  for (const [edge, name] of edges) {
    const margin = item.margin[name]
    if (margin === 'auto') node.setMarginAuto(edge)
    else if (margin !== 0) node.setMargin(edge, margin)
  }
  return node
}
