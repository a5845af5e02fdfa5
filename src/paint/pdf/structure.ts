/** The structure tree of a file (ISO 32000-1, 14.7): elements, the content they own on each page, and the way back. */
import type { ContentSlot, StructureElement } from '../../drawing.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfText } from './spelling.ts'
import type { PdfDictionary, PdfReference, PdfText, PdfValue } from './spelling.ts'
import type { PageBox } from './page-boxes.ts'

/** Gathers what pages paint into the slots of the tree, then writes the tree. */
export interface StructureWriter {
  /** The element a slot belongs to; throws when the tree does not have it. */
  ownerOf(slot: ContentSlot): StructureElement
  /** Begin a page: its key in the parent tree. */
  beginPage(page: PdfReference): number
  /** The marked-content identifier for content of `slot` on the page begun last. */
  mark(slot: ContentSlot): number
  /** Extend the bounding box of the figure that owns `slot`. */
  extend(slot: ContentSlot, box: PageBox): void
  /** Put an annotation of the page begun last into the tree: its key in the parent tree. */
  annotate(slot: ContentSlot, annotation: PdfReference): number
  /** Write the tree. */
  finish(): void
}

type SlotContent =
  | { readonly kind: 'marked'; readonly page: PdfReference; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: PdfReference; readonly object: PdfReference }

interface Slot {
  readonly owner: ElementInTree
  readonly content: SlotContent[]
}

interface ElementInTree {
  readonly element: StructureElement
  readonly parent: ElementInTree | undefined
  readonly reference: PdfReference
  /** On the first page that paints it. */
  bounds: { readonly page: PdfReference; readonly box: PageBox } | undefined
}

export function createStructureWriter(file: PdfFile, root: StructureElement): StructureWriter {
  const slots = new Map<ContentSlot, Slot>()
  const elements: ElementInTree[] = []
  const inTree = new Map<StructureElement, ElementInTree>()
  const parentTree: (PdfReference | PdfReference[])[] = []
  let currentPage: PdfReference | undefined
  let pageMarks: PdfReference[] = []

  const enter = (element: StructureElement, parent: ElementInTree | undefined): void => {
    const entry = { element, parent, reference: file.reserve(), bounds: undefined }
    elements.push(entry)
    inTree.set(element, entry)
    for (const child of element.children) {
      if (child.kind === 'element') enter(child, entry)
      else slots.set(child, { owner: entry, content: [] })
    }
  }
  enter(root, undefined)

  const slotOf = (slot: ContentSlot): Slot => {
    const found = slots.get(slot)
    if (found === undefined) throw new Error('content is tagged with a slot that no element has')
    return found
  }
  const page = (): PdfReference => {
    if (currentPage === undefined) throw new Error('no page was begun')
    return currentPage
  }

  return {
    ownerOf: (slot) => slotOf(slot).owner.element,
    beginPage(reference) {
      currentPage = reference
      pageMarks = []
      return parentTree.push(pageMarks) - 1
    },
    mark(slot) {
      const { owner, content } = slotOf(slot)
      const mcid = pageMarks.push(owner.reference) - 1
      content.push({ kind: 'marked', page: page(), mcid })
      return mcid
    },
    extend(slot, box) {
      const { owner } = slotOf(slot)
      owner.bounds ??= { page: page(), box }
      if (owner.bounds.page === page()) {
        owner.bounds = { page: page(), box: union(owner.bounds.box, box) }
      }
    },
    annotate(slot, object) {
      const { owner, content } = slotOf(slot)
      content.push({ kind: 'annotation', page: page(), object })
      return parentTree.push(owner.reference) - 1
    },
    finish() {
      for (const entry of elements) {
        file.write(entry.reference, elementDictionary(entry, file, slots, inTree))
      }
      const rootReference = elements[0]?.reference
      if (rootReference === undefined) throw new Error('a structure tree has a root')
      const numbers = parentTree.flatMap((value, key): PdfValue[] => [key, value])
      file.setStructure(rootReference, numbers, parentTree.length)
    },
  }
}

function elementDictionary(
  entry: ElementInTree,
  file: PdfFile,
  slots: ReadonlyMap<ContentSlot, Slot>,
  inTree: ReadonlyMap<StructureElement, ElementInTree>,
): PdfDictionary {
  const { element, parent } = entry
  // Content on the element's own page is a bare number; any other names its page.
  let page: PdfReference | undefined
  const kids: PdfValue[] = []
  for (const child of element.children) {
    if (child.kind === 'element') {
      const kid = inTree.get(child)
      if (kid !== undefined) kids.push(kid.reference)
      continue
    }
    for (const content of slots.get(child)?.content ?? []) {
      page ??= content.page
      kids.push(kidOf(content, page))
    }
  }
  const attributes = attributesOf(entry)
  return {
    Type: 'StructElem',
    S: element.role,
    P: parent?.reference ?? file.structureRoot,
    Pg: page,
    K: kids.length > 1 ? kids : kids[0],
    A: attributes.length === 0 ? undefined : attributes,
    Lang: textOf(element.language),
    Alt: textOf(element.alternativeText),
    T: textOf(element.title),
  }
}

function textOf(text: string | undefined): PdfText | undefined {
  return text === undefined ? undefined : pdfText(text)
}

function kidOf(content: SlotContent, ownPage: PdfReference | undefined): PdfValue {
  const { page } = content
  if (content.kind === 'annotation') return { Type: 'OBJR', Pg: page, Obj: content.object }
  return page === ownPage ? content.mcid : { Type: 'MCR', Pg: page, MCID: content.mcid }
}

/** Attribute dictionaries, one for each owner (ISO 32000-1, 14.8.5). */
function attributesOf({ element, parent, bounds }: ElementInTree): readonly PdfValue[] {
  const { cell, list } = element
  const attributes: PdfValue[] = []
  if (bounds !== undefined) {
    const placement = isInline(parent?.element) ? 'Inline' : 'Block'
    attributes.push({ O: 'Layout', Placement: placement, BBox: bounds.box })
  }
  if (list !== undefined) attributes.push({ O: 'List', ListNumbering: listNumbering[list] })
  const { scope, columnSpan = 1, rowSpan = 1 } = cell ?? {}
  if (scope !== undefined || columnSpan > 1 || rowSpan > 1) {
    attributes.push({
      O: 'Table',
      ...(scope === undefined ? {} : { Scope: scope === 'row' ? 'Row' : 'Column' }),
      ...(columnSpan > 1 ? { ColSpan: columnSpan } : {}),
      ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
    })
  }
  return attributes
}

const listNumbering = { decimal: 'Decimal', disc: 'Disc', none: 'None' } as const

const rolesOfText: ReadonlySet<string> = new Set([
  ...['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'],
  ...['Span', 'Link', 'Lbl', 'Caption'],
])

/** Whether a figure inside this element stands in a line of text. */
function isInline(parent: StructureElement | undefined): boolean {
  return parent !== undefined && rolesOfText.has(parent.role)
}

function union(a: PageBox, b: PageBox): PageBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
