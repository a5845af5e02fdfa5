/** Rays through the solid: sphere tracing (Hart 1996). They go along one direction, seen orthographically. */
import { forwardX, forwardY, forwardZ, rightX, rightY, rightZ, upX, upY, upZ } from './camera'
import { distanceTo, nearestRow } from './distance'

/** A ray has met the surface when it is this near, in metres; one more step then lands on it. */
const touch: f64 = 0.0004
/** Distances of ellipses are bounds of first order: do not trust them whole. */
const caution: f64 = 0.88
const mostSteps = 96
/** No step is shorter, in metres. */
const shortest: f64 = 0.0002

/** Half the edge of the tetrahedron on which the way out is measured, in metres. */
const half: f64 = 0.0015

/** Metres between the three places at which the distance along a ray is measured. */
const probeStep: f64 = 0.003
/** A ray is moved along by no more than this at once. */
const longestStep: f64 = 0.02

/** What the functions below find beside what they return. */
export let clearance: f64 = 0
export let depthOfLeast: f64 = 0
/** In the world. */
export let seenX: f64 = 0
export let seenY: f64 = 0
export let seenZ: f64 = 0
export let outwardX: f64 = 0
export let outwardY: f64 = 0
export let outwardZ: f64 = 0
/** In the camera's axes. */
export let facingRight: f64 = 0
export let facingUp: f64 = 0
export let facingNear: f64 = 0

/**
 * At which depth, between two, the ray through a place of the picture plane meets the surface; Infinity where it does
 * not. `clearance` is then how near to it the ray came. A cone, `width` metres wide, ends before it touches.
 */
export function march(list: i32, right: f64, up: f64, from: f64, to: f64, width: f64): f64 {
  const x = rightX * right + upX * up
  const y = rightY * right + upY * up
  const z = rightZ * right + upZ * up
  let t = from
  let d = distanceAlong(list, x, y, z, t) - width
  // A cone may have ended a little inside: back out.
  for (let tries = 0; tries < 6 && d < -touch; tries++) {
    t -= 0.005 - d
    d = distanceAlong(list, x, y, z, t) - width
  }
  clearance = d < 0 ? 0 : d
  if (d < touch) return t
  // How the distance changes along the ray: the slower, the longer the steps (Bálint and Valasek 2023).
  let slope: f64 = -1
  let length = d * caution
  for (let step = 0; step < mostSteps; step++) {
    const next = t + length
    const found = distanceAlong(list, x, y, z, next) - width
    if (found < touch && length <= d + Math.abs(found) + touch) {
      clearance = 0
      return width > 0 ? t : landing(list, x, y, z, t, d, next, found)
    }
    if (length > (d + Math.abs(found)) * 0.98) slope = -1
    else {
      slope = slope * 0.7 + ((found - d) / length) * 0.3
      t = next
      d = found
      if (d < clearance) clearance = d
      if (t > to) return Infinity
    }
    const longer = 2 / (1 - slope)
    length = Math.max(shortest, d * caution * (longer > 1 ? longer : 1))
  }
  return Infinity
}

/** Where between two depths, one before the surface and one on or in it, a ray lands: false position. */
function landing(
  list: i32,
  x: f64,
  y: f64,
  z: f64,
  before: f64,
  outside: f64,
  behind: f64,
  inside: f64,
): f64 {
  let a = before
  let da = outside
  let b = behind
  let db = inside
  for (let step = 0; step < 8 && Math.abs(db) > touch; step++) {
    const t = a + ((b - a) * da) / (da - db)
    const d = distanceAlong(list, x, y, z, t)
    if (d < 0 === db < 0) {
      // Keeps one end from standing still (Illinois).
      da /= 2
    } else {
      a = b
      da = db
    }
    b = t
    db = d
  }
  const slope = (db - da) / (b - a)
  return slope < -0.15 || slope > 0.15 ? b - db / slope : b
}

function distanceAlong(list: i32, x: f64, y: f64, z: f64, t: f64): f64 {
  return distanceTo(list, x + forwardX * t, y + forwardY * t, z + forwardZ * t)
}

/**
 * The least distance along the ray through a place, near a depth, and at which depth it is (`depthOfLeast`); NaN where
 * there is none. A parabola through three places finds it.
 */
export function leastAlong(list: i32, right: f64, up: f64, depth: f64): f64 {
  const x = rightX * right + upX * up
  const y = rightY * right + upY * up
  const z = rightZ * right + upZ * up
  let t = depth
  for (let tries = 0; tries < 7; tries++) {
    const near = distanceAlong(list, x, y, z, t - probeStep)
    const here = distanceAlong(list, x, y, z, t)
    const far = distanceAlong(list, x, y, z, t + probeStep)
    const slope = (far - near) / (2 * probeStep)
    const curve = (near - 2 * here + far) / (probeStep * probeStep)
    const wanted = curve > 0.5 ? -slope / curve : slope > 0 ? -longestStep : longestStep
    if (wanted < probeStep * 1.5 && wanted > -probeStep * 1.5) {
      depthOfLeast = t + wanted
      return here + slope * wanted * 0.5
    }
    t += Math.min(longestStep, Math.max(-longestStep, wanted))
  }
  return NaN
}

/** The distance to the surface at a depth behind a place. */
export function distanceBehind(list: i32, right: f64, up: f64, depth: f64): f64 {
  seenX = rightX * right + upX * up + forwardX * depth
  seenY = rightY * right + upY * up + forwardY * depth
  seenZ = rightZ * right + upZ * up + forwardZ * depth
  return distanceTo(list, seenX, seenY, seenZ)
}

/** The row that is seen at a place and depth, -1 for none; `seenX` and so on is where. */
export function rowBehind(list: i32, right: f64, up: f64, depth: f64): i32 {
  distanceBehind(list, right, up, depth)
  return nearestRow(list)
}

/** How the surface faces the camera where it was seen last. */
export function findFacing(list: i32): void {
  findOutward(list, seenX, seenY, seenZ)
  facingRight = outwardX * rightX + outwardY * rightY + outwardZ * rightZ
  facingUp = outwardX * upX + outwardY * upY + outwardZ * upZ
  facingNear = -(outwardX * forwardX + outwardY * forwardY + outwardZ * forwardZ)
}

/** Direction of growing distance, of length 1, from the corners of a tetrahedron (Quilez, "normals for an SDF"). */
export function findOutward(list: i32, x: f64, y: f64, z: f64): void {
  const a = distanceTo(list, x + half, y - half, z - half)
  const b = distanceTo(list, x - half, y - half, z + half)
  const c = distanceTo(list, x - half, y + half, z - half)
  const d = distanceTo(list, x + half, y + half, z + half)
  outwardX = a - b - c + d
  outwardY = -a - b + c + d
  outwardZ = -a + b - c + d
  const size = Math.sqrt(outwardX * outwardX + outwardY * outwardY + outwardZ * outwardZ)
  if (size === 0) return
  outwardX /= size
  outwardY /= size
  outwardZ /= size
}
