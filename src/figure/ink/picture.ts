/** What the drawing steps share: the buffers, what was worked out from them once, and conversion to metres. */
import { mapPath } from '../../geometry/map-path.ts'
import type { Path } from '../../geometry/path.ts'
import { bytesAt, takeKernel, place } from '../kernel.ts'
import type { Kernel } from '../kernel.ts'
import type { Buffers, Probe } from '../render/buffers.ts'
import type { Solid } from '../solid.ts'
import { fair, resample } from '../trace/fair.ts'
import { fitPath } from '../trace/fit.ts'
import type { CrackPlace, Polyline } from '../trace/grid.ts'
import { traceKept } from '../trace/loops.ts'
import type { Extent } from '../trace/loops.ts'
import { createRefiner } from '../trace/refine.ts'
import type { Refiner } from '../trace/refine.ts'

export interface Picture {
  readonly solid: Solid
  readonly buffers: Buffers
  readonly probe: Probe
  readonly refiner: Refiner
  /** 1 where the body or a prop is seen. */
  readonly isBody: Uint8Array
  /** Has the buffers in its memory: for what goes over all pixels. */
  readonly kernel: Kernel
}

export function createPicture(solid: Solid, buffers: Buffers, probe: Probe): Picture {
  const { width, height } = buffers
  const kernel = takeKernel()
  const put = (array: ArrayBufferView) => place(kernel, array)
  kernel.openPicture(
    width,
    height,
    put(buffers.depth),
    put(buffers.normalRight),
    put(buffers.normalUp),
    put(buffers.normalNear),
    put(buffers.openness),
    put(buffers.group),
    put(buffers.material),
    put(buffers.primitive),
  )
  const isBody = bytesAt(kernel, kernel.isBody.value, width * height)
  return { solid, buffers, probe, refiner: createRefiner(buffers, probe), isBody, kernel }
}

/** The sketch is kept to a tenth of a millimetre, so that platforms agree. */
export function rounded(metres: number): number {
  return Math.round(metres * 1e4) / 1e4
}

/** How contours of areas are made. Lengths in pixels, but `leastArea` in square metres. */
export interface Manner {
  readonly leastArea: number
  /** Points over which a contour is smoothed. */
  readonly smoothing: number
  /** How far curves may stray from it. */
  readonly limit: number
}

/**
 * The contours of a mask that the picture's kernel keeps, as one path in metres; holes run the other way. Empty when
 * nothing is large enough.
 */
export function outlineOf(
  { buffers, kernel }: Picture,
  mask: number,
  placeOf: CrackPlace,
  manner: Manner,
  extent: Extent = { left: 0, top: 0, right: buffers.width, bottom: buffers.height },
): Path {
  const { width, height, pixelsPerMetre } = buffers
  const least = manner.leastArea * pixelsPerMetre * pixelsPerMetre
  const loops = traceKept(kernel, mask, width, height, least, placeOf, extent)
  return loops.flatMap(({ points }) =>
    toMetres(fitPath(fairLoop(points, manner.smoothing), manner.limit, true), pixelsPerMetre),
  )
}

/** A contour's points, smooth and evenly spaced. */
export function fairLoop(points: Polyline, smoothing: number): Polyline {
  return fair(resample(points, 0.8, true), smoothing, true)
}

export function toMetres(path: Path, pixelsPerMetre: number): Path {
  return mapPath(path, (pixels) => rounded(pixels / pixelsPerMetre))
}
