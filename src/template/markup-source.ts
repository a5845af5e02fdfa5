/** Markup text together with the answer to "who wrote this character": the line of a template, or of a file. */
import { placeAt } from '../diagnostics/index.ts'
import type { Place, SourceFile } from '../diagnostics/index.ts'
import type { Span } from './syntax.ts'

export interface MarkupSource {
  readonly text: string
  /** Where the author wrote the `length` characters at `offset` of `text`. */
  locate(offset: number, length: number): Place
}

interface Origin {
  readonly source: SourceFile
  readonly span: Span
  /** The template's own text; false for a value, whose characters are all at the place of its {{ }}. */
  readonly isVerbatim: boolean
}

export interface MarkupWriter {
  readonly length: number
  add(markup: string, origin: Origin): void
  /** `fallback` owns the text when nothing was written. */
  finish(fallback: SourceFile): MarkupSource
}

/** Markup read from one file as it is. */
export function markupOfFile(source: SourceFile): MarkupSource {
  return { text: source.text, locate: (offset, length) => placeAt(source, offset, length) }
}

/** Collects markup from many templates and values, piece by piece. */
export function createMarkupWriter(): MarkupWriter {
  const pieces: string[] = []
  const starts: number[] = []
  const origins: Origin[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    add(markup, origin) {
      if (markup === '') return
      pieces.push(markup)
      starts.push(length)
      origins.push(origin)
      length += markup.length
    },
    finish: (fallback) => ({
      text: pieces.join(''),
      locate(offset, wanted) {
        const index = lastAtOrBefore(starts, offset)
        const origin = origins[index]
        if (origin === undefined) return placeAt(fallback, 0)
        const { source, span, isVerbatim } = origin
        if (!isVerbatim) return placeAt(source, span.offset, span.length)
        const inside = offset - (starts[index] ?? 0)
        return placeAt(source, span.offset + inside, Math.min(wanted, span.length - inside))
      },
    }),
  }
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
