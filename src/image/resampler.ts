/** All photos of a document at the sizes they are placed at, each size of each photo decoded once per process. */
import type { Diagnostic, Report } from '../diagnostics/index.ts'
import type { RasterImage } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import type { RasterSource } from './raster.ts'
import { resampleRaster } from './resample.ts'

export interface PlacedRaster extends Size {
  readonly source: RasterSource
}

/** The pixels for a picture at a size that was prepared; undefined when it could not be decoded. */
export type FindImage = (source: RasterSource, size: Size) => RasterImage | undefined

export interface Resampler {
  /** Decode what a document shows; problems are reported in the order of `placed`. */
  prepare(placed: readonly PlacedRaster[], report: Report): Promise<FindImage>
}

interface Decoded {
  readonly image: RasterImage | undefined
  readonly problems: readonly Diagnostic[]
}

export function createResampler(): Resampler {
  const decoded = new Map<string, Promise<Decoded>>()
  return {
    async prepare(placed, report) {
      const ready = new Map<string, Decoded>()
      for (const { source, width, height } of placed) {
        const key = keyOf(source, { width, height })
        if (ready.has(key)) continue
        const work = decoded.get(key) ?? decode(source, { width, height })
        decoded.set(key, work)
        const result = await work
        ready.set(key, result)
        result.problems.forEach(report)
      }
      return (source, size) => ready.get(keyOf(source, size))?.image
    },
  }
}

/** Sizes within a hundredth of a point need the same pixels. */
function keyOf({ key, path }: RasterSource, { width, height }: Size): string {
  return `${key} ${path} ${width.toFixed(2)} ${height.toFixed(2)}`
}

async function decode(source: RasterSource, size: Size): Promise<Decoded> {
  const problems: Diagnostic[] = []
  const placement = { size, place: undefined }
  const image = await resampleRaster(source, placement, (problem) => problems.push(problem))
  return { image, problems }
}
