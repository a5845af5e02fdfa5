/**
 * Signed distances of the primitives, after Quilez (iquilezles.org/articles/distfunctions). Each takes the address
 * of its row of numbers (`rows.ts`) and a point. Ellipse and ellipsoid are his first-order bounds: exact at the surface.
 */
import {
  ballKind, boxKind, coneKind, cutsAt, cutSize, cylinderKind, ellipsoidKind, nowhere, radiiAt, sliceAt, sliceKind,
} from '../field/layout' // prettier-ignore
import { at, numberSize } from './memory'

/** Rounding of the edge that a cut leaves, in metres. */
const cutSoftness: f64 = 0.012

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
export function distanceToRow(kind: i32, row: usize, x: f64, y: f64, z: f64, limit: f64): f64 {
  if (kind === sliceKind) return distanceToSlice(row, x, y, z, limit)
  if (kind === ellipsoidKind) return distanceToEllipsoid(row, x, y, z)
  if (kind === coneKind) return distanceToCone(row, x, y, z)
  if (kind === ballKind) return distanceToBall(row, x, y, z)
  if (kind === boxKind) return distanceToBox(row, x, y, z)
  if (kind === cylinderKind) return distanceToCylinder(row, x, y, z)
  return distanceToRibbon(row, x, y, z)
}

function distanceToSlice(row: usize, x: f64, y: f64, z: f64, limit: f64): f64 {
  const fx = x - at(row, 0)
  const fy = y - at(row, 1)
  const fz = z - at(row, 2)
  const before = fx * at(row, 3) + fy * at(row, 4) + fz * at(row, 5)
  if (-before > limit) return nowhere
  const after =
    (at(row, 6) - x) * at(row, 9) + (at(row, 7) - y) * at(row, 10) + (at(row, 8) - z) * at(row, 11)
  if (-after > limit) return nowhere
  const t = shareBetween(before, after)
  const px = fx - at(row, 12) * t
  const py = fy - at(row, 13) * t
  const pz = fz - at(row, 14) * t
  const u =
    px * (at(row, 15) + at(row, 18) * t) +
    py * (at(row, 16) + at(row, 19) * t) +
    pz * (at(row, 17) + at(row, 20) * t)
  const v =
    px * (at(row, 21) + at(row, 24) * t) +
    py * (at(row, 22) + at(row, 25) * t) +
    pz * (at(row, 23) + at(row, 26) * t)
  const right = u > 0 ? row : row + numberSize
  const front = v > 0 ? row : row + numberSize
  const a = at(right, radiiAt) + at(right, radiiAt + 4) * t
  const b = at(front, radiiAt + 2) + at(front, radiiAt + 6) * t
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
export function placeAlongSlice(row: usize, x: f64, y: f64, z: f64): f64 {
  const before =
    (x - at(row, 0)) * at(row, 3) + (y - at(row, 1)) * at(row, 4) + (z - at(row, 2)) * at(row, 5)
  const after =
    (at(row, 6) - x) * at(row, 9) + (at(row, 7) - y) * at(row, 10) + (at(row, 8) - z) * at(row, 11)
  return at(row, sliceAt) + at(row, sliceAt + 1) * shareBetween(before, after)
}

/** How far along a slice a point lies, from its distances to both planes: 0 at the first, 1 at the second. */
function shareBetween(before: f64, after: f64): f64 {
  return before <= 0 ? 0 : after <= 0 ? 1 : before / (before + after)
}

function distanceToEllipsoid(row: usize, x: f64, y: f64, z: f64): f64 {
  const rx = x - at(row, 0)
  const ry = y - at(row, 1)
  const rz = z - at(row, 2)
  const u = (rx * at(row, 3) + ry * at(row, 4) + rz * at(row, 5)) * at(row, 15)
  const v = (rx * at(row, 6) + ry * at(row, 7) + rz * at(row, 8)) * at(row, 16)
  const w = (rx * at(row, 9) + ry * at(row, 10) + rz * at(row, 11)) * at(row, 17)
  const k0 = Math.sqrt(u * u + v * v + w * w)
  const p1 = u * at(row, 15)
  const p2 = v * at(row, 16)
  const p3 = w * at(row, 17)
  let r =
    k0 < 1e-3
      ? -Math.min(Math.min(at(row, 12), at(row, 13)), at(row, 14))
      : (k0 * (k0 - 1)) / Math.sqrt(p1 * p1 + p2 * p2 + p3 * p3)
  const cuts = i32(at(row, cutsAt))
  for (let i = 0; i < cuts; i++) {
    r = -smoothMinimum(
      -r,
      -distanceToCut(row + (cutsAt + 1 + i * cutSize) * numberSize, x, y, z),
      cutSoftness,
    )
  }
  return r
}

function distanceToCut(cut: usize, x: f64, y: f64, z: f64): f64 {
  const rx = x - at(cut, 1)
  const ry = y - at(cut, 2)
  const rz = z - at(cut, 3)
  return at(cut, 0) === 1
    ? at(cut, 4) - Math.sqrt(rx * rx + ry * ry + rz * rz)
    : rx * at(cut, 4) + ry * at(cut, 5) + rz * at(cut, 6)
}

function distanceToCone(row: usize, x: f64, y: f64, z: f64): f64 {
  const px = x - at(row, 0)
  const py = y - at(row, 1)
  const pz = z - at(row, 2)
  const bx = at(row, 3)
  const by = at(row, 4)
  const bz = at(row, 5)
  const squared = at(row, 8)
  const slope = at(row, 9)
  const a = at(row, 10)
  const inverse = at(row, 11)
  const along = px * bx + py * by + pz * bz
  const beyond = along - squared
  const qx = px * squared - bx * along
  const qy = py * squared - by * along
  const qz = pz * squared - bz * along
  const x2 = qx * qx + qy * qy + qz * qz
  const y2 = along * along * squared
  const z2 = beyond * beyond * squared
  const k = (slope < 0 ? -slope : slope) * slope * x2
  if ((beyond < 0 ? -a : a) * z2 > k) return Math.sqrt(x2 + z2) * inverse - at(row, 7)
  if ((along < 0 ? -a : a) * y2 < k) return Math.sqrt(x2 + y2) * inverse - at(row, 6)
  return (Math.sqrt(x2 * a * inverse) + along * slope) * inverse - at(row, 6)
}

function distanceToBall(row: usize, x: f64, y: f64, z: f64): f64 {
  const px = x - at(row, 0)
  const py = y - at(row, 1)
  const pz = z - at(row, 2)
  return Math.sqrt(px * px + py * py + pz * pz) - at(row, 3)
}

function distanceToBox(row: usize, x: f64, y: f64, z: f64): f64 {
  const px = x - at(row, 0)
  const py = y - at(row, 1)
  const pz = z - at(row, 2)
  const u = Math.abs(px * at(row, 3) + py * at(row, 4) + pz * at(row, 5)) - at(row, 12)
  const v = Math.abs(px * at(row, 6) + py * at(row, 7) + pz * at(row, 8)) - at(row, 13)
  const w = Math.abs(px * at(row, 9) + py * at(row, 10) + pz * at(row, 11)) - at(row, 14)
  return distanceToCorner(u, v, w) - at(row, 15)
}

/** From the distances to three faces at right angles to the distance of their corner. */
function distanceToCorner(u: f64, v: f64, w: f64): f64 {
  const p = u > 0 ? u : 0
  const q = v > 0 ? v : 0
  const r = w > 0 ? w : 0
  const inside = Math.max(Math.max(u, v), w)
  return Math.sqrt(p * p + q * q + r * r) + (inside < 0 ? inside : 0)
}

function distanceToCylinder(row: usize, x: f64, y: f64, z: f64): f64 {
  const px = x - at(row, 0)
  const py = y - at(row, 1)
  const pz = z - at(row, 2)
  const along = px * at(row, 3) + py * at(row, 4) + pz * at(row, 5)
  const away = Math.sqrt(Math.max(0, px * px + py * py + pz * pz - along * along))
  return distanceToCorner(away - at(row, 6), Math.abs(along) - at(row, 7), -nowhere) - at(row, 8)
}

function distanceToRibbon(row: usize, x: f64, y: f64, z: f64): f64 {
  const px = x - at(row, 0)
  const py = y - at(row, 1)
  const pz = z - at(row, 2)
  const bx = at(row, 3)
  const by = at(row, 4)
  const bz = at(row, 5)
  const share = (px * bx + py * by + pz * bz) * at(row, 6)
  const t = share < 0 ? 0 : share > 1 ? 1 : share
  let ax = at(row, 7) + at(row, 10) * t
  let ay = at(row, 8) + at(row, 11) * t
  let az = at(row, 9) + at(row, 12) * t
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
  return distanceToCorner(Math.abs(across) - at(row, 13), rest - at(row, 14), -nowhere)
}
