/** What files share: encoded figures, fonts and images, each a pure function of its key, so a warm cache never changes a byte. */

/** A stream's bytes after deflation, and how long they were before. */
export interface EncodedStream {
  readonly bytes: Uint8Array
  readonly length: number
}

/** Held by the caller for as long as it builds documents. */
export interface PdfCache {
  /** By the drawing's key. */
  readonly drawings: EncodedStreams
  /** By the font's key and the glyphs it holds. */
  readonly fonts: EncodedStreams
  /** By the image's key. */
  readonly images: EncodedStreams
}

export interface EncodedStreams {
  /** The stream kept under `key`, encoded now if it is not kept yet. */
  get(key: string, encode: () => EncodedStream): EncodedStream
}

export function createPdfCache(): PdfCache {
  return {
    drawings: createEncodedStreams(1024),
    fonts: createEncodedStreams(128),
    images: createEncodedStreams(128),
  }
}

/** Keeps the `limit` streams used last: a preview that runs for days must not grow for days. */
export function createEncodedStreams(limit: number): EncodedStreams {
  const kept = new Map<string, EncodedStream>()
  return {
    get(key, encode) {
      const stream = kept.get(key) ?? encode()
      // A Map remembers the order of insertion: the first key is the one not used for longest.
      kept.delete(key)
      kept.set(key, stream)
      if (kept.size > limit) {
        const oldest = kept.keys().next()
        if (oldest.done !== true) kept.delete(oldest.value)
      }
      return stream
    },
  }
}
