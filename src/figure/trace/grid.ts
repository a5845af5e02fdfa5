/** A picture's pixels and the cracks between them: numbering shared by all tracing. */

/** Points on the picture in pixels: x, y, x, y, … Pixel centres are at half numbers. */
export type Polyline = Float64Array

export interface Chain {
  readonly points: Polyline
  readonly isClosed: boolean
}

/** Cracks are numbered by the pixel before them: twice its index for the one to its right, one more for the one below. */
export function crackBeside(pixel: number): number {
  return pixel * 2
}

export function crackBelow(pixel: number): number {
  return pixel * 2 + 1
}

/** Where between the centres of two pixels something changes: 0 at the first, 1 at the second. */
export type CrackPlace = (from: number, to: number) => number
