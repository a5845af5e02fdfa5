/** Fonts of one file: every glyph-and-text pair gets its own code, so that copied and spoken text is always exact. */
import { createHash } from 'node:crypto'
import type { FontProgram } from '../../drawing.ts'
import type { EncodedStream, PdfCache } from './cache.ts'
import { deflate } from './deflate.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfText } from './spelling.ts'
import type { PdfReference } from './spelling.ts'
import { toUnicodeMap } from './unicode-map.ts'

/** A glyph as content streams show it. */
export interface EncodedGlyph {
  readonly glyph: number
  readonly text: string
  /** Character identifier, counted from 1 in order of first use. */
  readonly cid: number
  /** The code in hexadecimal. */
  readonly hex: string
  /** Advance width in thousandths of an em, as the file states it. */
  readonly width: number
}

/** A font as one file uses it. */
export interface EmbeddedFont {
  /** In resource dictionaries. */
  readonly name: string
  readonly reference: PdfReference
  encode(glyph: number, text: string): EncodedGlyph
}

export interface EmbeddedFonts {
  of(program: FontProgram): EmbeddedFont
  /** Write all fonts, once every page is painted. */
  finish(): void
}

interface FontInUse extends EmbeddedFont {
  readonly program: FontProgram
  readonly encoded: readonly EncodedGlyph[]
}

export function createEmbeddedFonts(file: PdfFile, cache: PdfCache): EmbeddedFonts {
  const fonts = new Map<string, FontInUse>()
  return {
    of(program) {
      const known = fonts.get(program.key)
      if (known !== undefined) return known
      const font = useFont(program, `F${fonts.size + 1}`, file.reserve())
      fonts.set(program.key, font)
      return font
    },
    finish() {
      for (const font of fonts.values()) writeFont(file, cache, font)
    },
  }
}

function useFont(program: FontProgram, name: string, reference: PdfReference): FontInUse {
  const encoded: EncodedGlyph[] = []
  const codes = new Map<number, Map<string, EncodedGlyph>>()
  const encode = (glyph: number, text: string): EncodedGlyph => {
    let byText = codes.get(glyph)
    if (byText === undefined) {
      byText = new Map()
      codes.set(glyph, byText)
    }
    const known = byText.get(text)
    if (known !== undefined) return known
    const cid = encoded.length + 1
    if (cid > 0xffff) throw new Error(`more than 65535 codes in ${program.postScriptName}`)
    const width = thousandths(program, program.advanceWidth(glyph))
    const entry = { glyph, text, cid, hex: cid.toString(16).padStart(4, '0'), width }
    byText.set(text, entry)
    encoded.push(entry)
    return entry
  }
  return { program, name, reference, encoded, encode }
}

/** A composite font (ISO 32000-1, 9.7): codes are CIDs, a map leads from CIDs to the glyphs of the TrueType subset. */
function writeFont(file: PdfFile, cache: PdfCache, font: FontInUse): void {
  const { program, encoded } = font
  const subset = subsetOf(program, encoded, cache)
  const baseFont = `${subset.tag}+${program.postScriptName}`
  const descendant = file.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: file.add({
      Registry: pdfText('Adobe'),
      Ordering: pdfText('Identity'),
      Supplement: 0,
    }),
    FontDescriptor: file.add({
      ...descriptorOf(program, baseFont),
      FontFile2: file.addStream(
        { Filter: 'FlateDecode', Length1: subset.stream.length },
        subset.stream.bytes,
      ),
    }),
    DW: 1000,
    W: [1, encoded.map(({ width }) => width)],
    CIDToGIDMap: addDeflated(file, glyphMap(encoded)),
  })
  file.write(font.reference, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: addDeflated(file, toUnicodeMap(encoded)),
  })
}

function subsetOf(
  program: FontProgram,
  encoded: readonly EncodedGlyph[],
  cache: PdfCache,
): { readonly tag: string; readonly stream: EncodedStream } {
  const glyphs = [...new Set(encoded.map(({ glyph }) => glyph))].sort((a, b) => a - b)
  const key = `${program.key} ${glyphs.join(' ')}`
  return {
    tag: subsetTag(key),
    stream: cache.fonts.get(key, () => deflate(program.subset(glyphs))),
  }
}

/** Six capitals that differ between subsets of the same font (ISO 32000-1, 9.6.4). */
function subsetTag(key: string): string {
  const hash = createHash('md5').update(key).digest()
  return String.fromCharCode(...[...hash.subarray(0, 6)].map((byte) => 65 + (byte % 26)))
}

function descriptorOf(program: FontProgram, baseFont: string) {
  const [fixedPitch, symbolic, italic] = [1, 4, 64]
  return {
    Type: 'FontDescriptor',
    FontName: baseFont,
    // Symbolic: the glyphs are not limited to the standard Latin character set.
    Flags:
      symbolic + (program.isFixedPitch ? fixedPitch : 0) + (program.italicAngle === 0 ? 0 : italic),
    FontBBox: program.boundingBox.map((edge) => thousandths(program, edge)),
    ItalicAngle: program.italicAngle,
    Ascent: thousandths(program, program.ascender),
    Descent: thousandths(program, program.descender),
    CapHeight: thousandths(program, program.capHeight),
    XHeight: thousandths(program, program.xHeight),
    // TrueType fonts do not state it; 10 + 220 × (weight − 50) / 900 is the usual estimate.
    StemV: Math.round(10 + (220 * (program.weight - 50)) / 900),
  }
}

/** Two bytes for each CID from 0: the glyph it shows. */
function glyphMap(encoded: readonly EncodedGlyph[]): Uint8Array {
  const map = Buffer.alloc(2 * (encoded.length + 1))
  for (const { cid, glyph } of encoded) map.writeUInt16BE(glyph, 2 * cid)
  return map
}

function addDeflated(file: PdfFile, data: Uint8Array | string): PdfReference {
  return file.addStream({ Filter: 'FlateDecode' }, deflate(data).bytes)
}

function thousandths(program: FontProgram, units: number): number {
  return Math.round((units * 100_000) / program.unitsPerEm) / 100
}
