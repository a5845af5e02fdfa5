/** Cubic Bézier curves through many points: Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990. */
import type { Path, PathSegment } from '../../geometry/path.ts'
import { measure } from './fair.ts'
import type { Polyline } from './grid.ts'

interface Curve {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly x3: number
  readonly y3: number
}

/** Points on each side that decide a tangent. */
const tangentReach = 3
/** A turn by more than this, in radians, is a corner. */
const cornerTurn = 1.05
const mostRepairs = 4
/** Points that a curve is first tried on. */
const firstStep = 12

/** A path no farther than `limit` from the points. A closed line ends where it began. */
export function fitPath(points: Polyline, limit: number, isClosed: boolean): Path {
  const count = points.length / 2
  if (count < 2) return []
  const corners = findCorners(points, isClosed)
  const line = isClosed ? rotateTo(points, corners[0] ?? 0) : points
  const offset = isClosed ? (corners[0] ?? 0) : 0
  const last = line.length / 2 - 1
  const breaks = [
    0,
    ...corners.map((corner) => (corner - offset + count) % count).filter((i) => i > 0 && i < last),
    last,
  ]
  const isSmoothStart = isClosed && corners.length === 0
  const curves = breaks.slice(0, -1).flatMap((from, index) =>
    fitRun(line, from, breaks[index + 1] ?? last, limit, {
      start: isSmoothStart && index === 0,
      end: isSmoothStart && index === breaks.length - 2,
    }),
  )
  const first = curves[0]
  if (!first) return []
  return [
    { type: 'move', x: first.x0, y: first.y0 },
    ...curves.map((c): PathSegment => ({
      type: 'curve',
      x1: c.x1,
      y1: c.y1,
      x2: c.x2,
      y2: c.y2,
      x: c.x3,
      y: c.y3,
    })),
    ...(isClosed ? [{ type: 'close' } as const] : []),
  ]
}

/** Indices of points at which the line turns sharply: the sharpest of each neighbourhood. */
export function findCorners(points: Polyline, isClosed: boolean): readonly number[] {
  const count = points.length / 2
  const reach = tangentReach
  if (count < reach * 4) return []
  const turns = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    if (!isClosed && (i < reach || i >= count - reach)) continue
    const [ax, ay] = direction(points, (i - reach + count) % count, i)
    const [bx, by] = direction(points, i, (i + reach) % count)
    turns[i] = Math.acos(Math.min(1, Math.max(-1, ax * bx + ay * by)))
  }
  const corners: number[] = []
  for (let i = 0; i < count; i++) {
    const turn = turns[i] ?? 0
    if (turn < cornerTurn) continue
    let isSharpest = true
    for (let k = -reach; k <= reach; k++) {
      const other = turns[(i + k + count) % count] ?? 0
      if (other > turn || (other === turn && k < 0)) isSharpest = false
    }
    if (isSharpest) corners.push(i)
  }
  return corners
}

/** The closed line begun elsewhere, with its first point repeated at the end. */
function rotateTo(points: Polyline, start: number): Polyline {
  const count = points.length / 2
  const result = new Float64Array(points.length + 2)
  for (let i = 0; i <= count; i++) {
    const j = (start + i) % count
    result[2 * i] = points[2 * j] ?? 0
    result[2 * i + 1] = points[2 * j + 1] ?? 0
  }
  return result
}

function direction(points: Polyline, from: number, to: number): readonly [number, number] {
  const dx = (points[2 * to] ?? 0) - (points[2 * from] ?? 0)
  const dy = (points[2 * to + 1] ?? 0) - (points[2 * from + 1] ?? 0)
  const size = Math.sqrt(dx * dx + dy * dy) || 1
  return [dx / size, dy / size]
}

/**
 * Fits the points from one corner to the next, each curve as long as it can be: where Schneider halves a curve that
 * strays, a third more are needed. `smooth` ends meet each other: the line is closed there.
 */
function fitRun(
  points: Polyline,
  from: number,
  to: number,
  limit: number,
  smooth: { readonly start: boolean; readonly end: boolean },
): readonly Curve[] {
  const at = measure(points, false)
  const last = points.length / 2 - 1
  const seam = direction(points, last - 1 < 0 ? 0 : Math.max(0, last - 2), Math.min(2, last))
  const curves: Curve[] = []

  function tangentAt(i: number): readonly [number, number] {
    return direction(points, Math.max(from, i - tangentReach), Math.min(to, i + tangentReach))
  }

  /** The curve from one point to another; undefined where it strays too far. */
  function fitBetween(a: number, b: number, ta: Direction, tb: Direction): Curve | undefined {
    if (b - a === 1) return straight(points, a, b, ta, tb)
    const total = (at[b] ?? 0) - (at[a] ?? 0) || 1
    const shares = new Float64Array(b - a + 1)
    for (let i = a; i <= b; i++) shares[i - a] = ((at[i] ?? 0) - (at[a] ?? 0)) / total
    for (let repair = 0; repair < mostRepairs; repair++) {
      const curve = leastSquares(points, a, b, shares, ta, tb, total)
      const squared = worstSquared(points, a, shares, curve)
      if (squared < limit * limit) return curve
      if (squared > limit * limit * 16) break
      reparametrize(points, a, shares, curve)
    }
    return undefined
  }

  /** The longest curve that begins at a point: twice as far as long as that goes well, then halving what is open. */
  function longestFrom(a: number, ta: Direction, end: Direction): Reached {
    const reach = (b: number): Reached | undefined => {
      const tangent = b === to ? end : tangentAt(b)
      const curve = fitBetween(a, b, ta, tangent)
      return curve && { curve, at: b, tangent }
    }
    let good = a + 1
    let best = reach(good)
    let bad = to + 1
    for (let step = firstStep; good < to && bad > to; step *= 2) {
      const b = Math.min(to, a + step)
      const reached = reach(b)
      if (reached === undefined) bad = b
      else [good, best] = [b, reached]
    }
    while (bad - good > 1) {
      const middle = (good + bad) >> 1
      const reached = reach(middle)
      if (reached === undefined) bad = middle
      else [good, best] = [middle, reached]
    }
    if (best === undefined) throw new Error('two points are always joined by a curve')
    return best
  }

  const start = smooth.start ? seam : direction(points, from, Math.min(to, from + tangentReach))
  const end = smooth.end ? seam : direction(points, Math.max(from, to - tangentReach), to)
  for (let a = from, tangent = start; a < to;) {
    const reached = longestFrom(a, tangent, end)
    curves.push(reached.curve)
    a = reached.at
    tangent = reached.tangent
  }
  return curves
}

type Direction = readonly [number, number]

interface Reached {
  readonly curve: Curve
  /** The point where it ends, and the way it has there. */
  readonly at: number
  readonly tangent: Direction
}

function straight(points: Polyline, a: number, b: number, ta: Direction, tb: Direction): Curve {
  const third = chordOf(points, a, b) / 3
  return withHandles(points, a, b, [ta, tb], third, third)
}

function chordOf(points: Polyline, a: number, b: number): number {
  const dx = (points[2 * b] ?? 0) - (points[2 * a] ?? 0)
  const dy = (points[2 * b + 1] ?? 0) - (points[2 * a + 1] ?? 0)
  return Math.sqrt(dx ** 2 + dy ** 2)
}

/** From one point to another, with handles of these lengths along the tangents. */
function withHandles(
  points: Polyline,
  a: number,
  b: number,
  [ta, tb]: readonly [Direction, Direction],
  before: number,
  after: number,
): Curve {
  const x0 = points[2 * a] ?? 0
  const y0 = points[2 * a + 1] ?? 0
  const x3 = points[2 * b] ?? 0
  const y3 = points[2 * b + 1] ?? 0
  return {
    x0,
    y0,
    x1: x0 + ta[0] * before,
    y1: y0 + ta[1] * before,
    x2: x3 - tb[0] * after,
    y2: y3 - tb[1] * after,
    x3,
    y3,
  }
}

/** The lengths of both handles that come nearest to the points (Schneider, eq. 3 to 5). */
function leastSquares(
  points: Polyline,
  a: number,
  b: number,
  shares: Float64Array,
  ta: Direction,
  tb: Direction,
  total: number,
): Curve {
  const x0 = points[2 * a] ?? 0
  const y0 = points[2 * a + 1] ?? 0
  const x3 = points[2 * b] ?? 0
  const y3 = points[2 * b + 1] ?? 0
  let c00 = 0
  let c01 = 0
  let c11 = 0
  let r0 = 0
  let r1 = 0
  for (let i = 0; i < shares.length; i++) {
    const t = shares[i] ?? 0
    const s = 1 - t
    const b0 = s * s * s
    const b1 = 3 * s * s * t
    const b2 = 3 * s * t * t
    const b3 = t * t * t
    const ax = ta[0] * b1
    const ay = ta[1] * b1
    const bx = -tb[0] * b2
    const by = -tb[1] * b2
    c00 += ax * ax + ay * ay
    c01 += ax * bx + ay * by
    c11 += bx * bx + by * by
    const dx = (points[2 * (a + i)] ?? 0) - x0 * (b0 + b1) - x3 * (b2 + b3)
    const dy = (points[2 * (a + i) + 1] ?? 0) - y0 * (b0 + b1) - y3 * (b2 + b3)
    r0 += ax * dx + ay * dy
    r1 += bx * dx + by * dy
  }
  const determinant = c00 * c11 - c01 * c01
  let before = determinant ? (r0 * c11 - c01 * r1) / determinant : 0
  let after = determinant ? (c00 * r1 - c01 * r0) / determinant : 0
  const chord = chordOf(points, a, b)
  const least = chord * 0.05
  const most = total * 1.2
  if (!(before > least && after > least && before < most && after < most)) {
    before = chord / 3
    after = chord / 3
  }
  return withHandles(points, a, b, [ta, tb], before, after)
}

function worstSquared(points: Polyline, a: number, shares: Float64Array, c: Curve): number {
  let squared = 0
  for (let i = 1; i < shares.length - 1; i++) {
    const t = shares[i] ?? 0
    const dx = valueAt(c.x0, c.x1, c.x2, c.x3, t) - (points[2 * (a + i)] ?? 0)
    const dy = valueAt(c.y0, c.y1, c.y2, c.y3, t) - (points[2 * (a + i) + 1] ?? 0)
    squared = Math.max(squared, dx * dx + dy * dy)
  }
  return squared
}

/** One Newton step towards the nearest place on the curve for each point. */
function reparametrize(points: Polyline, a: number, shares: Float64Array, c: Curve): void {
  for (let i = 1; i < shares.length - 1; i++) {
    const t = shares[i] ?? 0
    const dx = valueAt(c.x0, c.x1, c.x2, c.x3, t) - (points[2 * (a + i)] ?? 0)
    const dy = valueAt(c.y0, c.y1, c.y2, c.y3, t) - (points[2 * (a + i) + 1] ?? 0)
    const x1 = slopeAt(c.x0, c.x1, c.x2, c.x3, t)
    const y1 = slopeAt(c.y0, c.y1, c.y2, c.y3, t)
    const x2 = bendAt(c.x0, c.x1, c.x2, c.x3, t)
    const y2 = bendAt(c.y0, c.y1, c.y2, c.y3, t)
    const slope = x1 * x1 + y1 * y1 + dx * x2 + dy * y2
    if (slope !== 0) shares[i] = Math.min(1, Math.max(0, t - (dx * x1 + dy * y1) / slope))
  }
}

function valueAt(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
}

function slopeAt(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t
  return 3 * s * s * (b - a) + 6 * s * t * (c - b) + 3 * t * t * (d - c)
}

function bendAt(a: number, b: number, c: number, d: number, t: number): number {
  return 6 * (1 - t) * (c - 2 * b + a) + 6 * t * (d - 2 * c + b)
}
