/** Axis-aligned rectangles, y downwards. */
import type { Pt } from './units.ts'

export interface Point {
  readonly x: Pt
  readonly y: Pt
}

export interface Size {
  readonly width: Pt
  readonly height: Pt
}

export interface Rect extends Point, Size {}

/** One value for each side of a box, in CSS order. */
export interface Edges<T> {
  readonly top: T
  readonly right: T
  readonly bottom: T
  readonly left: T
}

/** What two rectangles share; undefined when they do not even touch. */
export function intersection(a: Rect, b: Rect): Rect | undefined {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width < 0 || height < 0 ? undefined : { x, y, width, height }
}

/** The smallest rectangle around two, of which either may be missing. */
export function union(a: Rect | undefined, b: Rect | undefined): Rect | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** A rectangle made larger by the same length on each side. */
export function outset({ x, y, width, height }: Rect, by: Pt): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** Whether `inner` lies inside `outer`, to a tolerance. */
export function contains(outer: Rect, inner: Rect, tolerance: Pt = 0): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  )
}
