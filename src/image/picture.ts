/** Pictures as layout knows them: what they are, and their natural size. */
import type { Drawing } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'

/** A picture and its natural size in points. A raster is resampled after layout, to the size it is placed at. */
export type Picture =
  | { readonly kind: 'drawing'; readonly drawing: Drawing }
  /** Drawn anew for each size it is placed at, because its line weights are points on paper. */
  | {
      readonly kind: 'figure'
      readonly width: Pt
      readonly height: Pt
      /** As wide and as high as it is placed; the same size is the same drawing. */
      readonly at: (size: Size) => Drawing
    }
  | {
      readonly kind: 'raster'
      readonly raster: RasterSource
      readonly width: Pt
      readonly height: Pt
    }

/** A raster image as found: known by its size, decoded only when its printed size is known. */
export interface RasterSource {
  /** Hash of the file. */
  readonly key: string
  /** Path in the pack, for messages. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Pixels, after orientation. */
  readonly width: number
  readonly height: number
}
