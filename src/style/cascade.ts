/** The cascade: a stylesheet laid over element trees, one computed style for each element. */
import type { Diagnostic, Report } from '../diagnostics/index.ts'
import type { Element } from '../template/markup.ts'
import { assembleStyle, blockified } from './assemble.ts'
import { attributeDeclarations, attributeKey } from './attributes.ts'
import { createComputer } from './compute.ts'
import type { Computed } from './compute.ts'
import { reportUndefined } from './compute-variables.ts'
import type { VariableScope } from './compute-variables.ts'
import type {
  ComputedStyle,
  GeneratedContent,
  StyledDocument,
  StyledElement,
  StyledNode,
} from './computed.ts'
import { createRecorder, reportOnce } from './once.ts'
import { createPageStyles } from './page-cascade.ts'
import type { RecordedPageStyles } from './page-cascade.ts'
import { createStyleGrammar } from './parse-scope.ts'
import { parseStylesheet } from './parse.ts'
import { createRuleIndex } from './rule-index.ts'
import { compareSpecificity } from './selector.ts'
import type { PseudoElement } from './selector.ts'
import type { Declaration, StyleRule, Stylesheet } from './stylesheet.ts'
import { viewTree } from './tree-view.ts'
import type { TreeView } from './tree-view.ts'
import { userAgentStylesheet } from './user-agent.ts'
import type { Segment } from './variables.ts'

export interface StyleOptions {
  /** Language of the document, BCP 47; a `lang` attribute says otherwise for its part. */
  readonly language: string
  /** Told what is wrong with the values this document uses, each once, whatever was styled before. */
  readonly report: Report
}

/** One stylesheet, ready for any number of documents; what it learns never changes a result. */
export interface Cascade {
  style(root: Element, options: StyleOptions): StyledDocument
}

/** What elements with the same parent and the same rules share. */
interface ComputedNode extends Computed {
  readonly style: ComputedStyle
  readonly before: GeneratedContent | undefined
  readonly after: GeneratedContent | undefined
  readonly marker: ComputedStyle | undefined
  readonly children: Map<string, ComputedNode>
  /** Found while computing it, and said to every document that uses it. */
  readonly problems: readonly Diagnostic[]
  pages: RecordedPageStyles | undefined
}

/** The tree that is being styled, and who is told of its problems. */
interface StyledTree {
  readonly tree: TreeView
  readonly report: Report
}

export function createCascade(sheet: Stylesheet, report: Report): Cascade {
  const grammar = createStyleGrammar()
  const recorder = createRecorder()
  const scope: VariableScope = { report: recorder.report, names: variableNames(sheet) }
  const userAgent = parseStylesheet(userAgentStylesheet, failOnProblem, grammar)
  const computer = createComputer(grammar.properties, scope)
  const rules = [...bySpecificity(userAgent.rules), ...bySpecificity(sheet.rules)]
  const pageRules = [...userAgent.pageRules, ...sheet.pageRules]
  const index = createRuleIndex(rules)
  const roots = new Map<string, ComputedNode>()
  const { problems: sheetProblems } = recorder.record(() => reportNeverDefined(sheet, scope))
  sheetProblems.forEach(reportOnce(report))

  function declarationsOf(
    matched: readonly number[],
    pseudoElement: PseudoElement | undefined,
    hints: readonly Declaration[],
  ): readonly Declaration[] {
    const weak: Declaration[] = []
    const strong: Declaration[] = []
    for (const at of matched) {
      const rule = rules[at]
      if (rule === undefined || rule.selector.pseudoElement !== pseudoElement) continue
      const list = at < userAgent.rules.length ? weak : strong
      list.push(...rule.declarations)
    }
    // What attributes say stands between the user agent and the author (CSS Cascade 4, 6.5).
    return [...weak, ...hints, ...strong]
  }

  function computeNode(
    element: Element,
    matched: readonly number[],
    language: string,
    parent: Computed,
    isBlock: boolean,
  ): Omit<ComputedNode, 'problems'> {
    const hints = attributeDeclarations(element)
    const own = blockifyWhere(
      isBlock,
      computer.compute(declarationsOf(matched, undefined, hints), parent),
    )
    const isFlex = own.values.display === 'flex'
    const generate = (pseudoElement: PseudoElement): ComputedStyle | undefined => {
      const declarations = declarationsOf(matched, pseudoElement, [])
      if (declarations.length === 0) return undefined
      const computed = blockifyWhere(isFlex, computer.compute(declarations, own))
      return assembleStyle(computed.values, language)
    }
    return {
      ...own,
      style: assembleStyle(own.values, language),
      before: generatedContent(generate('before')),
      after: generatedContent(generate('after')),
      marker: own.values.display === 'list-item' ? generate('marker') : undefined,
      children: new Map(),
      pages: undefined,
    }
  }

  function nodeOf(
    element: Element,
    parent: ComputedNode | undefined,
    language: string,
    tree: TreeView,
  ): ComputedNode {
    const matched = index.match(element, tree)
    const key = `${matched.join(' ')}|${language}${attributeKey(element)}`
    const known = (parent?.children ?? roots).get(key)
    if (known !== undefined) return known
    const isBlock = parent === undefined || parent.style.display === 'flex'
    const { value, problems } = recorder.record(() =>
      computeNode(element, matched, language, parent ?? computer.initial, isBlock),
    )
    const node = { ...value, problems }
    const siblings = parent?.children ?? roots
    siblings.set(key, node)
    return node
  }

  function styleElement(
    element: Element,
    parent: ComputedNode,
    language: string,
    document: StyledTree,
  ): StyledElement {
    const spoken = element.attributes['lang'] ?? language
    const node = nodeOf(element, parent, spoken, document.tree)
    return withChildren(element, node, spoken, document)
  }

  function withChildren(
    element: Element,
    node: ComputedNode,
    language: string,
    document: StyledTree,
  ): StyledElement {
    const { style, variables, before, after, marker, problems } = node
    problems.forEach(document.report)
    const children =
      style.display === 'none'
        ? []
        : element.children.map((child): StyledNode =>
            child.type === 'text'
              ? { type: 'text', text: child.data }
              : styleElement(child, node, language, document),
          )
    return { type: 'element', element, style, variables, before, after, marker, children }
  }

  return {
    style(root, options) {
      const language = root.attributes['lang'] ?? options.language
      const tree = viewTree(root, options.language)
      const report = reportOnce(options.report, sheetProblems)
      const node = nodeOf(root, undefined, language, tree)
      const { pages } = node
      const pagesOf = pages ?? createPageStyles(pageRules, node, language, computer, recorder)
      node.pages = pagesOf
      return {
        root: withChildren(root, node, language, { tree, report }),
        pages(name, isFirst) {
          const { value, problems } = pagesOf(name, isFirst)
          problems.forEach(report)
          return value
        },
        fontFaces: sheet.fontFaces,
      }
    },
  }
}

function bySpecificity(rules: readonly StyleRule[]): readonly StyleRule[] {
  return [...rules].sort((a, b) =>
    compareSpecificity(a.selector.specificity, b.selector.specificity),
  )
}

/** Boxes out of the flow, and children of flex containers, are blocks. */
function blockifyWhere(isBlock: boolean, computed: Computed): Computed {
  const { display, position } = computed.values
  const isOutOfFlow = position !== 'static' && position !== 'relative'
  if (!isBlock && !isOutOfFlow) return computed
  const block = blockified(display)
  return block === display
    ? computed
    : { ...computed, values: { ...computed.values, display: block } }
}

function generatedContent(style: ComputedStyle | undefined): GeneratedContent | undefined {
  if (style === undefined || style.display === 'none') return undefined
  const { content } = style
  return content === 'normal' || content === 'none' ? undefined : { style, parts: content }
}

function allDeclarations(sheet: Stylesheet): readonly Declaration[] {
  return [
    ...sheet.rules.flatMap(({ declarations }) => declarations),
    ...sheet.pageRules.flatMap((rule) => [
      ...rule.declarations,
      ...rule.marginBoxes.flatMap(({ declarations }) => declarations),
    ]),
  ]
}

function variableNames(sheet: Stylesheet): readonly string[] {
  const names = allDeclarations(sheet).flatMap((item) => (item.kind === 'custom' ? item.name : []))
  return [...new Set(names)].sort()
}

/** A variable that no rule defines is wrong wherever it is used, also in rules that nothing matches. */
function reportNeverDefined(sheet: Stylesheet, scope: VariableScope): void {
  const names = new Set(scope.names)
  for (const declaration of allDeclarations(sheet)) {
    const { span } = declaration
    if (span === undefined) continue
    for (const part of segmentsOf(declaration)) {
      if (typeof part === 'string' || part.fallback !== undefined || names.has(part.name)) continue
      reportUndefined(part, span, scope)
    }
  }
}

function segmentsOf(declaration: Declaration): readonly Segment[] {
  if (declaration.kind === 'custom') return declaration.segments
  return declaration.value.kind === 'text' ? declaration.value.segments : []
}

function failOnProblem(problem: { readonly message: string }): never {
  throw new Error(`the user agent stylesheet is wrong: ${problem.message}`)
}
