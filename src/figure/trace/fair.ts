/** Polylines made smooth without shrinking, and evenly spaced. */
import type { Polyline } from './grid.ts'

/**
 * Smooths by a Gaussian over `sigma` points, then puts back the smoothed difference: a filter of second order,
 * which keeps curves in place where a plain one cuts the corners (after Taubin 1995). Ends stay.
 */
export function fair(points: Polyline, sigma: number, isClosed: boolean): Polyline {
  const smoothed = smooth(points, sigma, isClosed)
  const lost = points.map((value, i) => value - (smoothed[i] ?? 0))
  const kept = smooth(lost, sigma, isClosed)
  return smoothed.map((value, i) => value + (kept[i] ?? 0))
}

/** A Gaussian over `sigma` points; near the ends of an open line it narrows, so that they stay. */
export function smooth(points: Polyline, sigma: number, isClosed: boolean): Polyline {
  const count = points.length / 2
  if (count < 4) return points
  const radius = Math.min(Math.ceil(sigma * 2.5), Math.floor((count - 1) / 2))
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) =>
    Math.exp((-i * i) / 2 / sigma / sigma),
  )
  const result = new Float64Array(points.length)
  for (let i = 0; i < count; i++) {
    const reach = isClosed ? radius : Math.min(radius, i, count - 1 - i)
    let x = (points[2 * i] ?? 0) * (weights[0] ?? 0)
    let y = (points[2 * i + 1] ?? 0) * (weights[0] ?? 0)
    let total = weights[0] ?? 0
    for (let k = 1; k <= reach; k++) {
      const weight = weights[k] ?? 0
      const before = i - k < 0 ? i - k + count : i - k
      const after = i + k >= count ? i + k - count : i + k
      x += ((points[2 * before] ?? 0) + (points[2 * after] ?? 0)) * weight
      y += ((points[2 * before + 1] ?? 0) + (points[2 * after + 1] ?? 0)) * weight
      total += 2 * weight
    }
    result[2 * i] = x / total
    result[2 * i + 1] = y / total
  }
  return result
}

/** The same line with points about `step` apart; a closed one does not repeat its first. */
export function resample(points: Polyline, step: number, isClosed: boolean): Polyline {
  const at = measure(points, isClosed)
  const total = at[at.length - 1] ?? 0
  const count = Math.max(isClosed ? 3 : 1, Math.round(total / step))
  const places = isClosed ? count : count + 1
  const result = new Float64Array(places * 2)
  const size = points.length / 2
  let i = 0
  for (let k = 0; k < places; k++) {
    const wanted = (total * k) / count
    while (i < at.length - 2 && (at[i + 1] ?? 0) < wanted) i++
    const gap = (at[i + 1] ?? 0) - (at[i] ?? 0)
    const share = gap > 0 ? (wanted - (at[i] ?? 0)) / gap : 0
    const j = (i + 1) % size
    for (const axis of [0, 1]) {
      const a = points[2 * i + axis] ?? 0
      const b = points[2 * j + axis] ?? 0
      result[2 * k + axis] = a + (b - a) * share
    }
  }
  return result
}

/** The way along a polyline to each of its points, and back to the first for a closed one. */
export function measure(points: Polyline, isClosed: boolean): Float64Array {
  const size = points.length / 2
  const count = isClosed ? size + 1 : size
  const at = new Float64Array(count)
  for (let i = 1; i < count; i++) {
    const j = i % size
    const dx = (points[2 * j] ?? 0) - (points[2 * i - 2] ?? 0)
    const dy = (points[2 * j + 1] ?? 0) - (points[2 * i - 1] ?? 0)
    at[i] = (at[i - 1] ?? 0) + Math.sqrt(dx * dx + dy * dy)
  }
  return at
}
