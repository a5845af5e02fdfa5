/** Convex hulls in a plane: the way of a tight band round what it holds. */
import { integersAt, place, scratchKernel } from '../kernel.ts'

export type Flat = readonly [u: number, v: number]

/** The corners of the convex hull, counterclockwise, as indices of the points (`kernel/hull.ts`). */
export function convexHull(points: readonly Flat[]): readonly number[] {
  const kernel = scratchKernel()
  const address = kernel.findHull(place(kernel, Float64Array.from(points.flat())), points.length)
  return [...integersAt(kernel, address, kernel.cornerCount.value)]
}
