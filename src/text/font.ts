/** One font: opened from the bytes of a file, it shapes text, measures, and makes subsets of itself. */
import { createHash } from 'node:crypto'
import type { FontProgram } from '../drawing.ts'
import { readDirectory, readTables } from './font-tables.ts'
import type { FontTables } from './font-tables.ts'
import type { Direction, Feature, Glyph, Shaper, ShapingFace } from './harfbuzz.ts'
import type { FontMetrics, ShapedGlyph, ShapedText } from './shaped.ts'
import type { Subsetter } from './subset.ts'

export interface Font extends FontProgram {
  readonly metrics: FontMetrics
  covers(codePoint: number): boolean
  /** Shape text of one direction. The same text is shaped once in the life of the font. */
  shape(text: string, direction: Direction, features: TextFeatures): ShapedText
}

/** What of a text's style changes its glyphs. */
export interface TextFeatures {
  readonly tabularFigures: boolean
  /** Added after every character, in em. Ligatures are off where it is not 0 (CSS Text 3, 8.2). */
  readonly letterSpacing: number
  /** BCP 47; chooses the forms of a language. */
  readonly language: string
}

/** Why a file cannot be used as a font. */
export type FontRefusal =
  | { readonly reason: 'format'; readonly format: string }
  | { readonly reason: 'variable' }
  | { readonly reason: 'damaged'; readonly table: string }
  | { readonly reason: 'not-embeddable' }

/** The programs that fonts work with; the subsetter is started when the first subset is asked for. */
export interface FontEngine {
  readonly shaper: () => Shaper
  readonly subsetter: () => Subsetter
}

/** Open a static TrueType font, or say why not. `key` is the hash of its bytes, for callers who know it. */
export function openFont(
  bytes: Uint8Array,
  engine: FontEngine,
  key = hashOf(bytes),
): Font | FontRefusal {
  const format = foreignFormat(bytes)
  if (format !== undefined) return { reason: 'format', format }
  const directory = readDirectory(bytes)
  if (directory === undefined) return { reason: 'damaged', table: 'table directory' }
  if (directory.has('fvar')) return { reason: 'variable' }
  const tables = readTables(directory)
  if ('broken' in tables) return { reason: 'damaged', table: tables.broken }
  if (!isEmbeddable(tables.embedding)) return { reason: 'not-embeddable' }
  return createFont(bytes, tables, engine, key)
}

/** SHA-256 of a file, shortened to 128 bits: names a font in caches and in the PDF. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

function createFont(bytes: Uint8Array, tables: FontTables, engine: FontEngine, key: string): Font {
  const face = engine.shaper().open(bytes)
  const coverage = createCoverage(face.coverage())
  const shapes = new Map<string, Map<string, ShapedText>>()
  const subsets = new Map<string, Uint8Array>()
  const { unitsPerEm, advanceWidths } = tables
  const font: Font = {
    key,
    postScriptName: tables.postScriptName,
    unitsPerEm,
    ascender: tables.ascender,
    descender: tables.descender,
    capHeight: tables.capHeight,
    xHeight: tables.xHeight,
    italicAngle: tables.italicAngle,
    weight: tables.weight,
    isFixedPitch: tables.isFixedPitch,
    boundingBox: tables.boundingBox,
    metrics: {
      ascent: tables.ascender / unitsPerEm,
      descent: -tables.descender / unitsPerEm,
      xHeight: tables.xHeight / unitsPerEm,
      capHeight: tables.capHeight / unitsPerEm,
    },
    covers: (codePoint) => coverage(codePoint) || (isHyphen(codePoint) && coverage(hyphenMinus)),
    advanceWidth: (glyph) => advanceWidths[glyph] ?? 0,
    shape(text, direction, features) {
      const words = entryOf(shapes, `${direction} ${featureKey(features)}`, () => new Map())
      return entryOf(words, text, () =>
        shapeText(font, face, { text, direction, features, unitsPerEm, has: coverage }),
      )
    },
    subset(glyphs) {
      const wanted = [...new Set(glyphs)].sort((a, b) => a - b)
      return entryOf(subsets, wanted.join(' '), () => engine.subsetter().subset(bytes, wanted))
    },
  }
  return font
}

function shapeText(
  font: Font,
  face: ShapingFace,
  request: {
    readonly text: string
    readonly direction: Direction
    readonly features: TextFeatures
    readonly unitsPerEm: number
    readonly has: (codePoint: number) => boolean
  },
): ShapedText {
  const { text, direction, features, unitsPerEm } = request
  const drawn = withDrawableHyphens(text, request.has)
  const shaped = face.shape(drawn, direction, openTypeFeatures(features), features.language)
  const texts = textOfGlyphs(shaped, text, direction)
  const glyphs = shaped.map(({ glyph, advance, xOffset, yOffset }, index): ShapedGlyph => {
    const own = texts[index] ?? ''
    return {
      glyph,
      advance: advance / unitsPerEm + (own === '' ? 0 : features.letterSpacing),
      xOffset: xOffset / unitsPerEm,
      yOffset: yOffset / unitsPerEm,
      text: own,
    }
  })
  const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
  return { font, text, direction, glyphs, advance }
}

/**
 * Share the text out among the glyphs: the first glyph of a cluster, in reading order, stands for the
 * characters up to the next cluster, its other glyphs for none (a mark, the dots of an Arabic letter).
 */
function textOfGlyphs(glyphs: readonly Glyph[], text: string, direction: Direction): string[] {
  const texts = glyphs.map(() => '')
  const order = glyphs.map((_, index) => index)
  // Visual order from right to left is reading order.
  if (direction === 'rtl') order.reverse()
  let end = text.length
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const index = order[at] ?? 0
    const cluster = glyphs[index]?.cluster ?? 0
    const previous = at === 0 ? undefined : glyphs[order[at - 1] ?? 0]?.cluster
    if (cluster === previous) continue
    // Characters before the first cluster have no glyph of their own: joiners, direction marks.
    texts[index] = text.slice(at === 0 ? 0 : cluster, end)
    end = cluster
  }
  return texts
}

const hyphenMinus = 0x2d

/** U+2010 hyphen and U+2011 non-breaking hyphen look like the one on the keyboard; many fonts have only that. */
function isHyphen(codePoint: number): boolean {
  return codePoint === 0x2010 || codePoint === 0x2011
}

function withDrawableHyphens(text: string, has: (codePoint: number) => boolean): string {
  if (!/[\u2010\u2011]/.test(text) || has(0x2010)) return text
  return text.replace(/[\u2010\u2011]/g, '-')
}

function openTypeFeatures(features: TextFeatures): Feature[] {
  return [
    ...(features.tabularFigures ? [{ tag: 'tnum', value: 1 } as const] : []),
    ...(features.letterSpacing === 0
      ? []
      : [{ tag: 'liga', value: 0 } as const, { tag: 'clig', value: 0 } as const]),
  ]
}

function featureKey({ tabularFigures, letterSpacing, language }: TextFeatures): string {
  return `${tabularFigures ? 'tnum' : ''} ${String(letterSpacing)} ${language}`
}

/** A set of code points as bits: asked for every character of every text. */
function createCoverage(codePoints: Uint32Array): (codePoint: number) => boolean {
  const last = codePoints.at(-1) ?? 0
  const bits = new Uint32Array((last >>> 5) + 1)
  for (const codePoint of codePoints) {
    bits[codePoint >>> 5] = (bits[codePoint >>> 5] ?? 0) | (1 << (codePoint & 31))
  }
  return (codePoint) => (((bits[codePoint >>> 5] ?? 0) >>> (codePoint & 31)) & 1) === 1
}

/** The name of a format we do not read, or undefined for TrueType. */
function foreignFormat(bytes: Uint8Array): string | undefined {
  const signature = String.fromCharCode(...bytes.subarray(0, 4))
  if (signature === '\0\u0001\0\0' || signature === 'true') return undefined
  return (
    {
      wOF2: 'WOFF2',
      wOFF: 'WOFF',
      OTTO: 'OpenType with PostScript (CFF) outlines',
      ttcf: 'a TrueType collection',
      '%!PS': 'PostScript Type 1',
    }[signature] ?? 'not a font'
  )
}

/** OS/2 fsType: 0x2 restricted licence, 0x100 no subsetting, 0x200 bitmaps only. */
function isEmbeddable(embedding: number): boolean {
  const isRestricted = (embedding & 0xf) === 0x2
  return !isRestricted && (embedding & 0x300) === 0
}

function entryOf<Key, Value>(entries: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = entries.get(key)
  if (known !== undefined) return known
  const value = make()
  entries.set(key, value)
  return value
}
