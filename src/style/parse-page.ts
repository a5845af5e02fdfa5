/** @page and its margin boxes (CSS Paged Media 3). */
import { diagnose, suggest } from '../diagnostics/index.ts'
import { marginBoxNames } from './computed.ts'
import type { MarginBoxName } from './computed.ts'
import { readDeclaration } from './parse-declarations.ts'
import type { ParseScope } from './parse-scope.ts'
import type { Declaration, PageRule } from './stylesheet.ts'
import { childrenOf, endOf, startOf } from './syntax.ts'
import type { Atrule, CssNode } from './syntax.ts'

/** One rule for each selector of its list. */
export function readPageRules(rule: Atrule, scope: ParseScope): readonly PageRule[] {
  const selectors = readSelectors(rule, scope)
  const declarations: Declaration[] = []
  const marginBoxes: { name: MarginBoxName; declarations: readonly Declaration[] }[] = []
  for (const node of rule.block === null ? [] : childrenOf(rule.block)) {
    if (node.type === 'Declaration') {
      const declaration = readDeclaration(node, 'page', scope)
      if (declaration !== undefined) declarations.push(declaration)
    } else if (node.type === 'Atrule') {
      const marginBox = readMarginBox(node, scope)
      if (marginBox !== undefined) marginBoxes.push(marginBox)
    }
  }
  const span = { source: scope.source, start: startOf(rule), length: '@page'.length }
  return selectors.map((selector) => ({ ...selector, declarations, marginBoxes, span }))
}

type PageSelector = Pick<PageRule, 'name' | 'isFirst'>

function readSelectors(rule: Atrule, scope: ParseScope): readonly PageSelector[] {
  const { prelude } = rule
  if (prelude === null) return [{ name: undefined, isFirst: false }]
  // A prelude that could not be parsed has been reported.
  if (prelude.type === 'Raw') return []
  const lists = childrenOf(prelude).flatMap((list) => childrenOf(list))
  return lists.flatMap((selector) => readSelector(selector, scope) ?? [])
}

function readSelector(node: CssNode, scope: ParseScope): PageSelector | undefined {
  let name: string | undefined
  let isFirst = false
  let isUnderstood = true
  for (const part of childrenOf(node)) {
    if (part.type === 'TypeSelector') ({ name } = part)
    else if (part.type === 'PseudoClassSelector' && part.name.toLowerCase() === 'first') {
      isFirst = true
    } else isUnderstood = false
  }
  if (isUnderstood) return { name, isFirst }
  const [start, end] = [startOf(node), endOf(node)]
  const selector = scope.text.slice(start, end)
  scope.report(diagnose('style-page-selector', { selector }, scope.place(start, end - start)))
  return undefined
}

function readMarginBox(node: Atrule, scope: ParseScope) {
  const written = node.name.toLowerCase()
  const name = marginBoxNames.find((known) => known === written)
  if (name === undefined) {
    const hint = suggest(node.name, marginBoxNames)
    const place = scope.place(startOf(node), node.name.length + 1)
    scope.report(diagnose('style-margin-box', { name: node.name, hint }, place))
    return undefined
  }
  const nodes = node.block === null ? [] : childrenOf(node.block)
  const declarations = nodes.flatMap((child) =>
    child.type === 'Declaration' ? (readDeclaration(child, 'element', scope) ?? []) : [],
  )
  return { name, declarations }
}
