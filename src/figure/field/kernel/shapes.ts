/**
 * Signed distances of the primitives, after Quilez (iquilezles.org/articles/distfunctions). Each takes where its row
 * of numbers begins (`rows.ts`) and a point. Ellipse and ellipsoid are his first-order bounds: exact at the surface.
 */
import {
  ballKind, boxKind, coneKind, cutsAt, cutSize, cylinderKind, ellipsoidKind, nowhere, radiiAt, sliceAt, sliceKind,
} from '../layout' // prettier-ignore

/** Rounding of the edge that a cut leaves, in metres. */
const cutSoftness: f64 = 0.012

/** The rows of the program. */
let d: StaticArray<f64> = []

export function openShapes(rows: StaticArray<f64>): void {
  d = rows
}

/** Quadratic smooth minimum (Quilez): at most k / 4 below both. */
export function smoothMinimum(a: f64, b: f64, k: f64): f64 {
  const least = a < b ? a : b
  if (k <= 1e-5) return least
  const difference = a < b ? b - a : a - b
  if (difference >= k) return least
  const h = 1 - difference / k
  return least - h * h * k * 0.25
}

/** The distance to one row, or `nowhere` where it is surely more than the limit. */
export function distanceToRow(kind: u8, o: i32, x: f64, y: f64, z: f64, limit: f64): f64 {
  if (kind === sliceKind) return distanceToSlice(o, x, y, z, limit)
  if (kind === ellipsoidKind) return distanceToEllipsoid(o, x, y, z)
  if (kind === coneKind) return distanceToCone(o, x, y, z)
  if (kind === ballKind) return distanceToBall(o, x, y, z)
  if (kind === boxKind) return distanceToBox(o, x, y, z)
  if (kind === cylinderKind) return distanceToCylinder(o, x, y, z)
  return distanceToRibbon(o, x, y, z)
}

function distanceToSlice(o: i32, x: f64, y: f64, z: f64, limit: f64): f64 {
  const fx = x - d[o]
  const fy = y - d[o + 1]
  const fz = z - d[o + 2]
  const before = fx * d[o + 3] + fy * d[o + 4] + fz * d[o + 5]
  if (-before > limit) return nowhere
  const after = (d[o + 6] - x) * d[o + 9] + (d[o + 7] - y) * d[o + 10] + (d[o + 8] - z) * d[o + 11]
  if (-after > limit) return nowhere
  const t = shareBetween(before, after)
  const px = fx - d[o + 12] * t
  const py = fy - d[o + 13] * t
  const pz = fz - d[o + 14] * t
  const u =
    px * (d[o + 15] + d[o + 18] * t) +
    py * (d[o + 16] + d[o + 19] * t) +
    pz * (d[o + 17] + d[o + 20] * t)
  const v =
    px * (d[o + 21] + d[o + 24] * t) +
    py * (d[o + 22] + d[o + 25] * t) +
    pz * (d[o + 23] + d[o + 26] * t)
  const i = o + radiiAt + (u > 0 ? 0 : 1)
  const j = o + radiiAt + (v > 0 ? 2 : 3)
  const a = d[i] + d[i + 4] * t
  const b = d[j] + d[j + 4] * t
  const ua = u / a
  const vb = v / b
  const k0 = Math.sqrt(ua * ua + vb * vb)
  const p1 = ua / a
  const p2 = vb / b
  const r = k0 < 1e-3 ? -Math.min(a, b) : (k0 * (k0 - 1)) / Math.sqrt(p1 * p1 + p2 * p2)
  // Beyond an end plane.
  const e = before < 0 ? -before : after < 0 ? -after : 0
  return e === 0 ? r : r > 0 ? Math.sqrt(r * r + e * e) : e
}

/** The place of a point along the limb that a slice is of. */
export function placeAlongSlice(o: i32, x: f64, y: f64, z: f64): f64 {
  const before = (x - d[o]) * d[o + 3] + (y - d[o + 1]) * d[o + 4] + (z - d[o + 2]) * d[o + 5]
  const after = (d[o + 6] - x) * d[o + 9] + (d[o + 7] - y) * d[o + 10] + (d[o + 8] - z) * d[o + 11]
  return d[o + sliceAt] + d[o + sliceAt + 1] * shareBetween(before, after)
}

/** How far along a slice a point lies, from its distances to both planes: 0 at the first, 1 at the second. */
function shareBetween(before: f64, after: f64): f64 {
  return before <= 0 ? 0 : after <= 0 ? 1 : before / (before + after)
}

function distanceToEllipsoid(o: i32, x: f64, y: f64, z: f64): f64 {
  const rx = x - d[o]
  const ry = y - d[o + 1]
  const rz = z - d[o + 2]
  const u = (rx * d[o + 3] + ry * d[o + 4] + rz * d[o + 5]) * d[o + 15]
  const v = (rx * d[o + 6] + ry * d[o + 7] + rz * d[o + 8]) * d[o + 16]
  const w = (rx * d[o + 9] + ry * d[o + 10] + rz * d[o + 11]) * d[o + 17]
  const k0 = Math.sqrt(u * u + v * v + w * w)
  const p1 = u * d[o + 15]
  const p2 = v * d[o + 16]
  const p3 = w * d[o + 17]
  let r =
    k0 < 1e-3
      ? -Math.min(Math.min(d[o + 12], d[o + 13]), d[o + 14])
      : (k0 * (k0 - 1)) / Math.sqrt(p1 * p1 + p2 * p2 + p3 * p3)
  const cuts = i32(d[o + cutsAt])
  for (let i = 0; i < cuts; i++) {
    r = -smoothMinimum(-r, -distanceToCut(o + cutsAt + 1 + i * cutSize, x, y, z), cutSoftness)
  }
  return r
}

function distanceToCut(o: i32, x: f64, y: f64, z: f64): f64 {
  const rx = x - d[o + 1]
  const ry = y - d[o + 2]
  const rz = z - d[o + 3]
  return d[o] === 1
    ? d[o + 4] - Math.sqrt(rx * rx + ry * ry + rz * rz)
    : rx * d[o + 4] + ry * d[o + 5] + rz * d[o + 6]
}

function distanceToCone(o: i32, x: f64, y: f64, z: f64): f64 {
  const px = x - d[o]
  const py = y - d[o + 1]
  const pz = z - d[o + 2]
  const bx = d[o + 3]
  const by = d[o + 4]
  const bz = d[o + 5]
  const squared = d[o + 8]
  const slope = d[o + 9]
  const a = d[o + 10]
  const inverse = d[o + 11]
  const along = px * bx + py * by + pz * bz
  const beyond = along - squared
  const qx = px * squared - bx * along
  const qy = py * squared - by * along
  const qz = pz * squared - bz * along
  const x2 = qx * qx + qy * qy + qz * qz
  const y2 = along * along * squared
  const z2 = beyond * beyond * squared
  const k = (slope < 0 ? -slope : slope) * slope * x2
  if ((beyond < 0 ? -a : a) * z2 > k) return Math.sqrt(x2 + z2) * inverse - d[o + 7]
  if ((along < 0 ? -a : a) * y2 < k) return Math.sqrt(x2 + y2) * inverse - d[o + 6]
  return (Math.sqrt(x2 * a * inverse) + along * slope) * inverse - d[o + 6]
}

function distanceToBall(o: i32, x: f64, y: f64, z: f64): f64 {
  const px = x - d[o]
  const py = y - d[o + 1]
  const pz = z - d[o + 2]
  return Math.sqrt(px * px + py * py + pz * pz) - d[o + 3]
}

function distanceToBox(o: i32, x: f64, y: f64, z: f64): f64 {
  const px = x - d[o]
  const py = y - d[o + 1]
  const pz = z - d[o + 2]
  const u = Math.abs(px * d[o + 3] + py * d[o + 4] + pz * d[o + 5]) - d[o + 12]
  const v = Math.abs(px * d[o + 6] + py * d[o + 7] + pz * d[o + 8]) - d[o + 13]
  const w = Math.abs(px * d[o + 9] + py * d[o + 10] + pz * d[o + 11]) - d[o + 14]
  return distanceToCorner(u, v, w) - d[o + 15]
}

/** From the distances to three faces at right angles to the distance of their corner. */
function distanceToCorner(u: f64, v: f64, w: f64): f64 {
  const p = u > 0 ? u : 0
  const q = v > 0 ? v : 0
  const r = w > 0 ? w : 0
  const inside = Math.max(Math.max(u, v), w)
  return Math.sqrt(p * p + q * q + r * r) + (inside < 0 ? inside : 0)
}

function distanceToCylinder(o: i32, x: f64, y: f64, z: f64): f64 {
  const px = x - d[o]
  const py = y - d[o + 1]
  const pz = z - d[o + 2]
  const along = px * d[o + 3] + py * d[o + 4] + pz * d[o + 5]
  const away = Math.sqrt(Math.max(0, px * px + py * py + pz * pz - along * along))
  return distanceToCorner(away - d[o + 6], Math.abs(along) - d[o + 7], -nowhere) - d[o + 8]
}

function distanceToRibbon(o: i32, x: f64, y: f64, z: f64): f64 {
  const px = x - d[o]
  const py = y - d[o + 1]
  const pz = z - d[o + 2]
  const bx = d[o + 3]
  const by = d[o + 4]
  const bz = d[o + 5]
  const share = (px * bx + py * by + pz * bz) * d[o + 6]
  const t = share < 0 ? 0 : share > 1 ? 1 : share
  let ax = d[o + 7] + d[o + 10] * t
  let ay = d[o + 8] + d[o + 11] * t
  let az = d[o + 9] + d[o + 12] * t
  const size = Math.sqrt(ax * ax + ay * ay + az * az)
  ax /= size
  ay /= size
  az /= size
  const qx = px - bx * t
  const qy = py - by * t
  const qz = pz - bz * t
  const across = qx * ax + qy * ay + qz * az
  // What is left, along and through: the joints between pieces are round.
  const rest = Math.sqrt(Math.max(0, qx * qx + qy * qy + qz * qz - across * across))
  return distanceToCorner(Math.abs(across) - d[o + 13], rest - d[o + 14], -nowhere)
}
