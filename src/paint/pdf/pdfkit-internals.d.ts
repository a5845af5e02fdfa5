/**
 * What we use of pdfkit, private fields included. pdfkit ships no types, and the published ones do not know
 * its fields; `test/paint/pdfkit-contract.test.ts` fails when a new version of pdfkit no longer matches.
 */
declare module 'pdfkit' {
  /** An indirect object. `data` is written when `end` is called, and may be filled in until then. */
  export interface PDFReference {
    readonly id: number
    data: Record<string, unknown>
    /** False: pdfkit leaves the stream as it is. */
    compress: boolean
    end(chunk?: Uint8Array): void
    toString(): string
  }

  export interface PDFDocumentOptions {
    readonly autoFirstPage: false
    readonly pdfVersion: '1.7'
    readonly subset: 'PDF/A-2a'
    readonly tagged: true
    readonly displayTitle: true
    readonly lang: string
    /** Null: no default font, or Helvetica would be used without being embedded. */

    readonly font: null
    readonly info: Readonly<Record<string, string | Date>>
  }

  export default class PDFDocument {
    constructor(options: PDFDocumentOptions)
    ref(data: object): PDFReference
    end(): void
    /** Of Node's Readable: everything pushed so far. */
    read(): Uint8Array | null
    appendXML(xml: string): void

    /** Adds the document information to the XMP packet, without escaping it: we replace it. */
    _addInfo: () => void
    /** The catalog. */
    readonly _root: {
      readonly data: Record<string, unknown> & {
        readonly Pages: {
          readonly data: { Count: number; readonly Kids: PDFReference[] }
        } & PDFReference
        readonly StructTreeRoot: {
          readonly data: { K?: unknown; ParentTree: unknown; ParentTreeNextKey: number }
        } & PDFReference
      }
    }
    /** Everything the file consists of goes through here, in order; we take it from here. */
    _write: (data: Uint8Array | string) => void
    /** How much has been written: objects remember it for the cross-reference table. */
    _offset: number
    /** The file identifier, written with the trailer. */
    _id: Uint8Array
    /** Objects begun and not ended; the trailer is written when `end` was called and none is left. */
    readonly _waiting: number
  }
}
