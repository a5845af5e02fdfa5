/** "Did you mean": the known name nearest to a mistyped one. */
import { distance } from 'fastest-levenshtein'

/** The nearest of `known`, or undefined when none is near enough to be worth saying. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  // A word of two letters is near to any other: one letter may differ.
  let bestDistance = (word.length <= 2 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1
  for (const candidate of known) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase())
    if (far < bestDistance) {
      best = candidate
      bestDistance = far
    }
  }
  return best
}

/** A hint naming the nearest known word, or the known words when there are few. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known)
  if (near !== undefined) return `did you mean "${near}"?`
  return known.length <= 12 ? `known: ${known.join(', ')}` : undefined
}
