/**
 * The innermost loops of the figures, in AssemblyScript: WebAssembly is compiled as soon as it is met, where V8 would
 * first have to find out that a function of JavaScript is worth it. `node src/compile/kernel.js` compiles it into
 * `../kernel-code.ts`; `../kernel.ts` states what it exports.
 */
export { distanceThroughFloor, distanceTo, nearestRow, open, placeAlong } from './distance'
export { curveCount, fitCurves } from './fit'
export { places, resample, smooth } from './polylines'
export {
  aim, clearance, depthOfLeast, findOutward, leastAlong, march, outwardX, outwardY, outwardZ,
} from './rays' // prettier-ignore

/** Address of so many bytes that nothing else uses. */
export function allocate(size: i32): i32 {
  return i32(heap.alloc(size))
}

/** Gives all memory back. */
export function forget(): void {
  heap.reset()
}
