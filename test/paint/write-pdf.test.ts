import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Drawing, PaintedDocument, RasterImage } from '../../src/drawing.ts'
import { createEncodedStreams, createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'
import { documentOf, textAt } from './support/document-of.ts'
import { hasProgram, inspect, metadata, paintSmall } from './support/paint-small.ts'
import { asArray, asDictionary, asText, nameOf, readPdf, Reference } from './support/read-pdf.ts'
import { markedText } from './support/read-structure.ts'
import { el, pageBreak, triangle } from './support/small-pages.ts'

const rich = paintSmall(
  el(
    'document',
    {},
    el('h1', {}, 'Runner’s knee'),
    el(
      'p',
      {},
      'Office “fix” ½ éàüÅ ',
      el('a', { href: 'https://a.org/(x)' }, 'AVATAR'),
      pageBreak(),
      'end',
    ),
    el('figure', {}, el('img', { alt: 'Legs (bent) é' })),
    el('ol', {}, el('li', {}, 'Lift.')),
  ),
).document

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('the same document', () => {
  test('is the same bytes twice, and whatever was written with the same cache before', async () => {
    const cache = createPdfCache()
    const cold = await writePdf(rich, cache)
    await writePdf(documentOf([textAt('Office coop knees')], [textAt('Ωé')]), cache)
    await writePdf(documentOf([textAt('co\u00adop')]), cache)
    expect(sha(await writePdf(rich, cache))).toBe(sha(cold))
    expect(sha(await writePdf(rich, createPdfCache()))).toBe(sha(cold))
  })

  test('has an identifier of its own', async () => {
    const idOf = async (document: PaintedDocument): Promise<string> => {
      const pdf = readPdf(await writePdf(document, createPdfCache()))
      const [first, second] = asArray(pdf.trailer.get('ID')).map((id) => String(id))
      expect(first).toBe(second)
      return String(first)
    }
    expect(await idOf(documentOf([textAt('a')]))).not.toBe(await idOf(documentOf([textAt('b')])))
  })
})

describe('pictures', () => {
  const placed = (drawing: Drawing, scale: number, x: number, y: number) =>
    ({ kind: 'drawing', drawing, transform: [scale, 0, 0, scale, x, y] }) as const

  test('that are drawings become one form, painted as often as they are placed', async () => {
    const marks = [placed(triangle, 1, 10, 10), placed(triangle, 2, 60, 10)]
    const pdf = readPdf(await writePdf(documentOf(marks, marks), createPdfCache()))
    const forms = [...pdf.objects].filter(
      ([, { value }]) => nameOf(pdf.get(value, 'Subtype')) === 'Form',
    )
    expect(forms).toHaveLength(1)
    const form = pdf.data(new Reference(forms[0]?.[0] ?? 0)).toString()
    expect(form).toBe('0.8 0.2 0.2 rg\n0 0 m\n20 20 l\n40 0 l\nh\nf\n')
    const content = pdf.data(pdf.pages()[0]?.page.get('Contents')).toString()
    expect(content).toBe(
      '/P <</MCID 0>> BDC\nq 1 0 0 1 10 370 cm /D1 Do Q\nq 2 0 0 2 60 350 cm /D1 Do Q\nEMC\n',
    )
  })

  test('larger than their box are cut off there', async () => {
    const mark = { ...placed(triangle, 2, 0, 0), clip: { x: 10, y: 10, width: 20, height: 15 } }
    const pdf = readPdf(await writePdf(documentOf([mark]), createPdfCache()))
    const content = pdf.data(pdf.pages()[0]?.page.get('Contents')).toString()
    expect(content).toContain('q 10 375 20 15 re W n 2 0 0 2 0 360 cm /D1 Do Q')
  })

  test('and all else in groups are moved and cut off together, and what follows is as before', async () => {
    const square = {
      kind: 'path',
      path: [
        { type: 'move', x: 0, y: 0 },
        { type: 'line', x: 10, y: 0 },
        { type: 'line', x: 10, y: 10 },
      ],
      fill: { red: 1, green: 0, blue: 0 },
    } as const
    const group = {
      kind: 'group',
      transform: [0.5, 0, 0, 0.5, 100, 50],
      clip: { x: 0, y: 0, width: 8, height: 8 },
      items: [square],
    } as const
    const pdf = readPdf(await writePdf(documentOf([group, square]), createPdfCache()))
    // Half as large, and the corner of the page, (0, 400) in PDF, comes to (100, 350).
    const path = '0 400 m\n10 400 l\n10 390 l\nf\n'
    expect(pdf.data(pdf.pages()[0]?.page.get('Contents')).toString()).toBe(
      `/P <</MCID 0>> BDC\nq 0.5 0 0 0.5 100 150 cm 0 392 8 8 re W n\n1 0 0 rg\n${path}Q\n1 0 0 rg\n${path}EMC\n`,
    )
  })

  test.each([
    ['jpeg', 3, 'DCTDecode', 'DeviceRGB'],
    ['samples', 1, 'FlateDecode', 'DeviceGray'],
  ] as const)(
    'that are images keep their pixels: %s',
    async (encoding, channels, filter, space) => {
      const data = Buffer.from('pixels')
      const image: RasterImage = { key: encoding, width: 3, height: 2, channels, encoding, data }
      const mark = { kind: 'image', image, rect: { x: 10, y: 20, width: 30, height: 40 } } as const
      const pdf = readPdf(await writePdf(documentOf([mark, mark]), createPdfCache()))
      const images = [...pdf.objects].filter(
        ([, { value }]) => nameOf(pdf.get(value, 'Subtype')) === 'Image',
      )
      expect(images).toHaveLength(1)
      const [id, object] = images[0] ?? [0, undefined]
      expect(nameOf(pdf.get(object?.value, 'Filter'))).toBe(filter)
      expect(nameOf(pdf.get(object?.value, 'ColorSpace'))).toBe(space)
      expect(pdf.data(new Reference(id)).toString()).toBe('pixels')
      expect(pdf.data(pdf.pages()[0]?.page.get('Contents')).toString()).toContain(
        'q 30 0 0 40 10 340 cm /I1 Do Q',
      )
    },
  )
})

describe('metadata', () => {
  test('is well-formed XMP whatever the title, and claims both standards', async () => {
    const odd = {
      ...metadata,
      title: 'Hips & <Knees> "now" \u0001',
      author: 'A & B',
      keywords: ['<'],
    }
    const document = { ...documentOf([textAt('x')]), metadata: odd }
    const pdf = readPdf(await writePdf(document, createPdfCache()))
    const packet = pdf.data(pdf.catalog.get('Metadata')).toString('utf8')
    expect(packet).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Hips &amp; &lt;Knees&gt; &quot;now&quot; </rdf:li>',
    )
    expect(packet).toContain('<dc:creator><rdf:Seq><rdf:li>A &amp; B</rdf:li></rdf:Seq>')
    expect(packet).toContain('<pdf:Keywords>&lt;</pdf:Keywords>')
    expect(packet).toContain('<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>')
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(packet).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    expect(packet.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toMatch(/&|<Knees/)
    expect(asText(pdf.get(pdf.trailer, 'Info', 'Title'))).toBe('Hips & <Knees> "now" \u0001')
    expect(asText(pdf.get(pdf.trailer, 'Info', 'CreationDate'))).toBe('D:20231114221320Z')
  })
})

describe('pages', () => {
  test('have boxes for bleed and trim, and marks outside the bleed', async () => {
    const document = paintSmall(el('document', {}, el('p', {}, 'x')), undefined, {
      bleed: 8.5,
      marks: ['crop', 'cross'],
    }).document
    const pdf = readPdf(await writePdf(document, createPdfCache()))
    const page = pdf.pages()[0]?.page
    expect(page?.get('MediaBox')).toEqual([0, 0, 356.69, 456.69])
    expect(page?.get('BleedBox')).toEqual([19.84, 19.84, 336.84, 436.84])
    expect(page?.get('TrimBox')).toEqual([28.34, 28.34, 328.34, 428.34])
    const content = pdf.data(page?.get('Contents')).toString()
    expect(content).toMatch(
      /^\/Artifact <<\/Type \/Page>> BDC\n0\.5 G\n0\.25 w[^]*?S\nEMC\n19\.84 19\.84 317 417 re W n\n/,
    )
  })

  test('without bleed and marks are as large as the paper', async () => {
    const pdf = readPdf(await writePdf(documentOf([textAt('x')]), createPdfCache()))
    const page = pdf.pages()[0]?.page
    expect(page?.get('MediaBox')).toEqual([0, 0, 300, 400])
    expect(page?.has('TrimBox')).toBe(false)
    expect(nameOf(page?.get('Tabs'))).toBe('S')
  })

  test('lead back from every mark and area to its element', async () => {
    const pdf = readPdf(await writePdf(rich, createPdfCache()))
    const numbers = asArray(pdf.get(pdf.catalog, 'StructTreeRoot', 'ParentTree', 'Nums'))
    const entry = (key: unknown) => numbers[numbers.indexOf(Number(key)) + 1]
    expect(asDictionary(pdf.get(pdf.catalog, 'StructTreeRoot', 'ParentTree')).has('Limits')).toBe(
      false,
    )
    for (const { reference, page } of pdf.pages()) {
      const owners = asArray(pdf.resolve(entry(page.get('StructParents'))))
      const { tagged } = markedText(pdf, page)
      expect(owners).toHaveLength(tagged.size)
      owners.forEach((owner, mcid) => {
        const kids = [pdf.get(owner, 'K')].flat()
        const isThere = kids.some((kid) =>
          kid instanceof Map
            ? kid.get('MCID') === mcid && String(kid.get('Pg')) === String(reference)
            : kid === mcid,
        )
        expect(isThere).toBe(true)
      })
    }
    const [annotation] = asArray(pdf.pages()[0]?.page.get('Annots'))
    expect(nameOf(pdf.get(entry(pdf.get(annotation, 'StructParent')), 'S'))).toBe('Link')
  })
})

describe('a document that cannot be written', () => {
  const unowned: PaintedDocument = {
    ...documentOf([textAt('x')]),
    structure: { kind: 'element', role: 'Document', children: [] },
  }

  test('is rejected when content has no element', async () => {
    await expect(writePdf(unowned, createPdfCache())).rejects.toThrow('slot that no element has')
  })

  test('is rejected when a coordinate is not a number', async () => {
    const mark = { ...textAt('x'), size: Number.NaN }
    await expect(writePdf(documentOf([mark]), createPdfCache())).rejects.toThrow('not a number')
  })

  test('is rejected when a bookmark leads to no page', async () => {
    const outline = [{ title: 'x', page: 9, y: 0, children: [] }]
    const document = { ...documentOf([textAt('x')]), outline }
    await expect(writePdf(document, createPdfCache())).rejects.toThrow('no page 9')
  })
})

describe('the cache', () => {
  test('keeps what was used last', () => {
    const streams = createEncodedStreams(2)
    const made: string[] = []
    const get = (key: string) =>
      streams.get(key, () => {
        made.push(key)
        return { bytes: new Uint8Array(), length: 0 }
      })
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })
})

describe('other programs', () => {
  test.skipIf(!hasProgram('qpdf'))('qpdf finds no fault (skipped without qpdf)', async () => {
    const report = inspect('qpdf', ['--check'], await writePdf(rich, createPdfCache()))
    expect(report).toContain('No syntax or stream encoding errors found')
  })

  test.skipIf(!hasProgram('pdfinfo'))(
    'poppler reads the same structure (skipped without pdfinfo)',
    async () => {
      const report = inspect('pdfinfo', ['-struct-text'], await writePdf(rich, createPdfCache()))
      expect(report.replace(/\d+ 0\n/, 'n 0\n')).toBe(`Document
  H1 (block)
    "Runner’s knee"
  P (block)
    "Office “fix” ½ éàüÅ "
    Link (inline)
      "AVATAR"
      Object n 0
    "end"
  Figure:
     /Placement /Block
     /BBox [20 344 60 364]
    ""
  L (block):
     /ListNumbering /Decimal
    LI (block)
      Lbl (block)
        "1"
      LBody (block)
        "Lift."
`)
    },
  )
})
