/** A strap: from the fists straight to the foot, and tight round its sole. */
import { rotate, yAxis } from '../../geometry/rotation.ts'
import {
  add,
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
import { gripOf } from '../body/hand.ts'
import type { Side, Skeleton } from '../skeleton.ts'
import type { Ribbon } from '../solid.ts'
import type { LegDistance } from './band.ts'
import { convexHull } from './hull.ts'
import type { Flat } from './hull.ts'
import { outlineInPlane, placeIn } from './outline.ts'
import type { CutPlane } from './outline.ts'
import { strapSize } from './sizes.ts'

/** Metres of strap that hang from the second fist. */
const tail = 0.095

/** The forearm of the body for which hands are measured, metres. */
const referenceForearm = 0.249

export interface StrapHold {
  readonly foot: Side
  readonly hands: readonly Side[]
}

/** The strap from one fist round the foot to the other, or back to the same. */
export function strapRibbon(
  skeleton: Skeleton,
  { foot, hands }: StrapHold,
  legDistance: LegDistance,
): Ribbon | undefined {
  const grips = hands.map((side) => heldBy(skeleton, side))
  const first = grips[0]
  if (first === undefined) return undefined
  const last = grips[1] ?? first
  const plane = planeAcross(skeleton, foot, mix(first, last, 0.5))
  const outline = outlineInPlane(
    plane,
    (point) => legDistance(foot, point),
    strapSize.thickness / 2,
  )
  const ends = [first, last].map((point): Flat => {
    const from = subtract(point, plane.centre)
    return [dot(from, plane.u), dot(from, plane.v)]
  })
  const wrap = wrapFrom(outline, ends).map((place) => placeIn(plane, place))
  // The wrap begins on the side of one hand: the one it is nearer to.
  const start = wrap[0] ?? plane.centre
  const isTurned = distance(start, last) + 1e-9 < distance(start, first)
  const [from, to] = isTurned ? [last, first] : [first, last]
  // One end stays in the fist: two that hang side by side run together in a small picture.
  const points = [from, ...wrap, to, hanging(to)]
  const normal = cross(plane.u, plane.v)
  return {
    kind: 'ribbon',
    points,
    across: points.map(() => normal),
    halfWidth: strapSize.width / 2,
    halfThickness: strapSize.thickness / 2,
    isClosed: false,
    tissue: 'strap',
    blend: 0,
  }
}

/** The part of the hull round the foot, from where one strand touches it to where the other leaves it. */
function wrapFrom(outline: readonly Flat[], ends: readonly Flat[]): readonly Flat[] {
  const all = [...outline, ...ends]
  const hull = convexHull(all)
  const firstEnd = hull.findIndex((index) => index >= outline.length)
  if (firstEnd < 0) return hull.map((index) => all[index] ?? [0, 0])
  const turned = [...hull.slice(firstEnd), ...hull.slice(0, firstEnd)]
  return turned.flatMap((index) => (index < outline.length ? [all[index] ?? [0, 0]] : []))
}

/** Through the ball of the foot, towards the hands and across the foot. */
function planeAcross({ legs }: Skeleton, side: Side, hands: Vec3): CutPlane {
  const { ankle, knee, foot } = legs[side]
  // The foot is 0.62 of the shank long (Winter 2009).
  const size = distance(knee, ankle) * 0.62
  const centre = add(ankle, rotate(foot, [size * 0.36, 0, -0.2 * size]))
  const across = yAxis(foot)
  const towards = subtract(hands, centre)
  const u = normalize(addScaled(towards, across, -dot(towards, across)))
  return { centre, u, v: across }
}

/** In the hollow of a fist. */
function heldBy({ arms }: Skeleton, side: Side): Vec3 {
  const arm = arms[side]
  return gripOf(arm, side, distance(arm.elbow, arm.wrist) / referenceForearm).centre
}

function hanging(grip: Vec3): Vec3 {
  return add(grip, scale([0, 0, -1], tail))
}
