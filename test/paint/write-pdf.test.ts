import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  ContentSlot,
  Drawing,
  PageItem,
  PaintedDocument,
  RasterImage,
  StructureElement,
} from '../../src/drawing.ts'
import { createEncodedStreams, createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'
import { glyphsOf } from '../../src/paint/text-runs.ts'
import { hasProgram, inspect, metadata, paintSmall } from './support/paint-small.ts'
import {
  asArray,
  asDictionary,
  asText,
  nameOf,
  readOperators,
  readPdf,
  Reference,
} from './support/read-pdf.ts'
import { markedText, structureText } from './support/read-structure.ts'
import { arabic, el, latin, pageBreak, plainStyle, shape, triangle } from './support/small-pages.ts'

/** A document whose pages paint the given marks, each page as one paragraph. */
function documentOf(
  ...pages: readonly Extract<PageItem, { kind: 'tagged' }>['items'][]
): PaintedDocument {
  const slots = pages.map((): ContentSlot => ({ kind: 'content' }))
  const children = slots.map((slot): StructureElement => paragraph(slot))
  return {
    metadata,
    pages: pages.map((items, index) => ({
      width: 300,
      height: 400,
      bleed: 0,
      marks: [],
      items: [{ kind: 'tagged', slot: slots[index] ?? { kind: 'content' }, items }],
    })),
    structure: { kind: 'element', role: 'Document', children },
    outline: [],
  }
}

function paragraph(slot: ContentSlot): StructureElement {
  return { kind: 'element', role: 'P', children: [slot] }
}

function textAt(text: string, options: { font?: typeof latin; rtl?: boolean; y?: number } = {}) {
  const { font = latin, rtl = false, y = 50 } = options
  return glyphsOf({
    kind: 'text',
    inline: { chain: [], generated: false },
    style: plainStyle,
    decoration: 'none',
    shaped: shape(font, text, rtl ? 'rtl' : 'ltr'),
    x: 20,
    baseline: y,
    width: 100,
  })
}

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

describe('text', () => {
  const texts = [
    'The knee is loaded: 3 × 15, ½ or more.',
    'AVATAR To Ty fi ffl office',
    'cafe\u0301 x\u0323\u0301 naïve Å',
    'co-op and co\u2010op',
    'Ω Ω µ μ a\u00a0b',
    'Đường Żółć ελληνικά Русский',
  ]

  test.each(texts)('is read back exactly: %s', async (text) => {
    const pdf = readPdf(await writePdf(documentOf([textAt(text)]), createPdfCache()))
    expect(structureText(pdf)).toBe(`Document\n  P "${text}"\n`)
  })

  test('that runs from right to left is read in its own order', async () => {
    const text = 'تمرين الركبة'
    const document = documentOf([textAt(text, { font: arabic, rtl: true })])
    const pdf = readPdf(await writePdf(document, createPdfCache()))
    expect(structureText(pdf)).toBe(`Document\n  P "${text}"\n`)
  })

  test('of any letters is read back exactly', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghijABCfilt 0123456789éßœ’“½×→-'),
      minLength: 1,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(letters, async (text) => {
        const pdf = readPdf(await writePdf(documentOf([textAt(text)]), createPdfCache()))
        const [page] = pdf.pages()
        expect(markedText(pdf, page?.page ?? new Map()).tagged.get(0)).toBe(text)
      }),
      { seed: 7, numRuns: 40 },
    )
  })

  test('stands where layout put it, to a fiftieth of a point, along a whole line', async () => {
    const item = textAt('AVATAR office, To Ty Wa kerned pairs all along the line: Yo! '.repeat(3))
    const pdf = readPdf(await writePdf(documentOf([item]), createPdfCache()))
    const positions = glyphPositions(pdf)
    expect(positions).toHaveLength(item.glyphs.length)
    item.glyphs.forEach(({ x, y }, index) => {
      expect(Math.abs((positions[index]?.x ?? 0) - x)).toBeLessThan(0.02)
      expect(positions[index]?.y).toBeCloseTo(400 - y, 2)
    })
  })
})

/** Where each glyph of the first page is drawn, from the operators and the font's own widths. */
function glyphPositions(pdf: ReturnType<typeof readPdf>): readonly { x: number; y: number }[] {
  const page = pdf.pages()[0]?.page
  const positions: { x: number; y: number }[] = []
  let [x, y, size, pen] = [0, 0, 0, 0]
  let widths: readonly unknown[] = []
  for (const { operator, operands } of readOperators(pdf.data(page?.get('Contents')))) {
    if (operator === 'BT') [x, y] = [0, 0]
    if (operator === 'Tf') {
      const font = pdf.get(page, 'Resources', 'Font', nameOf(operands[0]) ?? '')
      const [descendant] = asArray(pdf.get(font, 'DescendantFonts'))
      widths = asArray(asArray(pdf.get(descendant, 'W'))[1])
      size = Number(operands[1])
    }
    if (operator === 'Td') {
      x += Number(operands[0])
      y += Number(operands[1])
      pen = x
    }
    if (operator !== 'TJ') continue
    for (const part of asArray(operands[0])) {
      if (typeof part === 'number') pen -= (part / 1000) * size
      if (!(part instanceof Buffer)) continue
      for (let at = 0; at < part.length; at += 2) {
        positions.push({ x: pen, y })
        pen += (Number(widths[part.readUInt16BE(at) - 1]) / 1000) * size
      }
    }
  }
  return positions
}

describe('fonts', () => {
  test('are embedded as a subset whose map leads every code to its glyph', async () => {
    const item = textAt('abba')
    const pdf = readPdf(await writePdf(documentOf([item]), createPdfCache()))
    const page = pdf.pages()[0]?.page
    const font = pdf.get(page, 'Resources', 'Font', 'F1')
    const [descendant] = asArray(pdf.get(font, 'DescendantFonts'))
    const map = pdf.data(asDictionary(pdf.resolve(descendant)).get('CIDToGIDMap'))
    const [a, b] = item.glyphs.map(({ glyph }) => glyph)
    expect([map.readUInt16BE(0), map.readUInt16BE(2), map.readUInt16BE(4)]).toEqual([0, a, b])
    expect(map).toHaveLength(6)
    expect(nameOf(pdf.get(font, 'BaseFont'))).toMatch(/^[A-Z]{6}\+SourceSans3-Regular$/)
    const descriptor = asDictionary(pdf.get(descendant, 'FontDescriptor'))
    const file = pdf.data(descriptor.get('FontFile2'))
    expect(file).toHaveLength(Number(pdf.get(descriptor.get('FontFile2'), 'Length1')))
    expect(file.length).toBeLessThan(20_000)
    expect(descriptor.has('CIDSet')).toBe(false)
  })

  test('are one object each, however many pages use them', async () => {
    const pages = ['a', 'b', 'c'].map((text) => [textAt(text)])
    const pdf = readPdf(await writePdf(documentOf(...pages), createPdfCache()))
    const fonts = [...pdf.objects.values()].filter(
      ({ value }) => nameOf(pdf.get(value, 'Subtype')) === 'Type0',
    )
    expect(fonts).toHaveLength(1)
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
