/** Selectors (Selectors 4) compiled to tests on elements; what cannot be matched on paper is refused by name. */
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Diagnostic, Place } from '../diagnostics/index.ts'
import type { Element } from '../template/markup.ts'
import { supportedElements } from './elements.ts'
import { compileAttribute, compilePseudoClass } from './simple-selector.ts'
import { childrenOf, endOf, startOf } from './syntax.ts'
import type { CssNode } from './syntax.ts'
import type { TreeView } from './tree-view.ts'

export type ElementTest = (element: Element, tree: TreeView) => boolean

export type PseudoElement = 'before' | 'after' | 'marker'

/** Counts of ids, of classes and their like, of elements (Selectors 4, 17). */
export type Specificity = readonly [ids: number, classes: number, elements: number]

export interface ComplexSelector {
  readonly test: ElementTest
  readonly pseudoElement: PseudoElement | undefined
  readonly specificity: Specificity
  /** What the element itself must have; a rule is only tried on elements that have it. */
  readonly key: { readonly kind: 'id' | 'class' | 'element' | 'any'; readonly name: string }
}

/** How a selector's parser reports: `place` of a node, and where diagnostics go. */
export interface SelectorScope {
  readonly text: string
  readonly place: (start: number, length: number) => Place
  readonly report: (diagnostic: Diagnostic) => void
}

/** Compile one selector of a list, or report and answer undefined. */
export function compileSelector(
  selector: CssNode,
  scope: SelectorScope,
): ComplexSelector | undefined {
  const parts = splitAtCombinators(selector, scope)
  if (parts === undefined) return undefined
  let test: ElementTest | undefined
  let specificity: Specificity = [0, 0, 0]
  let last: Compound | undefined
  for (const [index, { combinator, nodes }] of parts.entries()) {
    const compound = compileCompound(nodes, scope, index === parts.length - 1)
    if (compound === undefined) return undefined
    specificity = addSpecificity(specificity, compound.specificity)
    test = test === undefined ? compound.test : combine(test, combinator, compound.test)
    last = compound
  }
  if (test === undefined || last === undefined) return undefined
  return { test, specificity, pseudoElement: last.pseudoElement, key: last.key }
}

/** Compile the list inside :is(), :where() or :not(). */
export function compileSelectorList(
  list: CssNode,
  scope: SelectorScope,
): readonly ComplexSelector[] | undefined {
  const selectors = childrenOf(list).map((selector) => compileSelector(selector, scope))
  const compiled = selectors.filter((selector) => selector !== undefined)
  return compiled.length === selectors.length ? compiled : undefined
}

export function compareSpecificity(a: Specificity, b: Specificity): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

export function addSpecificity(a: Specificity, b: Specificity): Specificity {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

/** Refuse a node of a selector. */
export function refuse(node: CssNode, hint: string, scope: SelectorScope): undefined {
  const [start, end] = [startOf(node), endOf(node)]
  const selector = scope.text.slice(start, end)
  scope.report(
    diagnose('style-unsupported-selector', { selector, hint }, scope.place(start, end - start)),
  )
  return undefined
}

interface Part {
  readonly combinator: string
  readonly nodes: readonly CssNode[]
}

function splitAtCombinators(selector: CssNode, scope: SelectorScope): readonly Part[] | undefined {
  const parts: { combinator: string; nodes: CssNode[] }[] = [{ combinator: ' ', nodes: [] }]
  for (const node of childrenOf(selector)) {
    if (node.type !== 'Combinator') {
      parts.at(-1)?.nodes.push(node)
      continue
    }
    if (parts.at(-1)?.nodes.length === 0) {
      return refuse(node, 'a combinator stands between two selectors', scope)
    }
    if (!combinators.includes(node.name)) {
      return refuse(node, 'the combinators are the space, >, + and ~', scope)
    }
    parts.push({ combinator: node.name, nodes: [] })
  }
  if (parts.at(-1)?.nodes.length === 0) {
    return refuse(selector, 'a selector is missing at the end', scope)
  }
  return parts
}

const combinators = [' ', '>', '+', '~']

function combine(left: ElementTest, combinator: string, right: ElementTest): ElementTest {
  switch (combinator) {
    case '>':
      return (element, tree) => {
        if (!right(element, tree)) return false
        const parent = parentOf(element, tree)
        return parent !== undefined && left(parent, tree)
      }
    case '+':
      return (element, tree) => {
        if (!right(element, tree)) return false
        const { elements, index } = tree.siblings(element)
        const previous = elements[index - 1]
        return previous !== undefined && left(previous, tree)
      }
    case '~':
      return (element, tree) => {
        if (!right(element, tree)) return false
        const { elements, index } = tree.siblings(element)
        return elements.slice(0, index).some((sibling) => left(sibling, tree))
      }
    default:
      return (element, tree) => {
        if (!right(element, tree)) return false
        for (
          let ancestor = parentOf(element, tree);
          ancestor !== undefined;
          ancestor = parentOf(ancestor, tree)
        ) {
          if (left(ancestor, tree)) return true
        }
        return false
      }
  }
}

function parentOf(element: Element, tree: TreeView): Element | undefined {
  return element === tree.root ? undefined : element.parent
}

type Compound = ComplexSelector

function compileCompound(
  nodes: readonly CssNode[],
  scope: SelectorScope,
  isLast: boolean,
): Compound | undefined {
  const tests: ElementTest[] = []
  let specificity: Specificity = [0, 0, 0]
  let pseudoElement: PseudoElement | undefined
  let key: Compound['key'] = { kind: 'any', name: '' }
  for (const node of nodes) {
    if (pseudoElement !== undefined) {
      return refuse(node, 'nothing can follow a pseudo-element', scope)
    }
    switch (node.type) {
      case 'TypeSelector': {
        if (node.name === '*') break
        const name = node.name.toLowerCase()
        if (!supportedElements.includes(name)) return refuseElement(node, node.name, scope)
        tests.push((element) => element.name === name)
        specificity = addSpecificity(specificity, [0, 0, 1])
        if (key.kind === 'any') key = { kind: 'element', name }
        break
      }
      case 'ClassSelector': {
        const { name } = node
        tests.push((element, tree) => tree.classes(element).has(name))
        specificity = addSpecificity(specificity, [0, 1, 0])
        if (key.kind !== 'id') key = { kind: 'class', name }
        break
      }
      case 'IdSelector': {
        const { name } = node
        tests.push((element) => element.attributes['id'] === name)
        specificity = addSpecificity(specificity, [1, 0, 0])
        key = { kind: 'id', name }
        break
      }
      case 'AttributeSelector': {
        const test = compileAttribute(node, scope)
        if (test === undefined) return undefined
        tests.push(test)
        specificity = addSpecificity(specificity, [0, 1, 0])
        break
      }
      case 'PseudoClassSelector': {
        const compiled = compilePseudoClass(node, scope)
        if (compiled === undefined) return undefined
        tests.push(compiled.test)
        specificity = addSpecificity(specificity, compiled.specificity)
        break
      }
      case 'PseudoElementSelector': {
        pseudoElement = pseudoElements.find((name) => name === node.name.toLowerCase())
        if (pseudoElement === undefined) return refusePseudoElement(node, node.name, scope)
        if (!isLast) return refuse(node, 'a pseudo-element ends its selector', scope)
        specificity = addSpecificity(specificity, [0, 0, 1])
        break
      }
      default:
        return refuse(node, 'write each rule by itself, with its full selector', scope)
    }
  }
  return { test: all(tests), specificity, pseudoElement, key }
}

function all(tests: readonly ElementTest[]): ElementTest {
  const [first, second] = tests
  if (first === undefined) return () => true
  if (second === undefined) return first
  return (element, tree) => tests.every((test) => test(element, tree))
}

const pseudoElements = ['before', 'after', 'marker'] as const

const wholeDocument = 'the whole document is :root'

/** Elements of web pages that a printed document has no use for. */
const otherNames: Readonly<Record<string, string>> = { html: wholeDocument, body: wholeDocument }

function refuseElement(node: CssNode, name: string, scope: SelectorScope): undefined {
  const hint = otherNames[name.toLowerCase()] ?? suggest(name, supportedElements)
  scope.report(
    diagnose('style-unknown-element', { name, hint }, scope.place(startOf(node), name.length)),
  )
  return undefined
}

function refusePseudoElement(node: CssNode, name: string, scope: SelectorScope): undefined {
  const place = scope.place(startOf(node), endOf(node) - startOf(node))
  const hint = suggest(name, pseudoElements)
  scope.report(diagnose('style-unknown-pseudo-element', { name, hint }, place))
  return undefined
}
