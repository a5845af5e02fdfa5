/**
 * The innermost loops of the renderer, in AssemblyScript: WebAssembly is compiled as soon as it is met, where V8
 * would first have to find out that a function of JavaScript is worth it. One instance holds one program.
 * `node src/compile/kernel.js` compiles it into `../kernel-code.ts`.
 */
export { distanceThroughFloor, distanceTo, nearestRow, open, placeAlong } from './distance'
export {
  aim, clearance, depthOfLeast, findOutward, leastAlong, march, outwardX, outwardY, outwardZ,
} from './rays' // prettier-ignore

/** Address of so many bytes that nothing else uses. */
export function allocate(size: i32): i32 {
  return i32(heap.alloc(size))
}
