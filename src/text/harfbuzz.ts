/** Shaping with HarfBuzz: characters of one font and direction to glyphs with their places. */
import { openFace, startProgram, tag } from './wasm.ts'
import type { HarfBuzzProgram, Pointer } from './wasm.ts'

/** An opened font. Advances and offsets are in font units. */
export interface ShapingFace {
  /** All code points that the font has a glyph for, ascending. */
  coverage(): Uint32Array
  shape(text: string, direction: Direction, features: readonly Feature[], language: string): Glyph[]
}

export type Direction = 'ltr' | 'rtl'

/** An OpenType feature switched on or off. */
export interface Feature {
  readonly tag: string
  readonly value: 0 | 1
}

/** One glyph, in visual order. `cluster` is the index of the first character it stands for. */
export interface Glyph {
  readonly glyph: number
  readonly cluster: number
  readonly advance: number
  readonly xOffset: number
  readonly yOffset: number
}

export interface Shaper {
  open(bytes: Uint8Array): ShapingFace
}

/** Start HarfBuzz. One is enough for a process: fonts live in it until it is dropped. */
export function createShaper(): Shaper {
  const harfbuzz = startProgram<ShapingProgram>('harfbuzz')
  const buffer = harfbuzz.hb_buffer_create()
  const languages = new Map<string, Pointer>()
  return {
    open(bytes) {
      const { face } = openFace(harfbuzz, bytes)
      const font = harfbuzz.hb_font_create(face)
      return {
        coverage: () => readCoverage(harfbuzz, face),
        shape(text, direction, features, language) {
          harfbuzz.hb_buffer_reset(buffer)
          addText(harfbuzz, buffer, text)
          harfbuzz.hb_buffer_set_direction(buffer, direction === 'rtl' ? 5 : 4)
          harfbuzz.hb_buffer_set_language(buffer, languagePointer(harfbuzz, languages, language))
          harfbuzz.hb_buffer_set_flags(buffer, removeDefaultIgnorables)
          harfbuzz.hb_buffer_guess_segment_properties(buffer)
          shapeWith(harfbuzz, font, buffer, features)
          return readGlyphs(harfbuzz, buffer)
        },
      }
    },
  }
}

// hb_buffer_flags_t: soft hyphens, joiners and direction marks shape, but leave no glyph behind.
const removeDefaultIgnorables = 0x8

// sizeof hb_glyph_info_t and hb_glyph_position_t, in 32-bit words.
const wordsPerGlyph = 5

interface ShapingProgram extends HarfBuzzProgram {
  hb_font_create(face: Pointer): Pointer
  hb_face_collect_unicodes(face: Pointer, set: Pointer): void
  hb_set_get_population(set: Pointer): number
  hb_set_next_many(set: Pointer, after: number, out: Pointer, size: number): number
  hb_buffer_create(): Pointer
  hb_buffer_reset(buffer: Pointer): void
  hb_buffer_add_utf16(
    buffer: Pointer,
    text: Pointer,
    textLength: number,
    itemOffset: number,
    itemLength: number,
  ): void
  hb_buffer_set_direction(buffer: Pointer, direction: number): void
  hb_buffer_set_language(buffer: Pointer, language: Pointer): void
  hb_buffer_set_flags(buffer: Pointer, flags: number): void
  hb_buffer_guess_segment_properties(buffer: Pointer): void
  hb_buffer_get_length(buffer: Pointer): number
  hb_buffer_get_glyph_infos(buffer: Pointer, length: Pointer): Pointer
  hb_buffer_get_glyph_positions(buffer: Pointer, length: Pointer): Pointer
  hb_language_from_string(text: Pointer, length: number): Pointer
  hb_shape(font: Pointer, buffer: Pointer, features: Pointer, featureCount: number): void
}

function readCoverage(harfbuzz: ShapingProgram, face: Pointer): Uint32Array {
  const set = harfbuzz.hb_set_create()
  harfbuzz.hb_face_collect_unicodes(face, set)
  const count = harfbuzz.hb_set_get_population(set)
  const out = harfbuzz.malloc(Math.max(1, count) * 4)
  const beforeFirst = 0xffffffff
  const written = harfbuzz.hb_set_next_many(set, beforeFirst, out, count)
  const codePoints = new Uint32Array(harfbuzz.memory.buffer, out, written).slice()
  harfbuzz.free(out)
  harfbuzz.hb_set_destroy(set)
  return codePoints
}

function addText(harfbuzz: ShapingProgram, buffer: Pointer, text: string): void {
  const address = harfbuzz.malloc(Math.max(1, text.length) * 2)
  const units = new Uint16Array(harfbuzz.memory.buffer, address, text.length)
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index)
  harfbuzz.hb_buffer_add_utf16(buffer, address, text.length, 0, text.length)
  harfbuzz.free(address)
}

function languagePointer(
  harfbuzz: ShapingProgram,
  languages: Map<string, Pointer>,
  language: string,
): Pointer {
  const known = languages.get(language)
  if (known !== undefined) return known
  const bytes = new TextEncoder().encode(language)
  const address = harfbuzz.malloc(bytes.length + 1)
  new Uint8Array(harfbuzz.memory.buffer, address, bytes.length).set(bytes)
  const pointer = harfbuzz.hb_language_from_string(address, bytes.length)
  harfbuzz.free(address)
  languages.set(language, pointer)
  return pointer
}

function shapeWith(
  harfbuzz: ShapingProgram,
  font: Pointer,
  buffer: Pointer,
  features: readonly Feature[],
): void {
  if (features.length === 0) {
    harfbuzz.hb_shape(font, buffer, 0, 0)
    return
  }
  // hb_feature_t: tag, value, start, end; 0xffffffff as end is the end of the buffer.
  const address = harfbuzz.malloc(features.length * 16)
  const words = new Uint32Array(harfbuzz.memory.buffer, address, features.length * 4)
  features.forEach((feature, index) => {
    words.set([tag(feature.tag), feature.value, 0, 0xffffffff], index * 4)
  })
  harfbuzz.hb_shape(font, buffer, address, features.length)
  harfbuzz.free(address)
}

function readGlyphs(harfbuzz: ShapingProgram, buffer: Pointer): Glyph[] {
  const count = harfbuzz.hb_buffer_get_length(buffer)
  const infoAddress = harfbuzz.hb_buffer_get_glyph_infos(buffer, 0)
  const positionAddress = harfbuzz.hb_buffer_get_glyph_positions(buffer, 0)
  const infos = new Uint32Array(harfbuzz.memory.buffer, infoAddress, count * wordsPerGlyph)
  const positions = new Int32Array(harfbuzz.memory.buffer, positionAddress, count * wordsPerGlyph)
  return Array.from({ length: count }, (_, index) => {
    const at = index * wordsPerGlyph
    return {
      glyph: infos[at] ?? 0,
      cluster: infos[at + 2] ?? 0,
      advance: positions[at] ?? 0,
      xOffset: positions[at + 2] ?? 0,
      yOffset: positions[at + 3] ?? 0,
    }
  })
}
