/** The mat: a rounded rectangle on the floor under all that touches it, seen by the camera. */
import { radiansPerDegree, xAxis, zAxis } from '../../geometry/rotation.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { project } from '../camera.ts'
import type { Camera, View } from '../camera.ts'
import { landmarks, placeOn } from '../pose/landmarks.ts'
import { convexHull } from '../props/hull.ts'
import { matSize } from '../props/sizes.ts'
import type { Skeleton } from '../skeleton.ts'
import type { Area } from '../sketch.ts'
import { outlinePath } from './plane.ts'
import type { Place } from './plane.ts'

/** Landmarks lower than this touch the floor, or nearly; metres. Joints lie inside flesh. */
const low = 0.2
/** Flesh round the joints, metres. */
const flesh = 0.07
/** A mat is not drawn shorter than this. */
const leastLength = 1

export interface Mat {
  /** In the world, on the floor, counterclockwise seen from above. */
  readonly corners: readonly Vec3[]
  readonly top: readonly Place[]
  /** With its thickness, which lies below the floor's level so that contacts stay on top. */
  readonly whole: readonly Place[]
}

/** One mat for all phases, as long and wide as they need. */
export function matUnder(skeletons: readonly Skeleton[], camera: Camera): Mat | undefined {
  const first = skeletons[0]
  if (first === undefined) return undefined
  const touching = skeletons.flatMap((skeleton) =>
    landmarks.map((name) => placeOn(skeleton, name)).filter(([, , z]) => z < low),
  )
  if (touching.length === 0) return undefined
  const [ax, ay] = longAxis(first)
  const along = touching.map(([x, y]) => x * ax + y * ay)
  const across = touching.map(([x, y]) => y * ax - x * ay)
  const length = rangeOf(along, leastLength)
  const width = rangeOf(across, matSize.width)
  const corners = rounded(length, width).map(([a, b]): Vec3 => [
    a * ax - b * ay,
    a * ay + b * ax,
    0,
  ])
  const onPlane = ([x, y]: Vec3, z: number): Place => {
    const at = project(camera, [x, y, z])
    return [at.x, at.y]
  }
  const top = corners.map((corner) => onPlane(corner, 0))
  const below = corners.map((corner) => onPlane(corner, -matSize.thickness))
  const all = [...top, ...below]
  const whole = convexHull(all).map((index): Place => all[index] ?? [0, 0])
  return { corners, top, whole }
}

export function matItems({ top, whole }: Mat, view: View): readonly Area[] {
  return [
    { kind: 'area', role: { kind: 'mat', part: 'edge' }, path: outlinePath(view, whole) },
    { kind: 'area', role: { kind: 'mat', part: 'top' }, path: outlinePath(view, top) },
  ]
}

/** Along somebody who lies or kneels on all fours; to the front of somebody upright. */
function longAxis({ pelvis }: Skeleton): readonly [number, number] {
  const up = zAxis(pelvis.axes)
  const [x, y] = Math.hypot(up[0], up[1]) > 0.5 ? up : xAxis(pelvis.axes)
  const size = Math.hypot(x, y)
  return size === 0 ? [1, 0] : [x / size, y / size]
}

/** From and to, with room beside, not less than `least` apart. */
function rangeOf(values: readonly number[], least: number): readonly [number, number] {
  const room = flesh + matSize.margin
  const [from, to] = [Math.min(...values) - room, Math.max(...values) + room]
  const short = Math.max(0, least - (to - from)) / 2
  return [from - short, to + short]
}

function rounded(
  [a0, a1]: readonly [number, number],
  [b0, b1]: readonly [number, number],
): readonly Place[] {
  const r = matSize.corner
  const centres = [
    [a1 - r, b1 - r, 0],
    [a0 + r, b1 - r, 90],
    [a0 + r, b0 + r, 180],
    [a1 - r, b0 + r, 270],
  ] as const
  return centres.flatMap(([a, b, from]) =>
    [0, 15, 30, 45, 60, 75, 90].map((turn): Place => {
      const angle = (from + turn) * radiansPerDegree
      return [a + Math.cos(angle) * r, b + Math.sin(angle) * r]
    }),
  )
}
