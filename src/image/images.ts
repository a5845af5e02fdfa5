/** The raster images of a document, each decoded for the size it is placed at. */
import type { Report } from '../diagnostics/index.ts'
import type { RasterImage } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import type { RasterSource } from './raster.ts'
import { resampleRaster } from './resample.ts'

export interface PlacedRaster extends Size {
  readonly source: RasterSource
}

/** The image for a source at a size it was placed at; undefined when its pixels are damaged. */
export type ImageAtSize = (source: RasterSource, size: Size) => RasterImage | undefined

/** Decode what is placed, once for the same size; problems are reported in the order of placement. */
export async function decodePlaced(
  placed: readonly PlacedRaster[],
  report: Report,
): Promise<ImageAtSize> {
  const images = new Map<string, RasterImage | undefined>()
  for (const { source, width, height } of placed) {
    const key = keyOf(source, { width, height })
    if (images.has(key)) continue
    // One after another: a decoded photo may take a hundred megabytes.
    const placement = { size: { width, height }, place: undefined }
    images.set(key, await resampleRaster(source, placement, report))
  }
  return (source, size) => images.get(keyOf(source, size))
}

function keyOf({ key }: RasterSource, { width, height }: Size): string {
  return `${key} ${width} ${height}`
}
