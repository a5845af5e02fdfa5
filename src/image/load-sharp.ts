/** The one place that loads sharp, and only when pixels are read or made: most documents need none. */
import type { Sharp } from 'sharp'

/** Larger pictures are refused before they are decoded. */
export const mostPixels = 50_000_000

/** Open a picture: first frame only, damage is an error, no more pixels than `mostPixels`. */
export async function openPicture(bytes: Uint8Array, maxPixels = mostPixels): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels, pages: 1 })
}

/** Open an SVG drawing of the program's own making. */
export async function openDrawing(svg: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  return sharp(new TextEncoder().encode(svg))
}
