/** Compression of streams, at one level chosen by measurement. */
import { deflateSync } from 'node:zlib'
import type { EncodedStream } from './cache.ts'

/** Deflate a stream for its `FlateDecode` filter. */
export function deflate(data: Uint8Array | string): EncodedStream {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
  return { bytes: deflateSync(bytes, { level: 6 }), length: bytes.length }
}
