/** A few strands, so that hair has a direction. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { HairStyle } from '../../model/body.ts'
import type { Bone } from '../skeleton.ts'
import type { MarkShape } from './marks.ts'
import { inBone } from './shapes.ts'

/** Forward, to the left, upwards from the skull's base; both sides. Metres on the reference body. */
const strands: Readonly<Record<HairStyle, readonly (readonly Vec3[])[]>> = {
  // Drawn back from the forehead and the temples to the bun.
  bun: [
    [[0.075, 0.03, 0.15], [0.03, 0.04, 0.18], [-0.03, 0.03, 0.182]],
    [[0.06, 0.062, 0.12], [0.01, 0.072, 0.14], [-0.045, 0.045, 0.158]],
    [[0.02, 0.08, 0.085], [-0.03, 0.076, 0.11], [-0.065, 0.045, 0.145]],
    [[-0.04, 0.07, 0.05], [-0.075, 0.052, 0.085], [-0.085, 0.03, 0.125]],
    [[-0.07, 0.022, 0.2], [-0.095, 0.034, 0.18], [-0.088, 0.034, 0.155]],
  ],
  ponytail: [
    [[0.075, 0.03, 0.15], [0.02, 0.042, 0.182], [-0.06, 0.03, 0.165]],
    [[0.06, 0.062, 0.12], [0.0, 0.076, 0.132], [-0.07, 0.036, 0.138]],
    [[0.02, 0.08, 0.08], [-0.04, 0.07, 0.1], [-0.08, 0.034, 0.12]],
    [[-0.045, 0.068, 0.05], [-0.08, 0.045, 0.08], [-0.092, 0.022, 0.11]],
  ],
  short: [
    [[0.09, 0.012, 0.15], [0.07, 0.02, 0.172], [0.03, 0.024, 0.19]],
    [[0.084, 0.036, 0.142], [0.062, 0.048, 0.158], [0.024, 0.052, 0.175]],
    [[0.05, 0.068, 0.128], [0.02, 0.074, 0.138], [-0.015, 0.07, 0.145]],
  ],
  bob: [
    [[0.07, 0.035, 0.16], [0.04, 0.075, 0.13], [0.015, 0.09, 0.075], [0.01, 0.09, 0.02]],
    [[0.0, 0.05, 0.185], [-0.03, 0.083, 0.13], [-0.035, 0.09, 0.07], [-0.03, 0.088, 0.0]],
    [[-0.06, 0.03, 0.17], [-0.1, 0.045, 0.11], [-0.105, 0.045, 0.04], [-0.095, 0.042, -0.02]],
  ],
  bald: [],
} // prettier-ignore

export function strandMarks(head: Bone, style: HairStyle, unit: number): readonly MarkShape[] {
  return strands[style].flatMap((points) =>
    [1, -1].map((sign) => ({
      group: 'hair' as const,
      kind: 'detail' as const,
      weights: [0.1, 0.9, 0.3] as const,
      points: points.map(([x, y, z]) => inBone(head, x * unit, y * sign * unit, z * unit)),
    })),
  )
}
