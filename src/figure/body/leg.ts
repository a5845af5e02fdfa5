/** Leg: thigh and shank as one loft, the kneecap and the teardrop of vastus medialis above it. */
import { fromZAndX, rotate, xAxis, zAxis } from '../../geometry/rotation.ts'
import { add, addScaled, normalize } from '../../geometry/vec3.ts'
import type { BodyModel, Look } from '../../model/body.ts'
import { signOf, type Leg, type Side } from '../skeleton.ts'
import type { Group, Primitive } from '../solid.ts'
import { footPart } from './foot.ts'
import { limbSections, type LimbCourse } from './limb.ts'
import { shoePart } from './shoe.ts'
import { ellipsoid, loft, roundCone } from './shapes.ts'
import { bendBetween } from './spine.ts'
import { unitOf } from './unit.ts'
import type { Wardrobe } from './wardrobe.ts'

export function legGroup(
  leg: Leg,
  side: Side,
  body: BodyModel,
  look: Look,
  wardrobe: Wardrobe,
): Group {
  const unit = unitOf(body)
  const sections = limbSections(legCourse(leg), {
    profile: body.leg,
    unit,
    sign: signOf(side),
    rounding: 0.06 * unit,
    range: [-0.1, 2.02],
    slices: [11, 8, 12],
    cloth: (at) => wardrobe.legCloth(at),
    hems: [wardrobe.legHem],
  })
  const foot = { origin: leg.ankle, axes: leg.foot }
  return {
    name: `${side} leg`,
    parts: [
      { primitives: [...loft(sections, 'leg'), ...knee(leg, side, unit)], blend: 0 },
      look.footwear === 'shoes' ? shoePart(foot, side, unit) : footPart(foot, side, unit),
    ],
    joint: { centre: leg.hip, blend: 0.075 * unit, inner: 0.1 * unit, outer: 0.2 * unit },
  }
}

export function legCourse(leg: Leg): LimbCourse {
  return {
    top: leg.hip,
    middle: leg.knee,
    end: leg.ankle,
    upper: leg.thigh,
    lowerAtMiddle: leg.shank,
    lowerAtEnd: leg.shank,
  }
}

function knee(leg: Leg, side: Side, unit: number): readonly Primitive[] {
  const sign = signOf(side)
  const bend = bendBetween(leg.thigh, leg.shank)
  const anterior = normalize(add(xAxis(leg.thigh), xAxis(leg.shank)))
  const up = normalize(add(zAxis(leg.thigh), zAxis(leg.shank)))
  // The kneecap sinks between the condyles as the knee bends.
  const patella = ellipsoid({
    centre: addScaled(leg.knee, anterior, (0.018 - (0.012 * bend) / 90) * unit),
    axes: fromZAndX(up, anterior),
    radii: [0.034 * unit, 0.04 * unit, 0.042 * unit],
    tissue: 'leg',
    blend: 0.025,
  })
  const onThigh = (x: number, y: number, z: number) =>
    add(leg.knee, rotate(leg.thigh, [x * unit, y * sign * unit, z * unit]))
  const vastusMedialis = ellipsoid({
    centre: onThigh(0.022, -0.026, 0.075),
    axes: leg.thigh,
    radii: [0.028 * unit, 0.026 * unit, 0.05 * unit],
    tissue: 'leg',
    blend: 0.025,
  })
  const tibia = add(leg.knee, rotate(leg.shank, [0.03 * unit, 0, -0.055 * unit]))
  const tuberosity = roundCone(
    addScaled(leg.knee, anterior, 0.03 * unit),
    tibia,
    [0.016 * unit, 0.018 * unit],
    'leg',
    0.02,
  )
  return [patella, vastusMedialis, tuberosity]
}
