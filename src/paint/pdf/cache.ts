/** What files share: encoded figures, fonts and images, each a pure function of its key, so a warm cache never changes a byte. */
import { nothingKept } from '../../content/kept-files.ts'
import type { KeptFiles } from '../../content/kept-files.ts'

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

/** Drawings are kept between runs as well: they take longest to encode, and hold no words. */
export function createPdfCache(kept: KeptFiles = nothingKept): PdfCache {
  return {
    drawings: keptBetweenRuns(createEncodedStreams(1024), kept),
    fonts: createEncodedStreams(128),
    images: createEncodedStreams(128),
  }
}

/** Changes with the operators that a drawing is encoded in, so that older files are not taken for new ones. */
const encoding = 1

/** Streams that are looked for on the disk before they are made. */
function keptBetweenRuns(streams: EncodedStreams, kept: KeptFiles): EncodedStreams {
  return {
    get: (key, encode) =>
      streams.get(key, () => {
        const name = `drawing-${encoding}-${key}`
        const file = kept.read(name)
        if (file !== undefined)
          return { bytes: file.subarray(4), length: wordOf(file).getUint32(0) }
        const stream = encode()
        const bytes = new Uint8Array(4 + stream.bytes.length)
        wordOf(bytes).setUint32(0, stream.length)
        bytes.set(stream.bytes, 4)
        kept.write(name, bytes)
        return stream
      }),
  }
}

/** The first four bytes: how long a stream is when it is inflated. */
function wordOf({ buffer, byteOffset }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, 4)
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
