/** A line with changing width as a filled shape: both its sides, fitted with curves, and round ends. */
import type { Path, PathSegment } from '../../geometry/path.ts'
import type { Pt } from '../../geometry/units.ts'
import { fitPath } from '../trace/fit.ts'
import { resample, smooth } from '../trace/fair.ts'

/** A centre line in points: x, y pairs, and the width at each. */
export interface Stroke {
  readonly points: Float64Array
  readonly widths: Float64Array
  readonly isClosed: boolean
}

/** How far a cubic curve's handles reach for half a circle of radius 1. */
const halfCircleHandle = 4 / 3

/** The outline of the stroke; sides stray from the true ones by no more than `limit`. */
export function ribbonPath({ points, widths, isClosed }: Stroke, limit: Pt): Path {
  const count = points.length / 2
  if (count < 2) return []
  const left = new Float64Array(points.length)
  const right = new Float64Array(points.length)
  for (let i = 0; i < count; i++) {
    const [nx, ny] = normalAt(points, i, isClosed)
    // What fitting may take away is given beforehand.
    const half = (widths[i] ?? 0) / 2 + limit
    const x = points[2 * i] ?? 0
    const y = points[2 * i + 1] ?? 0
    left[2 * i] = x + nx * half
    left[2 * i + 1] = y + ny * half
    right[2 * i] = x - nx * half
    right[2 * i + 1] = y - ny * half
  }
  if (isClosed) return [...fitPath(left, limit, true), ...fitPath(backwards(right), limit, true)]
  const there = fitPath(left, limit, false)
  const back = fitPath(backwards(right), limit, false)
  return [
    ...there,
    roundEnd(left, right, count - 1, points, 1),
    ...back.slice(1),
    roundEnd(right, left, 0, points, -1),
    { type: 'close' },
  ]
}

/** A line's points spaced by about `step`, its corners no tighter than a pen of that width draws. */
export function evenStroke(
  points: Float64Array,
  widths: Float64Array,
  isClosed: boolean,
  step: Pt,
): Stroke {
  const even = resample(points, step, isClosed)
  const count = even.length / 2
  const known = widths.length
  const evenWidths = Float64Array.from({ length: count }, (_, i) => {
    const at = isClosed ? (i / count) * known : (i / Math.max(1, count - 1)) * (known - 1)
    const low = Math.floor(at)
    const high = isClosed ? (low + 1) % known : Math.min(known - 1, low + 1)
    const share = at - low
    return (widths[low] ?? 0) * (1 - share) + (widths[high] ?? 0) * share
  })
  return { points: smooth(even, 1.4, isClosed), widths: evenWidths, isClosed }
}

function normalAt(points: Float64Array, i: number, isClosed: boolean): readonly [number, number] {
  const count = points.length / 2
  const before = isClosed ? (i - 1 + count) % count : Math.max(0, i - 1)
  const after = isClosed ? (i + 1) % count : Math.min(count - 1, i + 1)
  const dx = (points[2 * after] ?? 0) - (points[2 * before] ?? 0)
  const dy = (points[2 * after + 1] ?? 0) - (points[2 * before + 1] ?? 0)
  const size = Math.hypot(dx, dy)
  return size === 0 ? [0, 1] : [-dy / size, dx / size]
}

/** Half a circle round an end, from one side to the other. `way` is 1 at the end and -1 at the start. */
function roundEnd(
  from: Float64Array,
  to: Float64Array,
  i: number,
  points: Float64Array,
  way: 1 | -1,
): PathSegment {
  const [nx, ny] = normalAt(points, i, false)
  const [fx, fy] = [from[2 * i] ?? 0, from[2 * i + 1] ?? 0]
  const [tx, ty] = [to[2 * i] ?? 0, to[2 * i + 1] ?? 0]
  const reach = (Math.hypot(tx - fx, ty - fy) / 2) * halfCircleHandle * way
  // Along the line: the normal turned back by a right angle.
  const [ax, ay] = [ny * reach, -nx * reach]
  return { type: 'curve', x1: fx + ax, y1: fy + ay, x2: tx + ax, y2: ty + ay, x: tx, y: ty }
}

function backwards(points: Float64Array): Float64Array {
  const result = new Float64Array(points.length)
  const last = points.length - 2
  for (let i = 0; i <= last; i += 2) {
    result[i] = points[last - i] ?? 0
    result[i + 1] = points[last - i + 1] ?? 0
  }
  return result
}
