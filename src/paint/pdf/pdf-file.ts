/** One PDF file under construction: the only module that touches pdfkit, which serialises objects and the cross-reference table. */
import { createHash } from 'node:crypto'
import PDFDocument, { type PDFReference } from 'pdfkit'
import type { DocumentMetadata } from '../../drawing.ts'
import { xmpDescriptions } from './metadata.ts'
import { spell } from './spelling.ts'
import type { PdfDictionary, PdfReference, PdfValue } from './spelling.ts'

export interface PdfFile {
  readonly pageTree: PdfReference
  readonly structureRoot: PdfReference
  /** Announce an object; it must be written with `write` or `writeStream` before `finish`. */
  reserve(): PdfReference
  write(reference: PdfReference, value: PdfDictionary): void
  /** Write bytes that `dictionary.Filter`, where there is one, already applies to. */
  writeStream(reference: PdfReference, dictionary: PdfDictionary, bytes: Uint8Array): void
  add(value: PdfDictionary): PdfReference
  addStream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference
  /** Reserve the next page. */
  addPage(): PdfReference
  setOutline(outline: PdfReference): void
  setStructure(root: PdfReference, parentTree: readonly PdfValue[], nextKey: number): void
  /** The whole file. Throws when an object was reserved and never written. */
  finish(): Uint8Array
}

/** The name this program gives itself in files. */
const producer = 'Posepress'

/** Begin a file that claims PDF/A-2a and PDF/UA-1. */
export function createPdfFile(metadata: DocumentMetadata): PdfFile {
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    // pdfkit writes one identifier only; with 'PDF/UA' it also writes a CIDSet, which no CID font here may have.
    subset: 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: metadata.language,
    font: null,
    info: information(metadata),
  })
  const output = collectOutput(document)
  document._addInfo = () => {
    document.appendXML(xmpDescriptions(metadata, producer))
  }
  const { Pages: pageTree, StructTreeRoot: structureRoot } = document._root.data
  // Kept open until everything else is written, so that the file identifier can be a hash of it.
  const parentTree = document.ref({ Nums: [] })
  structureRoot.data.ParentTree = parentTree
  const open = new Map<number, PDFReference>()

  const reserve = (): PDFReference => {
    const reference = document.ref({})
    open.set(reference.id, reference)
    return reference
  }
  const end = (reference: PdfReference, data: PdfDictionary, bytes?: Uint8Array): void => {
    const object = open.get(reference.id)
    if (object === undefined) throw new Error(`object ${reference.id} was written before`)
    open.delete(reference.id)
    object.data = asSpelt(data)
    object.end(bytes)
  }
  const addStream = (dictionary: PdfDictionary, bytes: Uint8Array): PdfReference => {
    const reference = reserve()
    writeStream(reference, dictionary, bytes)
    return reference
  }
  const writeStream = (
    reference: PdfReference,
    dictionary: PdfDictionary,
    bytes: Uint8Array,
  ): void => {
    // pdfkit deflates streams by itself at its own level unless it is told not to.
    const object = open.get(reference.id)
    if (object !== undefined) object.compress = false
    end(reference, { ...dictionary, Length: bytes.length }, bytes)
  }

  return {
    pageTree,
    structureRoot,
    reserve,
    write: end,
    writeStream,
    add(value) {
      const reference = document.ref(asSpelt(value))
      reference.end()
      return reference
    },
    addStream,
    addPage() {
      const page = reserve()
      pageTree.data.Kids.push(page)
      pageTree.data.Count += 1
      return page
    },
    setOutline(outline) {
      document._root.data['Outlines'] = outline
    },
    setStructure(root, nums, nextKey) {
      structureRoot.data.K = [root]
      structureRoot.data.ParentTreeNextKey = nextKey
      // The root of a number tree has no Limits (ISO 32000-1, 7.9.7).
      parentTree.data = { Nums: nums }
    },
    finish() {
      if (open.size > 0) {
        throw new Error(`objects never written: ${[...open.keys()].join(', ')}`)
      }
      document.end()
      const body = output.take()
      const hash = createHash('md5')
      for (const chunk of body) hash.update(chunk)
      document._id = hash.digest()
      parentTree.end()
      const bytes = Buffer.concat([...body, ...output.take()])
      if (!endsFile(bytes)) {
        throw new Error(`pdfkit did not end the file: ${document._waiting} objects are open`)
      }
      return bytes
    },
  }
}

/** The data of an object that is spelt already: what pdfkit does not know, it writes as `toString` says. */
function asSpelt(dictionary: PdfDictionary): Record<string, unknown> {
  const spelling = spell(dictionary)
  return { toString: () => spelling, [Symbol.toStringTag]: 'PdfDictionary' }
}

function information(metadata: DocumentMetadata): Record<string, string | Date> {
  return {
    Title: metadata.title,
    ...(metadata.author === '' ? {} : { Author: metadata.author }),
    ...(metadata.subject === '' ? {} : { Subject: metadata.subject }),
    ...(metadata.keywords.length === 0 ? {} : { Keywords: metadata.keywords.join(', ') }),
    Creator: producer,
    Producer: producer,
    // eslint-disable-next-line no-restricted-globals -- made from the document's own date, not from the clock.
    CreationDate: new Date(metadata.date * 1000),
  }
}

/** What a document has written since it was asked last. pdfkit would send it through a stream, letter by letter. */
function collectOutput(document: PDFDocument): { take(): readonly Uint8Array[] } {
  const header = document.read()
  const chunks: Uint8Array[] = header === null ? [] : [header]
  let text = ''
  const endText = (): void => {
    if (text !== '') chunks.push(Buffer.from(text, 'latin1'))
    text = ''
  }
  document._write = (data) => {
    if (typeof data === 'string') {
      text += `${data}\n`
      document._offset += data.length + 1
      return
    }
    endText()
    chunks.push(data)
    document._offset += data.length
  }
  return {
    take() {
      endText()
      return chunks.splice(0)
    },
  }
}

function endsFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-7)).toString('latin1').includes('%%EOF')
}
