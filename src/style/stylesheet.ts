/** A stylesheet as values: rules in source order, each declaration checked and ready to compute. */
import type { Place } from '../diagnostics/index.ts'
import type { FontFace, MarginBoxName } from './computed.ts'
import type { LonghandName } from './longhands.ts'
import type { DeclaredValue } from './read-value.ts'
import type { ComplexSelector } from './selector.ts'
import type { Span } from './span.ts'
import type { Segment } from './variables.ts'

export interface Stylesheet {
  readonly rules: readonly StyleRule[]
  readonly pageRules: readonly PageRule[]
  readonly fontFaces: readonly FontFace[]
  /** Not followed by `parseStylesheet`; empty after `loadStylesheet`. */
  readonly imports: readonly StylesheetImport[]
}

/** One selector of a rule with the rule's declarations. */
export interface StyleRule {
  readonly selector: ComplexSelector
  readonly declarations: readonly Declaration[]
}

export interface PageRule {
  /** Undefined for every page. */
  readonly name: string | undefined
  readonly isFirst: boolean
  readonly declarations: readonly Declaration[]
  readonly marginBoxes: readonly {
    readonly name: MarginBoxName
    readonly declarations: readonly Declaration[]
  }[]
  readonly span: Span
}

export interface StylesheetImport {
  /** As written. */
  readonly path: string
  readonly span: Span
}

export type Declaration = PropertyDeclaration | CustomDeclaration

/** A declaration of a property. With variables in its value, it is checked when they are known. */
export interface PropertyDeclaration {
  readonly kind: 'property'
  readonly property: string
  readonly isImportant: boolean
  /** The longhands it sets where text runs left to right, and where it runs right to left. */
  readonly ltr: readonly LonghandName[]
  readonly rtl: readonly LonghandName[]
  readonly value:
    | { readonly kind: 'read'; readonly longhands: DeclaredValue }
    | { readonly kind: 'text'; readonly segments: readonly Segment[] }
  /** The value alone; segments count offsets from its start. Undefined for what an attribute says. */
  readonly span: Span | undefined
  /** Of the attribute, where there is no span. */
  readonly place?: Place | undefined
}

/** A declaration of a custom property: `--name: anything`. */
export interface CustomDeclaration {
  readonly kind: 'custom'
  readonly name: string
  readonly isImportant: boolean
  readonly segments: readonly Segment[]
  readonly span: Span
}

export const emptyStylesheet: Stylesheet = { rules: [], pageRules: [], fontFaces: [], imports: [] }

/** Several stylesheets as one, later ones winning. */
export function combineStylesheets(sheets: readonly Stylesheet[]): Stylesheet {
  return {
    rules: sheets.flatMap(({ rules }) => rules),
    pageRules: sheets.flatMap(({ pageRules }) => pageRules),
    fontFaces: sheets.flatMap(({ fontFaces }) => fontFaces),
    imports: sheets.flatMap(({ imports }) => imports),
  }
}
