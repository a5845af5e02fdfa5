import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { openFont } from '../../src/text/font.ts'
import type { Font } from '../../src/text/font.ts'
import { readDirectory } from '../../src/text/font-tables.ts'
import { createShaper } from '../../src/text/harfbuzz.ts'
import { createSubsetter } from '../../src/text/subset.ts'
import { sources } from './fonts-for-tests.ts'

const shaper = createShaper()
const subsetter = createSubsetter()
const engine = { shaper: () => shaper, subsetter: () => subsetter }
const features = { tabularFigures: false, letterSpacing: 0, language: 'en' }

function bytesOf(source: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(source.replace('npm:', '')))
}

function open(source: string): Font {
  const font = openFont(bytesOf(source), engine)
  if ('reason' in font) throw new Error(font.reason)
  return font
}

const atkinson = open(sources.atkinson)
const sourceSans = open(sources.sourceSans)
const arabic = open(sources.arabic)

describe('an opened font', () => {
  it('knows its names, units and heights', () => {
    expect(atkinson).toMatchObject({
      postScriptName: 'AtkinsonHyperlegibleNext-Regular',
      unitsPerEm: 1000,
      ascender: 984,
      descender: -316,
      xHeight: 496,
      capHeight: 668,
      weight: 400,
      italicAngle: 0,
      isFixedPitch: false,
      metrics: { ascent: 0.984, descent: 0.316, xHeight: 0.496, capHeight: 0.668 },
    })
    expect(atkinson.key).toMatch(/^[0-9a-f]{32}$/)
  })

  it('knows its slant', () => {
    expect(open(sources.atkinsonItalic).italicAngle).toBeLessThan(0)
  })

  it('covers what it has, and hyphens where it has the one of the keyboard', () => {
    const covered = (font: Font, text: string): string =>
      Array.from(text)
        .filter((character) => font.covers(character.codePointAt(0) ?? 0))
        .join('')
    expect(covered(atkinson, 'aé½°×–•→✓☐′″')).toBe('aé½°×–•')
    expect(covered(sourceSans, 'aé½°×–•→✓☐′″')).toBe('aé½°×–•→✓☐′″')
    expect(atkinson.covers(0x2011)).toBe(true)
    expect(atkinson.covers(0x1f600)).toBe(false)
  })
})

describe('shaping', () => {
  it('gives letters the advance widths of the font', () => {
    const { glyphs, advance } = atkinson.shape('nn', 'ltr', features)
    const width = atkinson.advanceWidth(glyphs[0]?.glyph ?? 0) / 1000
    expect(width).toBeCloseTo(0.547, 1)
    expect(advance).toBeCloseTo(2 * width, 6)
  })

  it('kerns', () => {
    const pair = sourceSans.shape('AV', 'ltr', features).advance
    const apart = ['A', 'V'].map((letter) => sourceSans.shape(letter, 'ltr', features).advance)
    expect(pair).toBeLessThan((apart[0] ?? 0) + (apart[1] ?? 0) - 0.01)
  })

  it('joins ligatures, but not where letters are spaced', () => {
    const texts = (letterSpacing: number): string[] =>
      sourceSans.shape('off', 'ltr', { ...features, letterSpacing }).glyphs.map(({ text }) => text)
    expect(texts(0)).toEqual(['o', 'ff'])
    expect(texts(0.1)).toEqual(['o', 'f', 'f'])
  })

  it('adds letter spacing after every letter', () => {
    const plain = atkinson.shape('knee', 'ltr', features).advance
    const spaced = atkinson.shape('knee', 'ltr', { ...features, letterSpacing: 0.1 }).advance
    expect(spaced - plain).toBeCloseTo(0.4, 6)
  })

  it('gives all digits the same width when asked for tabular figures', () => {
    const widths = (tabularFigures: boolean): number =>
      new Set(
        Array.from(
          '0123456789',
          (digit) => atkinson.shape(digit, 'ltr', { ...features, tabularFigures }).advance,
        ),
      ).size
    expect(widths(true)).toBe(1)
    expect(widths(false)).toBeGreaterThan(1)
  })

  it.each([
    ['a letter and its accent', 'e\u0301', ['e\u0301']],
    ['a joiner inside a word', 'a\u200db', ['a\u200d', 'b']],
    ['a direction mark at the start', '\u200eab', ['\u200ea', 'b']],
    ['a hyphen that the font does not have', 'a\u2011b', ['a', '\u2011', 'b']],
  ])('keeps the text of %s', (_, text, expected) => {
    expect(atkinson.shape(text, 'ltr', features).glyphs.map((glyph) => glyph.text)).toEqual(
      expected,
    )
  })

  it('gives right-to-left glyphs in visual order, each with its own text', () => {
    const word = 'تمرين'
    const texts = arabic.shape(word, 'rtl', features).glyphs.map(({ text }) => text)
    expect(texts).toEqual(Array.from(word).reverse())
    expect(arabic.shape('لا', 'rtl', features).glyphs.map(({ text }) => text)).toEqual(['لا'])
  })
})

describe('a subset', () => {
  const letters = sourceSans.shape('Knee', 'ltr', features).glyphs.map(({ glyph }) => glyph)

  it('holds the outlines of the glyphs asked for and .notdef, at their own ids', () => {
    const drawn = glyphsWithOutline(sourceSans.subset(letters))
    expect(drawn).toEqual([...new Set([0, ...letters])].sort((a, b) => a - b))
  })

  it('holds the parts of a composite glyph as well', () => {
    const [composite] = atkinson.shape('é', 'ltr', features).glyphs
    expect(glyphsWithOutline(atkinson.subset([composite?.glyph ?? 0]))).toContain(composite?.glyph)
  })

  it('has no layout tables, and keeps only the PostScript name', () => {
    const tables = readDirectory(sourceSans.subset(letters)) ?? new Map<string, DataView>()
    expect([...tables.keys()].sort()).toEqual(
      ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'].sort(),
    )
    expect(tables.get('name')?.getUint16(2)).toBe(1)
  })

  it('is the same bytes for the same glyphs, in whatever order and by whichever program', () => {
    const once = sourceSans.subset(letters)
    const other = createSubsetter()
    const again = openFont(bytesOf(sources.sourceSans), { ...engine, subsetter: () => other })
    if ('reason' in again) throw new Error(again.reason)
    again.subset([5, 6, 7])
    expect(Buffer.from(again.subset(letters.toReversed())).equals(once)).toBe(true)
  })

  it('can be opened again and has the same advance widths', () => {
    const small = openFont(sourceSans.subset(letters), engine)
    if ('reason' in small) throw new Error(small.reason)
    for (const glyph of letters) {
      expect(small.advanceWidth(glyph)).toBe(sourceSans.advanceWidth(glyph))
    }
  })
})

describe('a file that cannot be used', () => {
  const signature = (text: string): Uint8Array => Buffer.from(text.padEnd(64, '\0'), 'latin1')

  it.each([
    ['wOF2', 'WOFF2'],
    ['wOFF', 'WOFF'],
    ['OTTO', 'OpenType with PostScript (CFF) outlines'],
    ['ttcf', 'a TrueType collection'],
    ['%!PS-AdobeFont', 'PostScript Type 1'],
    ['<html>', 'not a font'],
    ['', 'not a font'],
  ])('is refused by the name of its format: %s', (start, format) => {
    expect(openFont(signature(start), engine)).toEqual({ reason: 'format', format })
  })

  it('is refused when it is variable', () => {
    expect(openFont(fontFile({ fvar: 4 }), engine)).toEqual({ reason: 'variable' })
  })

  it('is refused when a table is missing, too short, or outside the file', () => {
    expect(openFont(fontFile({ head: 54 }), engine)).toEqual({ reason: 'damaged', table: 'hhea' })
    expect(openFont(fontFile({ head: 10 }), engine)).toEqual({ reason: 'damaged', table: 'head' })
    expect(openFont(bytesOf(sources.atkinson).subarray(0, 20_000), engine)).toEqual({
      reason: 'damaged',
      table: 'table directory',
    })
  })

  it.each([
    [0x0002, 'restricted licence'],
    [0x0100, 'no subsetting'],
    [0x0200, 'bitmaps only'],
  ])('is refused when its embedding bits are %i: %s', (embedding) => {
    expect(openFont(withEmbedding(embedding), engine)).toEqual({ reason: 'not-embeddable' })
  })

  it.each([0x0000, 0x0004, 0x0008, 0x0006])('is accepted with embedding bits %i', (embedding) => {
    expect(openFont(withEmbedding(embedding), engine)).toHaveProperty('postScriptName')
  })

  it.each(Array.from({ length: 12 }, (_, index) => index))(
    'never throws, whatever is wrong with its tables (%i)',
    (seed) => {
      const bytes = Uint8Array.from(bytesOf(sources.atkinson))
      // Deterministic damage to the table directory and the first tables.
      for (let at = 12 + seed; at < 600; at += 37) bytes[at] = (at * 31 + seed * 17) & 0xff
      expect(() => openFont(bytes, engine)).not.toThrow()
    },
  )
})

/** Glyph ids that have an outline, by the lengths in `loca`. */
function glyphsWithOutline(bytes: Uint8Array): number[] {
  const tables = readDirectory(bytes)
  const loca = tables?.get('loca')
  const isLong = tables?.get('head')?.getInt16(50) === 1
  if (loca === undefined) return []
  const size = isLong ? 4 : 2
  const offset = (glyph: number): number =>
    isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2)
  const count = loca.byteLength / size - 1
  return Array.from({ length: count }, (_, glyph) => glyph).filter(
    (glyph) => offset(glyph + 1) > offset(glyph),
  )
}

/** A TrueType file of empty tables of the given lengths. */
function fontFile(lengths: Readonly<Record<string, number>>): Uint8Array {
  const entries = Object.entries(lengths)
  const start = 12 + entries.length * 16
  const file = Buffer.alloc(start + entries.reduce((sum, [, length]) => sum + length, 0))
  file.writeUInt32BE(0x00010000, 0)
  file.writeUInt16BE(entries.length, 4)
  let offset = start
  entries.forEach(([name, length], index) => {
    file.write(name, 12 + index * 16, 'latin1')
    file.writeUInt32BE(offset, 12 + index * 16 + 8)
    file.writeUInt32BE(length, 12 + index * 16 + 12)
    offset += length
  })
  return file
}

function withEmbedding(embedding: number): Uint8Array {
  const bytes = Uint8Array.from(bytesOf(sources.atkinson))
  const os2 = readDirectory(bytes)?.get('OS/2')
  os2?.setUint16(8, embedding)
  return bytes
}
