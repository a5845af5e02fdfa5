/**
 * How a program lies in memory: what is written by TypeScript (`rows.ts`, `program.ts`, `render/tiles.ts`) and read by
 * the kernel. Both compilers read this file, so it holds plain numbers only.
 */

export const sliceKind = 0
export const ellipsoidKind = 1
export const coneKind = 2
export const ballKind = 3
export const boxKind = 4
export const cylinderKind = 5
export const ribbonKind = 6

/** Numbers per row: the longest is an ellipsoid with its cuts. */
export const rowSize = 48
/** A slice's radii begin here: four at its first plane, then how much larger those at its second are. */
export const radiiAt = 27
/** Where a slice's `at` stands in its row: that of its first plane, then the difference. */
export const sliceAt = 35
/** An ellipsoid's cuts begin here: their number, then for each its kind (0 plane, 1 ball) and 6 numbers. */
export const cutsAt = 18
export const cutSize = 7

/** Numbers per bounding ball: x, y, z, radius. */
export const ballSize = 4

/** Numbers per part: its bounding ball, then these. */
export const partSize = 16
/** How softly it joins what came before it in its group. */
export const partBlendAt = 4
/** How much farther than what came before it in its group it may be and still change it. */
export const partReachAt = 5
/** 1 where the floor presses it flat. */
export const partIsPressedAt = 6
/** 1 where its plain unions stand before its smooth ones, so that their order does not matter. */
export const partHasPlainFirstAt = 7
/** 1 where it is cut; then the point and the normal of the plane, and how soft the edge is. */
export const partIsCutAt = 8
export const partCutAt = 9

/** Numbers per group: how far its shapes blend with each other at most; then its joint. */
export const groupSize = 7
export const groupBlendAt = 0
/** Centre, blend, inner, outer; blend 0 for none. */
export const jointAt = 1

/** Farther than anything, in metres. */
export const nowhere = 1e9

/** Numbers per box that holds the image of a row: see `render/tiles.ts`; the last is the row's reach. */
export const boxSize = 9
export const boxReachAt = 8
