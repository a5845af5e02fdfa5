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
