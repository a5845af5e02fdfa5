/** Lines drawn on the skin: a few points fixed to bones, laid onto the surface as one smooth curve. */
import { distance, type Vec3 } from '../../geometry/vec3.ts'
import type { GroupName, SurfaceMark } from '../solid.ts'
import { curveThrough } from './curve.ts'
import type { SkinNear } from './project.ts'

export interface MarkShape {
  readonly group: GroupName
  readonly kind: SurfaceMark['kind']
  readonly points: readonly Vec3[]
  /** As `SurfaceMark.weights`. */
  readonly weights: SurfaceMark['weights']
  readonly dotRadius?: number
  /** Metres above the surface: glasses. */
  readonly lift?: number
}

/** Points of a curve between two given ones. */
const pointsBetween = 4

/**
 * The mark on the surface; undefined where flesh that lies against flesh has swallowed it: where points would
 * have to move far to come out, the line ends.
 */
export function layMark(skinNear: SkinNear, shape: MarkShape): SurfaceMark | undefined {
  const { group, kind, weights, lift, dotRadius } = shape
  const points = shape.points.length < 2 ? shape.points : curveThrough(shape.points, pointsBetween)
  const skin = skinNear([group], points, 0.03)
  const laid = points.map((point) => skin.onto(point, lift))
  const kept = longestRun(
    laid,
    (point, index) => distance(point, points[index] ?? point) < farthest,
  )
  if (kept.length === 0 || kept.length < points.length / 2) return undefined
  return { group, kind, weights, points: kept, ...(dotRadius !== undefined && { dotRadius }) }
}

/** Metres that a point may be moved to the surface. */
const farthest = 0.025

function longestRun(
  points: readonly Vec3[],
  isGood: (point: Vec3, index: number) => boolean,
): readonly Vec3[] {
  let best: readonly Vec3[] = []
  let run: Vec3[] = []
  for (const [index, point] of points.entries()) {
    if (isGood(point, index)) run.push(point)
    else run = []
    if (run.length > best.length) best = [...run]
  }
  return best
}
