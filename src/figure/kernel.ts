/** Runs the compiled kernel. */
import { Buffer } from 'node:buffer'
import { kernelCode } from './kernel-code.ts'

/** What `kernel/` exports. Addresses and sizes are in bytes. */
export interface Kernel {
  readonly memory: WebAssembly.Memory
  allocate(size: number): number
  free(address: number): void
  openProgram(
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
  placeAlong(row: number): number
  sortRows(
    boxes: number,
    isFine: number,
    rowCount: number,
    columns: number,
    lines: number,
    left: number,
    top: number,
    side: number,
  ): void
  readonly tileLists: Found
  readonly tileNear: Found
  readonly tileFar: Found
  readonly tileIsFine: Found
  rowsThatCount(doesCount: number, tiles: number): number
  aim(
    cameraRightX: number,
    cameraRightY: number,
    cameraRightZ: number,
    cameraUpX: number,
    cameraUpY: number,
    cameraUpZ: number,
    cameraForwardX: number,
    cameraForwardY: number,
    cameraForwardZ: number,
  ): void
  march(list: number, right: number, up: number, from: number, to: number, width: number): number
  readonly clearance: Found
  leastAlong(list: number, right: number, up: number, depth: number): number
  readonly depthOfLeast: Found
  distanceBehind(list: number, right: number, up: number, depth: number): number
  rowBehind(list: number, right: number, up: number, depth: number): number
  readonly seenX: Found
  readonly seenY: Found
  readonly seenZ: Found
  findFacing(list: number): void
  readonly facingRight: Found
  readonly facingUp: Found
  readonly facingNear: Found
  findOutward(list: number, x: number, y: number, z: number): void
  readonly outwardX: Found
  readonly outwardY: Found
  readonly outwardZ: Found
  smooth(points: number, count: number, weights: number, radius: number, isClosed: boolean): number
  fair(points: number, count: number, weights: number, radius: number, isClosed: boolean): number
  nearestPoint(
    points: number,
    count: number,
    from: number,
    to: number,
    x: number,
    y: number,
    most: number,
  ): number
  resample(points: number, count: number, step: number, isClosed: boolean): number
  readonly places: Found
  fitCurves(points: number, count: number, most: number, isClosed: boolean): number
  readonly curveCount: Found
  followMask(
    mask: number,
    width: number,
    height: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): number
  readonly traced: Found
  findHull(points: number, count: number): number
  readonly cornerCount: Found
  openMask(width: number, height: number, viewLeft: number, viewTop: number, density: number): void
  coverPieces(points: number, sizes: number, isPressed: number, pieces: number): number
  mixGrid(
    grid: number,
    columns: number,
    lines: number,
    step: number,
    width: number,
    height: number,
  ): number
  mixKnown(
    grid: number,
    columns: number,
    lines: number,
    step: number,
    width: number,
    height: number,
    depth: number,
  ): number
  openPicture(
    columns: number,
    rows: number,
    depths: number,
    normalsRight: number,
    normalsUp: number,
    normalsNear: number,
    opennesses: number,
    groups: number,
    materials: number,
    primitives: number,
  ): void
  readonly isBody: Found
  classifyCracks(tissueOfPrimitive: number, metresPerPixel: number): void
  readonly crackKinds: Found
  readonly cracked: Found
  readonly seams: Found
  readonly gaps: Found
  findTone(sheetOfGroup: number): number
  smoothTone(tone: number, reach: number): number
  findShaded(tone: number): number
  dropIslands(mask: number, least: number): void
  findRanks(placeOfMaterial: number, isFarGroup: number): number
  findExtents(rank: number, trap: number): number
  findMask(
    rank: number,
    value: number,
    within: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
    trap: number,
  ): number
}

/** What a function found beside what it returned. */
interface Found {
  readonly value: number
}

let compiled: WebAssembly.Module | undefined

function startKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(kernelCode, 'base64'))
  // WebAssembly exports are untyped; the interface states the functions of kernel/.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return new WebAssembly.Instance(compiled, {}).exports as unknown as Kernel
}

/** The instances of this thread, those in use first: new ones for each figure would keep the garbage collector busy. */
const instances: Kernel[] = []
let inUse = 0

/** An instance of one's own with an empty memory. */
export function takeKernel(): Kernel {
  const kernel = (instances[inUse] ??= startKernel())
  inUse += 1
  kernel.free(0)
  return kernel
}

/** Does a task; the instances that it takes are free for others when it is done, so nothing that uses them may outlive it. */
export function withKernels<Result>(task: () => Result): Result {
  const before = inUse
  try {
    return task()
  } finally {
    inUse = before
  }
}

let common: Kernel | undefined

/** The thread's common instance with an empty memory, for what is asked once: what it holds is good until the next call. */
export function scratchKernel(): Kernel {
  common ??= startKernel()
  common.free(0)
  return common
}

/** Copies an array into the memory of an instance: its address. */
export function place(kernel: Kernel, { buffer, byteOffset, byteLength }: ArrayBufferView): number {
  const address = kernel.allocate(byteLength)
  new Uint8Array(kernel.memory.buffer).set(new Uint8Array(buffer, byteOffset, byteLength), address)
  return address
}

/** What stands in the memory of an instance, copied. */
export function numbersAt({ memory }: Kernel, address: number, count: number): Float64Array {
  return new Float64Array(memory.buffer, address, count).slice()
}

export function singlesAt({ memory }: Kernel, address: number, count: number): Float32Array {
  return new Float32Array(memory.buffer, address, count).slice()
}

export function integersAt({ memory }: Kernel, address: number, count: number): Int32Array {
  return new Int32Array(memory.buffer, address, count).slice()
}

export function bytesAt({ memory }: Kernel, address: number, count: number): Uint8Array {
  return new Uint8Array(memory.buffer, address, count).slice()
}
