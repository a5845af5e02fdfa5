/** Subsetting with HarfBuzz: a font file that holds only the glyphs a document shows. */
import { openFace, startProgram, tag } from './wasm.ts'
import type { HarfBuzzProgram, Pointer } from './wasm.ts'

export interface Subsetter {
  /**
   * A font file with the outlines of these glyphs, their parts and .notdef, at their own glyph ids. Layout
   * tables and hints are left out: the text is shaped already, and is printed, not shown at 12 pixels.
   */
  subset(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array
}

/** Start the subsetting program; 5 ms and 64 MB of address space, so only when a subset is asked for. */
export function createSubsetter(): Subsetter {
  const harfbuzz = startProgram<SubsetProgram>('harfbuzz-subset')
  return {
    subset(bytes, glyphs) {
      const original = openFace(harfbuzz, bytes)
      const input = describeSubset(harfbuzz, glyphs)
      const face = harfbuzz.hb_subset_or_fail(original.face, input)
      if (face === 0) throw new Error('HarfBuzz could not make a subset of a font it has opened')
      const blob = harfbuzz.hb_face_reference_blob(face)
      const file = new Uint8Array(
        harfbuzz.memory.buffer,
        harfbuzz.hb_blob_get_data(blob, 0),
        harfbuzz.hb_blob_get_length(blob),
      ).slice()
      harfbuzz.hb_blob_destroy(blob)
      harfbuzz.hb_face_destroy(face)
      harfbuzz.hb_subset_input_destroy(input)
      original.close()
      return file
    },
  }
}

// hb_subset_flags_t: no hinting, keep glyph ids, keep the outline of .notdef, do not follow layout tables.
const subsetFlags = 0x1 | 0x2 | 0x40 | 0x200

// hb_subset_sets_t.
const dropTableSet = 3
const nameIdSet = 4

const droppedTables = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'DSIG', 'meta', 'gasp', 'kern']

const postScriptNameId = 6

interface SubsetProgram extends HarfBuzzProgram {
  hb_set_add(set: Pointer, value: number): void
  hb_set_clear(set: Pointer): void
  hb_subset_input_create_or_fail(): Pointer
  hb_subset_input_destroy(input: Pointer): void
  hb_subset_input_glyph_set(input: Pointer): Pointer
  hb_subset_input_set(input: Pointer, set: number): Pointer
  hb_subset_input_set_flags(input: Pointer, flags: number): void
  hb_subset_or_fail(face: Pointer, input: Pointer): Pointer
  hb_face_reference_blob(face: Pointer): Pointer
  hb_blob_get_data(blob: Pointer, length: Pointer): Pointer
  hb_blob_get_length(blob: Pointer): number
}

function describeSubset(harfbuzz: SubsetProgram, glyphs: readonly number[]): Pointer {
  const input = harfbuzz.hb_subset_input_create_or_fail()
  if (input === 0) throw new Error('HarfBuzz has no memory for a subset')
  harfbuzz.hb_subset_input_set_flags(input, subsetFlags)
  const glyphSet = harfbuzz.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) harfbuzz.hb_set_add(glyphSet, glyph)
  const dropped = harfbuzz.hb_subset_input_set(input, dropTableSet)
  for (const table of droppedTables) harfbuzz.hb_set_add(dropped, tag(table))
  const names = harfbuzz.hb_subset_input_set(input, nameIdSet)
  harfbuzz.hb_set_clear(names)
  harfbuzz.hb_set_add(names, postScriptNameId)
  return input
}
