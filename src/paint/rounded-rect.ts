/** Rectangles as paths, with corners that are parts of ellipses. */
import type { Path, PathSegment } from '../geometry/path.ts'
import type { Point, Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'

/** The half axes of a corner's ellipse; 0 for a square corner. */
export interface CornerRadius {
  readonly x: Pt
  readonly y: Pt
}

/** Top left, top right, bottom right, bottom left, as in CSS. */
export type CornerRadii = readonly [CornerRadius, CornerRadius, CornerRadius, CornerRadius]

export function rectPath({ x, y, width, height }: Rect): Path {
  return [
    { type: 'move', x, y },
    { type: 'line', x: x + width, y },
    { type: 'line', x: x + width, y: y + height },
    { type: 'line', x, y: y + height },
    { type: 'close' },
  ]
}

/** A rectangle with rounded corners, clockwise from the end of the top left one. */
export function roundedRectPath(rect: Rect, radii: CornerRadii): Path {
  if (radii.every(isSquare)) return rectPath(rect)
  const [topLeft, topRight, bottomRight, bottomLeft] = cornersOf(rect, radii)
  return [
    { type: 'move', ...topLeft.to },
    ...[topRight, bottomRight, bottomLeft, topLeft].flatMap(roundCorner),
    { type: 'close' },
  ]
}

/** A quarter of an ellipse, clockwise; a square corner has both ends in one point. */
export interface Corner {
  readonly from: Point
  readonly to: Point
  /** The direction in which the curve leaves `from`. */
  readonly leaves: 'horizontal' | 'vertical'
}

/** In the order of the radii. */
export function cornersOf(
  { x, y, width, height }: Rect,
  [topLeft, topRight, bottomRight, bottomLeft]: CornerRadii,
): readonly [Corner, Corner, Corner, Corner] {
  const [right, bottom] = [x + width, y + height]
  return [
    { from: { x, y: y + topLeft.y }, to: { x: x + topLeft.x, y }, leaves: 'vertical' },
    {
      from: { x: right - topRight.x, y },
      to: { x: right, y: y + topRight.y },
      leaves: 'horizontal',
    },
    {
      from: { x: right, y: bottom - bottomRight.y },
      to: { x: right - bottomRight.x, y: bottom },
      leaves: 'vertical',
    },
    {
      from: { x: x + bottomLeft.x, y: bottom },
      to: { x, y: bottom - bottomLeft.y },
      leaves: 'horizontal',
    },
  ]
}

/** A straight line to a corner, then round it. */
export function roundCorner({ from, to, leaves }: Corner): readonly PathSegment[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const line: PathSegment = { type: 'line', ...from }
  if (dx === 0 || dy === 0) return [line]
  const isHorizontal = leaves === 'horizontal'
  return [
    line,
    {
      type: 'curve',
      x1: from.x + (isHorizontal ? dx * kappa : 0),
      y1: from.y + (isHorizontal ? 0 : dy * kappa),
      x2: to.x - (isHorizontal ? 0 : dx * kappa),
      y2: to.y - (isHorizontal ? dy * kappa : 0),
      ...to,
    },
  ]
}

/** The same corner walked the other way. */
export function reversed({ from, to, leaves }: Corner): Corner {
  return { from: to, to: from, leaves: leaves === 'horizontal' ? 'vertical' : 'horizontal' }
}

/** Radii made smaller together where neighbours would overlap (CSS Backgrounds 3, 4.5). */
export function fitRadii(
  { width, height }: Rect,
  [topLeft, topRight, bottomRight, bottomLeft]: readonly [Pt, Pt, Pt, Pt],
): CornerRadii {
  const shrink = Math.min(
    1,
    ratio(width, topLeft + topRight),
    ratio(width, bottomLeft + bottomRight),
    ratio(height, topLeft + bottomLeft),
    ratio(height, topRight + bottomRight),
  )
  const circle = (radius: Pt): CornerRadius => ({ x: radius * shrink, y: radius * shrink })
  return [circle(topLeft), circle(topRight), circle(bottomRight), circle(bottomLeft)]
}

function ratio(length: Pt, wanted: Pt): number {
  return wanted > length ? length / wanted : 1
}

function isSquare({ x, y }: CornerRadius): boolean {
  return x <= 0 || y <= 0
}

// How far along the tangent the control points of a cubic stand so that it passes for a quarter of a circle.
const kappa = 0.5523
