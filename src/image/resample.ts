/** Raster pictures as they go into a document: turned, flattened, at printing resolution, with nothing but pixels. */
import { createHash } from 'node:crypto'
import type { Metadata, Sharp } from 'sharp'
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { RasterImage } from '../drawing.ts'
import type { Size } from '../geometry/rect.ts'
import { pointsPerInch } from '../geometry/units.ts'
import { carriesMetadata } from './jpeg-segments.ts'
import { openPicture } from './load-sharp.ts'
import { recognizeFormat } from './picture-format.ts'
import type { RasterSource } from './picture.ts'

/** Pixels per inch: more is not seen in print. */
const printResolution = 300
const leastResolution = 150

/** Quality of pictures that were JPEG, WebP or AVIF already: no loss that a printer shows. */
const jpegQuality = 88

export interface Placement {
  /** The whole picture on the page, also where a part of it is cut off. */
  readonly size: Size
  readonly place: Place | undefined
  /** Whether colours are left out. */
  readonly grey?: boolean
}

/** Decode a picture for the size it is placed at. Undefined when its pixels turn out to be damaged. */
export async function resampleRaster(
  source: RasterSource,
  placement: Placement,
  report: Report,
): Promise<RasterImage | undefined> {
  const { place, size, grey = false } = placement
  const target = targetSize(source, size)
  checkResolution(source, placement, report)
  try {
    const metadata = await (await openPicture(source.bytes)).metadata()
    const isSmallEnough = target.width === source.width && target.height === source.height
    const channels = grey ? 1 : channelsOf(metadata)
    const isAsWanted = channels === channelsOf(metadata)
    if (isSmallEnough && isAsWanted && mayPassThrough(source, metadata)) {
      return rasterImage(source.bytes, target, channels, 'jpeg')
    }
    return await decode(source, target, metadata, channels)
  } catch {
    const details = { path: source.path, problem: 'its pixels cannot be read' }
    report(diagnose('image-broken', details, place))
    return undefined
  }
}

/** Pixels for 300 to the inch; a picture is never made larger. */
function targetSize(source: RasterSource, placed: Size): Size {
  const wanted = Math.max(placed.width / source.width, placed.height / source.height)
  const scale = Math.min(1, (wanted * printResolution) / pointsPerInch)
  return {
    width: Math.max(1, Math.round(source.width * scale)),
    height: Math.max(1, Math.round(source.height * scale)),
  }
}

function checkResolution(source: RasterSource, { size, place }: Placement, report: Report): void {
  const inches = size.width / pointsPerInch
  const resolution = Math.round(source.width / inches)
  if (!(resolution < leastResolution)) return
  const wanted = Math.ceil(inches * leastResolution)
  report(diagnose('image-low-resolution', { path: source.path, resolution, wanted }, place))
}

function mayPassThrough({ bytes }: RasterSource, metadata: Metadata): boolean {
  const isUpright = metadata.orientation === undefined || metadata.orientation === 1
  const isPlain = metadata.space === 'srgb' || metadata.space === 'b-w'
  return metadata.format === 'jpeg' && isUpright && isPlain && !carriesMetadata(bytes)
}

async function decode(
  source: RasterSource,
  target: Size,
  metadata: Metadata,
  channels: 1 | 3,
): Promise<RasterImage> {
  const picture: Sharp = (await openPicture(source.bytes))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ ...target, fit: 'fill', kernel: 'lanczos3' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
  if (isPhotograph(source, metadata)) {
    const data = await picture.jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4' }).toBuffer()
    return rasterImage(data, target, channels, 'jpeg')
  }
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return rasterImage(data, target, info.channels === 1 ? 1 : 3, 'samples')
}

/** Pictures that have lost detail to compression before may do so again; drawn ones keep each pixel. */
function isPhotograph({ bytes }: RasterSource, { hasAlpha }: Metadata): boolean {
  const recognized = recognizeFormat(bytes)
  if (recognized.kind === 'other' || hasAlpha) return false
  return ['jpeg', 'webp', 'avif'].includes(recognized.format)
}

function channelsOf({ space }: Metadata): 1 | 3 {
  return space === 'b-w' || space === 'grey16' ? 1 : 3
}

function rasterImage(
  data: Uint8Array,
  { width, height }: Size,
  channels: 1 | 3,
  encoding: RasterImage['encoding'],
): RasterImage {
  const label = `${encoding} ${width} ${height} ${channels} `
  const key = createHash('sha256').update(label).update(data).digest('hex')
  return { key, width, height, channels, encoding, data }
}
