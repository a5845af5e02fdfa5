/** Cubic Bézier curves through many points: Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990. */
import { at, numbers, numberSize, put } from './memory'
import { measure } from './polylines'

/** Points on each side that decide a tangent. */
const tangentReach = 3
/** A turn by more than 1.05 radians is a corner: its cosine. */
const cornerCosine: f64 = 0.49757104789172696
const mostRepairs = 4
/** Points that a curve is first tried on. */
const firstStep = 12

/** What is fitted: the line, the way along it to each of its points, and the shares of the curve being tried. */
let line: usize = 0
let along: usize = 0
let shares: usize = 0
let limit: f64 = 0
/** The run from corner to corner. */
let runFrom = 0
let runTo = 0

/** Curves found: eight numbers each, a point, two handles, and a point. */
let curves: usize = 0
export let curveCount: i32 = 0

/** The way of the last `findWay`, of length 1. */
let wayX: f64 = 0
let wayY: f64 = 0

/** The curve being tried. */
let x0: f64 = 0
let y0: f64 = 0
let x1: f64 = 0
let y1: f64 = 0
let x2: f64 = 0
let y2: f64 = 0
let x3: f64 = 0
let y3: f64 = 0

/**
 * Curves no farther than `most` from the points of a polyline, as long as they can be, from corner to corner: their
 * address. A closed line ends where it began.
 */
export function fitCurves(points: usize, count: i32, most: f64, isClosed: bool): usize {
  limit = most
  const corners = numbers(count)
  const cornerCount = findCorners(points, count, isClosed, corners)
  const offset = isClosed && cornerCount > 0 ? i32(at(corners, 0)) : 0
  line = isClosed ? begunAt(points, count, offset) : points
  const last = isClosed ? count : count - 1
  along = measure(line, last + 1, false)
  shares = numbers(last + 1)
  curves = numbers(8 * last)
  curveCount = 0
  const isRound = isClosed && cornerCount === 0
  runFrom = 0
  for (let corner = 0; corner <= cornerCount; corner++) {
    runTo = corner < cornerCount ? (i32(at(corners, corner)) - offset + count) % count : last
    if (runTo > runFrom) {
      fitRun(last, isRound)
      runFrom = runTo
    }
  }
  return curves
}

/** Points at which the line turns sharply: the sharpest of each neighbourhood. Returns how many. */
function findCorners(points: usize, count: i32, isClosed: bool, corners: usize): i32 {
  if (count < tangentReach * 4) return 0
  const cosines = numbers(count)
  for (let i = 0; i < count; i++) {
    put(cosines, i, 1)
    if (!isClosed && (i < tangentReach || i >= count - tangentReach)) continue
    findWay(points, (i - tangentReach + count) % count, i)
    const beforeX = wayX
    const beforeY = wayY
    findWay(points, i, (i + tangentReach) % count)
    put(cosines, i, beforeX * wayX + beforeY * wayY)
  }
  let found = 0
  for (let i = 0; i < count; i++) {
    const cosine = at(cosines, i)
    if (cosine > cornerCosine) continue
    let isSharpest = true
    for (let k = -tangentReach; k <= tangentReach; k++) {
      const other = at(cosines, (i + k + count) % count)
      if (other < cosine || (other === cosine && k < 0)) isSharpest = false
    }
    if (isSharpest) put(corners, found++, i)
  }
  return found
}

/** The closed line begun elsewhere, with its first point repeated at the end. */
function begunAt(points: usize, count: i32, start: i32): usize {
  const result = numbers(2 * count + 2)
  for (let i = 0; i <= count; i++) {
    const j = (start + i) % count
    put(result, 2 * i, at(points, 2 * j))
    put(result, 2 * i + 1, at(points, 2 * j + 1))
  }
  return result
}

function findWay(points: usize, from: i32, to: i32): void {
  const dx = at(points, 2 * to) - at(points, 2 * from)
  const dy = at(points, 2 * to + 1) - at(points, 2 * from + 1)
  const size = Math.sqrt(dx * dx + dy * dy)
  wayX = size === 0 ? dx : dx / size
  wayY = size === 0 ? dy : dy / size
}

/**
 * Fits the points from one corner to the next, each curve as long as it can be: where Schneider halves a curve that
 * strays, a third more are needed. The ends of a round line meet each other.
 */
function fitRun(last: i32, isRound: bool): void {
  if (isRound) findWay(line, max(0, last - 2), min(2, last))
  else findWay(line, max(runFrom, runTo - tangentReach), runTo)
  const endX = wayX
  const endY = wayY
  if (!isRound) findWay(line, runFrom, min(runTo, runFrom + tangentReach))
  for (let from = runFrom; from < runTo;) from = fitLongest(from, wayX, wayY, endX, endY)
}

/**
 * The longest curve that begins at a point: twice as far as long as that goes well, then halving what is open. Returns
 * where it ends; the way is that of its end.
 */
function fitLongest(from: i32, startX: f64, startY: f64, endX: f64, endY: f64): i32 {
  const best = curves + curveCount * 8 * numberSize
  let bestX: f64 = 0
  let bestY: f64 = 0
  let good = from
  let bad = runTo + 1
  let step = firstStep
  let next = from + 1
  while (true) {
    if (next === runTo) {
      wayX = endX
      wayY = endY
    } else findWay(line, max(runFrom, next - tangentReach), min(runTo, next + tangentReach))
    if (fitBetween(from, next, startX, startY, wayX, wayY)) {
      good = next
      bestX = wayX
      bestY = wayY
      keep(best)
    } else bad = next
    if (good < runTo && bad > runTo) {
      next = min(runTo, from + step)
      step *= 2
    } else if (bad - good > 1) next = (good + bad) >> 1
    else break
  }
  wayX = bestX
  wayY = bestY
  curveCount += 1
  return good
}

function keep(row: usize): void {
  put(row, 0, x0)
  put(row, 1, y0)
  put(row, 2, x1)
  put(row, 3, y1)
  put(row, 4, x2)
  put(row, 5, y2)
  put(row, 6, x3)
  put(row, 7, y3)
}

/** Tries the curve from one point to another: whether it stays near enough. */
function fitBetween(a: i32, b: i32, ax: f64, ay: f64, bx: f64, by: f64): bool {
  if (b - a === 1) {
    const third = chordBetween(a, b) / 3
    setCurve(a, b, ax, ay, bx, by, third, third)
    return true
  }
  const length = at(along, b) - at(along, a)
  const total = length === 0 ? 1 : length
  for (let i = a; i <= b; i++) put(shares, i - a, (at(along, i) - at(along, a)) / total)
  for (let repair = 0; repair < mostRepairs; repair++) {
    findHandles(a, b, ax, ay, bx, by, total)
    const squared = worstSquared(a, b)
    if (squared < limit * limit) return true
    if (squared > limit * limit * 16) break
    reparametrize(a, b)
  }
  return false
}

function chordBetween(a: i32, b: i32): f64 {
  const dx = at(line, 2 * b) - at(line, 2 * a)
  const dy = at(line, 2 * b + 1) - at(line, 2 * a + 1)
  return Math.sqrt(dx * dx + dy * dy)
}

/** From one point to another, with handles of these lengths along the tangents. */
function setCurve(
  a: i32,
  b: i32,
  ax: f64,
  ay: f64,
  bx: f64,
  by: f64,
  before: f64,
  after: f64,
): void {
  x0 = at(line, 2 * a)
  y0 = at(line, 2 * a + 1)
  x3 = at(line, 2 * b)
  y3 = at(line, 2 * b + 1)
  x1 = x0 + ax * before
  y1 = y0 + ay * before
  x2 = x3 - bx * after
  y2 = y3 - by * after
}

/** The lengths of both handles that come nearest to the points (Schneider, eq. 3 to 5). */
function findHandles(a: i32, b: i32, tax: f64, tay: f64, tbx: f64, tby: f64, total: f64): void {
  const fromX = at(line, 2 * a)
  const fromY = at(line, 2 * a + 1)
  const toX = at(line, 2 * b)
  const toY = at(line, 2 * b + 1)
  let c00: f64 = 0
  let c01: f64 = 0
  let c11: f64 = 0
  let r0: f64 = 0
  let r1: f64 = 0
  for (let i = a; i <= b; i++) {
    const t = at(shares, i - a)
    const s = 1 - t
    const b0 = s * s * s
    const b1 = 3 * s * s * t
    const b2 = 3 * s * t * t
    const b3 = t * t * t
    const ax = tax * b1
    const ay = tay * b1
    const bx = -tbx * b2
    const by = -tby * b2
    c00 += ax * ax + ay * ay
    c01 += ax * bx + ay * by
    c11 += bx * bx + by * by
    const dx = at(line, 2 * i) - fromX * (b0 + b1) - toX * (b2 + b3)
    const dy = at(line, 2 * i + 1) - fromY * (b0 + b1) - toY * (b2 + b3)
    r0 += ax * dx + ay * dy
    r1 += bx * dx + by * dy
  }
  const determinant = c00 * c11 - c01 * c01
  const before = determinant === 0 ? 0 : (r0 * c11 - c01 * r1) / determinant
  const after = determinant === 0 ? 0 : (c00 * r1 - c01 * r0) / determinant
  const chord = chordBetween(a, b)
  const least = chord * 0.05
  const most = total * 1.2
  if (before > least && after > least && before < most && after < most) {
    setCurve(a, b, tax, tay, tbx, tby, before, after)
  } else setCurve(a, b, tax, tay, tbx, tby, chord / 3, chord / 3)
}

function worstSquared(a: i32, b: i32): f64 {
  let squared: f64 = 0
  for (let i = a + 1; i < b; i++) {
    const t = at(shares, i - a)
    const dx = valueAt(x0, x1, x2, x3, t) - at(line, 2 * i)
    const dy = valueAt(y0, y1, y2, y3, t) - at(line, 2 * i + 1)
    squared = Math.max(squared, dx * dx + dy * dy)
  }
  return squared
}

/** One Newton step towards the nearest place on the curve for each point. */
function reparametrize(a: i32, b: i32): void {
  for (let i = a + 1; i < b; i++) {
    const t = at(shares, i - a)
    const dx = valueAt(x0, x1, x2, x3, t) - at(line, 2 * i)
    const dy = valueAt(y0, y1, y2, y3, t) - at(line, 2 * i + 1)
    const slopeX = slopeAt(x0, x1, x2, x3, t)
    const slopeY = slopeAt(y0, y1, y2, y3, t)
    const bendX = bendAt(x0, x1, x2, x3, t)
    const bendY = bendAt(y0, y1, y2, y3, t)
    const slope = slopeX * slopeX + slopeY * slopeY + dx * bendX + dy * bendY
    if (slope === 0) continue
    put(shares, i - a, Math.min(1, Math.max(0, t - (dx * slopeX + dy * slopeY) / slope)))
  }
}

function valueAt(a: f64, b: f64, c: f64, d: f64, t: f64): f64 {
  const s = 1 - t
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
}

function slopeAt(a: f64, b: f64, c: f64, d: f64, t: f64): f64 {
  const s = 1 - t
  return 3 * s * s * (b - a) + 6 * s * t * (c - b) + 3 * t * t * (d - c)
}

function bendAt(a: f64, b: f64, c: f64, d: f64, t: f64): f64 {
  return 6 * (1 - t) * (c - 2 * b + a) + 6 * t * (d - 2 * c + b)
}
