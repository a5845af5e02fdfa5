import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }

/** What `src/paint/pdf/pdf-file.ts` relies on. When one of these fails, pdfkit has changed: look there first. */
describe('pdfkit', () => {
  const create = () =>
    new PDFDocument({
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: 'en',
      font: null,
      info: { Title: 'T', CreationDate: new Date(0) },
    })

  test('is pinned to one version', () => {
    expect(packageFile.dependencies.pdfkit).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('keeps the page tree and the structure root in the catalog', () => {
    const { data } = create()._root
    expect(data.Pages.data).toEqual({ Type: 'Pages', Count: 0, Kids: [] })
    expect(data.StructTreeRoot.data).toMatchObject({ Type: 'StructTreeRoot', ParentTreeNextKey: 0 })
  })

  test('writes a document as soon as the last open object ends, and not before', () => {
    const document = create()
    const open = document.ref({})
    document.end()
    const body = text(document.read())
    expect(body).toMatch(/^%PDF-1\.7\n/)
    expect(body).not.toContain('trailer')
    expect(document._waiting).toBe(1)
    document._id = Buffer.from('0123456789abcdef')
    open.end()
    expect(text(document.read())).toMatch(
      /^\d+ 0 obj[^]*trailer[^]*\/ID \[<30313233343536373839616263646566> <3031[^]*%%EOF\n$/,
    )
  })

  test('writes everything through _write, and counts it in _offset', () => {
    const document = create()
    const header = document.read()?.length ?? 0
    expect(document._offset).toBe(header)
    let written = 0
    document._write = (data) => {
      written += data.length + (typeof data === 'string' ? 1 : 0)
      document._offset = header + written
    }
    document.ref({ Filter: 'DCTDecode' }).end(Buffer.from('picture'))
    document.end()
    expect(document.read()).toBeNull()
    expect(written).toBeGreaterThan(500)
    expect(document._offset).toBe(header + written)
  })

  test('writes data that is spelt already as toString says, and leaves it when a stream follows', () => {
    const document = create()
    document.read()
    const spelt = { toString: () => '<<\n/A (b)\n>>', [Symbol.toStringTag]: 'PdfDictionary' }
    document.ref(spelt).end()
    expect(text(document.read())).toMatch(/^\d+ 0 obj\n<<\n\/A \(b\)\n>>\nendobj\n$/)
    const stream = document.ref(spelt)
    stream.compress = false
    stream.end(Buffer.from('x'))
    expect(text(document.read())).toContain('<<\n/A (b)\n>>\nstream\nx\nendstream')
  })

  test('leaves a stream as it is when told not to compress it', () => {
    const document = create()
    const reference = document.ref({ Filter: 'DCTDecode' })
    expect(reference.compress).toBe(false)
    reference.compress = false
    reference.end(Buffer.from('picture'))
    expect(text(document.read())).toContain('stream\npicture\nendstream')
  })

  test('writes strings as names, String objects as text, and null', () => {
    const document = create()

    document.ref({ A: 'Name', B: new String('a(b)'), C: [null, true, 1.5], D: undefined }).end()
    expect(text(document.read())).toContain('/A /Name\n/B (a\\(b\\))\n/C [null true 1.5]\n>>')
  })

  test('asks _addInfo for the metadata and adds its own PDF/A identifier', () => {
    const document = create()
    document._addInfo = () => {
      document.appendXML('<ours/>')
    }
    document.end()
    const file = text(document.read())
    expect(file).toMatch(/<rdf:RDF[^]*<pdfaid:part>2<[^]*<pdfaid:conformance>A<[^]*<ours\/>/)
    expect(file).toContain('/S /GTS_PDFA1')
    expect(file).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(file).toContain('/DisplayDocTitle true')
    expect(file).toContain('/Lang (en)')
    expect(file).not.toContain('Helvetica')
  })
})

function text(chunk: Uint8Array | null): string {
  return Buffer.from(chunk ?? []).toString('latin1')
}
