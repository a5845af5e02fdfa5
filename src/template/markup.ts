/** The element tree a template makes: HTML elements and text, each with its place in the template. */
import type { Place } from '../diagnostics/index.ts'

export type MarkupNode = Element | Text

export interface Element {
  readonly type: 'element'
  /** Lower case. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
  readonly parent: Element | undefined
  /** Where the template writes it. */
  readonly place: Place | undefined
}

export interface Text {
  readonly type: 'text'
  readonly data: string
  readonly parent: Element | undefined
}
