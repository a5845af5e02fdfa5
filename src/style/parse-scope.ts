/** What the readers of the parts of a stylesheet share. */
import { placeAt } from '../diagnostics/index.ts'
import type { Place, Report, SourceFile } from '../diagnostics/index.ts'
import { createPropertyGrammar } from './properties.ts'
import { endOf, startOf } from './syntax.ts'
import type { CssNode, ValueGrammar } from './syntax.ts'

export interface ParseScope {
  readonly source: SourceFile
  readonly text: string
  readonly grammar: ValueGrammar
  readonly report: Report
  readonly place: (start: number, length: number) => Place
}

export function createParseScope(
  source: SourceFile,
  report: Report,
  grammar: ValueGrammar = createPropertyGrammar(),
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
