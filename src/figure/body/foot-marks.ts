/** Lines on feet: between the toes and the nail of the big toe; heel counter, toe cap and eyelets of a shoe. */
import type { Look } from '../../model/body.ts'
import { sides, type Skeleton } from '../skeleton.ts'
import { pointsOn } from './creases.ts'
import type { MarkShape } from './marks.ts'

export function footMarks(skeleton: Skeleton, look: Look, unit: number): readonly MarkShape[] {
  return sides.flatMap((side) => {
    const { ankle, foot } = skeleton.legs[side]
    const on = pointsOn({ origin: ankle, axes: foot }, side, unit)
    const group = `${side} leg` as const
    const shoeLines: readonly MarkShape[] = [
      // Heel counter.
      { group, kind: 'detail', weights: [0.2, 0.9, 0.4], points: on([-0.04, 0.034, 0.02], [-0.018, 0.039, -0.02], [-0.012, 0.041, -0.054]) },
      { group, kind: 'detail', weights: [0.2, 0.9, 0.4], points: on([-0.04, -0.033, 0.02], [-0.018, -0.037, -0.02], [-0.012, -0.038, -0.054]) },
      // Toe cap.
      { group, kind: 'detail', weights: [0.4, 0.9, 0.4], points: on([0.128, 0.05, -0.05], [0.142, 0.03, -0.02], [0.147, 0, -0.014], [0.142, -0.028, -0.02], [0.13, -0.046, -0.05]) },
      // Beside the laces.
      { group, kind: 'detail', weights: [0.2, 0.8, 0.4], points: on([0.022, 0.03, 0.026], [0.06, 0.03, 0.004], [0.108, 0.022, -0.004], [0.114, 0, -0.002], [0.108, -0.022, -0.004], [0.06, -0.029, 0.004], [0.022, -0.03, 0.026]) },
      // A stripe along the side.
      { group, kind: 'detail', weights: [0.2, 0.9, 0.2], points: on([0.0, 0.04, -0.05], [0.04, 0.043, -0.036], [0.075, 0.04, -0.012]) },
      { group, kind: 'detail', weights: [0.2, 0.9, 0.2], points: on([0.0, -0.037, -0.05], [0.04, -0.04, -0.036], [0.075, -0.036, -0.012]) },
    ]
    const toeLines: readonly MarkShape[] = [
      ...[[-0.0185, 0.136, 0.172], [0.0012, 0.138, 0.174], [0.018, 0.134, 0.166], [0.0325, 0.125, 0.153]].map(
        ([y = 0, from = 0, to = 0]): MarkShape => ({
          group,
          kind: 'crease',
          weights: [0.1, 0.8, 0.9],
          points: on([from, y, -0.036], [(from + to) / 2, y, -0.045], [to, y, -0.05]),
        }),
      ),
      { group, kind: 'detail', weights: [0.5, 0.7, 0.5], points: on([0.186, -0.037, -0.05], [0.175, -0.038, -0.042], [0.168, -0.03, -0.041], [0.175, -0.022, -0.042], [0.186, -0.022, -0.05]) },
      // Tendon of Achilles, in front of the outer and the inner hollow.
      { group, kind: 'detail', weights: [0, 0.7, 0.1], points: on([-0.03, 0.02, 0.045], [-0.034, 0.02, 0.015], [-0.036, 0.024, -0.012]) },
      { group, kind: 'detail', weights: [0.1, 0.8, 0.1], points: on([0.014, 0.036, 0.0], [0.004, 0.042, -0.016], [-0.016, 0.04, -0.012]) },
      { group, kind: 'detail', weights: [0.1, 0.8, 0.1], points: on([0.022, -0.036, 0.012], [0.012, -0.041, -0.007], [-0.01, -0.038, -0.004]) },
    ]
    return look.footwear === 'shoes' ? shoeLines : toeLines
  })
} // prettier-ignore
