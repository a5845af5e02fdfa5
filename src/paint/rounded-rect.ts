/** Rectangles as paths, with corners that are parts of ellipses. */
import type { Path, PathSegment } from '../geometry/path.ts'
import type { Rect } from '../geometry/rect.ts'
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

/** A rectangle with rounded corners, clockwise from the top left. */
export function roundedRectPath(rect: Rect, radii: CornerRadii): Path {
  if (radii.every(isSquare)) return rectPath(rect)
  const { x, y, width, height } = rect
  const [right, bottom] = [x + width, y + height]
  const [topLeft, topRight, bottomRight, bottomLeft] = radii
  return [
    { type: 'move', x: x + topLeft.x, y },
    { type: 'line', x: right - topRight.x, y },
    ...corner({ x: right - topRight.x, y }, { x: right, y: y + topRight.y }, 'horizontal'),
    { type: 'line', x: right, y: bottom - bottomRight.y },
    ...corner(
      { x: right, y: bottom - bottomRight.y },
      { x: right - bottomRight.x, y: bottom },
      'vertical',
    ),
    { type: 'line', x: x + bottomLeft.x, y: bottom },
    ...corner({ x: x + bottomLeft.x, y: bottom }, { x, y: bottom - bottomLeft.y }, 'horizontal'),
    { type: 'line', x, y: y + topLeft.y },
    ...corner({ x, y: y + topLeft.y }, { x: x + topLeft.x, y }, 'vertical'),
    { type: 'close' },
  ]
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

/** A quarter of an ellipse that leaves `from` in the given direction; nothing for a square corner. */
function corner(
  from: CornerRadius,
  to: CornerRadius,
  leaves: 'horizontal' | 'vertical',
): readonly PathSegment[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (dx === 0 || dy === 0) return []
  const isHorizontal = leaves === 'horizontal'
  return [
    {
      type: 'curve',
      x1: from.x + (isHorizontal ? dx * kappa : 0),
      y1: from.y + (isHorizontal ? 0 : dy * kappa),
      x2: to.x - (isHorizontal ? 0 : dx * kappa),
      y2: to.y - (isHorizontal ? dy * kappa : 0),
      x: to.x,
      y: to.y,
    },
  ]
}
