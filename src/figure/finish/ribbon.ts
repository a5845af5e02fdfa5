/** A line with changing width as a filled shape: both its sides moved out from its middle, and round ends. */
import type { PathSegment } from '../../geometry/path.ts'
import { rounded } from './scaled.ts'

/** Cubic Bézier curves one after another in points: x, y and half the width for each control point. */
export type Controls = Float64Array

/** How far a cubic curve's handles reach for half a circle of radius 1. */
const halfCircleHandle = 4 / 3
/** Cosine of the least turn that is a corner, 25 degrees: there a ribbon ends and the next begins. */
const corner = 0.906
/** Given to each side, in points, for what rounding may take away. */
const spare = 0.01
/** A control point nearer than this to its end, in points, does not tell a direction. */
const nowhere = 1e-3

/**
 * Adds the outline of a stroke. Every ribbon turns the same way, so that ribbons in one path may lie over each
 * other.
 */
export function addRibbon(path: PathSegment[], controls: Controls, isClosed: boolean): void {
  const count = Math.floor((controls.length / 3 - 1) / 3)
  if (count < 1) return
  let from = 0
  for (let k = 1; k < count; k++) {
    if (!isCorner(controls, k - 1, k)) continue
    addOpen(path, controls, from, k)
    from = k
  }
  if (isClosed && from === 0 && !isCorner(controls, count - 1, 0)) addRing(path, controls, count)
  else addOpen(path, controls, from, count)
}

function isCorner(controls: Controls, before: number, after: number): boolean {
  const [ax, ay] = tangentAt(controls, before, 3)
  const [bx, by] = tangentAt(controls, after, 0)
  return ax * bx + ay * by < corner
}

/** The curves from one corner to the next. */
function addOpen(path: PathSegment[], controls: Controls, from: number, to: number): void {
  addMove(path, controls, from, 0, 1)
  for (let k = from; k < to; k++) addSide(path, controls, k, 1)
  addEnd(path, controls, to - 1, 3, 1)
  for (let k = to - 1; k >= from; k--) addSide(path, controls, k, -1)
  addEnd(path, controls, from, 0, -1)
  path.push({ type: 'close' })
}

function addRing(path: PathSegment[], controls: Controls, count: number): void {
  addMove(path, controls, 0, 0, 1)
  for (let k = 0; k < count; k++) addSide(path, controls, k, 1)
  path.push({ type: 'close' })
  addMove(path, controls, count - 1, 3, -1)
  for (let k = count - 1; k >= 0; k--) addSide(path, controls, k, -1)
  path.push({ type: 'close' })
}

function addMove(
  path: PathSegment[],
  controls: Controls,
  curve: number,
  end: 0 | 3,
  side: 1 | -1,
): void {
  const [tx, ty] = tangentAt(controls, curve, end)
  const at = 9 * curve + 3 * end
  const half = ((controls[at + 2] ?? 0) + spare) * side
  const x = rounded((controls[at] ?? 0) - ty * half)
  const y = rounded((controls[at + 1] ?? 0) + tx * half)
  path.push({ type: 'move', x, y })
}

/**
 * One side of one curve; the side -1 runs backwards. Its handles point as those of the middle, longer or shorter
 * as an arc that is farther from or nearer to its centre (after Tiller and Hanson, "Offsets of two-dimensional
 * profiles", 1984).
 */
function addSide(path: PathSegment[], c: Controls, curve: number, side: 1 | -1): void {
  const at = 9 * curve
  const x0 = c[at] ?? 0
  const y0 = c[at + 1] ?? 0
  const h0 = ((c[at + 2] ?? 0) + spare) * side
  const x1 = c[at + 3] ?? 0
  const y1 = c[at + 4] ?? 0
  const h1 = ((c[at + 5] ?? 0) + spare) * side
  const x2 = c[at + 6] ?? 0
  const y2 = c[at + 7] ?? 0
  const h2 = ((c[at + 8] ?? 0) + spare) * side
  const x3 = c[at + 9] ?? 0
  const y3 = c[at + 10] ?? 0
  const h3 = ((c[at + 11] ?? 0) + spare) * side
  const [ax, ay] = tangentAt(c, curve, 0)
  const [bx, by] = tangentAt(c, curve, 3)
  const turn = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  const chord = Math.hypot(x3 - x0, y3 - y0)
  const legs =
    Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2)
  const length = (chord + legs) / 2 || 1
  const grown = Math.max(0, 1 - (((h0 + h1 + h2 + h3) / 4) * turn) / length)
  const fx = rounded(x0 - ay * h0)
  const fy = rounded(y0 + ax * h0)
  const gx = rounded(x0 - ay * h1 + (x1 - x0) * grown)
  const gy = rounded(y0 + ax * h1 + (y1 - y0) * grown)
  const kx = rounded(x3 - by * h2 + (x2 - x3) * grown)
  const ky = rounded(y3 + bx * h2 + (y2 - y3) * grown)
  const tx = rounded(x3 - by * h3)
  const ty = rounded(y3 + bx * h3)
  path.push(
    side === 1
      ? { type: 'curve', x1: gx, y1: gy, x2: kx, y2: ky, x: tx, y: ty }
      : { type: 'curve', x1: kx, y1: ky, x2: gx, y2: gy, x: fx, y: fy },
  )
}

/** Half a circle round an end, from one side to the other. `way` is 1 at the end and -1 at the start. */
function addEnd(
  path: PathSegment[],
  controls: Controls,
  curve: number,
  end: 0 | 3,
  way: 1 | -1,
): void {
  const [tx, ty] = tangentAt(controls, curve, end)
  const at = 9 * curve + 3 * end
  const half = ((controls[at + 2] ?? 0) + spare) * way
  const [px, py] = [controls[at] ?? 0, controls[at + 1] ?? 0]
  // Across the line from the side where the pen is, and along it beyond its end.
  const [ux, uy] = [-ty * half, tx * half]
  const [vx, vy] = [tx * half * halfCircleHandle, ty * half * halfCircleHandle]
  path.push({
    type: 'curve',
    x1: rounded(px + ux + vx),
    y1: rounded(py + uy + vy),
    x2: rounded(px - ux + vx),
    y2: rounded(py - uy + vy),
    x: rounded(px - ux),
    y: rounded(py - uy),
  })
}

/** The way at an end of a curve, length 1: towards the next control point that is somewhere else. */
function tangentAt(c: Controls, curve: number, end: 0 | 3): readonly [number, number] {
  const at = 9 * curve + 3 * end
  const step = end === 0 ? 3 : -3
  for (let k = 1; k <= 3; k++) {
    const dx = (c[at + k * step] ?? 0) - (c[at] ?? 0)
    const dy = (c[at + k * step + 1] ?? 0) - (c[at + 1] ?? 0)
    const size = Math.hypot(dx, dy)
    if (size > nowhere) return end === 0 ? [dx / size, dy / size] : [-dx / size, -dy / size]
  }
  return [1, 0]
}
