/** Pages as pixels, by PDFium, and how far they are from a picture that was accepted before. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** RGBA, 8 bits each, rows from the top. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

let library: Promise<PDFiumLibrary> | undefined

/** Every page of a file; at scale 1 a pixel is a point. The same file gives the same pixels on every machine. */
export async function renderPages(pdf: Uint8Array, scale = 1): Promise<readonly Raster[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    const pages: Raster[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale, render: 'bitmap' })
      pages.push({ width, height, data })
    }
    return pages
  } finally {
    document.destroy()
  }
}

/** Lossless; up to 256 colours are kept as a palette, which takes half the room. */
export async function encodePng({ width, height, data }: Raster): Promise<Uint8Array> {
  const colors = new Set(new Uint32Array(Uint8Array.from(data).buffer))
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({
      compressionLevel: 9,
      ...(colors.size <= 256 ? { palette: true, dither: 0 } : { adaptiveFiltering: true }),
    })
    .toBuffer()
}

/** The same picture in 16 levels of each channel: enough to see what changed, in a quarter of the room. */
export function posterized({ width, height, data }: Raster): Raster {
  return { width, height, data: data.map((channel) => 17 * Math.round(channel / 17)) }
}

export async function decodePng(png: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

export interface Difference {
  /** Share of pixels that are not the same, 0 to 1; where the sizes differ, the pixels of one alone count too. */
  readonly share: number
  /** What differs in red, on a pale copy of the first picture. */
  readonly picture: Raster
}

export function difference(before: Raster, after: Raster): Difference {
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const data = new Uint8Array(width * height * 4).fill(255)
  let different = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const old = pixelAt(before, x, y)
      const at = 4 * (y * width + x)
      if (old === pixelAt(after, x, y)) {
        const grey = 170 + (lightness(old) >> 1) * 0.66
        data.fill(grey, at, at + 3)
      } else {
        different += 1
        data.set([220, 0, 30], at)
      }
    }
  }
  return { share: different / (width * height), picture: { width, height, data } }
}

/** The four channels as one number, or -1 outside the picture. */
function pixelAt({ width, height, data }: Raster, x: number, y: number): number {
  if (x >= width || y >= height) return -1
  const at = 4 * (y * width + x)
  const channel = (index: number): number => data[at + index] ?? 0
  return channel(0) + 256 * (channel(1) + 256 * (channel(2) + 256 * channel(3)))
}

function lightness(pixel: number): number {
  const [red, green, blue] = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]
  return Math.floor((red + green + blue) / 3)
}
