/** Starts the compiled kernel. */
import { Buffer } from 'node:buffer'
import { kernelCode } from './kernel-code.ts'

/** What `kernel/` exports. Addresses and sizes are in bytes. */
export interface Kernel {
  readonly memory: WebAssembly.Memory
  allocate(size: number): number
  forget(): void
  open(
    rowKinds: number,
    rows: number,
    rowBlends: number,
    rowBalls: number,
    rowParts: number,
    rowGroups: number,
    partRows: number,
    groupRows: number,
    hints: number,
    trunkGroup: number,
  ): void
  distanceTo(list: number, x: number, y: number, z: number): number
  distanceThroughFloor(list: number, x: number, y: number, z: number): number
  nearestRow(list: number): number
  placeAlong(row: number): number
  aim(x: number, y: number, z: number): void
  march(
    list: number,
    x: number,
    y: number,
    z: number,
    from: number,
    to: number,
    width: number,
  ): number
  readonly clearance: { readonly value: number }
  leastAlong(list: number, x: number, y: number, z: number, depth: number): number
  readonly depthOfLeast: { readonly value: number }
  findOutward(list: number, x: number, y: number, z: number): void
  readonly outwardX: { readonly value: number }
  readonly outwardY: { readonly value: number }
  readonly outwardZ: { readonly value: number }
  smooth(points: number, count: number, weights: number, radius: number, isClosed: boolean): number
  resample(points: number, count: number, step: number, isClosed: boolean): number
  readonly places: { readonly value: number }
  fitCurves(points: number, count: number, most: number, isClosed: boolean): number
  readonly curveCount: { readonly value: number }
}

let compiled: WebAssembly.Module | undefined

/** An instance with a memory of its own; the garbage collector takes both back. */
export function createKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(kernelCode, 'base64'))
  // WebAssembly exports are untyped; the interface states the functions of kernel/.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return new WebAssembly.Instance(compiled, {}).exports as unknown as Kernel
}

let common: Kernel | undefined

/** The thread's common instance with an empty memory, for what is asked once: what it holds is good until the next call. */
export function scratchKernel(): Kernel {
  common ??= createKernel()
  common.forget()
  return common
}

/** Copies an array into the memory of an instance: its address. */
export function place(kernel: Kernel, { buffer, byteOffset, byteLength }: ArrayBufferView): number {
  const address = kernel.allocate(byteLength)
  new Uint8Array(kernel.memory.buffer).set(new Uint8Array(buffer, byteOffset, byteLength), address)
  return address
}

/** Copies numbers out of the memory of an instance. */
export function numbersAt(kernel: Kernel, address: number, count: number): Float64Array {
  return new Float64Array(kernel.memory.buffer, address, count).slice()
}
