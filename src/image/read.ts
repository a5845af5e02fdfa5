/** Raster files of a pack: recognized, measured, and refused when they cannot be printed; not decoded yet. */
import { createHash } from 'node:crypto'
import { diagnose } from '../diagnostics/index.ts'
import type { Diagnostic, Place } from '../diagnostics/index.ts'
import { mostPixels, openPicture } from './load-sharp.ts'
import { recognizeFormat } from './picture-format.ts'
import type { RasterSource } from './picture.ts'

const mostBytes = 20 * 1024 * 1024

/** A picture, or what is wrong with it; the same file may be named at several places. */
export type RasterReading =
  | { readonly ok: true; readonly raster: RasterSource }
  | { readonly ok: false; readonly problem: (place: Place | undefined) => Diagnostic }

/** Read the header of a raster file. */
export async function readRaster(path: string, bytes: Uint8Array): Promise<RasterReading> {
  if (bytes.length > mostBytes) {
    const is = `${Math.ceil(bytes.length / 1024 / 1024)} MB`
    return refused((place) => diagnose('image-too-large', { path, is, limit: '20 MB' }, place))
  }
  const recognized = recognizeFormat(bytes)
  if (recognized.kind === 'other') {
    const format = recognized.name
    return refused((place) => diagnose('image-unknown-format', { path, format }, place))
  }
  const size = await measure(bytes)
  if (size === undefined) {
    return refused((place) =>
      diagnose('image-broken', { path, problem: 'its size cannot be read' }, place),
    )
  }
  const pixels = size.width * size.height
  if (pixels > mostPixels) {
    const is = `${Math.ceil(pixels / 1_000_000)} million pixels`
    return refused((place) => diagnose('image-too-large', { path, is, limit: '50 million' }, place))
  }
  const key = createHash('sha256').update(bytes).digest('hex')
  return { ok: true, raster: { key, path, bytes, ...size } }
}

/** Pixels after turning the picture the way its EXIF orientation says. */
async function measure(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  try {
    // The limit is ours to check: here only the header is read.
    const metadata = await (await openPicture(bytes, Number.MAX_SAFE_INTEGER)).metadata()
    const { width, height } = metadata.autoOrient
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}

function refused(problem: (place: Place | undefined) => Diagnostic): RasterReading {
  return { ok: false, problem }
}
