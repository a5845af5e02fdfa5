/** What each point of a body is made of: hems, neckline, hairline and soles as curves in the axes of bones. */
import { unrotate, zAxis } from '../../geometry/rotation.ts'
import { distance, dot, subtract, type Vec3 } from '../../geometry/vec3.ts'
import type { BodyModel, Look } from '../../model/body.ts'
import { signOf, type Bone, type Side, type Skeleton } from '../skeleton.ts'
import type { GroupName, Material, SurfacePlace } from '../solid.ts'
import { soleLine, isLace } from './shoe.ts'
import { hemStep } from './limb.ts'
import { spineAt } from './spine.ts'
import { unitOf } from './unit.ts'
import { waist, type Wardrobe } from './wardrobe.ts'

interface Person {
  readonly skeleton: Skeleton
  readonly look: Look
  readonly wardrobe: Wardrobe
  readonly unit: number
  /** Base of the neck, for the neckline; the shoulders' height, for armholes. */
  readonly neck: Bone
  readonly chest: Bone
}

export function materialsOf(
  skeleton: Skeleton,
  body: BodyModel,
  look: Look,
  wardrobe: Wardrobe,
): (place: SurfacePlace) => Material {
  const unit = unitOf(body)
  const neck = spineAt(skeleton, 0.5 * unit)
  const chest = spineAt(skeleton, 0.4 * unit)
  const person: Person = { skeleton, look, wardrobe, unit, neck, chest }
  return (place) => materialOf(person, place)
}

function materialOf(person: Person, place: SurfacePlace): Material {
  const side = sideOf(place.group)
  switch (place.group) {
    case 'hair':
      return place.primitive.tissue === 'hair-tie' ? 'hair-tie' : 'hair'
    case 'head':
      return headMaterial(person, place)
    case 'trunk':
      return trunkMaterial(person, place)
    case 'left arm':
    case 'right arm':
      return armMaterial(person, side, place)
    case 'left leg':
    case 'right leg':
      return legMaterial(person, side, place)
    case 'props':
      throw new Error('props say themselves what they are made of')
  }
}

function sideOf(group: GroupName): Side {
  return group.startsWith('left') ? 'left' : 'right'
}

function headMaterial(person: Person, { point, primitive }: SurfacePlace): Material {
  if (person.look.beard && isBeard(person, point)) return 'hair'
  if (primitive.tissue !== 'neck') return 'skin'
  return isInsideNeckline(person, point) ? 'skin' : 'top'
}

/** A round neckline: a plane tilted to the front, within a circle round the neck. */
function isInsideNeckline({ neck, unit }: Person, point: Vec3): boolean {
  const [x, y, z] = unrotate(neck.axes, subtract(point, neck.origin))
  return z > -0.012 * unit - 0.5 * x && Math.hypot(x * 0.92, y) < 0.083 * unit
}

/** Cheeks below a line from the ear to the corner of the mouth, chin, and round the mouth. */
function isBeard({ skeleton, unit }: Person, point: Vec3): boolean {
  const [x, y, z] = unrotate(skeleton.head.axes, subtract(point, skeleton.head.origin)).map(
    (value) => value / unit,
  )
  if (x === undefined || y === undefined || z === undefined) return false
  if (x < 0.008 || z < -0.062 || (z < -0.02 && x < 0.03)) return false
  const cheekLine = 0.022 - 0.35 * (x - 0.02) + (x < 0.03 ? (0.03 - x) * 1.6 : 0)
  const moustache = x > 0.08 && z < 0.0265 && z > 0.0155 && Math.abs(y) < 0.026
  const lips = x > 0.085 && Math.abs(y) < 0.019 && z > -0.0095 && z < 0.0155
  return !lips && (z < cheekLine || moustache)
}

function trunkMaterial(person: Person, { point, primitive, at }: SurfacePlace): Material {
  if (primitive.tissue === 'glute') return 'shorts'
  if (primitive.tissue === 'trunk' && at < waist) return 'shorts'
  if (isInsideNeckline(person, point)) return 'skin'
  return isOutsideArmhole(person, point) ? 'skin' : 'top'
}

/** Without sleeves the top ends at the shoulder in a curve that is narrowest at the armpit's height. */
function isOutsideArmhole({ wardrobe, chest, unit }: Person, point: Vec3): boolean {
  if (wardrobe.sleeveHem !== undefined) return false
  const [x, y, z] = unrotate(chest.axes, subtract(point, chest.origin)).map((value) => value / unit)
  if (x === undefined || y === undefined || z === undefined) return false
  return z > -0.1 && Math.abs(y) > 0.112 + 2.2 * (z + 0.005) ** 2 + 1.2 * x * x
}

function armMaterial(person: Person, side: Side, { point, primitive, at }: SurfacePlace): Material {
  const { sleeveHem } = person.wardrobe
  if (sleeveHem === undefined) return isOutsideArmhole(person, point) ? 'skin' : 'top'
  if (primitive.tissue === 'hand' || (primitive.kind === 'slice' && at > 1)) return 'skin'
  const arm = person.skeleton.arms[side]
  const along = dot(subtract(arm.shoulder, point), zAxis(arm.upperArm))
  return along / distance(arm.shoulder, arm.elbow) < sleeveHem + hemStep / 2 ? 'top' : 'skin'
}

function legMaterial(person: Person, side: Side, { point, primitive, at }: SurfacePlace): Material {
  const { look, wardrobe, skeleton, unit } = person
  const leg = skeleton.legs[side]
  const inFoot = () => {
    const [x, y, z] = unrotate(leg.foot, subtract(point, leg.ankle))
    return [x / unit, (y * signOf(side)) / unit, z / unit] as const
  }
  if (primitive.tissue === 'foot') return 'skin'
  if (primitive.tissue === 'shoe') {
    const [x, y, z] = inFoot()
    if (z < soleLine(x)) return 'sole'
    return isLace(x, y, z) ? 'lace' : 'shoe'
  }
  // Kneecap and teardrop have no place along the leg: they are near 1.
  const place = primitive.kind === 'slice' ? at : 1
  const sock = dot(subtract(point, leg.ankle), zAxis(leg.shank))
  if (look.footwear === 'shoes' && place > 1.5 && sock < 0.062 * unit) return 'sock'
  if (place > 1) {
    if (wardrobe.legHem < 1) return 'skin'
    const along = dot(subtract(leg.knee, point), zAxis(leg.shank))
    return 1 + along / distance(leg.knee, leg.ankle) < wardrobe.legHem ? 'shorts' : 'skin'
  }
  const along = dot(subtract(leg.hip, point), zAxis(leg.thigh)) / distance(leg.hip, leg.knee)
  return along < wardrobe.legHem + hemStep / 2 ? 'shorts' : 'skin'
}
