/** A mini band: one tight loop round both thighs, flat on the skin and straight from one to the other. */
import { zAxis } from '../../geometry/rotation.ts'
import {
  addScaled,
  cross,
  distance,
  dot,
  mix,
  normalize,
  scale,
  subtract,
} from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { sides } from '../skeleton.ts'
import type { Side, Skeleton } from '../skeleton.ts'
import type { Ribbon } from '../solid.ts'
import { convexHull } from './hull.ts'
import type { Flat } from './hull.ts'
import { outlineInPlane, placeIn } from './outline.ts'
import type { CutPlane } from './outline.ts'
import { bandSize } from './sizes.ts'

/** Pieces of each straight strip: it twists from one thigh's plane into the other's. */
const strips = 8

/** Cosine of the most slantwise a band lies on a thigh: 32 degrees. */
const leastSquare = 0.848

/** One point of the band, and the direction of its width there. */
export interface BandPoint {
  readonly point: Vec3
  readonly across: Vec3
}

/** Asks how far a point is from the skin of one leg. */
export type LegDistance = (side: Side, point: Vec3) => number

/** A band at `share` of the thighs' length. */
export function bandRibbon(
  skeleton: Pick<Skeleton, 'legs'>,
  share: number,
  legDistance: LegDistance,
): Ribbon {
  const loop = bandLoop(skeleton, share, legDistance)
  return {
    kind: 'ribbon',
    points: loop.map(({ point }) => point),
    across: loop.map(({ across }) => across),
    halfWidth: bandSize.width / 2,
    halfThickness: bandSize.thickness / 2,
    isClosed: true,
    tissue: 'band',
    blend: 0,
  }
}

/**
 * The loop's middle line. Each thigh is cut as squarely as a plane can that leads to the other; both planes are
 * laid flat round the line between the thighs, and the loop is the convex hull of the two outlines.
 */
export function bandLoop(
  { legs }: Pick<Skeleton, 'legs'>,
  share: number,
  legDistance: LegDistance,
): readonly BandPoint[] {
  const places = sides.map((side) => mix(legs[side].hip, legs[side].knee, share))
  const [left, right] = places
  if (left === undefined || right === undefined) return []
  const gap = distance(left, right)
  const u = normalize(subtract(right, left))
  const cuts = sides.map((side, index) => {
    const down = scale(zAxis(legs[side].thigh), -1)
    const normal = squareTo(down, u)
    const v = normalize(cross(normal, u))
    const plane: CutPlane = { centre: places[index] ?? left, u: cross(v, normal), v }
    const outline = outlineInPlane(
      plane,
      (point) => legDistance(side, point),
      bandSize.thickness / 2,
    )
    const shift = index * gap
    return { normal, plane, shift, outline }
  })
  const flat = cuts.flatMap(({ outline, shift }) => outline.map(([a, b]): Flat => [a + shift, b]))
  const onThigh = cuts[0]?.outline.length ?? 0
  const corners = convexHull(flat).map((index) => {
    const which = index < onThigh ? 0 : 1
    const cut = cuts[which]
    const [a, b] = flat[index] ?? [0, 0]
    const point = cut === undefined ? left : placeIn(cut.plane, [a - cut.shift, b])
    return { which, point, across: cut?.normal ?? u }
  })
  return corners.flatMap((corner, index): readonly BandPoint[] => {
    const next = corners[(index + 1) % corners.length]
    if (next === undefined || next.which === corner.which) return [corner]
    return Array.from({ length: strips }, (_, k) => ({
      point: mix(corner.point, next.point, k / strips),
      across: normalize(mix(corner.across, next.across, k / strips)),
    }))
  })
}

/**
 * The normal of a plane that leads towards the other thigh, but not more slantwise than a band stays in place:
 * beyond that it would slip over the knee.
 */
function squareTo(down: Vec3, u: Vec3): Vec3 {
  const level = normalize(addScaled(down, u, -dot(down, u)))
  const cosine = dot(level, down)
  if (cosine >= leastSquare) return level
  // Between the thigh's own direction and the level plane, at the steepest angle allowed.
  const aside = normalize(addScaled(level, down, -cosine))
  return addScaled(scale(down, leastSquare), aside, Math.sqrt(1 - leastSquare * leastSquare))
}

/** Metres round the loop. */
export function loopLength(points: readonly Vec3[]): number {
  return points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length]
    return sum + (next === undefined ? 0 : distance(point, next))
  }, 0)
}
