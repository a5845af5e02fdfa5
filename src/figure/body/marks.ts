/** Lines drawn on the skin: a few points fixed to bones, laid onto the surface as one smooth curve. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Group, GroupName, SurfaceMark } from '../solid.ts'
import { curveThrough } from './curve.ts'
import { skinNear } from './project.ts'

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

export function layMark(groups: readonly Group[], shape: MarkShape): SurfaceMark {
  const { group, kind, weights, lift, dotRadius } = shape
  const points = shape.points.length < 2 ? shape.points : curveThrough(shape.points, pointsBetween)
  const skin = skinNear(groups, [group], points, 0.03)
  const laid = points.map((point) => skin.onto(point, lift))
  return { group, kind, weights, points: laid, ...(dotRadius !== undefined && { dotRadius }) }
}
