/**
 * Signed distances of the primitives, after Quilez (iquilezles.org/articles/distfunctions). Each takes a row of
 * numbers (`rows.ts`) and a point. Ellipse and ellipsoid are his first-order bounds: exact at the surface.
 */
import {
  ballKind, boxKind, coneKind, cutsAt, cylinderKind, ellipsoidKind, sliceKind,
} from './rows.ts' // prettier-ignore

/** Farther than anything. */
export const nowhere = 1e9

/** Rounding of the edge that a cut leaves, in metres. */
const cutSoftness = 0.012

/** Quadratic smooth minimum (Quilez): at most k / 4 below both. */
export function smoothMinimum(a: number, b: number, k: number): number {
  const least = a < b ? a : b
  if (k <= 1e-5) return least
  const difference = a < b ? b - a : a - b
  if (difference >= k) return least
  const h = 1 - difference / k
  return least - h * h * k * 0.25
}

/**
 * What is asked and answered: the point's x, y and z, the limit of interest, and the distance found. Numbers passed
 * in an array stay unboxed where arguments and results of functions would each be an object (V8).
 */
export const limitAt = 3
export const foundAt = 4
/** What the distance to all is not expected to exceed. */
export const expectedAt = 5
export const querySize = 6

/** Measures one row: leaves its distance in the query, or `nowhere` where it is surely more than the limit. */
export function measureRow(kind: number, d: Float64Array, o: number, q: Float64Array): void {
  if (kind === sliceKind) sliceDistance(d, o, q)
  else if (kind === ellipsoidKind) ellipsoidDistance(d, o, q)
  else if (kind === coneKind) coneDistance(d, o, q)
  else if (kind === ballKind) ballDistance(d, o, q)
  else if (kind === boxKind) boxDistance(d, o, q)
  else if (kind === cylinderKind) cylinderDistance(d, o, q)
  else ribbonDistance(d, o, q)
}

function sliceDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const limit = q[limitAt] ?? 0
  const fx = x - (d[o] ?? 0)
  const fy = y - (d[o + 1] ?? 0)
  const fz = z - (d[o + 2] ?? 0)
  const before = fx * (d[o + 3] ?? 0) + fy * (d[o + 4] ?? 0) + fz * (d[o + 5] ?? 0)
  q[foundAt] = nowhere
  if (-before > limit) return
  const after =
    ((d[o + 6] ?? 0) - x) * (d[o + 9] ?? 0) +
    ((d[o + 7] ?? 0) - y) * (d[o + 10] ?? 0) +
    ((d[o + 8] ?? 0) - z) * (d[o + 11] ?? 0)
  if (-after > limit) return
  const t = before <= 0 ? 0 : after <= 0 ? 1 : before / (before + after)
  const px = fx - (d[o + 12] ?? 0) * t
  const py = fy - (d[o + 13] ?? 0) * t
  const pz = fz - (d[o + 14] ?? 0) * t
  const u =
    px * ((d[o + 15] ?? 0) + (d[o + 18] ?? 0) * t) +
    py * ((d[o + 16] ?? 0) + (d[o + 19] ?? 0) * t) +
    pz * ((d[o + 17] ?? 0) + (d[o + 20] ?? 0) * t)
  const v =
    px * ((d[o + 21] ?? 0) + (d[o + 24] ?? 0) * t) +
    py * ((d[o + 22] ?? 0) + (d[o + 25] ?? 0) * t) +
    pz * ((d[o + 23] ?? 0) + (d[o + 26] ?? 0) * t)
  const i = u > 0 ? o + 27 : o + 28
  const j = v > 0 ? o + 29 : o + 30
  const a = (d[i] ?? 0) + (d[i + 4] ?? 0) * t
  const b = (d[j] ?? 0) + (d[j + 4] ?? 0) * t
  const ua = u / a
  const vb = v / b
  const k0 = Math.sqrt(ua * ua + vb * vb)
  const p1 = ua / a
  const p2 = vb / b
  const r = k0 < 1e-3 ? -Math.min(a, b) : (k0 * (k0 - 1)) / Math.sqrt(p1 * p1 + p2 * p2)
  // Beyond an end plane.
  const e = before < 0 ? -before : after < 0 ? -after : 0
  q[foundAt] = e === 0 ? r : r > 0 ? Math.sqrt(r * r + e * e) : e
}

/** How far along the slice a point lies: 0 at its first plane, 1 at its second. */
export function sliceShare(d: Float64Array, o: number, q: Float64Array): number {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const before =
    (x - (d[o] ?? 0)) * (d[o + 3] ?? 0) +
    (y - (d[o + 1] ?? 0)) * (d[o + 4] ?? 0) +
    (z - (d[o + 2] ?? 0)) * (d[o + 5] ?? 0)
  const after =
    ((d[o + 6] ?? 0) - x) * (d[o + 9] ?? 0) +
    ((d[o + 7] ?? 0) - y) * (d[o + 10] ?? 0) +
    ((d[o + 8] ?? 0) - z) * (d[o + 11] ?? 0)
  return before <= 0 ? 0 : after <= 0 ? 1 : before / (before + after)
}

/** Where a slice's `at` stands in its row: that of its first plane, then the difference. */
export const sliceAt = 35

function ellipsoidDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const rx = x - (d[o] ?? 0)
  const ry = y - (d[o + 1] ?? 0)
  const rz = z - (d[o + 2] ?? 0)
  const u = (rx * (d[o + 3] ?? 0) + ry * (d[o + 4] ?? 0) + rz * (d[o + 5] ?? 0)) * (d[o + 15] ?? 0)
  const v = (rx * (d[o + 6] ?? 0) + ry * (d[o + 7] ?? 0) + rz * (d[o + 8] ?? 0)) * (d[o + 16] ?? 0)
  const w =
    (rx * (d[o + 9] ?? 0) + ry * (d[o + 10] ?? 0) + rz * (d[o + 11] ?? 0)) * (d[o + 17] ?? 0)
  const k0 = Math.sqrt(u * u + v * v + w * w)
  const p1 = u * (d[o + 15] ?? 0)
  const p2 = v * (d[o + 16] ?? 0)
  const p3 = w * (d[o + 17] ?? 0)
  let r =
    k0 < 1e-3
      ? -Math.min(d[o + 12] ?? 0, d[o + 13] ?? 0, d[o + 14] ?? 0)
      : (k0 * (k0 - 1)) / Math.sqrt(p1 * p1 + p2 * p2 + p3 * p3)
  const cuts = d[o + cutsAt] ?? 0
  for (let i = 0; i < cuts; i++) {
    r = -smoothMinimum(-r, -cutDistance(d, o + cutsAt + 1 + i * 7, x, y, z), cutSoftness)
  }
  q[foundAt] = r
}

function cutDistance(d: Float64Array, o: number, x: number, y: number, z: number): number {
  const rx = x - (d[o + 1] ?? 0)
  const ry = y - (d[o + 2] ?? 0)
  const rz = z - (d[o + 3] ?? 0)
  return d[o] === 1
    ? (d[o + 4] ?? 0) - Math.sqrt(rx * rx + ry * ry + rz * rz)
    : rx * (d[o + 4] ?? 0) + ry * (d[o + 5] ?? 0) + rz * (d[o + 6] ?? 0)
}

function coneDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const px = x - (d[o] ?? 0)
  const py = y - (d[o + 1] ?? 0)
  const pz = z - (d[o + 2] ?? 0)
  const bx = d[o + 3] ?? 0
  const by = d[o + 4] ?? 0
  const bz = d[o + 5] ?? 0
  const squared = d[o + 8] ?? 0
  const slope = d[o + 9] ?? 0
  const a = d[o + 10] ?? 0
  const inverse = d[o + 11] ?? 0
  const along = px * bx + py * by + pz * bz
  const beyond = along - squared
  const qx = px * squared - bx * along
  const qy = py * squared - by * along
  const qz = pz * squared - bz * along
  const x2 = qx * qx + qy * qy + qz * qz
  const y2 = along * along * squared
  const z2 = beyond * beyond * squared
  const k = (slope < 0 ? -slope : slope) * slope * x2
  if ((beyond < 0 ? -a : a) * z2 > k) {
    q[foundAt] = Math.sqrt(x2 + z2) * inverse - (d[o + 7] ?? 0)
  } else if ((along < 0 ? -a : a) * y2 < k) {
    q[foundAt] = Math.sqrt(x2 + y2) * inverse - (d[o + 6] ?? 0)
  } else {
    q[foundAt] = (Math.sqrt(x2 * a * inverse) + along * slope) * inverse - (d[o + 6] ?? 0)
  }
}

function ballDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const px = x - (d[o] ?? 0)
  const py = y - (d[o + 1] ?? 0)
  const pz = z - (d[o + 2] ?? 0)
  q[foundAt] = Math.sqrt(px * px + py * py + pz * pz) - (d[o + 3] ?? 0)
}

function boxDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const px = x - (d[o] ?? 0)
  const py = y - (d[o + 1] ?? 0)
  const pz = z - (d[o + 2] ?? 0)
  const u =
    Math.abs(px * (d[o + 3] ?? 0) + py * (d[o + 4] ?? 0) + pz * (d[o + 5] ?? 0)) - (d[o + 12] ?? 0)
  const v =
    Math.abs(px * (d[o + 6] ?? 0) + py * (d[o + 7] ?? 0) + pz * (d[o + 8] ?? 0)) - (d[o + 13] ?? 0)
  const w =
    Math.abs(px * (d[o + 9] ?? 0) + py * (d[o + 10] ?? 0) + pz * (d[o + 11] ?? 0)) -
    (d[o + 14] ?? 0)
  q[foundAt] = cornerDistance(u, v, w) - (d[o + 15] ?? 0)
}

/** From the distances to three faces at right angles to the distance of their corner. */
function cornerDistance(u: number, v: number, w: number): number {
  const p = u > 0 ? u : 0
  const q = v > 0 ? v : 0
  const r = w > 0 ? w : 0
  const inside = Math.max(u, v, w)
  return Math.sqrt(p * p + q * q + r * r) + (inside < 0 ? inside : 0)
}

function cylinderDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const px = x - (d[o] ?? 0)
  const py = y - (d[o + 1] ?? 0)
  const pz = z - (d[o + 2] ?? 0)
  const along = px * (d[o + 3] ?? 0) + py * (d[o + 4] ?? 0) + pz * (d[o + 5] ?? 0)
  const away = Math.sqrt(Math.max(0, px * px + py * py + pz * pz - along * along))
  const corner = cornerDistance(away - (d[o + 6] ?? 0), Math.abs(along) - (d[o + 7] ?? 0), -nowhere)
  q[foundAt] = corner - (d[o + 8] ?? 0)
}

function ribbonDistance(d: Float64Array, o: number, q: Float64Array): void {
  const x = q[0] ?? 0
  const y = q[1] ?? 0
  const z = q[2] ?? 0
  const px = x - (d[o] ?? 0)
  const py = y - (d[o + 1] ?? 0)
  const pz = z - (d[o + 2] ?? 0)
  const bx = d[o + 3] ?? 0
  const by = d[o + 4] ?? 0
  const bz = d[o + 5] ?? 0
  const share = (px * bx + py * by + pz * bz) * (d[o + 6] ?? 0)
  const t = share < 0 ? 0 : share > 1 ? 1 : share
  let ax = (d[o + 7] ?? 0) + (d[o + 10] ?? 0) * t
  let ay = (d[o + 8] ?? 0) + (d[o + 11] ?? 0) * t
  let az = (d[o + 9] ?? 0) + (d[o + 12] ?? 0) * t
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
  const halfThickness = d[o + 14] ?? 0
  q[foundAt] = cornerDistance(Math.abs(across) - (d[o + 13] ?? 0), rest - halfThickness, -nowhere)
}
