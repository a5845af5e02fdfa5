/** What each point of a body is made of: hems, neckline, hairline and soles as curves in the axes of bones. */
import { unrotate, zAxis } from '../../geometry/rotation.ts'
import { distance, dot, subtract, type Vec3 } from '../../geometry/vec3.ts'
import type { BodyModel, Look } from '../../model/body.ts'
import { signOf, type Bone, type Side, type Skeleton } from '../skeleton.ts'
import type { GroupName, Material, SurfacePlace } from '../solid.ts'
import { soleLine, isLace } from './shoe.ts'
import { smoothstep } from './shapes.ts'
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
  // The nose reaches down to the moustache.
  const isFace = primitive.tissue === 'head' || primitive.tissue === 'nose'
  if (isFace && person.look.beard && isBeard(person, point)) return 'hair'
  if (primitive.tissue !== 'neck') return 'skin'
  return isInsideNeckline(person, point) ? 'skin' : 'top'
}

/** A round neckline: where a ball round the base of the neck meets the chest. */
function isInsideNeckline({ neck, unit }: Person, point: Vec3): boolean {
  const [x, y, z] = unrotate(neck.axes, subtract(point, neck.origin)).map((value) => value / unit)
  if (x === undefined || y === undefined || z === undefined) return false
  return z > 0.06 || Math.hypot(x - 0.012, y, z - 0.036) < 0.088
}

/** From the sideburns along the cheeks to the moustache, round the lips, and down to the jaw's edge. */
function isBeard({ skeleton, unit }: Person, point: Vec3): boolean {
  const { head } = skeleton
  const [x, y, z] = unrotate(head.axes, subtract(point, head.origin)).map((value) => value / unit)
  if (x === undefined || y === undefined || z === undefined || x < 0.019) return false
  const belowJaw = -0.034 - 0.75 * (x - 0.028)
  // Under the nose up to its wings, from there down to the corners of the mouth and along the cheek to the ear.
  const moustache = x > 0.06 ? 0.0125 * (1 - smoothstep(0.01, 0.034, Math.abs(y))) : 0
  const cheek = 0.012 + moustache + (x < 0.07 ? 15 * (0.07 - x) ** 2 : 0)
  const isLips = x > 0.08 && Math.hypot(y / 0.0155, (z - 0.0012) / 0.0072) < 1
  return z > belowJaw && z < cheek && !isLips
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
  if (primitive.tissue === 'hand' || (primitive.kind === 'slice' && at > 1)) return 'skin'
  const arm = person.skeleton.arms[side]
  const along =
    dot(subtract(arm.shoulder, point), zAxis(arm.upperArm)) / distance(arm.shoulder, arm.elbow)
  if (sleeveHem !== undefined) return along < sleeveHem + hemStep / 2 ? 'top' : 'skin'
  return along > 0.25 || isOutsideArmhole(person, point) ? 'skin' : 'top'
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
