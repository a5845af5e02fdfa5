/** Smooth curves through a few given points. */
import { distance, mix, type Vec3 } from '../../geometry/vec3.ts'

/** Points on a Catmull-Rom spline through the given ones, `each` to a span, ends included. */
export function curveThrough(points: readonly Vec3[], each: number): readonly Vec3[] {
  const first = points[0]
  if (first === undefined || points.length < 2) return points
  const result: Vec3[] = [first]
  for (let index = 0; index + 1 < points.length; index++) {
    const a = points[index] ?? first
    const b = points[index + 1] ?? a
    const before = points[index - 1] ?? reflect(b, a)
    const after = points[index + 2] ?? reflect(a, b)
    for (let step = 1; step <= each; step++) {
      result.push(between(before, a, b, after, step / each))
    }
  }
  return result
}

function reflect(a: Vec3, b: Vec3): Vec3 {
  return [2 * b[0] - a[0], 2 * b[1] - a[1], 2 * b[2] - a[2]]
}

function between(p: Vec3, a: Vec3, b: Vec3, q: Vec3, t: number): Vec3 {
  const at = (axis: 0 | 1 | 2) =>
    0.5 *
    (2 * a[axis] +
      (b[axis] - p[axis]) * t +
      (2 * p[axis] - 5 * a[axis] + 4 * b[axis] - q[axis]) * t * t +
      (3 * a[axis] - p[axis] - 3 * b[axis] + q[axis]) * t * t * t)
  return [at(0), at(1), at(2)]
}

/** The place at a share of a polyline's length. */
export function placeOnLine(points: readonly Vec3[], share: number): Vec3 {
  const first = points[0] ?? [0, 0, 0]
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? first, point))
  let rest = share * lengths.reduce((a, b) => a + b, 0)
  for (const [index, span] of lengths.entries()) {
    const a = points[index] ?? first
    const b = points[index + 1] ?? a
    if (rest <= span) return mix(a, b, span === 0 ? 0 : rest / span)
    rest -= span
  }
  return points[points.length - 1] ?? first
}
