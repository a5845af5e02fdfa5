/** A stretch of an author's stylesheet, from which a place is worked out only when something must be said about it. */
import { placeAt } from '../diagnostics/index.ts'
import type { Place, SourceFile } from '../diagnostics/index.ts'

export interface Span {
  readonly source: SourceFile
  readonly start: number
  readonly length: number
}

export function placeOf(span: Span): Place {
  return placeAt(span.source, span.start, span.length)
}

export function spanText(span: Span): string {
  return span.source.text.slice(span.start, span.start + span.length)
}
