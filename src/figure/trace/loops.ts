/** Closed contours of a mask, one point for each crack between a pixel inside and one outside. */
import { integersAt, place, scratchKernel } from '../kernel.ts'
import type { Kernel } from '../kernel.ts'
import type { CrackPlace, Polyline } from './grid.ts'

export interface Loop {
  readonly points: Polyline
  /** Square pixels; negative for holes. */
  readonly area: number
}

/** The pixels in which a mask may be set; right and bottom are the first beyond. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Outward normals of a pixel's sides, in the order in which the inside keeps to the left of the way along them. */
const normalX = [0, -1, 0, 1]
const normalY = [-1, 0, 1, 0]

/** Loops of at least `leastArea` square pixels; `placeOf` says where in its crack each point lies. */
export function traceMask(
  mask: Uint8Array,
  width: number,
  height: number,
  leastArea: number,
  placeOf: CrackPlace,
): readonly Loop[] {
  const kernel = scratchKernel()
  const extent = { left: 0, top: 0, right: width, bottom: height }
  return traceKept(kernel, place(kernel, mask), width, height, leastArea, placeOf, extent)
}

/** The same for a mask that is in the memory of a kernel. */
export function traceKept(
  kernel: Kernel,
  mask: number,
  width: number,
  height: number,
  leastArea: number,
  placeOf: CrackPlace,
  { left, top, right, bottom }: Extent,
): readonly Loop[] {
  const before = kernel.allocate(0)
  const address = kernel.followMask(mask, width, height, left, top, right, bottom)
  const cracks = integersAt(kernel, address, kernel.traced.value / Int32Array.BYTES_PER_ELEMENT)
  kernel.free(before)
  const loops: Loop[] = []
  for (let from = 0; from < cracks.length;) {
    const to = from + 1 + (cracks[from] ?? 0)
    const points = pointsIn(cracks.subarray(from + 1, to), width, height, placeOf)
    const area = -areaOf(points)
    if (Math.abs(area) >= leastArea) loops.push({ points, area })
    from = to
  }
  return loops
}

/** Cracks are four times the pixel inside and the side of it. */
function pointsIn(
  cracks: Int32Array,
  width: number,
  height: number,
  placeOf: CrackPlace,
): Float64Array {
  const points = new Float64Array(cracks.length * 2)
  for (let k = 0; k < cracks.length; k++) {
    const crack = cracks[k] ?? 0
    const pixel = crack >> 2
    const x = pixel % width
    const y = (pixel - x) / width
    const nx = normalX[crack & 3] ?? 0
    const ny = normalY[crack & 3] ?? 0
    const isInside = x + nx >= 0 && y + ny >= 0 && x + nx < width && y + ny < height
    const share = isInside ? placeOf(pixel, pixel + ny * width + nx) : 0.5
    points[2 * k] = x + 0.5 + nx * share
    points[2 * k + 1] = y + 0.5 + ny * share
  }
  return points
}

/** The area inside a closed polyline, positive where it turns from x towards y. */
export function areaOf(points: ArrayLike<number>): number {
  let twice = 0
  const size = points.length
  for (let i = 0; i < size; i += 2) {
    const j = (i + 2) % size
    twice += (points[i] ?? 0) * (points[j + 1] ?? 0) - (points[j] ?? 0) * (points[i + 1] ?? 0)
  }
  return twice / 2
}
