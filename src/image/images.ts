/** The raster images of a document, each decoded for the size it is placed at. */
import type { Place, Report } from '../diagnostics/index.ts'
import type { RasterImage } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import type { RasterSource } from './picture.ts'
import { resampleRaster } from './resample.ts'

/** A raster image and its whole size on the page, cut off or not, which decides how many of its pixels are kept. */
export interface PlacedRaster extends Size {
  readonly source: RasterSource
  /** Where the picture is written. */
  readonly place: Place | undefined
}

/** The image for a source at a size it was placed at; undefined when its pixels are damaged. */
export type ImageAtSize = (source: RasterSource, size: Size) => RasterImage | undefined

/**
 * Decode what is placed, once for the same size; problems are reported in the order of placement. `grey` leaves
 * out the colours.
 */
export async function decodePlaced(
  placed: readonly PlacedRaster[],
  report: Report,
  grey = false,
): Promise<ImageAtSize> {
  const images = new Map<string, RasterImage | undefined>()
  for (const { source, width, height, place } of placed) {
    const key = keyOf(source, { width, height })
    if (images.has(key)) continue
    // One after another: a decoded photo may take a hundred megabytes.
    const placement = { size: { width, height }, place, grey }
    images.set(key, await resampleRaster(source, placement, report))
  }
  return (source, size) => images.get(keyOf(source, size))
}

function keyOf({ key }: RasterSource, { width, height }: Size): string {
  return `${key} ${width} ${height}`
}
