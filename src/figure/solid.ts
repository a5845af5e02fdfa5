/** The body and its props as a signed-distance solid: what `body/` and `props/` build and `render/` looks at. */
import type { Rotation } from '../geometry/rotation.ts'
import type { Vec3 } from '../geometry/vec3.ts'
import type { MuscleArea } from './muscle-area.ts'

/** One end of a slice: a plane with four quarter-ellipse radii along +x, -x, +y, -y of its own axes. */
export interface Section {
  readonly centre: Vec3
  /** Across the plane, pointing along the chain. */
  readonly normal: Vec3
  readonly x: Vec3
  readonly y: Vec3
  readonly radii: readonly [xPlus: number, xMinus: number, yPlus: number, yMinus: number]
  /** The place along the limb, as its profile counts it. */
  readonly at: number
}

/** Metres of smooth union with what stands before it in its part (quadratic smooth minimum, Quilez); 0 is a plain union. */
interface Blended {
  readonly blend: number
  /** What kind of flesh or thing it is: decides which ink lines are drawn, with `materialAt` its colour. */
  readonly tissue: Tissue
}

/** Between two planes that may be at an angle: lofted limbs and trunk. */
export interface Slice extends Blended {
  readonly kind: 'slice'
  readonly from: Section
  readonly to: Section
}

export interface Ellipsoid extends Blended {
  readonly kind: 'ellipsoid'
  readonly centre: Vec3
  readonly axes: Rotation
  readonly radii: Vec3
  /** Cut away smoothly: where a cut's distance is positive, nothing is left. Hairlines are cuts. */
  readonly cuts?: readonly Cut[]
}

export type Cut =
  | { readonly kind: 'plane'; readonly point: Vec3; readonly normal: Vec3 }
  /** Cuts away the inside of a ball. */
  | { readonly kind: 'ball'; readonly centre: Vec3; readonly radius: number }

export interface RoundCone extends Blended {
  readonly kind: 'round-cone'
  readonly from: Vec3
  readonly to: Vec3
  readonly fromRadius: number
  readonly toRadius: number
}

/** A box with rounded edges: step, cushion, strap end. */
export interface RoundedBox extends Blended {
  readonly kind: 'rounded-box'
  readonly centre: Vec3
  readonly axes: Rotation
  /** Half sizes, rounding included. */
  readonly halfSize: Vec3
  readonly rounding: number
}

/** A cylinder with rounded ends: roller. Its axis is z of `axes`. */
export interface RoundedCylinder extends Blended {
  readonly kind: 'rounded-cylinder'
  readonly centre: Vec3
  readonly axes: Rotation
  readonly radius: number
  readonly halfLength: number
  readonly rounding: number
}

/**
 * A flat ribbon along a polyline: bands and straps. `across` is the direction of its width at each point;
 * thickness is measured across both.
 */
export interface Ribbon extends Blended {
  readonly kind: 'ribbon'
  readonly points: readonly Vec3[]
  readonly across: readonly Vec3[]
  readonly halfWidth: number
  readonly halfThickness: number
  readonly isClosed: boolean
}

export type Primitive = Slice | Ellipsoid | RoundCone | RoundedBox | RoundedCylinder | Ribbon

export type Tissue =
  | 'trunk' | 'glute' | 'breast' | 'trapezius'
  | 'neck' | 'head' | 'nose' | 'ear' | 'hair' | 'hair-tie'
  | 'arm' | 'hand' | 'leg' | 'foot' | 'shoe'
  | 'band' | 'strap' | 'prop' // prettier-ignore

/** Shapes unioned in order, cut flat, and then joined to the parts before them. */
export interface Part {
  readonly primitives: readonly Primitive[]
  /** Metres of smooth union with the group's parts before it. */
  readonly blend: number
  /** What lies beyond is cut off: soles. `softness` rounds the edge. */
  readonly cut?: { readonly point: Vec3; readonly normal: Vec3; readonly softness: number }
}

export type GroupName =
  | 'trunk' | 'head' | 'left arm' | 'right arm' | 'left leg' | 'right leg' | 'hair' | 'props' // prettier-ignore

/** A limb or the like. Groups meet with a hard edge, which is inked, but for where they grow out of the trunk. */
export interface Group {
  readonly name: GroupName
  readonly parts: readonly Part[]
  /** How it grows out of the trunk: smooth union with `blend` metres within `inner` of `centre`, fading to 0 at `outer`. */
  readonly joint?: {
    readonly centre: Vec3
    readonly blend: number
    readonly inner: number
    readonly outer: number
  }
}

/** What a point of the surface is made of; a style gives each its colour. */
export type Material =
  | 'skin' | 'top' | 'shorts' | 'hair' | 'hair-tie' | 'shoe' | 'sole' | 'lace' | 'sock'
  | 'band' | 'strap' | 'cushion' | 'ball' | 'roller' | 'step' | 'wall' // prettier-ignore

/** Where a ray met the surface. */
export interface SurfacePlace {
  readonly point: Vec3
  readonly group: GroupName
  readonly primitive: Primitive
  /** Along the limb, between the two `at` of a slice's sections; 0 for others. */
  readonly at: number
}

/**
 * A line drawn on the surface: eyebrow, fold, crease, lace. It is inked where the camera sees it. Points lie
 * within a few millimetres of the surface.
 */
export interface SurfaceMark {
  readonly group: GroupName
  readonly points: readonly Vec3[]
  /** `feature` is drawn at any size (eyes, mouth); the others are left out when they would print too small. */
  readonly kind: 'feature' | 'fold' | 'crease' | 'detail'
  /** Share of the kind's line weight at both ends and in the middle. */
  readonly weights: readonly [start: number, middle: number, end: number]
  /** A filled dot (eye) of this radius in metres instead of a line. */
  readonly dotRadius?: number
}

export interface Solid {
  readonly groups: readonly Group[]
  readonly marks: readonly SurfaceMark[]
  materialAt(place: SurfacePlace): Material
  /** Soft tissue is pressed flat on the floor; props and shoes are not. */
  readonly isPressedByFloor: boolean
  readonly feel: readonly MuscleArea[]
}
