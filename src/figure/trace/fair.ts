/** Polylines made smooth without shrinking, and evenly spaced. */
import { numbersAt, place, scratchKernel } from '../kernel.ts'
import type { Polyline } from './grid.ts'

/**
 * Smooths by a Gaussian over `sigma` points, then puts back the smoothed difference: a filter of second order,
 * which keeps curves in place where a plain one cuts the corners (after Taubin 1995). Ends stay.
 */
export function fair(points: Polyline, sigma: number, isClosed: boolean): Polyline {
  return filtered('fair', points, sigma, isClosed)
}

/** A Gaussian over `sigma` points; near the ends of an open line it narrows, so that they stay. */
export function smooth(points: Polyline, sigma: number, isClosed: boolean): Polyline {
  return filtered('smooth', points, sigma, isClosed)
}

function filtered(
  filter: 'fair' | 'smooth',
  points: Polyline,
  sigma: number,
  isClosed: boolean,
): Polyline {
  const count = points.length / 2
  if (count < 4) return points
  const radius = Math.min(Math.ceil(sigma * 2.5), Math.floor((count - 1) / 2))
  const weights = new Float64Array(radius + 1)
  for (let i = 0; i <= radius; i++) weights[i] = Math.exp((-i * i) / 2 / sigma / sigma)
  const kernel = scratchKernel()
  const [line, gaussian] = [place(kernel, points), place(kernel, weights)]
  const address = kernel[filter](line, count, gaussian, radius, isClosed)
  return numbersAt(kernel, address, points.length)
}

/** The same line with points about `step` apart; a closed one does not repeat its first. */
export function resample(points: Polyline, step: number, isClosed: boolean): Polyline {
  if (points.length === 0) return points
  const kernel = scratchKernel()
  const address = kernel.resample(place(kernel, points), points.length / 2, step, isClosed)
  return numbersAt(kernel, address, kernel.places.value * 2)
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
