/** Borders of one colour with round corners: what lies between the outer and the inner edge of a box. */
import type { Path, PathSegment } from '../geometry/path.ts'
import type { Edges, Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import {
  cornersOf,
  reversed,
  roundCorner,
  roundedRectPath,
  type Corner,
  type CornerRadii,
  type CornerRadius,
} from './rounded-rect.ts'

/** To be filled by the even-odd rule. A side of width 0 has no edge, or it would show as a hairline. */
export function ringPath(rect: Rect, widths: Edges<Pt>, radii: CornerRadii): Path {
  const innerRect = inset(rect, widths)
  const innerRadii = narrowRadii(radii, widths)
  const isVisible = [widths.top, widths.right, widths.bottom, widths.left].map((width) => width > 0)
  if (isVisible.every(Boolean)) {
    return [...roundedRectPath(rect, radii), ...roundedRectPath(innerRect, innerRadii)]
  }
  const [outer, inner] = [cornersOf(rect, radii), cornersOf(innerRect, innerRadii)]
  return chains(isVisible).flatMap((sides) => band(sides, outer, inner))
}

/** A rectangle made smaller on each side. */
export function inset({ x, y, width, height }: Rect, by: Edges<Pt>): Rect {
  return {
    x: x + by.left,
    y: y + by.top,
    width: Math.max(0, width - by.left - by.right),
    height: Math.max(0, height - by.top - by.bottom),
  }
}

/** The radii of the inner edge (CSS Backgrounds 3, 4.2). */
export function narrowRadii(
  [topLeft, topRight, bottomRight, bottomLeft]: CornerRadii,
  { top, right, bottom, left }: Edges<Pt>,
): CornerRadii {
  const narrow = (radius: CornerRadius, x: Pt, y: Pt): CornerRadius => ({
    x: Math.max(0, radius.x - x),
    y: Math.max(0, radius.y - y),
  })
  return [
    narrow(topLeft, left, top),
    narrow(topRight, right, top),
    narrow(bottomRight, right, bottom),
    narrow(bottomLeft, left, bottom),
  ]
}

/** Visible sides that follow each other, clockwise: side 0 is the top, from corner 0 to corner 1. */
function chains(isVisible: readonly boolean[]): readonly (readonly number[])[] {
  return [0, 1, 2, 3]
    .filter((side) => isVisible[side] === true && isVisible[(side + 3) % 4] !== true)
    .map((first) => {
      const sides = [first]
      for (let side = (first + 1) % 4; isVisible[side] === true; side = (side + 1) % 4) {
        sides.push(side)
      }
      return sides
    })
}

/** Along the outer edge, round the corners at both ends too, and back along the inner edge. */
function band(
  sides: readonly number[],
  outer: readonly Corner[],
  inner: readonly Corner[],
): readonly PathSegment[] {
  const last = sides.at(-1)
  const corners = last === undefined ? [] : [...sides, (last + 1) % 4]
  const there = corners.flatMap((corner) => outer[corner] ?? [])
  const back = corners.flatMap((corner) => inner[corner] ?? []).reverse()
  const [first] = there
  if (first === undefined) return []
  return [
    { type: 'move', ...first.from },
    ...there.flatMap(roundCorner).slice(1),
    ...back.map(reversed).flatMap(roundCorner),
    { type: 'close' },
  ]
}
