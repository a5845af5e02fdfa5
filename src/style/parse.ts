/** CSS text to a Stylesheet: every rule, declaration and selector checked, every problem at its place. */
import type { SyntaxParseError } from 'css-tree'
import { diagnose, nearest } from '../diagnostics/index.ts'
import type { Report, SourceFile } from '../diagnostics/index.ts'
import { deepestNesting, findBracketProblem } from './brackets.ts'
import type { FontFace } from './computed.ts'
import { readDeclaration } from './parse-declarations.ts'
import { readFontFace } from './parse-font-face.ts'
import { readPageRules } from './parse-page.ts'
import { createParseScope, placeOfNode } from './parse-scope.ts'
import type { ParseScope, StyleGrammar } from './parse-scope.ts'
import { compileSelector } from './selector.ts'
import { emptyStylesheet } from './stylesheet.ts'
import type {
  Declaration,
  PageRule,
  StyleRule,
  Stylesheet,
  StylesheetImport,
} from './stylesheet.ts'
import { childrenOf, endOf, parseSheet, startOf } from './syntax.ts'
import type { Atrule, Block, CssNode, Rule } from './syntax.ts'

/** Parse one file. Its imports are named, not followed: `loadStylesheet` does that. */
export function parseStylesheet(
  source: SourceFile,
  report: Report,
  grammar?: StyleGrammar,
): Stylesheet {
  const scope = createParseScope(source, report, grammar)
  if (reportBrackets(scope) === 'unreadable') return emptyStylesheet
  const sheet = parseSheet(source.text, (error) => reportSyntax(error, scope))
  const rules: StyleRule[] = []
  const pageRules: PageRule[] = []
  const fontFaces: FontFace[] = []
  const imports: StylesheetImport[] = []
  let isAfterRules = false
  for (const node of childrenOf(sheet)) {
    if (node.type === 'Rule') rules.push(...readRule(node, scope))
    else if (node.type === 'Atrule') {
      const name = node.name.toLowerCase()
      if (name === 'page') pageRules.push(...readPageRules(node, scope))
      else if (name === 'font-face') {
        const face = readFontFace(node, scope)
        if (face !== undefined) fontFaces.push(face)
      } else if (name === 'import') {
        const found = readImport(node, isAfterRules, scope)
        if (found !== undefined) imports.push(found)
      } else if (name !== 'charset') refuseAtRule(node, scope)
      if (name === 'import' || name === 'charset') continue
    } else continue
    isAfterRules = true
  }
  return { rules, pageRules, fontFaces, imports }
}

function reportBrackets(scope: ParseScope): 'readable' | 'unreadable' {
  const problem = findBracketProblem(scope.text)
  if (problem === undefined) return 'readable'
  const { start, end } = problem.token
  if (problem.kind === 'too-deep') {
    const place = scope.place(start, end - start)
    scope.report(diagnose('style-too-deep', { limit: deepestNesting }, place))
    return 'unreadable'
  }
  const bracket = scope.text.slice(end - 1, end)
  scope.report(diagnose('style-unclosed', { bracket }, scope.place(end - 1, 1)))
  return 'readable'
}

function reportSyntax(error: SyntaxParseError, scope: ParseScope): void {
  const { offset } = error
  const at = scope.text.slice(offset, offset + 1)
  const found = at === '' ? 'the file ends here' : `"${at}" is not expected here`
  const before = /([\w-]+)\s*$/.exec(scope.text.slice(0, offset))?.[1]
  const hint =
    at === ':' && before !== undefined ? `is a ";" missing before "${before}"?` : expected(error)
  scope.report(diagnose('style-syntax', { what: found, hint }, scope.place(offset, 1)))
}

function expected({ message }: SyntaxParseError): string | undefined {
  const what = /^(.+) (?:is|are) expected$/i.exec(message)?.[1]
  if (what === 'Colon') return 'write property: value; rules cannot stand inside rules'
  return what === undefined ? undefined : `expected: ${what.toLowerCase()}`
}

function readRule(node: Rule, scope: ParseScope): readonly StyleRule[] {
  const declarations = readBlock(node.block, scope)
  // A prelude that could not be parsed has been reported.
  if (node.prelude.type === 'Raw') return []
  return childrenOf(node.prelude).flatMap((item) => {
    const selector = compileSelector(item, scope)
    return selector === undefined ? [] : [{ selector, declarations }]
  })
}

function readBlock(block: Block, scope: ParseScope): readonly Declaration[] {
  return childrenOf(block).flatMap((node) => {
    if (node.type === 'Declaration') return readDeclaration(node, 'element', scope) ?? []
    if (node.type === 'Rule') refuseNested(node, scope)
    if (node.type === 'Atrule') refuseAtRule(node, scope)
    return []
  })
}

function refuseNested(node: CssNode, scope: ParseScope): void {
  const what = 'a rule stands inside a rule'
  const hint = 'write it by itself, with its full selector'
  scope.report(diagnose('style-syntax', { what, hint }, scope.place(startOf(node), 1)))
}

const atRuleHints: Readonly<Record<string, string>> = {
  media:
    'there is one medium, paper; to tell papers and editions apart select their class, like .letter',
  supports: 'everything in templates/README.md is supported',
  layer: 'the order of rules and imports decides',
  namespace: 'elements are named without prefixes',
}

function refuseAtRule(node: Atrule, scope: ParseScope): void {
  const meant = nearest(node.name, ['page', 'font-face', 'import'])
  const hint =
    atRuleHints[node.name.toLowerCase()] ??
    (meant === undefined ? 'there are @page, @font-face and @import' : `did you mean @${meant}?`)
  const place = scope.place(startOf(node), node.name.length + 1)
  scope.report(diagnose('style-unsupported-at-rule', { name: node.name, hint }, place))
}

function readImport(
  node: Atrule,
  isAfterRules: boolean,
  scope: ParseScope,
): StylesheetImport | undefined {
  const parts = node.prelude === null ? [] : childrenOf(node.prelude)
  const [address, condition] = parts
  const refuse = (why: string, at: CssNode): undefined => {
    scope.report(diagnose('style-import', { why }, placeOfNode(at, scope)))
    return undefined
  }
  if (address?.type !== 'String' && address?.type !== 'Url') {
    return refuse('@import names no stylesheet', node)
  }
  if (condition !== undefined) return refuse('@import takes no conditions', condition)
  if (isAfterRules) return refuse('@import stands after other rules', node)
  const start = startOf(address)
  const span = { source: scope.source, start, length: endOf(address) - start }
  return { path: address.value, span }
}
