/** What fonts of all documents of a process share: opened fonts by the bytes of their file, and all that they have shaped. */
import type { FontFace } from '../style/computed.ts'
import { hashOf, openFont } from './font.ts'
import type { Font, FontRefusal } from './font.ts'
import { createShaper } from './harfbuzz.ts'
import type { Shaper } from './harfbuzz.ts'
import { createSubsetter } from './subset.ts'
import type { ShapedText } from './shaped.ts'
import type { Subsetter } from './subset.ts'

export interface FontCache {
  /** Open a font, once for the same bytes. */
  open(bytes: Uint8Array): Font | FontRefusal
  /** Files of installed packages, by source: they do not change while the program runs. */
  readonly packageFiles: Map<string, Uint8Array>
  /** Words that documents with the same faces have shaped in one style, by text. */
  shapedWords(faces: readonly FontFace[], style: string): ShapedWords
}

/** What a word comes to: a run for each font it needs, and the characters that none has. */
export interface ShapedRuns {
  readonly runs: readonly ShapedText[]
  readonly missing: readonly string[]
}

export type ShapedWords = Readonly<Record<'ltr' | 'rtl', Map<string, ShapedRuns>>>

/** Make a cache. Hold one for as long as documents are printed; it grows with distinct fonts and words. */
export function createFontCache(): FontCache {
  const fonts = new Map<string, Font | FontRefusal>()
  const opened = new WeakMap<Uint8Array, Font | FontRefusal>()
  const words = new WeakMap<readonly FontFace[], Map<string, ShapedWords>>()
  let shaper: Shaper | undefined
  let subsetter: Subsetter | undefined
  const engine = {
    shaper: () => (shaper ??= createShaper()),
    subsetter: () => (subsetter ??= createSubsetter()),
  }
  return {
    packageFiles: new Map(),
    shapedWords(faces, style) {
      const styles = words.get(faces) ?? new Map<string, ShapedWords>()
      words.set(faces, styles)
      const shaped = styles.get(style) ?? { ltr: new Map(), rtl: new Map() }
      styles.set(style, shaped)
      return shaped
    },
    open(bytes) {
      const known = opened.get(bytes)
      if (known !== undefined) return known
      const key = hashOf(bytes)
      const font = fonts.get(key) ?? openFont(bytes, engine, key)
      fonts.set(key, font)
      opened.set(bytes, font)
      return font
    },
  }
}
