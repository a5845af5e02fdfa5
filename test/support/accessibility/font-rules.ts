/** Whether every glyph that is shown is in the file, has the width the file says, and stands for text. */
import {
  asDictionary,
  nameOf,
  Reference,
  type Dictionary,
  type Pdf,
} from '../../paint/support/read-pdf.ts'
import type { UsedCodes } from './content-rules.ts'
import { listOf } from './tree.ts'

type Fail = (condition: string, message: string) => void

export function checkFonts(pdf: Pdf, used: UsedCodes, fail: Fail): void {
  for (const [id, codes] of used) {
    const font = asDictionary(pdf.resolve(new Reference(id)))
    const name = nameOf(font.get('BaseFont')) ?? 'a font'
    checkText(pdf, { font, name, codes }, fail)
    const descendant = pdf.resolve(listOf(pdf, font.get('DescendantFonts'))[0])
    if (!(descendant instanceof Map)) {
      fail('font', `${name} is not a composite font`)
      continue
    }
    const file = pdf.get(descendant, 'FontDescriptor')
    const program =
      file instanceof Map ? (file.get('FontFile2') ?? file.get('FontFile3')) : undefined
    if (program === undefined) {
      fail('31-009', `${name} is not embedded`)
      continue
    }
    const glyphs = new TrueTypeWidths(pdf.data(program))
    checkGlyphs(pdf, { descendant, name, codes }, glyphs, fail)
    if (file instanceof Map && file.has('CIDSet')) {
      const set = pdf.data(file.get('CIDSet'))
      const count = [...set].reduce(
        (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
        0,
      )
      if (count !== glyphs.count) fail('31-012', `the CIDSet of ${name} is not complete`)
    }
  }
}

interface FontInUse {
  readonly name: string
  readonly codes: ReadonlySet<number>
}

function checkText(
  pdf: Pdf,
  { font, name, codes }: FontInUse & { readonly font: Dictionary },
  fail: Fail,
): void {
  if (!font.has('ToUnicode')) {
    fail('31-027', `${name} has no map to text`)
    return
  }
  const map = pdf.data(font.get('ToUnicode')).toString('latin1')
  const texts = new Map<number, string>()
  for (const [, code = '', text = ''] of map.matchAll(
    /<([\da-f]{4})>\s*<([\da-f]*)>\s*(?=\n|<|$)/gi,
  )) {
    texts.set(Number.parseInt(code, 16), text.toLowerCase())
  }
  for (const code of codes) {
    const text = texts.get(code)
    if (text === undefined) fail('10-001', `glyph ${code} of ${name} stands for no text`)
    else if (['0000', 'feff', 'fffe'].includes(text))
      fail('31-028', `glyph ${code} of ${name} is U+${text}`)
  }
}

function checkGlyphs(
  pdf: Pdf,
  { descendant, name, codes }: FontInUse & { readonly descendant: Dictionary },
  glyphs: TrueTypeWidths,
  fail: Fail,
): void {
  const map = descendant.get('CIDToGIDMap')
  if (map === undefined) fail('31-006', `${name} does not say which glyph a code is`)
  const toGlyph = map instanceof Reference ? pdf.data(map) : undefined
  const widths = readWidths(pdf, descendant)
  for (const code of codes) {
    const glyph = toGlyph === undefined ? code : toGlyph.readUInt16BE(2 * code)
    if (glyph === 0) fail('31-030', `${name} shows a box where a glyph is missing`)
    const said = widths.get(code) ?? Number(pdf.get(descendant, 'DW') ?? 1000)
    if (Math.abs(said - glyphs.width(glyph)) > 1) {
      fail('31-016', `glyph ${code} of ${name} is ${glyphs.width(glyph)} wide, said to be ${said}`)
    }
  }
}

/** `W`: runs of widths after their first code, or one width for a range (ISO 32000-1, 9.7.4.3). */
function readWidths(pdf: Pdf, descendant: Dictionary): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  const entries = listOf(pdf, descendant.get('W')).map((entry) => pdf.resolve(entry))
  for (let at = 0; at < entries.length;) {
    const first = Number(entries[at])
    const next = entries[at + 1]
    if (Array.isArray(next)) {
      next.forEach((width, index) => widths.set(first + index, Number(width)))
      at += 2
    } else {
      for (let code = first; code <= Number(next); code += 1)
        widths.set(code, Number(entries[at + 2]))
      at += 3
    }
  }
  return widths
}

/** Advance widths of a TrueType file in thousandths of an em (OpenType: head, hhea, hmtx, maxp). */
class TrueTypeWidths {
  readonly count: number
  readonly #bytes: Buffer
  readonly #metrics: number
  readonly #metricCount: number
  readonly #unitsPerEm: number

  constructor(bytes: Buffer) {
    const tables = new Map<string, number>()
    for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
      const record = 12 + 16 * index
      tables.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8))
    }
    const at = (table: string): number => {
      const offset = tables.get(table)
      if (offset === undefined) throw new Error(`the font has no ${table}`)
      return offset
    }
    this.#bytes = bytes
    this.#unitsPerEm = bytes.readUInt16BE(at('head') + 18)
    this.#metricCount = bytes.readUInt16BE(at('hhea') + 34)
    this.#metrics = at('hmtx')
    this.count = bytes.readUInt16BE(at('maxp') + 4)
  }

  width(glyph: number): number {
    const index = Math.min(glyph, this.#metricCount - 1)
    return (this.#bytes.readUInt16BE(this.#metrics + 4 * index) / this.#unitsPerEm) * 1000
  }
}
