/** Left and right in the words of a language: found, and exchanged where a sheet is for the other side. */
import type { LocaleStrings } from './document.ts'

export interface SideWords {
  /** Which sides a text names. */
  sidesIn(text: string): ReadonlySet<'left' | 'right'>
  /** The text for the other side; the words keep their capitals. */
  swap(text: string): string
}

/**
 * From two strings of a locale. `side-words` holds pairs, left first, with commas between: "izquierda derecha,
 * izquierdo derecho". `side-words-kept` holds what is no side: "right angle".
 */
export function createSideWords(strings: LocaleStrings): SideWords {
  const pairs = listIn(strings, 'side-words').map((pair) => pair.split(/\s+/))
  const kept = listIn(strings, 'side-words-kept').map((words) => words.toLowerCase())
  const sides = new Map<string, { readonly side: 'left' | 'right'; readonly other: string }>()
  for (const [left, right] of pairs) {
    if (left === undefined || right === undefined) continue
    sides.set(left.toLowerCase(), { side: 'left', other: right })
    sides.set(right.toLowerCase(), { side: 'right', other: left })
  }
  const words = [...kept, ...sides.keys()].map((word) => word.replace(/[^\p{L}\p{N} ]/gu, '\\$&'))
  // No word at all: matches nowhere.
  const pattern = words.length === 0 ? '(?!)' : `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`
  const expression = new RegExp(pattern, 'giu')
  return {
    sidesIn(text) {
      const found = [...text.matchAll(expression)].map(([word]) => sides.get(word.toLowerCase()))
      return new Set(found.flatMap((entry) => (entry === undefined ? [] : [entry.side])))
    },
    swap: (text) =>
      text.replace(expression, (word) => {
        const entry = sides.get(word.toLowerCase())
        return entry === undefined ? word : inCaseOf(word, entry.other)
      }),
  }
}

function listIn(strings: LocaleStrings, key: string): readonly string[] {
  const entry = Object.hasOwn(strings, key) ? strings[key] : undefined
  if (typeof entry !== 'string') return []
  return entry
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
  const [first = ''] = model
  return first === first.toUpperCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
}
