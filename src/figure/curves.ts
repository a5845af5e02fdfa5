/** Traced lines as few smooth curves: fitted once when a sketch is made, so that finishing one is only arithmetic. */
import { fair, resample } from './trace/fair.ts'
import { fitPath } from './trace/fit.ts'
import type { Curve, KeptItem, Line, Sketch, SketchItem } from './sketch.ts'

/** Millimetres between the points that are fitted. */
const spacing = 1
/** Points over which corners of the polyline are smoothed. */
const smoothing = 1.5
/** Millimetres by which curves may stray: 0.05 pt where somebody who lies is printed 6 cm long. */
const limit = 0.5
/** The error of a share of line weight that is not seen. */
const weightLimit = 0.1
/** Pieces with fewer points are not halved for their weight. */
const leastPoints = 8

/** What is kept of a sketch. */
export function curveLines(sketch: Sketch<SketchItem>): Sketch {
  return {
    ...sketch,
    items: sketch.items.flatMap((item): readonly KeptItem[] =>
      item.kind === 'line' ? curveOf(item) : [item],
    ),
  }
}

/** The curves of one line; nothing for one without length. */
export function curveOf({ role, isClosed, points }: Line): readonly Curve[] {
  const count = points.length / 3
  if (count < 2) return []
  const traced = new Float64Array(count * 2)
  for (let i = 0; i < count; i++) {
    traced[2 * i] = (points[3 * i] ?? 0) * 1000
    traced[2 * i + 1] = (points[3 * i + 1] ?? 0) * 1000
  }
  const even = fair(resample(traced, spacing, isClosed), smoothing, isClosed)
  const weights = evenWeights(points, even.length / 2, isClosed)
  const controls: number[] = []
  for (const piece of piecesOf(even, isClosed)) addPiece(controls, piece, weights)
  if (controls.length === 0) return []
  return [{ kind: 'curve', role, isClosed, controls: Float32Array.from(controls, hundredths) }]
}

/** The shares of the traced points, at places spread evenly between them. */
function evenWeights(points: Float32Array, count: number, isClosed: boolean): Float64Array {
  const known = points.length / 3
  return Float64Array.from({ length: count }, (_, i) => {
    const at = isClosed ? (i / count) * known : (i / Math.max(1, count - 1)) * (known - 1)
    const low = Math.floor(at)
    const high = isClosed ? (low + 1) % known : Math.min(known - 1, low + 1)
    const share = at - low
    return (points[3 * low + 2] ?? 1) * (1 - share) + (points[3 * high + 2] ?? 1) * share
  })
}

/** Eight coordinates of a Bézier curve, and which points it stands for. */
interface Piece {
  readonly bezier: readonly number[]
  readonly from: number
  /** May be beyond the last: a closed line goes on at its first. */
  readonly to: number
}

function piecesOf(points: Float64Array, isClosed: boolean): readonly Piece[] {
  const count = points.length / 2
  const isAt = (i: number, x: number, y: number): boolean =>
    points[2 * (i % count)] === x && points[2 * (i % count) + 1] === y
  const pieces: Piece[] = []
  let [x0, y0, at] = [0, 0, 0]
  for (const segment of fitPath(points, limit, isClosed)) {
    if (segment.type === 'close') continue
    // Curves begin and end on points.
    const from = at
    const isStart = segment.type === 'move'
    while (!isAt(isStart ? at : at + 1, segment.x, segment.y) && at < from + count) at++
    if (segment.type === 'curve') {
      at++
      const { x1, y1, x2, y2, x, y } = segment
      pieces.push({ bezier: [x0, y0, x1, y1, x2, y2, x, y], from, to: at })
    }
    ;[x0, y0] = [segment.x, segment.y]
  }
  return pieces
}

/** Adds the control points of a piece; halves it where its weight is no cubic function of its length. */
function addPiece(controls: number[], { bezier, from, to }: Piece, weights: Float64Array): void {
  const { one, two, error } = fitWeights(weights, from, to)
  if (error > weightLimit && to - from >= leastPoints) {
    const middle = (from + to) >> 1
    const [before, after] = halves(bezier)
    addPiece(controls, { bezier: before, from, to: middle }, weights)
    addPiece(controls, { bezier: after, from: middle, to }, weights)
    return
  }
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = bezier
  const count = weights.length
  if (controls.length === 0) controls.push(x0 / 1000, y0 / 1000, weights[from % count] ?? 1)
  controls.push(x1 / 1000, y1 / 1000, one)
  controls.push(x2 / 1000, y2 / 1000, two)
  controls.push(x3 / 1000, y3 / 1000, weights[to % count] ?? 1)
}

/** The two inner controls of a cubic that comes nearest to the weights, and by how much it misses them. */
function fitWeights(
  weights: Float64Array,
  from: number,
  to: number,
): { readonly one: number; readonly two: number; readonly error: number } {
  const count = weights.length
  const at = (i: number): number => weights[i % count] ?? 1
  const [first, last] = [at(from), at(to)]
  let [c00, c01, c11, r0, r1] = [0, 0, 0, 0, 0]
  for (let i = from + 1; i < to; i++) {
    const t = (i - from) / (to - from)
    const s = 1 - t
    const [a, b] = [3 * s * s * t, 3 * s * t * t]
    const rest = at(i) - s * s * s * first - t * t * t * last
    c00 += a * a
    c01 += a * b
    c11 += b * b
    r0 += a * rest
    r1 += b * rest
  }
  const determinant = c00 * c11 - c01 * c01
  const isKnown = determinant > 1e-9
  const one = bounded(isKnown ? (r0 * c11 - r1 * c01) / determinant : (2 * first + last) / 3)
  const two = bounded(isKnown ? (c00 * r1 - c01 * r0) / determinant : (first + 2 * last) / 3)
  let error = 0
  for (let i = from + 1; i < to; i++) {
    const t = (i - from) / (to - from)
    const s = 1 - t
    const value = s * s * s * first + 3 * s * s * t * one + 3 * s * t * t * two + t * t * t * last
    error = Math.max(error, Math.abs(value - at(i)))
  }
  return { one, two, error }
}

function bounded(weight: number): number {
  return Math.min(1.5, Math.max(0, weight))
}

/** De Casteljau, in the middle. */
function halves(bezier: readonly number[]): readonly [readonly number[], readonly number[]] {
  const [before, after] = [new Array<number>(8), new Array<number>(8)]
  for (const axis of [0, 1]) {
    const [a, b, c, d] = [0, 2, 4, 6].map((i) => bezier[i + axis] ?? 0)
    const mean = (p = 0, q = 0): number => (p + q) / 2
    const [ab, bc, cd] = [mean(a, b), mean(b, c), mean(c, d)]
    const [abc, bcd] = [mean(ab, bc), mean(bc, cd)]
    ;[a, ab, abc, mean(abc, bcd)].forEach((value = 0, i) => (before[2 * i + axis] = value))
    ;[mean(abc, bcd), bcd, cd, d].forEach((value = 0, i) => (after[2 * i + axis] = value))
  }
  return [before, after]
}

/** A hundredth of a millimetre, so that platforms agree; of weights, shares that fine. */
function hundredths(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
