/** Rotations in space as 3 by 3 matrices, row by row. The columns are the turned axes. */
import { addScaled, cross, dot, length, normalize } from './vec3.ts'
import type { Vec3 } from './vec3.ts'

// prettier-ignore
export type Rotation = readonly [
  number, number, number,
  number, number, number,
  number, number, number,
]

export const unturned: Rotation = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export const radiansPerDegree = Math.PI / 180

/** The rotation that turns by `inner` first, then by `outer`. */
export function turnThenTurn(outer: Rotation, inner: Rotation): Rotation {
  // By index: taking tuples apart goes through their iterators until the code is optimized.
  const a = outer[0], b = outer[1], c = outer[2] // prettier-ignore
  const d = outer[3], e = outer[4], f = outer[5] // prettier-ignore
  const g = outer[6], h = outer[7], i = outer[8] // prettier-ignore
  const j = inner[0], k = inner[1], l = inner[2] // prettier-ignore
  const m = inner[3], n = inner[4], o = inner[5] // prettier-ignore
  const p = inner[6], q = inner[7], r = inner[8] // prettier-ignore
  // prettier-ignore
  return [
    a * j + b * m + c * p, a * k + b * n + c * q, a * l + b * o + c * r,
    d * j + e * m + f * p, d * k + e * n + f * q, d * l + e * o + f * r,
    g * j + h * m + i * p, g * k + h * n + i * q, g * l + h * o + i * r,
  ]
}

export function rotate(turn: Rotation, v: Vec3): Vec3 {
  return [
    turn[0] * v[0] + turn[1] * v[1] + turn[2] * v[2],
    turn[3] * v[0] + turn[4] * v[1] + turn[5] * v[2],
    turn[6] * v[0] + turn[7] * v[1] + turn[8] * v[2],
  ]
}

/** The inverse: a world direction as seen from the turned axes. */
export function unrotate(turn: Rotation, v: Vec3): Vec3 {
  return [
    turn[0] * v[0] + turn[3] * v[1] + turn[6] * v[2],
    turn[1] * v[0] + turn[4] * v[1] + turn[7] * v[2],
    turn[2] * v[0] + turn[5] * v[1] + turn[8] * v[2],
  ]
}

export function xAxis(turn: Rotation): Vec3 {
  return [turn[0], turn[3], turn[6]]
}

export function yAxis(turn: Rotation): Vec3 {
  return [turn[1], turn[4], turn[7]]
}

export function zAxis(turn: Rotation): Vec3 {
  return [turn[2], turn[5], turn[8]]
}

export function fromAxes(x: Vec3, y: Vec3, z: Vec3): Rotation {
  return [x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]]
}

/** Axes with z exactly as given, and x as near as possible to the one given. */
export function fromZAndX(z: Vec3, x: Vec3): Rotation {
  const up = normalize(z)
  const flat = addScaled(x, up, -dot(x, up))
  const spare: Vec3 = Math.abs(up[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]
  const side = normalize(length(flat) > 1e-6 ? flat : addScaled(spare, up, -dot(spare, up)))
  return fromAxes(side, cross(up, side), up)
}

/** Turn about x, right-handed, degrees. */
export function aboutX(degrees: number): Rotation {
  const c = Math.cos(degrees * radiansPerDegree)
  const s = Math.sin(degrees * radiansPerDegree)
  return [1, 0, 0, 0, c, -s, 0, s, c]
}

export function aboutY(degrees: number): Rotation {
  const c = Math.cos(degrees * radiansPerDegree)
  const s = Math.sin(degrees * radiansPerDegree)
  return [c, 0, s, 0, 1, 0, -s, 0, c]
}

export function aboutZ(degrees: number): Rotation {
  const c = Math.cos(degrees * radiansPerDegree)
  const s = Math.sin(degrees * radiansPerDegree)
  return [c, -s, 0, s, c, 0, 0, 0, 1]
}

/** Turns about z first, then x, then y: `aboutY(y)` after `aboutX(x)` after `aboutZ(z)` at once, degrees. */
export function aboutZThenXThenY(z: number, x: number, y: number): Rotation {
  const cz = Math.cos(z * radiansPerDegree)
  const sz = Math.sin(z * radiansPerDegree)
  const cx = Math.cos(x * radiansPerDegree)
  const sx = Math.sin(x * radiansPerDegree)
  const cy = Math.cos(y * radiansPerDegree)
  const sy = Math.sin(y * radiansPerDegree)
  // prettier-ignore
  return [
    cy * cz + sy * sx * sz, sy * sx * cz - cy * sz, sy * cx,
    cx * sz, cx * cz, -sx,
    cy * sx * sz - sy * cz, sy * sz + cy * sx * cz, cy * cx,
  ]
}

/** Turn about any axis of length 1 (Rodrigues), right-handed, degrees. */
export function aboutAxis(axis: Vec3, degrees: number): Rotation {
  const c = Math.cos(degrees * radiansPerDegree)
  const s = Math.sin(degrees * radiansPerDegree)
  const t = 1 - c
  const [x, y, z] = axis
  // prettier-ignore
  return [
    t * x * x + c, t * x * y - s * z, t * x * z + s * y,
    t * x * y + s * z, t * y * y + c, t * y * z - s * x,
    t * x * z - s * y, t * y * z + s * x, t * z * z + c,
  ]
}
