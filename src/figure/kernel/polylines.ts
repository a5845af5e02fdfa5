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
