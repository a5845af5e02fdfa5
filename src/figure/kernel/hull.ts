/** Convex hulls in a plane (Andrew's monotone chain, 1979). */
import { allocate, at } from './memory'

/** Number of corners of the last `findHull`. */
export let cornerCount: i32 = 0

/** The corners, counterclockwise, as indices of the points, which are u, v, u, v, …; points on an edge are left out. */
export function findHull(points: usize, count: i32): usize {
  const order = sortedByPlace(points, count)
  if (count < 3) {
    cornerCount = count
    return order
  }
  const hull = allocate(4 * (2 * count))
  let size = 0
  for (let i = 0; i < count; i++) size = reach(hull, size, 0, points, indexAt(order, i))
  // The last point of the lower chain is the first of the upper one.
  const lower = size - 1
  size = lower
  for (let i = count - 1; i >= 0; i--) size = reach(hull, size, lower, points, indexAt(order, i))
  cornerCount = size - 1
  return hull
}

export function indexAt(indices: usize, i: i32): i32 {
  return load<i32>(indices + 4 * i)
}

/** Indices from left to right, and where that is the same from below. */
function sortedByPlace(points: usize, count: i32): usize {
  const order = allocate(4 * count)
  for (let i = 0; i < count; i++) {
    let k = i
    for (; k > 0 && isAfter(points, indexAt(order, k - 1), i); k--) {
      store<i32>(order + 4 * k, indexAt(order, k - 1))
    }
    store<i32>(order + 4 * k, i)
  }
  return order
}

function isAfter(points: usize, a: i32, b: i32): bool {
  const ax = at(points, 2 * a)
  const bx = at(points, 2 * b)
  return ax > bx || (ax === bx && at(points, 2 * a + 1) > at(points, 2 * b + 1))
}

/** Adds a point to the chain that begins at `first`, without the corners that it cuts off: the new size. */
function reach(hull: usize, size: i32, first: i32, points: usize, index: i32): i32 {
  let end = size
  while (
    end - first >= 2 &&
    !turnsLeft(points, indexAt(hull, end - 2), indexAt(hull, end - 1), index)
  )
    end--
  store<i32>(hull + 4 * end, index)
  return end + 1
}

function turnsLeft(points: usize, a: i32, b: i32, c: i32): bool {
  const ax = at(points, 2 * a)
  const ay = at(points, 2 * a + 1)
  const bx = at(points, 2 * b) - ax
  const by = at(points, 2 * b + 1) - ay
  return bx * (at(points, 2 * c + 1) - ay) - by * (at(points, 2 * c) - ax) > 0
}
