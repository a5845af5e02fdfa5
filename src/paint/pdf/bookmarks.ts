/** The document outline: bookmarks that lead to a page and a height on it, at the reader's own zoom. */
import type { OutlineEntry } from '../../drawing.ts'
import { coordinate } from './numbers.ts'
import type { Origin } from './content.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfText } from './spelling.ts'
import type { PdfDictionary, PdfReference, PdfValue } from './spelling.ts'

/** A page that can be led to. */
export interface PageTarget {
  readonly reference: PdfReference
  readonly origin: Origin
}

/** Leads to `y` on page `number` (from 1): left edge and zoom stay as they are. */
export function destination(
  pages: readonly PageTarget[],
  number: number,
  y: number,
): readonly PdfValue[] {
  const page = pages[number - 1]
  if (page === undefined) throw new Error(`there is no page ${number}`)
  // pdfkit's own destinations scroll to the right edge, and 0 instead of null as zoom upsets some readers.
  return [page.reference, 'XYZ', null, Number(coordinate(page.origin.y - y)), null]
}

/** Write the outline, all entries open; nothing when there are none. */
export function writeBookmarks(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  pages: readonly PageTarget[],
): void {
  if (entries.length === 0) return
  const root = file.reserve()
  file.write(root, { Type: 'Outlines', ...writeLevel(file, entries, root, pages) })
  file.setOutline(root)
}

/** Write the entries below `parent`, and return what links the parent to them. */
function writeLevel(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  parent: PdfReference,
  pages: readonly PageTarget[],
): PdfDictionary {
  const references = entries.map(() => file.reserve())
  let count = entries.length
  entries.forEach((entry, index) => {
    const own = references[index]
    if (own === undefined) return
    const below = entry.children.length > 0 ? writeLevel(file, entry.children, own, pages) : {}
    if (typeof below['Count'] === 'number') count += below['Count']
    const previous = references[index - 1]
    const next = references[index + 1]
    file.write(own, {
      Title: pdfText(entry.title),
      Parent: parent,
      ...(previous === undefined ? {} : { Prev: previous }),
      ...(next === undefined ? {} : { Next: next }),
      ...below,
      Dest: destination(pages, entry.page, entry.y),
    })
  })
  return { First: references[0], Last: references.at(-1), Count: count }
}
