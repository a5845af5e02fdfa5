/** Everything in shades of grey: what a printer without colour makes of a page, decided here and not there. */
import type {
  Color,
  Drawing,
  Mark,
  PageItem,
  PaintedDocument,
  PathItem,
  RasterImage,
} from '../drawing.ts'

/** The document without colours; for its JPEG images, see `decodePlaced`. */
export function toGrey(document: PaintedDocument): PaintedDocument {
  const drawings = new Map<string, Drawing>()
  const greyDrawing = (drawing: Drawing): Drawing => {
    const known = drawings.get(drawing.key)
    if (known !== undefined) return known
    const grey = { ...drawing, key: `${drawing.key}-grey`, items: drawing.items.map(greyPath) }
    drawings.set(drawing.key, grey)
    return grey
  }
  const greyMark = (mark: Mark): Mark => {
    switch (mark.kind) {
      case 'path':
        return greyPath(mark)
      case 'glyphs':
        return { ...mark, color: greyColor(mark.color) }
      case 'image':
        return { ...mark, image: greyImage(mark.image) }
      case 'drawing':
        return { ...mark, drawing: greyDrawing(mark.drawing) }
      case 'group':
        return { ...mark, items: mark.items.map(greyMark) }
    }
  }
  const greyItem = (item: PageItem): PageItem =>
    item.kind === 'link' ? item : { ...item, items: item.items.map(greyMark) }
  const pages = document.pages.map((page) => ({ ...page, items: page.items.map(greyItem) }))
  return { ...document, pages }
}

/** The grey that looks as light: the same luminance (IEC 61966-2-1). */
export function greyColor({ red, green, blue }: Color): Color {
  if (red === green && green === blue) return { red, green, blue }
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  const grey = encoded(luminance)
  return { red: grey, green: grey, blue: grey }
}

function greyPath(item: PathItem): PathItem {
  const { fill, stroke } = item
  return {
    ...item,
    ...(fill === undefined ? {} : { fill: greyColor(fill) }),
    ...(stroke === undefined ? {} : { stroke: { ...stroke, color: greyColor(stroke.color) } }),
  }
}

/** One sample for each pixel. A JPEG is left as it is: only the stage that decodes it can change it. */
function greyImage(image: RasterImage): RasterImage {
  const { channels, encoding, data, width, height, key } = image
  if (channels === 1 || encoding === 'jpeg') return image
  const grey = new Uint8Array(width * height)
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const at = pixel * channels
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + channels)
    grey[pixel] = Math.round(
      encoded(
        0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255),
      ) * 255,
    )
  }
  return { ...image, key: `${key}-grey`, channels: 1, data: grey }
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function encoded(luminance: number): number {
  return luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055
}
