/** Bidirectional text (UAX #9): embedding levels of a paragraph, and the visual order of a line. */
import bidiModule from 'bidi-js'

/** Whether text needs the algorithm: most never does, and then every character has level 0. */
export function needsBidi(text: string, base: 'ltr' | 'rtl'): boolean {
  return base === 'rtl' || rightToLeft.test(text)
}

/** The embedding level of each UTF-16 unit: odd is right to left. */
export function embeddingLevels(text: string, base: 'ltr' | 'rtl'): Uint8Array {
  return bidi.getEmbeddingLevels(text, base).levels
}

/** The order in which pieces of a line stand from left to right, as indices (rule L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index)
  const highest = Math.max(0, ...levels)
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1
      if (end > start + 1) order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = Math.max(start, end)
    }
  }
  return order
}

/** Letters of right-to-left scripts, and the marks that embed, override or isolate. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

// Its types say ES module, its file is CommonJS: what is imported is the factory, or a module that holds it.
// Its tables are decoded when levels are first asked for (5 ms), and kept inside.
const imported: unknown = bidiModule
const bidi = isFactory(imported) ? imported() : bidiModule.default()

function isFactory(value: unknown): value is () => ReturnType<(typeof bidiModule)['default']> {
  return typeof value === 'function'
}
