/** What documents share of their layout: prepared texts, and the styles of boxes without an element. */
import { createAnonymousStyle } from './boxes/anonymous-style.ts'
import type { AnonymousStyle } from './boxes/anonymous-style.ts'
import { createTextCache } from './inline/prepared-text.ts'
import type { TextCache } from './inline/prepared-text.ts'

export interface LayoutCache {
  readonly texts: TextCache
  readonly anonymousStyle: AnonymousStyle
}

/** Make a cache. Hold one for as long as documents are printed. */
export function createLayoutCache(): LayoutCache {
  return { texts: createTextCache(), anonymousStyle: createAnonymousStyle() }
}
