/**
 * The innermost loops of the figures, in AssemblyScript: WebAssembly is compiled as soon as it is met, where V8 would
 * first have to find out that a function of JavaScript is worth it. `node src/compile/kernel.js` compiles it into
 * `../kernel-code.ts`; `../kernel.ts` states what it exports.
 */
export { aim } from './camera'
export { coverPieces, openMask } from './cover'
export { classifyCracks, cracked, crackKinds, gaps, seams } from './cracks'
export { distanceThroughFloor, distanceTo, openProgram, placeAlong } from './distance'
export { curveCount, fitCurves } from './fit'
export { mixGrid, mixKnown } from './grids'
export { cornerCount, findHull } from './hull'
export { followMask, traced } from './loops'
export { dropIslands, findExtents, findMask, findRanks, findShaded } from './masks'
export { allocate, free } from './memory'
export { isBody, openPicture } from './picture'
export { fair, nearestPoint, places, resample, smooth } from './polylines'
export {
  clearance, depthOfLeast, distanceBehind, facingNear, facingRight, facingUp, findFacing, findOutward,
  leastAlong, march, outwardX, outwardY, outwardZ, rowBehind, seenX, seenY, seenZ,
} from './rays' // prettier-ignore
export { findTone, smoothTone } from './shade'
export { rowsThatCount, sortRows, tileFar, tileIsFine, tileLists, tileNear } from './tiles'
