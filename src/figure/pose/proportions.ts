/** Lengths of a body in metres. */
import type { BodyModel } from '../../model/body.ts'

export interface Proportions {
  /** Lengths of the reference body, written as metres in the tables of this folder, are multiplied by it. */
  readonly unit: number
  readonly thigh: number
  readonly shank: number
  readonly upperArm: number
  readonly forearm: number
  readonly halfHips: number
  readonly halfShoulders: number
  readonly shoulderLine: number
  readonly neckBase: number
  readonly neck: number
}

/** Stature of the body for which the tables of this folder were measured. */
const referenceStature = 1.68

export function proportionsOf({ stature, segments }: BodyModel): Proportions {
  const { thigh, shank, upperArm, forearm, halfHips, halfShoulders } = segments
  return {
    unit: stature / referenceStature,
    thigh: thigh * stature,
    shank: shank * stature,
    upperArm: upperArm * stature,
    forearm: forearm * stature,
    halfHips: halfHips * stature,
    halfShoulders: halfShoulders * stature,
    shoulderLine: segments.shoulderLine * stature,
    neckBase: segments.neckBase * stature,
    neck: segments.neck * stature,
  }
}
