/** A running shoe: an upper with heel counter, toe box and collar, on a sole that stands out a little. */
import { zAxis } from '../../geometry/rotation.ts'
import { scale } from '../../geometry/vec3.ts'
import { signOf, type Bone, type Side } from '../skeleton.ts'
import type { Part } from '../solid.ts'
import { footSections } from './foot.ts'
import type { Row } from './rows.ts'
import { inBone, loft, roundCone } from './shapes.ts'

/** Metres from the ankle down to the ground. */
export const shoeHeight = 0.078

/** As in `foot.ts`. */
const upper: readonly Row[] = [
  [-0.068, -0.034, 0.016, 0.03, 0.013, 0.013],
  [-0.062, -0.031, 0.04, 0.044, 0.025, 0.025],
  [-0.046, -0.03, 0.06, 0.055, 0.034, 0.033],
  [-0.015, -0.03, 0.068, 0.06, 0.037, 0.036],
  [0.02, -0.03, 0.064, 0.06, 0.039, 0.036],
  [0.055, -0.033, 0.05, 0.06, 0.042, 0.037],
  [0.095, -0.038, 0.037, 0.06, 0.046, 0.04],
  [0.13, -0.041, 0.03, 0.055, 0.048, 0.044],
  [0.162, -0.043, 0.025, 0.05, 0.044, 0.043],
  [0.187, -0.045, 0.018, 0.04, 0.032, 0.035],
  [0.199, -0.047, 0.009, 0.03, 0.014, 0.02],
]

const sole: readonly Row[] = [
  [-0.073, -0.064, 0.006, 0.03, 0.012, 0.012],
  [-0.065, -0.065, 0.01, 0.03, 0.028, 0.028],
  [-0.04, -0.066, 0.011, 0.03, 0.038, 0.037],
  [0.03, -0.067, 0.011, 0.03, 0.041, 0.036],
  [0.08, -0.067, 0.011, 0.03, 0.047, 0.04],
  [0.13, -0.067, 0.011, 0.03, 0.051, 0.047],
  [0.165, -0.065, 0.011, 0.03, 0.046, 0.046],
  [0.19, -0.061, 0.01, 0.028, 0.034, 0.038],
  [0.204, -0.058, 0.006, 0.024, 0.015, 0.021],
]

export function shoePart(foot: Bone, side: Side, unit: number): Part {
  const sign = signOf(side)
  const at = (x: number, y: number, z: number) => inBone(foot, x * unit, y * sign * unit, z * unit)
  const sections = (rows: readonly Row[]) => footSections(rows, 17, { foot, sign, unit })
  return {
    primitives: [
      ...loft(sections(upper), 'shoe'),
      // The padded collar behind the ankle.
      roundCone(at(-0.05, 0.012, 0.018), at(-0.05, -0.012, 0.018), [0.013, 0.013], 'shoe', 0.015),
      ...loft(sections(sole), 'shoe', 0.002),
    ],
    blend: 0.01,
    cut: { point: at(0, 0, -shoeHeight), normal: scale(zAxis(foot.axes), -1), softness: 0.008 },
  }
}

/** Height above the ankle, metres on the reference body, where the sole ends; it rises a little at the toe. */
export function soleLine(x: number): number {
  return -0.0555 + (x > 0.15 ? (x - 0.15) * 0.12 : 0)
}

/** Five laces across the instep. */
export function isLace(x: number, y: number, z: number): boolean {
  if (x < 0.03 || x > 0.108 || z < -0.03) return false
  return Math.abs(y) < 0.021 && ((x - 0.03) / 0.0165) % 1 < 0.42
}
