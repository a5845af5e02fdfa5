/** Sizes in this folder and in `assets/body` are metres on a body of the reference stature; they grow with it. */
import type { BodyModel } from '../../model/body.ts'

export const referenceStature = 1.68

export function unitOf(body: BodyModel): number {
  return body.stature / referenceStature
}
