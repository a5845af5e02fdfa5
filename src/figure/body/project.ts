/** Points drawn down onto the skin: lines and muscle fibres lie exactly on the surface of the posed body. */
import { distance, mix, normalize, type Vec3 } from '../../geometry/vec3.ts'
import type { Group, GroupName, Primitive } from '../solid.ts'
import { distanceToBody } from './surface.ts'

/** Part of a body's surface, near some points. */
export interface Skin {
  /** The nearest point of the surface, `lift` metres above it. */
  onto(point: Vec3, lift?: number): Vec3
  /** The way out of the surface. */
  outward(point: Vec3): Vec3
  distance(point: Vec3): number
}

/** The surface of some groups, always with the trunk, as far as it can matter within `reach` of the points. */
export function skinNear(
  groups: readonly Group[],
  names: readonly GroupName[],
  points: readonly Vec3[],
  reach = 0.05,
): Skin {
  const { centre, radius } = ballAround(points)
  const near = groups
    .filter(({ name }) => name === 'trunk' || names.includes(name))
    .map((group) => ({
      ...group,
      parts: group.parts.map((part) => ({
        ...part,
        primitives: part.primitives.filter((primitive) => {
          const ball = ballOf(primitive)
          return distance(ball.centre, centre) < ball.radius + radius + reach
        }),
      })),
    }))
  const to = (point: Vec3) => distanceToBody(near, point)
  const outward = (point: Vec3) => gradient(to, point)
  return {
    distance: to,
    outward,
    onto: (point, lift = 0) => {
      let at = point
      for (let step = 0; step < 7; step++) {
        const off = to(at) - lift
        if (Math.abs(off) < 0.0002 || !Number.isFinite(off)) break
        const way = outward(at)
        // Distances inside are bounds, and bodies are bent: no long leaps.
        const leap = Math.max(-0.03, Math.min(0.03, off))
        at = [at[0] - way[0] * leap, at[1] - way[1] * leap, at[2] - way[2] * leap]
      }
      return at
    },
  }
}

const tetrahedron: readonly Vec3[] = [
  [1, -1, -1],
  [-1, -1, 1],
  [-1, 1, -1],
  [1, 1, 1],
]

/** Direction of growing distance, from four samples (Quilez, "normals for an SDF"). */
function gradient(to: (point: Vec3) => number, [x, y, z]: Vec3): Vec3 {
  const step = 0.0015
  let [gx, gy, gz] = [0, 0, 0]
  for (const [a, b, c] of tetrahedron) {
    const value = to([x + a * step, y + b * step, z + c * step])
    gx += a * value
    gy += b * value
    gz += c * value
  }
  return normalize([gx, gy, gz])
}

interface Ball {
  readonly centre: Vec3
  readonly radius: number
}

function ballAround(points: readonly Vec3[]): Ball {
  const first = points[0] ?? [0, 0, 0]
  const sum = points.reduce<Vec3>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0])
  const count = Math.max(1, points.length)
  const centre: Vec3 =
    points.length === 0 ? first : [sum[0] / count, sum[1] / count, sum[2] / count]
  return { centre, radius: Math.max(0, ...points.map((point) => distance(point, centre))) }
}

function ballOf(primitive: Primitive): Ball {
  switch (primitive.kind) {
    case 'slice': {
      const { from, to } = primitive
      const reach = Math.max(...from.radii, ...to.radii)
      const half = distance(from.centre, to.centre) / 2
      return { centre: mix(from.centre, to.centre, 0.5), radius: reach + half }
    }
    case 'ellipsoid':
      return { centre: primitive.centre, radius: Math.max(...primitive.radii) }
    case 'round-cone': {
      const half = distance(primitive.from, primitive.to) / 2
      const reach = Math.max(primitive.fromRadius, primitive.toRadius)
      return { centre: mix(primitive.from, primitive.to, 0.5), radius: half + reach }
    }
    default:
      return { centre: [0, 0, 0], radius: Infinity }
  }
}
