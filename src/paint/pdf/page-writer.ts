/** Writes one page: its content, marked throughout, the objects it paints, and its links. */
import type {
  ArtifactItem,
  LinkItem,
  Mark,
  PageItem,
  PaintedPage,
  TaggedItem,
} from '../../drawing.ts'
import type { Rect } from '../../geometry/rect.ts'
import { boundsOf } from '../bounds.ts'
import { destination, type PageTarget } from './bookmarks.ts'
import { ContentStream, type Origin } from './content.ts'
import { deflate } from './deflate.ts'
import type { DrawingForms, PaintedObject } from './drawings.ts'
import type { EmbeddedFonts } from './fonts.ts'
import type { Images } from './images.ts'
import { coordinate } from './numbers.ts'
import { bleedRect, cornerOf, printerMarks, type PageBox, type PageBoxes } from './page-boxes.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfText } from './spelling.ts'
import type { PdfReference } from './spelling.ts'
import type { StructureWriter } from './structure.ts'
import { paintGlyphs } from './text.ts'

/** A page and where it will be in the file. */
export interface PlannedPage extends PageTarget {
  readonly page: PaintedPage
  readonly boxes: PageBoxes
}

export interface Writers {
  readonly file: PdfFile
  readonly fonts: EmbeddedFonts
  readonly forms: DrawingForms
  readonly images: Images
  readonly structure: StructureWriter
  readonly pages: readonly PlannedPage[]
}

/** What the page under way refers to, by name. */
interface Resources {
  readonly fonts: Map<string, PdfReference>
  readonly objects: Map<string, PdfReference>
}

type MarkedItem = TaggedItem | ArtifactItem

/** Write a page. Neighbouring items of the same tag, or the same kind of artifact, become one marked sequence. */
export function writePage(writers: Writers, { page, boxes, origin, reference }: PlannedPage): void {
  const { file, structure } = writers
  const key = structure.beginPage(reference)
  const content = new ContentStream(origin, 'page')
  const resources: Resources = { fonts: new Map(), objects: new Map() }
  if (page.marks.length > 0) {
    writePrinterMarks(content, page)
    content.clip(bleedRect(page))
  }
  let open: MarkedItem | undefined
  for (const item of page.items) {
    if (item.kind === 'link' || item.items.length === 0) continue
    if (open === undefined || !continues(open, item)) {
      if (open !== undefined) content.endMarked()
      beginItem(content, structure, item)
      open = item
    }
    for (const mark of item.items) paintMark(writers, content, resources, mark)
    if (item.kind === 'tagged') extendFigure(structure, item, origin)
  }
  if (open !== undefined) content.endMarked()
  const annotations = page.items.filter(isLink).map((link) => writeLink(writers, link, origin))
  file.write(reference, {
    Type: 'Page',
    Parent: file.pageTree,
    MediaBox: boxes.media,
    ...(boxes.hasMargin ? { BleedBox: boxes.bleed, TrimBox: boxes.trim } : {}),
    Resources: {
      ...(resources.fonts.size === 0 ? {} : { Font: Object.fromEntries(resources.fonts) }),
      ...(resources.objects.size === 0 ? {} : { XObject: Object.fromEntries(resources.objects) }),
    },
    Contents: file.addStream({ Filter: 'FlateDecode' }, deflate(content.end()).bytes),
    ...(annotations.length === 0 ? {} : { Annots: annotations }),
    StructParents: key,
    // Tab moves through the links in the order of the structure.
    Tabs: 'S',
  })
}

function isLink(item: PageItem): item is LinkItem {
  return item.kind === 'link'
}

function continues(open: MarkedItem, item: MarkedItem): boolean {
  if (open.kind === 'tagged') return item.kind === 'tagged' && item.slot === open.slot
  return item.kind === 'artifact' && item.type === open.type && item.subtype === open.subtype
}

function beginItem(content: ContentStream, structure: StructureWriter, item: MarkedItem): void {
  if (item.kind === 'tagged') {
    const { role } = structure.ownerOf(item.slot)
    content.beginMarked(role, `/MCID ${structure.mark(item.slot)}`)
  } else {
    const subtype = item.subtype === undefined ? '' : ` /Subtype /${capitalised(item.subtype)}`
    content.beginMarked('Artifact', `/Type /${capitalised(item.type)}${subtype}`)
  }
}

function paintMark(
  writers: Writers,
  content: ContentStream,
  resources: Resources,
  mark: Mark,
): void {
  switch (mark.kind) {
    case 'path':
      content.paintPath(mark.path, mark.fill, mark.stroke, mark.fillRule)
      break
    case 'glyphs': {
      const font = writers.fonts.of(mark.font)
      resources.fonts.set(font.name, font.reference)
      paintGlyphs(content, font, mark)
      break
    }
    case 'image': {
      const { x, y, width, height } = mark.rect
      const image = use(resources, writers.images.of(mark.image))
      content.paintObject(image.name, 1, [width, 0, 0, height, x, y], mark.clip)
      break
    }
    case 'drawing': {
      const form = use(resources, writers.forms.of(mark.drawing))
      content.paintObject(form.name, mark.drawing.height, mark.transform, mark.clip)
      break
    }
    case 'group': {
      const { transform, clip, pageHeight } = mark
      content.beginGroup(
        transform,
        clip,
        pageHeight === undefined ? undefined : cornerOf(pageHeight),
      )
      for (const inner of mark.items) paintMark(writers, content, resources, inner)
      content.endGroup()
    }
  }
}

function use(resources: Resources, object: PaintedObject): PaintedObject {
  resources.objects.set(object.name, object.reference)
  return object
}

function extendFigure(structure: StructureWriter, item: TaggedItem, origin: Origin): void {
  if (structure.ownerOf(item.slot).role !== 'Figure') return
  const bounds = boundsOf(item.items)
  if (bounds !== undefined) structure.extend(item.slot, boxOf(bounds, origin))
}

function writeLink(writers: Writers, link: LinkItem, origin: Origin): PdfReference {
  const { file, structure, pages } = writers
  const { target } = link
  const annotation = file.reserve()
  file.write(annotation, {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: boxOf(link.rect, origin),
    Border: [0, 0, 0],
    // Print: PDF/A wants it on every annotation.
    F: 4,
    Contents: pdfText(link.description),
    StructParent: structure.annotate(link.slot, annotation),
    ...(target.kind === 'uri'
      ? { A: { S: 'URI', URI: pdfText(target.uri) } }
      : { Dest: destination(pages, target.page, target.y) }),
  })
  return annotation
}

function writePrinterMarks(content: ContentStream, page: PaintedPage): void {
  content.beginMarked('Artifact', '/Type /Page')
  for (const { path, fill, stroke } of printerMarks(page)) content.paintPath(path, fill, stroke)
  content.endMarked()
}

function boxOf({ x, y, width, height }: Rect, origin: Origin): PageBox {
  return [
    Number(coordinate(origin.x + x)),
    Number(coordinate(origin.y - y - height)),
    Number(coordinate(origin.x + x + width)),
    Number(coordinate(origin.y - y)),
  ]
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
