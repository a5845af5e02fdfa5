/** Drawings as form XObjects: encoded once for all files, written once in a file, painted anywhere at any size. */
import type { Drawing } from '../../drawing.ts'
import type { PdfCache } from './cache.ts'
import { ContentStream } from './content.ts'
import { deflate } from './deflate.ts'
import { coordinate } from './numbers.ts'
import type { PdfFile } from './pdf-file.ts'
import type { PdfReference } from './spelling.ts'

/** Something a page paints by its name. */
export interface PaintedObject {
  /** In resource dictionaries. */
  readonly name: string
  readonly reference: PdfReference
}

export interface DrawingForms {
  of(drawing: Drawing): PaintedObject
}

export function createDrawingForms(file: PdfFile, cache: PdfCache): DrawingForms {
  const forms = new Map<string, PaintedObject>()
  return {
    of(drawing) {
      const known = forms.get(drawing.key)
      if (known !== undefined) return known
      const stream = cache.drawings.get(drawing.key, () => deflate(drawingOperators(drawing)))
      const reference = file.addStream(
        {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, Number(coordinate(drawing.width)), Number(coordinate(drawing.height))],
          Resources: {},
          Filter: 'FlateDecode',
        },
        stream.bytes,
      )
      const form = { name: `D${forms.size + 1}`, reference }
      forms.set(drawing.key, form)
      return form
    },
  }
}

/** The operators of a form. It holds no marked content: its tag stands outside, where it is painted. */
export function drawingOperators(drawing: Drawing): string {
  const content = new ContentStream({ x: 0, y: drawing.height }, 'form')
  for (const { path, fill, stroke, fillRule } of drawing.items) {
    content.paintPath(path, fill, stroke, fillRule)
  }
  return content.end()
}
