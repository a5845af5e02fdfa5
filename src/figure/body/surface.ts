/** Signed distance to a solid at single points, for putting drawn lines onto its surface. Plain, not fast. */
import { distance, dot, length, scale, subtract, type Vec3 } from '../../geometry/vec3.ts'
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
  const away = distance(point, joint.centre)
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
function distanceToSlice({ from, to }: Slice, [x, y, z]: Vec3): number {
  const [ax, ay, az] = from.centre
  const [bx, by, bz] = to.centre
  const before = (x - ax) * from.normal[0] + (y - ay) * from.normal[1] + (z - az) * from.normal[2]
  const after = (bx - x) * to.normal[0] + (by - y) * to.normal[1] + (bz - z) * to.normal[2]
  const t = before < 0 ? 0 : after < 0 ? 1 : before / (before + after + 1e-12)
  const u = 1 - t
  const outside = before < 0 ? -before : after < 0 ? -after : 0
  const px = x - ax * u - bx * t
  const py = y - ay * u - by * t
  const pz = z - az * u - bz * t
  const [c, d] = [from, to]
  const across =
    px * (c.x[0] * u + d.x[0] * t) + py * (c.x[1] * u + d.x[1] * t) + pz * (c.x[2] * u + d.x[2] * t)
  const aside =
    px * (c.y[0] * u + d.y[0] * t) + py * (c.y[1] * u + d.y[1] * t) + pz * (c.y[2] * u + d.y[2] * t)
  const radiusX = across > 0 ? c.radii[0] * u + d.radii[0] * t : c.radii[1] * u + d.radii[1] * t
  const radiusY = aside > 0 ? c.radii[2] * u + d.radii[2] * t : c.radii[3] * u + d.radii[3] * t
  const flat = distanceToScaledBall(
    [across / radiusX, aside / radiusY, 0],
    [radiusX, radiusY, 1],
    Math.min(radiusX, radiusY),
  )
  if (outside === 0) return flat
  return flat > 0 ? Math.sqrt(flat * flat + outside * outside) : outside
}

/** Bound of the distance to an ellipsoid (Quilez, "ellipsoids"). */
function distanceToScaledBall(scaled: Vec3, radii: Vec3, least: number): number {
  const [x, y, z] = scaled
  const k0 = Math.sqrt(x * x + y * y + z * z)
  if (k0 < 1e-3) return -least
  const [p, q, r] = [x / radii[0], y / radii[1], z / radii[2]]
  const k1 = Math.sqrt(p * p + q * q + r * r)
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
  return cut.radius - distance(point, cut.centre)
}

function distanceToRoundCone(cone: RoundCone, point: Vec3): number {
  const axis = subtract(cone.to, cone.from)
  const size = length(axis)
  const rel = subtract(point, cone.from)
  const along = dot(rel, axis) / (size * size)
  const off = length(subtract(rel, scale(axis, along)))
  const slope = (cone.fromRadius - cone.toRadius) / size
  const lean = Math.abs(slope) < 0.95 ? (-slope * off) / Math.sqrt(1 - slope * slope) / size : 0
  const t = Math.min(1, Math.max(0, along + lean))
  const near = subtract(rel, scale(axis, t))
  return length(near) - (cone.fromRadius + (cone.toRadius - cone.fromRadius) * t)
}
