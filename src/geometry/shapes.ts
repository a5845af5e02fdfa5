/** The basic shapes of SVG (SVG 2, chapter 10) as paths. */
import type { Path, PathSegment } from './path.ts'
import type { Point, Rect } from './rect.ts'

/** How far a cubic curve's handles reach for a quarter circle of radius 1. */
const quarterHandle = (4 / 3) * (Math.SQRT2 - 1)

/** A rectangle; radii larger than half a side are cut to it. */
export function rectanglePath(rect: Rect, rx = 0, ry = rx): Path {
  const { x, y, width, height } = rect
  const right = x + width
  const bottom = y + height
  const rounding = { x: Math.min(rx, width / 2), y: Math.min(ry, height / 2) }
  if (rounding.x <= 0 || rounding.y <= 0) {
    return polygonPath([
      { x, y },
      { x: right, y },
      { x: right, y: bottom },
      { x, y: bottom },
    ])
  }
  const corner = (from: Point, edge: Point, to: Point): PathSegment => quarter(from, edge, to)
  const [left1, right1] = [x + rounding.x, right - rounding.x]
  const [top1, bottom1] = [y + rounding.y, bottom - rounding.y]
  return [
    { type: 'move', x: left1, y },
    { type: 'line', x: right1, y },
    corner({ x: right1, y }, { x: right, y }, { x: right, y: top1 }),
    { type: 'line', x: right, y: bottom1 },
    corner({ x: right, y: bottom1 }, { x: right, y: bottom }, { x: right1, y: bottom }),
    { type: 'line', x: left1, y: bottom },
    corner({ x: left1, y: bottom }, { x, y: bottom }, { x, y: bottom1 }),
    { type: 'line', x, y: top1 },
    corner({ x, y: top1 }, { x, y }, { x: left1, y }),
    { type: 'close' },
  ]
}

/** An ellipse, clockwise from its rightmost point. */
export function ellipsePath(centre: Point, rx: number, ry = rx): Path {
  const { x, y } = centre
  const right = { x: x + rx, y }
  const bottom = { x, y: y + ry }
  const left = { x: x - rx, y }
  const top = { x, y: y - ry }
  return [
    { type: 'move', ...right },
    quarter(right, { x: x + rx, y: y + ry }, bottom),
    quarter(bottom, { x: x - rx, y: y + ry }, left),
    quarter(left, { x: x - rx, y: y - ry }, top),
    quarter(top, { x: x + rx, y: y - ry }, right),
    { type: 'close' },
  ]
}

export function linePath(from: Point, to: Point): Path {
  return polylinePath([from, to])
}

export function polylinePath(points: readonly Point[]): Path {
  return points.map(({ x, y }, index) => ({ type: index === 0 ? 'move' : 'line', x, y }))
}

export function polygonPath(points: readonly Point[]): Path {
  return points.length === 0 ? [] : [...polylinePath(points), { type: 'close' }]
}

/** A quarter ellipse between two points, bulging towards the corner of their box. */
function quarter(from: Point, corner: Point, to: Point): PathSegment {
  const toward = (start: number, end: number): number => start + (end - start) * quarterHandle
  return {
    type: 'curve',
    x1: toward(from.x, corner.x),
    y1: toward(from.y, corner.y),
    x2: toward(to.x, corner.x),
    y2: toward(to.y, corner.y),
    x: to.x,
    y: to.y,
  }
}
