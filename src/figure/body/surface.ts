/** Signed distance to a solid at single points, for putting drawn lines onto its surface. Plain, not fast. */
import { dot, scale, subtract, type Vec3 } from '../../geometry/vec3.ts'
import { unrotate } from '../../geometry/rotation.ts'
import type { Cut, Ellipsoid, Group, Part, Primitive, RoundCone, Slice } from '../solid.ts'

/** Metres to one group alone, without what it grows out of. */
export function distanceToGroup(group: Group, point: Vec3): number {
  return group.parts.reduce(
    (nearest, part) => smoothMin(nearest, distanceToPart(part, point), part.blend),
    Infinity,
  )
}

/** Metres to the whole body: limbs grow smoothly out of the first group. Props are left out. */
export function distanceToBody(groups: readonly Group[], point: Vec3): number {
  const [trunk, ...others] = groups
  if (trunk === undefined) return Infinity
  const toTrunk = distanceToGroup(trunk, point)
  return others.reduce((nearest, group) => {
    const blend = jointBlend(group, point)
    return Math.min(nearest, smoothMin(toTrunk, distanceToGroup(group, point), blend))
  }, toTrunk)
}

function jointBlend({ joint }: Group, point: Vec3): number {
  if (joint === undefined) return 0
  const away = Math.hypot(...subtract(point, joint.centre))
  const t = Math.min(1, Math.max(0, (away - joint.inner) / (joint.outer - joint.inner)))
  return joint.blend * (1 - t * t * (3 - 2 * t))
}

function distanceToPart(part: Part, point: Vec3): number {
  let nearest = Infinity
  for (const primitive of part.primitives) {
    nearest = smoothMin(nearest, distanceToPrimitive(primitive, point), primitive.blend)
  }
  if (part.cut === undefined) return nearest
  const beyond = dot(subtract(point, part.cut.point), part.cut.normal)
  return -smoothMin(-nearest, -beyond, part.cut.softness)
}

/** Polynomial smooth minimum (Quilez, "smooth minimum", quadratic). */
export function smoothMin(a: number, b: number, blend: number): number {
  if (blend <= 0 || !Number.isFinite(a)) return Math.min(a, b)
  const h = Math.max(blend - Math.abs(a - b), 0) / blend
  return Math.min(a, b) - (h * h * blend) / 4
}

export function distanceToPrimitive(primitive: Primitive, point: Vec3): number {
  switch (primitive.kind) {
    case 'slice':
      return distanceToSlice(primitive, point)
    case 'ellipsoid':
      return distanceToEllipsoid(primitive, point)
    case 'round-cone':
      return distanceToRoundCone(primitive, point)
    default:
      return Infinity
  }
}

/** Where the planes of both ends are equally far, in shares, the section is the mean of both, in shares. */
function distanceToSlice({ from, to }: Slice, point: Vec3): number {
  const before = dot(subtract(point, from.centre), from.normal)
  const after = dot(subtract(to.centre, point), to.normal)
  const t = before < 0 ? 0 : after < 0 ? 1 : before / (before + after + 1e-12)
  const outside = before < 0 ? -before : after < 0 ? -after : 0
  const between = (a: number, b: number) => a + (b - a) * t
  const across = (a: Vec3, b: Vec3) =>
    [0, 1, 2].reduce((sum, axis) => {
      const centre = between(from.centre[axis] ?? 0, to.centre[axis] ?? 0)
      return sum + ((point[axis] ?? 0) - centre) * between(a[axis] ?? 0, b[axis] ?? 0)
    }, 0)
  const x = across(from.x, to.x)
  const y = across(from.y, to.y)
  const radiusX = x > 0 ? between(from.radii[0], to.radii[0]) : between(from.radii[1], to.radii[1])
  const radiusY = y > 0 ? between(from.radii[2], to.radii[2]) : between(from.radii[3], to.radii[3])
  const flat = distanceToScaledBall(
    [x / radiusX, y / radiusY, 0],
    [radiusX, radiusY, 1],
    Math.min(radiusX, radiusY),
  )
  if (outside === 0) return flat
  return flat > 0 ? Math.hypot(flat, outside) : outside
}

/** Bound of the distance to an ellipsoid (Quilez, "ellipsoids"). */
function distanceToScaledBall(scaled: Vec3, radii: Vec3, least: number): number {
  const k0 = Math.hypot(...scaled)
  if (k0 < 1e-3) return -least
  const k1 = Math.hypot(scaled[0] / radii[0], scaled[1] / radii[1], scaled[2] / radii[2])
  return (k0 * (k0 - 1)) / k1
}

function distanceToEllipsoid({ centre, axes, radii, cuts }: Ellipsoid, point: Vec3): number {
  const [x, y, z] = unrotate(axes, subtract(point, centre))
  const scaled: Vec3 = [x / radii[0], y / radii[1], z / radii[2]]
  const whole = distanceToScaledBall(scaled, radii, Math.min(...radii))
  return (cuts ?? []).reduce((left, cut) => -smoothMin(-left, -beyondCut(cut, point), 0.012), whole)
}

function beyondCut(cut: Cut, point: Vec3): number {
  if (cut.kind === 'plane') return dot(subtract(point, cut.point), cut.normal)
  return cut.radius - Math.hypot(...subtract(point, cut.centre))
}

function distanceToRoundCone(cone: RoundCone, point: Vec3): number {
  const axis = subtract(cone.to, cone.from)
  const size = Math.hypot(...axis)
  const rel = subtract(point, cone.from)
  const along = dot(rel, axis) / (size * size)
  const off = Math.hypot(...subtract(rel, scale(axis, along)))
  const slope = (cone.fromRadius - cone.toRadius) / size
  const lean = Math.abs(slope) < 0.95 ? (-slope * off) / Math.sqrt(1 - slope * slope) / size : 0
  const t = Math.min(1, Math.max(0, along + lean))
  const near = subtract(rel, scale(axis, t))
  return Math.hypot(...near) - (cone.fromRadius + (cone.toRadius - cone.fromRadius) * t)
}
