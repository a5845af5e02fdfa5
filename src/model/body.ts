/**
 * Bodies and looks as files in assets/body describe them. Lengths are metres on a body 1.68 m tall; they grow
 * with stature.
 */

/** Cross-sections along a limb or the trunk: four quarter-ellipse radii at each place. */
export interface ProfileSection {
  /** Along the bone, as a share of its length; the trunk in metres above the hip centres. 1 to 2 is the second bone. */
  readonly at: number
  readonly anterior: number
  readonly posterior: number
  readonly lateral: number
  readonly medial: number
}

/** Lengths as fractions of stature (Winter 2009, fig. 4.1; Drillis and Contini 1966). */
export interface SegmentFractions {
  readonly thigh: number
  readonly shank: number
  readonly footHeight: number
  readonly foot: number
  readonly upperArm: number
  readonly forearm: number
  readonly hand: number
  /** From the midline to a hip centre, and to a shoulder centre. */
  readonly halfHips: number
  readonly halfShoulders: number
  /** From the hip centres up the spine to the shoulder line, and to the neck's base (C7). */
  readonly shoulderLine: number
  readonly neckBase: number
  readonly neck: number
}

/** A body's shape. `assets/body/<id>.yaml`. */
export interface BodyModel {
  readonly id: string
  readonly stature: number
  readonly segments: SegmentFractions
  readonly trunk: readonly ProfileSection[]
  readonly leg: readonly ProfileSection[]
  readonly arm: readonly ProfileSection[]
  /** Girth of the neck as a factor. */
  readonly neck: number
  /** Of the breast ellipsoids; 0 leaves them out. */
  readonly breast: number
  /** Factor on the gluteal ellipsoids. */
  readonly glutes: number
}

export type HairStyle = 'bun' | 'ponytail' | 'short' | 'bald' | 'bob'
export type Legwear = 'shorts' | 'leggings'
export type Footwear = 'shoes' | 'bare'
export type Sleeves = 'short' | 'none'

/** How one person looks. `assets/body/looks.yaml`. */
export interface Look {
  readonly id: string
  readonly body: string
  readonly hair: HairStyle
  readonly legwear: Legwear
  readonly footwear: Footwear
  readonly sleeves: Sleeves
  /** sRGB, `#rrggbb`: what a document's style does not set. */
  readonly colors: { readonly skin: string; readonly hair: string; readonly lips?: string }
  /** Lines of age at eye and mouth, and a beard. */
  readonly age: 'young' | 'middle' | 'old'
  readonly beard: boolean
  readonly glasses: boolean
}

/** Bones that muscles hold on to; `buttock` is the pelvis turned by the share of hip flexion that flesh follows. */
export const muscleBones = ['pelvis', 'buttock', 'thigh', 'shank'] as const
export type MuscleBone = (typeof muscleBones)[number]

/**
 * A place fixed to a bone, metres on the reference body: forward, outwards, upwards. From between the hip
 * centres for pelvis and buttock, from the hip for the thigh, from the knee for the shank.
 */
export interface BonePlace {
  readonly bone: MuscleBone
  readonly at: readonly [forward: number, outward: number, up: number]
}

/** A muscle under the skin, as the fibres that a reader would see on a chart. `assets/body/muscles.yaml`. */
export interface MuscleModel {
  readonly id: string
  /** How far the area reaches beside its fibres, where it is thickest. */
  readonly width: number
  /** Whose surface shows it. */
  readonly on: readonly ('trunk' | 'leg')[]
  /** From origin to insertion, side by side. */
  readonly fibres: readonly (readonly BonePlace[])[]
}
