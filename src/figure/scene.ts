/** A solved figure: the skeleton where it came to rest, and the things it touches, in the world. */
import type { Bone, Side, Skeleton } from './skeleton.ts'

/**
 * Things whose place follows from what touches them. Sizes come from `props/sizes.ts`. The origin of `place` is
 * the middle of a ball, of a roller (its length is the y axis), of the top of a step or cushion, and of the top edge
 * of a wall's face: cushion and wall reach from there down to the floor. x points to the person's front, or along
 * the thigh; z up.
 */
export type PlacedProp =
  | { readonly kind: 'cushion' | 'ball' | 'roller' | 'step' | 'wall'; readonly place: Bone }
  /** A mini band round both legs, at this share of the thighs. */
  | { readonly kind: 'band'; readonly share: number }
  /** A loop under one foot, held by both hands or one. */
  | { readonly kind: 'strap'; readonly foot: Side; readonly hands: readonly Side[] }
  | { readonly kind: 'mat' }

export interface Scene {
  readonly skeleton: Skeleton
  readonly props: readonly PlacedProp[]
}
