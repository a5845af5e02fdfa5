/** Polylines made smooth, and evenly spaced: points in a row, x, y, x, y, … */
import { at, numbers, put } from './memory'

/** Number of points of the last `resample`. */
export let places: i32 = 0

/** `smooth` of fair.ts: a weight for each point up to `radius` away. Returns the address of the points. */
export function smooth(
  points: usize,
  count: i32,
  weights: usize,
  radius: i32,
  isClosed: bool,
): usize {
  const result = numbers(2 * count)
  for (let i = 0; i < count; i++) {
    const reach = isClosed ? radius : min(radius, min(i, count - 1 - i))
    let x = at(points, 2 * i) * at(weights, 0)
    let y = at(points, 2 * i + 1) * at(weights, 0)
    let total = at(weights, 0)
    for (let k = 1; k <= reach; k++) {
      const weight = at(weights, k)
      const before = i - k < 0 ? i - k + count : i - k
      const after = i + k >= count ? i + k - count : i + k
      x += (at(points, 2 * before) + at(points, 2 * after)) * weight
      y += (at(points, 2 * before + 1) + at(points, 2 * after + 1)) * weight
      total += 2 * weight
    }
    put(result, 2 * i, x / total)
    put(result, 2 * i + 1, y / total)
  }
  return result
}

/** `fair` of fair.ts: smoothed, and what was lost smoothed and put back. */
export function fair(
  points: usize,
  count: i32,
  weights: usize,
  radius: i32,
  isClosed: bool,
): usize {
  const smoothed = smooth(points, count, weights, radius, isClosed)
  const lost = numbers(2 * count)
  for (let i = 0; i < 2 * count; i++) put(lost, i, at(points, i) - at(smoothed, i))
  const kept = smooth(lost, count, weights, radius, isClosed)
  for (let i = 0; i < 2 * count; i++) put(smoothed, i, at(smoothed, i) + at(kept, i))
  return smoothed
}

/** The way along a polyline to each of its points, and back to the first for a closed one. */
export function measure(points: usize, count: i32, isClosed: bool): usize {
  const stops = isClosed ? count + 1 : count
  const along = numbers(stops)
  put(along, 0, 0)
  for (let i = 1; i < stops; i++) {
    const j = i % count
    const dx = at(points, 2 * j) - at(points, 2 * i - 2)
    const dy = at(points, 2 * j + 1) - at(points, 2 * i - 1)
    put(along, i, at(along, i - 1) + Math.sqrt(dx * dx + dy * dy))
  }
  return along
}

/** The same line with points about `step` apart; a closed one does not repeat its first. Returns their address. */
export function resample(points: usize, count: i32, step: f64, isClosed: bool): usize {
  const along = measure(points, count, isClosed)
  const stops = isClosed ? count + 1 : count
  const total = at(along, stops - 1)
  const pieces = max(isClosed ? 3 : 1, i32(Math.round(total / step)))
  places = isClosed ? pieces : pieces + 1
  const result = numbers(2 * places)
  let i = 0
  for (let k = 0; k < places; k++) {
    const wanted = (total * k) / pieces
    while (i < stops - 2 && at(along, i + 1) < wanted) i++
    const gap = i + 1 < stops ? at(along, i + 1) - at(along, i) : 0
    const share = gap > 0 ? (wanted - at(along, i)) / gap : 0
    const j = (i + 1) % count
    for (let axis = 0; axis < 2; axis++) {
      const from = at(points, 2 * i + axis)
      put(result, 2 * k + axis, from + (at(points, 2 * j + axis) - from) * share)
    }
  }
  return result
}

/** Index of the point that is nearest to a place, and nearer than `most`; -1 for none. Those from `from` to `to` do not count. */
export function nearestPoint(
  points: usize,
  count: i32,
  from: i32,
  to: i32,
  x: f64,
  y: f64,
  most: f64,
): i32 {
  let least = most * most
  let found = -1
  for (let i = 0; i < count; i++) {
    if (i === from) i = to
    if (i >= count) break
    const dx = at(points, 2 * i) - x
    const dy = at(points, 2 * i + 1) - y
    const away = dx * dx + dy * dy
    if (away < least) {
      least = away
      found = i
    }
  }
  return found
}
