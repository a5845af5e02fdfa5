/** The background and borders of a box as paths (CSS Backgrounds and Borders 3). */
import type { Color, PathItem, Stroke } from '../drawing.ts'
import type { Path } from '../geometry/path.ts'
import type { Edges, Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { BoxFragment } from '../layout/fragment.ts'
import type { BorderSide } from '../style/computed.ts'
import { inset, narrowRadii, ringPath } from './border-ring.ts'
import { fitRadii, roundedRectPath, type CornerRadii } from './rounded-rect.ts'

/** What a box paints under its content. Where a page break cuts it there is neither border nor radius. */
export function paintBox(fragment: BoxFragment): readonly PathItem[] {
  const { style } = fragment.source
  const border = bordersOf(fragment)
  const radii = fitRadii(fragment.rect, radiiOf(fragment))
  return [
    ...(style.backgroundColor === undefined
      ? []
      : [filled(roundedRectPath(fragment.rect, radii), style.backgroundColor)]),
    ...paintBorders(fragment.rect, border, radii),
  ]
}

type Side = keyof Edges<unknown>

const sides = ['top', 'right', 'bottom', 'left'] as const

/** Clockwise. */
const before: Readonly<Record<Side, Side>> = {
  top: 'left',
  right: 'top',
  bottom: 'right',
  left: 'bottom',
}
const after: Readonly<Record<Side, Side>> = {
  top: 'right',
  right: 'bottom',
  bottom: 'left',
  left: 'top',
}

function bordersOf({ source, isFirst, isLast }: BoxFragment): Edges<BorderSide> {
  const { border } = source.style
  const none = (side: BorderSide): BorderSide => ({ ...side, width: 0 })
  return {
    top: isFirst ? border.top : none(border.top),
    right: border.right,
    bottom: isLast ? border.bottom : none(border.bottom),
    left: border.left,
  }
}

function radiiOf({ source, isFirst, isLast }: BoxFragment): readonly [Pt, Pt, Pt, Pt] {
  const [topLeft, topRight, bottomRight, bottomLeft] = source.style.borderRadius
  return [
    isFirst ? topLeft : 0,
    isFirst ? topRight : 0,
    isLast ? bottomRight : 0,
    isLast ? bottomLeft : 0,
  ]
}

function paintBorders(
  rect: Rect,
  border: Edges<BorderSide>,
  radii: CornerRadii,
): readonly PathItem[] {
  const visible = sides.filter((side) => isVisible(border[side]))
  const [first] = visible.map((side) => border[side])
  if (first === undefined) return []
  const isRound = radii.some(({ x }) => x > 0)
  const isOneColor = visible.every((side) => isSameColor(border[side].color, first.color))
  const isSolid = visible.every((side) => border[side].style === 'solid')
  const isUniform =
    visible.length === 4 &&
    isOneColor &&
    visible.every(
      (side) => border[side].width === first.width && border[side].style === first.style,
    )
  if (isUniform && (isSolid || isRound)) return [outline(rect, first, radii)]
  if (isRound && isSolid && isOneColor)
    return [
      {
        kind: 'path',
        path: ringPath(rect, widthsOf(border), radii),
        fill: first.color,
        fillRule: 'evenodd',
      },
    ]
  return visible.map((side) =>
    border[side].style === 'solid' ? bar(rect, border, side) : brokenLine(rect, border, side),
  )
}

/** All sides alike: the line along their middle. */
function outline(rect: Rect, side: BorderSide, radii: CornerRadii): PathItem {
  const half = side.width / 2
  const widths = { top: half, right: half, bottom: half, left: half }
  const middle = inset(rect, widths)
  const path = roundedRectPath(middle, narrowRadii(radii, widths))
  const length = 2 * (middle.width + middle.height)
  return { kind: 'path', path, stroke: strokeOf(side, length, 'closed') }
}

/** One solid side. A corner is mitred only where the other side differs: a seam between equals would show. */
function bar(rect: Rect, border: Edges<BorderSide>, side: Side): PathItem {
  const widths = widthsOf(border)
  const own = border[side]
  const cut = (neighbour: Side): Pt =>
    isSameColor(border[neighbour].color, own.color) && border[neighbour].style === 'solid'
      ? 0
      : widths[neighbour]
  const [start, end] = [cut(before[side]), cut(after[side])]
  const { x, y, width, height } = rect
  const [right, bottom] = [x + width, y + height]
  const depth = own.width
  const corners = {
    top: [x, y, right, y, right - end, y + depth, x + start, y + depth],
    right: [right, y, right, bottom, right - depth, bottom - end, right - depth, y + start],
    bottom: [right, bottom, x, bottom, x + end, bottom - depth, right - start, bottom - depth],
    left: [x, bottom, x, y, x + depth, y + end, x + depth, bottom - start],
  } as const
  return filled(polygon(corners[side]), own.color)
}

/** One dashed or dotted side: a line along its middle. */
function brokenLine(rect: Rect, border: Edges<BorderSide>, side: Side): PathItem {
  const own = border[side]
  const half = own.width / 2
  const { x, y, width, height } = rect
  const isHorizontal = side === 'top' || side === 'bottom'
  const level = {
    top: y + half,
    right: x + width - half,
    bottom: y + height - half,
    left: x + half,
  }[side]
  const path: Path = isHorizontal
    ? [
        { type: 'move', x, y: level },
        { type: 'line', x: x + width, y: level },
      ]
    : [
        { type: 'move', x: level, y },
        { type: 'line', x: level, y: y + height },
      ]
  const stroke = strokeOf(own, isHorizontal ? width : height, 'open')
  return { kind: 'path', path, stroke }
}

/** The stroke of a side whose dashes or dots come out even over its length. */
function strokeOf(side: BorderSide, length: Pt, kind: 'open' | 'closed'): Stroke {
  const { color, width } = side
  if (side.style === 'solid') return { color, width }
  // A dot is a dash without length and a round cap, two widths from the next.
  const dash = side.style === 'dotted' ? 0 : 3 * width
  const gap = 2 * width
  const periods = Math.max(1, Math.round((length - (kind === 'open' ? dash : 0)) / (dash + gap)))
  const period = (length - (kind === 'open' ? dash : 0)) / periods
  const cap = side.style === 'dotted' ? 'round' : 'butt'
  return { color, width, cap, dash: [dash, Math.max(0, period - dash)] }
}

function isVisible({ style, width }: BorderSide): boolean {
  return style !== 'none' && width > 0
}

function isSameColor(a: Color, b: Color): boolean {
  return a.red === b.red && a.green === b.green && a.blue === b.blue
}

function widthsOf(border: Edges<BorderSide>): Edges<Pt> {
  const width = (side: BorderSide): Pt => (isVisible(side) ? side.width : 0)
  return {
    top: width(border.top),
    right: width(border.right),
    bottom: width(border.bottom),
    left: width(border.left),
  }
}

function polygon(coordinates: readonly number[]): Path {
  const points = coordinates.flatMap((x, index) =>
    index % 2 === 0 ? [{ x, y: coordinates[index + 1] ?? 0 }] : [],
  )
  return [
    ...points.map((point, index) => ({
      type: index === 0 ? ('move' as const) : ('line' as const),
      ...point,
    })),
    { type: 'close' },
  ]
}

function filled(path: Path, fill: Color): PathItem {
  return { kind: 'path', path, fill }
}
