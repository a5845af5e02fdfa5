/** Arm: upper arm and forearm as one loft that begins inside the shoulder, the elbow's point, and the hand. */
import { rotate, xAxis, zAxis } from '../../geometry/rotation.ts'
import { add, addScaled, normalize } from '../../geometry/vec3.ts'
import type { BodyModel } from '../../model/body.ts'
import { signOf, type Arm, type Side } from '../skeleton.ts'
import type { Group } from '../solid.ts'
import { handPart } from './hand.ts'
import { limbSections, type LimbCourse } from './limb.ts'
import { ellipsoid, loft } from './shapes.ts'
import { bendBetween } from './spine.ts'
import { unitOf } from './unit.ts'
import type { Wardrobe } from './wardrobe.ts'

export function armGroup(arm: Arm, side: Side, body: BodyModel, wardrobe: Wardrobe): Group {
  const unit = unitOf(body)
  const { sleeveHem } = wardrobe
  const sections = limbSections(armCourse(arm), {
    profile: body.arm,
    unit,
    sign: signOf(side),
    rounding: 0.038 * unit,
    range: [-0.08, 2.03],
    slices: [9, 6, 10],
    cloth: (at) => wardrobe.sleeveCloth(at),
    hems: sleeveHem === undefined ? [] : [sleeveHem],
  })
  const bend = bendBetween(arm.upperArm, arm.forearm)
  const behind = normalize(add(xAxis(arm.upperArm), xAxis(arm.forearm)))
  const olecranon = ellipsoid({
    centre: addScaled(arm.elbow, behind, -(0.012 + (0.006 * bend) / 90) * unit),
    axes: arm.forearm,
    radii: [0.02 * unit, 0.02 * unit, 0.026 * unit],
    tissue: 'arm',
    blend: 0.02,
  })
  const deltoid = ellipsoid({
    centre: add(
      addScaled(arm.shoulder, zAxis(arm.upperArm), -0.05 * unit),
      rotate(arm.upperArm, [0, signOf(side) * 0.008 * unit, 0]),
    ),
    axes: arm.upperArm,
    radii: [0.046 * unit, 0.04 * unit, 0.066 * unit],
    tissue: 'arm',
    blend: 0.03,
  })
  return {
    name: `${side} arm`,
    parts: [
      { primitives: [...loft(sections, 'arm'), deltoid, olecranon], blend: 0 },
      handPart(arm, side, unit),
    ],
    joint: { centre: arm.shoulder, blend: 0.055 * unit, inner: 0.07 * unit, outer: 0.17 * unit },
  }
}

export function armCourse(arm: Arm): LimbCourse {
  return {
    top: arm.shoulder,
    middle: arm.elbow,
    end: arm.wrist,
    upper: arm.upperArm,
    lowerAtMiddle: arm.forearm,
    lowerAtEnd: arm.forearmAtWrist,
  }
}
