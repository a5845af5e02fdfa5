/** Trunk, shoulders' girdle and buttocks: everything that limbs and neck grow out of. */
import { fromZAndX, rotate, xAxis, zAxis } from '../../geometry/rotation.ts'
import { add, addScaled, mix, subtract, type Vec3 } from '../../geometry/vec3.ts'
import type { BodyModel } from '../../model/body.ts'
import { signOf, sides, type Side, type Skeleton } from '../skeleton.ts'
import type { Group, Primitive, Section } from '../solid.ts'
import { sampleProfile, thicken } from './profile.ts'
import { ellipsoid, inBone, loft, roundCone, sectionAt, smoothstep } from './shapes.ts'
import { glutealAxes, hipFlexion, spineAt } from './spine.ts'
import { unitOf } from './unit.ts'
import { waist, type Wardrobe } from './wardrobe.ts'

export function trunkGroup(skeleton: Skeleton, body: BodyModel, wardrobe: Wardrobe): Group {
  const primitives: Primitive[] = [
    ...loft(trunkSections(skeleton, body, wardrobe), 'trunk'),
    ...breasts(skeleton, body),
    ...sides.flatMap((side) => [
      ...shoulderGirdle(skeleton, body, side),
      ...buttock(skeleton, body, side),
    ]),
  ]
  return { name: 'trunk', parts: [{ primitives, blend: 0 }] }
}

/** From below the crotch to inside the neck, in metres along the spine. */
const trunkRange = [-0.115, 0.52] as const
const trunkSlices = 24

function trunkSections(
  skeleton: Skeleton,
  body: BodyModel,
  wardrobe: Wardrobe,
): readonly Section[] {
  const [from, to] = trunkRange
  const unit = unitOf(body)
  const even = Array.from(
    { length: trunkSlices + 1 },
    (_, index) => from + ((to - from) * index) / trunkSlices,
  ).filter((height) => Math.abs(height - waist) > 0.006)
  const heights = [...even, waist - 0.0006, waist + 0.0006].sort((a, b) => a - b)
  return heights.map((height) => {
    const { origin, axes } = spineAt(skeleton, height * unit)
    const section = sampleProfile(body.trunk, height)
    const clothed = thicken(section, unit, wardrobe.topCloth(height))
    return sectionAt(origin, zAxis(axes), xAxis(axes), clothed, 1)
  })
}

function breasts(skeleton: Skeleton, body: BodyModel): readonly Primitive[] {
  if (body.breast === 0) return []
  const unit = unitOf(body)
  const chest = spineAt(skeleton, 0.352 * unit)
  const size = body.breast
  return sides.map((side) =>
    ellipsoid({
      centre: inBone(chest, 0.076 * unit, signOf(side) * 0.062 * unit, 0),
      axes: chest.axes,
      radii: [0.045 * size, 0.056 * size, 0.056 * size],
      tissue: 'breast',
      blend: 0.035,
    }),
  )
}

/** Trapezius, the pectoral fold in front of the armpit and the latissimus fold behind it. */
function shoulderGirdle(skeleton: Skeleton, body: BodyModel, side: Side): readonly Primitive[] {
  const unit = unitOf(body)
  const sign = signOf(side)
  const { shoulder, elbow } = skeleton.arms[side]
  const neck = spineAt(skeleton, 0.53 * unit)
  const chest = spineAt(skeleton, 0.435 * unit)
  const ribs = spineAt(skeleton, 0.3 * unit)
  const acromion = addScaled(shoulder, zAxis(chest.axes), 0.004 * unit)
  const alongArm = (share: number, forward: number): Vec3 =>
    add(mix(shoulder, elbow, share), rotate(chest.axes, [forward, 0, 0]))
  return [
    roundCone(
      inBone(neck, -0.028 * unit, sign * 0.03 * unit, 0.012 * unit),
      acromion,
      [0.024 * unit, 0.033 * unit],
      'trapezius',
      0.04,
    ),
    roundCone(
      inBone(chest, 0.02 * unit, sign * 0.07 * unit, -0.03 * unit),
      mix(shoulder, chest.origin, 0.12),
      [0.054 * unit, 0.039 * unit],
      'trapezius',
      0.04,
    ),
    roundCone(
      inBone(chest, 0.055 * unit, sign * 0.05 * unit, -0.04 * unit),
      alongArm(0.13, 0.018 * unit),
      [0.034 * unit, 0.022 * unit],
      'trapezius',
      0.035,
    ),
    roundCone(
      inBone(ribs, -0.045 * unit, sign * 0.085 * unit, 0),
      alongArm(0.15, -0.016 * unit),
      [0.034 * unit, 0.022 * unit],
      'trapezius',
      0.035,
    ),
  ]
}

/** The buttock goes along with part of hip flexion; as it stretches, a second shape fills the way to the thigh. */
function buttock(skeleton: Skeleton, body: BodyModel, side: Side): readonly Primitive[] {
  const unit = unitOf(body) * body.glutes
  const sign = signOf(side)
  const leg = skeleton.legs[side]
  const axes = glutealAxes(skeleton, leg)
  const centre = inBone(
    { origin: skeleton.pelvis.origin, axes },
    -0.062 * unit,
    sign * 0.078 * unit,
    -0.018 * unit,
  )
  const stretch = smoothstep(20, 85, hipFlexion(skeleton, leg))
  const round = ellipsoid({
    centre,
    axes,
    radii: [0.078 * unit, 0.076 * unit, 0.098 * unit],
    tissue: 'glute',
    blend: 0.045,
  })
  if (stretch === 0) return [round]
  const behindThigh = add(
    mix(leg.hip, leg.knee, 0.26),
    rotate(fromZAndX(subtract(leg.hip, leg.knee), xAxis(leg.thigh)), [-0.028 * unit, 0, 0]),
  )
  return [
    round,
    roundCone(
      addScaled(centre, xAxis(axes), 0.01 * unit),
      behindThigh,
      [0.062 * unit * stretch, 0.05 * unit * stretch],
      'glute',
      0.04 * stretch + 0.001,
    ),
  ]
}
