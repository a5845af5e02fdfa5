/** What fonts of all documents of a process share: opened fonts by the bytes of their file, and all that they have shaped. */
import { hashOf, openFont } from './font.ts'
import type { Font, FontRefusal } from './font.ts'
import { createShaper } from './harfbuzz.ts'
import type { Shaper } from './harfbuzz.ts'
import { createSubsetter } from './subset.ts'
import type { Subsetter } from './subset.ts'

export interface FontCache {
  /** Open a font, once for the same bytes. */
  open(bytes: Uint8Array): Font | FontRefusal
  /** Files of installed packages, by source: they do not change while the program runs. */
  readonly packageFiles: Map<string, Uint8Array>
}

/** Make a cache. Hold one for as long as documents are printed; it grows with distinct fonts and words. */
export function createFontCache(): FontCache {
  const fonts = new Map<string, Font | FontRefusal>()
  const opened = new WeakMap<Uint8Array, Font | FontRefusal>()
  let shaper: Shaper | undefined
  let subsetter: Subsetter | undefined
  const engine = {
    shaper: () => (shaper ??= createShaper()),
    subsetter: () => (subsetter ??= createSubsetter()),
  }
  return {
    packageFiles: new Map(),
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
