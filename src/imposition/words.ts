/** The words that sheets need beside what is in the document, in the reader's language. */
import type { Words } from '../template/words.ts'

export interface TilingWords {
  readonly title: string
  /** What to do, one step each. */
  readonly steps: readonly string[]
  /** Beside the line that shows whether the printer has kept the size. */
  readonly ruler: string
  /** What a screen reader says for the map. */
  mapDescription(rows: number, columns: number): string
  /** On each tile, for example "Sheet 3 of 9. Print at 100 %". */
  tileNote(sheet: number, sheets: number): string
}

const stepKeys = ['tile-print', 'tile-measure', 'tile-cut', 'tile-join', 'tile-rows'] as const

const keys = ['tile-title', ...stepKeys, 'tile-ruler', 'tile-map', 'tile-note'] as const

/** From the strings of a locale, where it has them all; otherwise the names of those it lacks. */
export function tilingWords(
  words: Words,
): { readonly words: TilingWords } | { readonly missing: readonly string[] } {
  const missing = keys.filter((key) => words.text(key) === undefined)
  if (missing.length > 0) return { missing }
  const text = (key: (typeof keys)[number], values: Readonly<Record<string, number>> = {}) =>
    words.text(key, values) ?? ''
  return {
    words: {
      title: text('tile-title'),
      steps: stepKeys.map((key) => text(key)),
      ruler: text('tile-ruler'),
      mapDescription: (rows, columns) => text('tile-map', { rows, columns }),
      tileNote: (sheet, sheets) => text('tile-note', { sheet, sheets }),
    },
  }
}
