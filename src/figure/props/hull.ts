/** Convex hulls in a plane: the way of a tight band round what it holds. */

export type Flat = readonly [u: number, v: number]

/**
 * The corners of the convex hull, counterclockwise, as indices of the points (Andrew's monotone chain, 1979).
 * Points on an edge are left out.
 */
export function convexHull(points: readonly Flat[]): readonly number[] {
  const order = points
    .map((_, index) => index)
    .sort((a, b) => at(points, a)[0] - at(points, b)[0] || at(points, a)[1] - at(points, b)[1])
  if (order.length < 3) return order
  const lower = chain(points, order)
  const upper = chain(points, [...order].reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Flat[], order: readonly number[]): readonly number[] {
  const hull: number[] = []
  for (const index of order) {
    while (hull.length >= 2) {
      const [a, b] = [hull[hull.length - 2] ?? 0, hull[hull.length - 1] ?? 0]
      if (turn(at(points, a), at(points, b), at(points, index)) > 0) break
      hull.pop()
    }
    hull.push(index)
  }
  return hull
}

/** Positive where the way from a over b to c turns left. */
function turn(a: Flat, b: Flat, c: Flat): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

function at(points: readonly Flat[], index: number): Flat {
  return points[index] ?? [0, 0]
}
