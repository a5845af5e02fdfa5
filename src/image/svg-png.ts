/** SVG that the program made as a PNG picture: for screens, and for eyes that compare. */
import { openDrawing } from './load-sharp.ts'

/** On white, so many pixels wide; the drawing is scaled before it is turned into pixels. */
export async function svgToPng(svg: string, width: number): Promise<Uint8Array> {
  const drawing = await openDrawing(svg)
  return drawing.resize({ width }).flatten({ background: '#ffffff' }).png().toBuffer()
}
