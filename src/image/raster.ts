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
