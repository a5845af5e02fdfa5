import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'
import { documentOf, textAt } from './support/document-of.ts'
import { asArray, asDictionary, nameOf, readOperators, readPdf } from './support/read-pdf.ts'
import { markedText, structureText } from './support/read-structure.ts'
import { arabic } from './support/small-pages.ts'

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
    let x = item.x
    item.glyphs.forEach(({ advance, xOffset, yOffset }, index) => {
      const at = x + xOffset * item.size
      expect(Math.abs((positions[index]?.x ?? 0) - at)).toBeLessThan(0.02)
      expect(positions[index]?.y).toBeCloseTo(400 - item.baseline + yOffset * item.size, 2)
      x += advance * item.size
    })
  })
})

/** Where each glyph of the first page is drawn, from the operators and the font's own widths. */
function glyphPositions(pdf: ReturnType<typeof readPdf>): readonly { x: number; y: number }[] {
  const page = pdf.pages()[0]?.page
  const positions: { x: number; y: number }[] = []
  let [y, size, pen] = [0, 0, 0]
  let widths: readonly unknown[] = []
  for (const { operator, operands } of readOperators(pdf.data(page?.get('Contents')))) {
    if (operator === 'Tf') {
      const font = pdf.get(page, 'Resources', 'Font', nameOf(operands[0]) ?? '')
      const [descendant] = asArray(pdf.get(font, 'DescendantFonts'))
      widths = asArray(asArray(pdf.get(descendant, 'W'))[1])
      size = Number(operands[1])
    }
    if (operator === 'Tm') {
      pen = Number(operands[4])
      y = Number(operands[5])
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
