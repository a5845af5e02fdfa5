/** Affine transforms, as PDF and SVG write them: x' = a x + c y + e, y' = b x + d y + f. */
import type { Point, Rect } from './rect.ts'

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y]
}

export function scaling(x: number, y = x): Matrix {
  return [x, 0, 0, y, 0, 0]
}

/** The transform that applies `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ]
}

export function apply(matrix: Matrix, point: Point): Point {
  const [a, b, c, d, e, f] = matrix
  return { x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f }
}

/** The smallest upright rectangle around a transformed one. */
export function applyToRect(matrix: Matrix, { x, y, width, height }: Rect): Rect {
  const corners = [x, x + width].flatMap((left) =>
    [y, y + height].map((top) => apply(matrix, { x: left, y: top })),
  )
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** Scale and move `content` into `target`, keeping its proportions; `align` places it where room is left (0 start, 1 end). */
export function fitInto(content: Rect, target: Rect, align: Point): Matrix {
  const scale = Math.min(target.width / content.width, target.height / content.height)
  return [
    scale,
    0,
    0,
    scale,
    target.x - content.x * scale + (target.width - content.width * scale) * align.x,
    target.y - content.y * scale + (target.height - content.height * scale) * align.y,
  ]
}
