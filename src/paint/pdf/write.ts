/** Writes a painted document as PDF: tagged, PDF/UA-1 and PDF/A-2a, the same bytes for the same document. */
import type { PaintedDocument } from '../../drawing.ts'
import { writeBookmarks } from './bookmarks.ts'
import type { PdfCache } from './cache.ts'
import { createDrawingForms } from './drawings.ts'
import { createEmbeddedFonts } from './fonts.ts'
import { createImages } from './images.ts'
import { pageBoxes } from './page-boxes.ts'
import { writePage } from './page-writer.ts'
import { createPdfFile } from './pdf-file.ts'
import { createStructureWriter } from './structure.ts'

/** Write a document. Rejects when the file cannot be completed; it never leaves the caller waiting. */
export async function writePdf(document: PaintedDocument, cache: PdfCache): Promise<Uint8Array> {
  return Promise.resolve().then(() => writeDocument(document, cache))
}

function writeDocument(document: PaintedDocument, cache: PdfCache): Uint8Array {
  const file = createPdfFile(document.metadata)
  const pages = document.pages.map((page) => {
    const boxes = pageBoxes(page)
    return { page, boxes, origin: boxes.origin, reference: file.addPage() }
  })
  const writers = {
    file,
    fonts: createEmbeddedFonts(file, cache),
    forms: createDrawingForms(file, cache),
    images: createImages(file, cache),
    structure: createStructureWriter(file, document.structure),
    pages,
  }
  for (const target of pages) writePage(writers, target)
  writers.fonts.finish()
  writers.structure.finish()
  writeBookmarks(file, document.outline, pages)
  return file.finish()
}
