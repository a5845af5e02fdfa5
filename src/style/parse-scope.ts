/** What the readers of the parts of a stylesheet share. */
import { placeAt } from '../diagnostics/index.ts'
import type { Place, Report, SourceFile } from '../diagnostics/index.ts'
import { fontDescriptors } from './font-descriptors.ts'
import { createPropertyGrammar } from './properties.ts'
import { createValueGrammar, endOf, startOf } from './syntax.ts'
import type { CssNode, ValueGrammar } from './syntax.ts'

/** What values are checked against. It learns each grammar when it first needs it, so keep it. */
export interface StyleGrammar {
  readonly properties: ValueGrammar
  readonly fontFace: ValueGrammar
}

export function createStyleGrammar(): StyleGrammar {
  return { properties: createPropertyGrammar(), fontFace: createValueGrammar(fontDescriptors) }
}

export interface ParseScope {
  readonly source: SourceFile
  readonly text: string
  readonly grammar: StyleGrammar
  readonly report: Report
  readonly place: (start: number, length: number) => Place
}

export function createParseScope(
  source: SourceFile,
  report: Report,
  grammar: StyleGrammar = createStyleGrammar(),
): ParseScope {
  return {
    source,
    text: source.text,
    grammar,
    report,
    place: (start, length) => placeAt(source, start, length),
  }
}

export function placeOfNode(node: CssNode, scope: ParseScope): Place {
  return scope.place(startOf(node), endOf(node) - startOf(node))
}
