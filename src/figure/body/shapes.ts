/** Primitives of a solid, made from what the parts of a body know: places, axes and sizes in metres. */
import { rotate, unturned, xAxis, yAxis, zAxis, type Rotation } from '../../geometry/rotation.ts'
import { add, addScaled, cross, dot, normalize, type Vec3 } from '../../geometry/vec3.ts'
import type { ProfileSection } from '../../model/body.ts'
import type { Bone } from '../skeleton.ts'
import type { Cut, Ellipsoid, RoundCone, Section, Slice, Tissue } from '../solid.ts'

export type Sign = 1 | -1

/** A point given in the axes of a bone. */
export function inBone(bone: Bone, x: number, y: number, z: number): Vec3 {
  return add(bone.origin, rotate(bone.axes, [x, y, z]))
}

/** A cross-section whose plane faces along `normal`; its x axis is as near to `anterior` as that allows. */
export function sectionAt(
  centre: Vec3,
  normal: Vec3,
  anterior: Vec3,
  profile: ProfileSection,
  sign: Sign,
): Section {
  const along = normalize(normal)
  const x = normalize(addScaled(anterior, along, -dot(anterior, along)))
  // Chains of limbs run downwards, away from superior: y must still point to the person's left.
  const y = cross(x, along)
  const { anterior: front, posterior: back, lateral, medial } = profile
  const radii: Section['radii'] =
    sign > 0 ? [front, back, lateral, medial] : [front, back, medial, lateral]
  return { centre, normal: along, x, y, radii, at: profile.at }
}

/** Slices between neighbouring cross-sections. */
export function loft(sections: readonly Section[], tissue: Tissue, blend = 0): readonly Slice[] {
  return sections.slice(1).flatMap((to, index) => {
    const from = sections[index]
    return from === undefined ? [] : [{ kind: 'slice' as const, from, to, tissue, blend }]
  })
}

export interface EllipsoidShape {
  readonly centre: Vec3
  readonly axes?: Rotation
  readonly radii: Vec3
  readonly tissue: Tissue
  readonly blend: number
  readonly cuts?: readonly Cut[]
}

export function ellipsoid({ axes = unturned, ...shape }: EllipsoidShape): Ellipsoid {
  return { kind: 'ellipsoid', axes, ...shape }
}

export function roundCone(
  from: Vec3,
  to: Vec3,
  [fromRadius, toRadius]: readonly [number, number],
  tissue: Tissue,
  blend: number,
): RoundCone {
  return { kind: 'round-cone', from, to, fromRadius, toRadius, tissue, blend }
}

/** Cross-sections along x of a bone, for feet and shoes: x of the section is up, y to the left. */
export function sectionAcrossFoot(
  foot: Bone,
  x: number,
  z: number,
  [up, down, outer, inner]: readonly [number, number, number, number],
  sign: Sign,
  shift = 0,
): Section {
  return {
    centre: inBone(foot, x, shift * sign, z),
    normal: xAxis(foot.axes),
    x: zAxis(foot.axes),
    y: yAxis(foot.axes),
    radii: sign > 0 ? [up, down, outer, inner] : [up, down, inner, outer],
    at: x,
  }
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
