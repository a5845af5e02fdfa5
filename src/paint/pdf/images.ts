/** Raster images as image XObjects, written once in a file. */
import type { RasterImage } from '../../drawing.ts'
import type { EncodedStream, PdfCache } from './cache.ts'
import { deflate } from './deflate.ts'
import type { PaintedObject } from './drawings.ts'
import type { PdfFile } from './pdf-file.ts'

export interface Images {
  of(image: RasterImage): PaintedObject
}

export function createImages(file: PdfFile, cache: PdfCache): Images {
  const images = new Map<string, PaintedObject>()
  return {
    of(image) {
      const known = images.get(image.key)
      if (known !== undefined) return known
      const stream = cache.images.get(image.key, () => encode(image))
      const reference = file.addStream(
        {
          Type: 'XObject',
          Subtype: 'Image',
          Width: image.width,
          Height: image.height,
          ColorSpace: image.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
          BitsPerComponent: 8,
          Filter: image.encoding === 'jpeg' ? 'DCTDecode' : 'FlateDecode',
        },
        stream.bytes,
      )
      const object = { name: `I${images.size + 1}`, reference }
      images.set(image.key, object)
      return object
    },
  }
}

function encode({ encoding, data }: RasterImage): EncodedStream {
  return encoding === 'jpeg' ? { bytes: data, length: data.length } : deflate(data)
}
