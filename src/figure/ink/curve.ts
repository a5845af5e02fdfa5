/** Smooth curves in space through the points of marks and fibres. */
import { distance } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'

/** Points about `step` metres apart on a smooth curve (Catmull-Rom), with their share of the way. */
export function along(
  points: readonly Vec3[],
  step: number,
): readonly { readonly point: Vec3; readonly share: number }[] {
  const result: { point: Vec3; share: number }[] = []
  const last = points.length - 1
  points.forEach((point, index) => {
    const next = points[index + 1]
    if (!next) return
    const before = points[index - 1] ?? point
    const after = points[index + 2] ?? next
    const count = Math.max(1, Math.ceil(distance(point, next) / step))
    for (let k = 0; k < count; k++) {
      const t = k / count
      result.push({ point: curved(before, point, next, after, t), share: (index + t) / last })
    }
  })
  const end = points[last]
  return end && last > 0 ? [...result, { point: end, share: 1 }] : result
}

function curved(a: Vec3, b: Vec3, c: Vec3, d: Vec3, t: number): Vec3 {
  const blend = (i: 0 | 1 | 2): number =>
    b[i] +
    0.5 *
      t *
      (c[i] -
        a[i] +
        t * (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i] + t * (3 * (b[i] - c[i]) + d[i] - a[i])))
  return t === 0 ? b : t === 1 ? c : [blend(0), blend(1), blend(2)]
}
