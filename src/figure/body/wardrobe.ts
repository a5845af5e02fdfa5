/** Where clothes end and how thick they are: what the shapes, the materials and the folds must agree on. */
import type { Look } from '../../model/body.ts'
import { smoothstep } from './shapes.ts'

/** Metres above the hip centres: the waistband, and the hem of the top that hangs over it. */
export const waist = 0.1

export interface Wardrobe {
  /** Places along the leg, 1 at the knee, where the legs of the shorts or leggings end. */
  readonly legHem: number
  /** Places along the arm where a sleeve ends; undefined without sleeves. */
  readonly sleeveHem: number | undefined
  /** Metres of cloth over the skin. */
  legCloth(at: number): number
  sleeveCloth(at: number): number
  topCloth(height: number): number
}

export function wardrobeOf(look: Look): Wardrobe {
  const areShorts = look.legwear === 'shorts'
  const legHem = areShorts ? 0.56 : 1.78
  const sleeveHem = look.sleeves === 'short' ? 0.5 : undefined
  return {
    legHem,
    sleeveHem,
    legCloth: (at) => {
      if (at > legHem) return 0
      return areShorts ? 0.007 * smoothstep(0.2, legHem, at) : 0.002 * smoothstep(0.1, 0.4, at)
    },
    sleeveCloth: (at) =>
      sleeveHem === undefined || at > sleeveHem ? 0 : 0.007 * smoothstep(0.1, sleeveHem, at),
    topCloth: (height) =>
      height > waist && height < 0.4 ? 0.0055 * (1 - smoothstep(0.12, 0.4, height)) : 0,
  }
}
