/** A posed skeleton: what `pose/` makes of joint angles and contacts, and `body/` dresses with flesh. */
import type { Rotation } from '../geometry/rotation.ts'
import type { Vec3 } from '../geometry/vec3.ts'

/**
 * World axes, in metres: x to the right of the page at camera azimuth 0, y away from the viewer, z up; the
 * floor is z = 0. The axes of each bone: x anterior, y to the person's left, z superior (proximal), so that a
 * person who stands at ease facing x has all bones along the world's axes.
 */
export interface Bone {
  readonly origin: Vec3
  readonly axes: Rotation
}

export type Side = 'left' | 'right'
export const sides: readonly Side[] = ['left', 'right']

/** +1 on the left, -1 on the right: the sign of y. */
export function signOf(side: Side): 1 | -1 {
  return side === 'left' ? 1 : -1
}

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

export interface Leg {
  readonly hip: Vec3
  readonly knee: Vec3
  readonly ankle: Vec3
  readonly thigh: Rotation
  readonly shank: Rotation
  readonly foot: Rotation
}

/** What the fingers do. `grip` closes round a strap. */
export type HandShape = 'flat' | 'relaxed' | 'grip' | 'cup' | 'fist'

export interface Arm {
  readonly shoulder: Vec3
  readonly elbow: Vec3
  readonly wrist: Vec3
  readonly upperArm: Rotation
  /** At the elbow, and at the wrist: pronation turns the forearm along its length. */
  readonly forearm: Rotation
  readonly forearmAtWrist: Rotation
  /** x is palmar, -z points along the fingers. */
  readonly hand: Rotation
  readonly handShape: HandShape
}

/** One place on the spine's curve. `height` is metres along it above the hip centres. */
export interface SpinePlace extends Bone {
  readonly height: number
}

export interface Skeleton {
  /** Between the hip centres. */
  readonly pelvis: Bone
  /** Evenly spaced, from below the hip centres to the neck's base. Read it with `spineAt`. */
  readonly spine: readonly SpinePlace[]
  /** From the neck's base to the skull's. */
  readonly neck: readonly Bone[]
  readonly head: Bone
  readonly legs: Readonly<Record<Side, Leg>>
  readonly arms: Readonly<Record<Side, Arm>>
}
