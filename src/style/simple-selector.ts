/** Attribute selectors and pseudo-classes: the simple selectors that take more than a comparison of names. */
import type { AttributeSelector, PseudoClassSelector } from 'css-tree'
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Element } from '../template/markup.ts'
import { compareSpecificity, compileSelectorList, refuse } from './selector.ts'
import type { ComplexSelector, ElementTest, SelectorScope, Specificity } from './selector.ts'
import { childrenOf, endOf, startOf } from './syntax.ts'
import type { CssNode } from './syntax.ts'
import { words } from './tree-view.ts'
import type { TreeView } from './tree-view.ts'

/** `[name]`, `[name=value]` and the other five comparisons (Selectors 4, 6). */
export function compileAttribute(
  node: AttributeSelector,
  scope: SelectorScope,
): ElementTest | undefined {
  const name = node.name.name.toLowerCase()
  const { matcher, value, flags } = node
  if (matcher === null || value === null) {
    return (element) => element.attributes[name] !== undefined
  }
  const compare = comparisons[matcher]
  if (compare === undefined || (flags !== null && flags.toLowerCase() !== 'i')) {
    return refuse(node, 'the comparisons are =, ~=, |=, ^=, $= and *=', scope)
  }
  const fold = flags === null ? (text: string) => text : (text: string) => text.toLowerCase()
  const wanted = fold(value.type === 'String' ? value.value : value.name)
  return (element) => {
    const actual = element.attributes[name]
    return actual !== undefined && compare(fold(actual), wanted)
  }
}

export interface CompiledPseudoClass {
  readonly test: ElementTest
  readonly specificity: Specificity
}

export function compilePseudoClass(
  node: PseudoClassSelector,
  scope: SelectorScope,
): CompiledPseudoClass | undefined {
  const name = node.name.toLowerCase()
  const [argument] = childrenOf(node)
  const plain = plainPseudoClasses[name]
  if (plain !== undefined && argument === undefined) return asClass(plain)
  const count = countedPseudoClasses[name]
  if (count !== undefined && argument !== undefined) return compileNth(argument, count, scope)
  if (['is', 'where', 'not'].includes(name) && argument !== undefined) {
    return compileLogical(name, argument, scope)
  }
  if (name === 'lang' && argument !== undefined) return compileLanguage(node)
  const hint = unsupportedHints[name] ?? suggest(node.name, pseudoClassNames)
  const place = scope.place(startOf(node), endOf(node) - startOf(node))
  scope.report(diagnose('style-unknown-pseudo-class', { name: node.name, hint }, place))
  return undefined
}

const comparisons: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  '=': (actual, wanted) => actual === wanted,
  '~=': (actual, wanted) => words(actual).includes(wanted),
  '|=': (actual, wanted) => actual === wanted || actual.startsWith(`${wanted}-`),
  '^=': (actual, wanted) => wanted !== '' && actual.startsWith(wanted),
  '$=': (actual, wanted) => wanted !== '' && actual.endsWith(wanted),
  '*=': (actual, wanted) => wanted !== '' && actual.includes(wanted),
}

/** From 1; of all siblings, or of those with the same name; from the start or the end. */
type Count = (element: Element, tree: TreeView) => number

const count =
  (isFromEnd: boolean, isOfType: boolean): Count =>
  (element, tree) => {
    const { elements, index } = tree.siblings(element)
    if (!isOfType) return isFromEnd ? elements.length - index : index + 1
    const before = isFromEnd ? elements.slice(index) : elements.slice(0, index + 1)
    return before.filter(({ name }) => name === element.name).length
  }

const countedPseudoClasses: Readonly<Record<string, Count>> = {
  'nth-child': count(false, false),
  'nth-last-child': count(true, false),
  'nth-of-type': count(false, true),
  'nth-last-of-type': count(true, true),
}

const isAt =
  (...counts: readonly Count[]): ElementTest =>
  (element, tree) =>
    counts.every((position) => position(element, tree) === 1)

const plainPseudoClasses: Readonly<Record<string, ElementTest>> = {
  root: (element, tree) => element === tree.root,
  'first-child': isAt(count(false, false)),
  'last-child': isAt(count(true, false)),
  'only-child': isAt(count(false, false), count(true, false)),
  'first-of-type': isAt(count(false, true)),
  'last-of-type': isAt(count(true, true)),
  'only-of-type': isAt(count(false, true), count(true, true)),
  empty: (element) => element.children.every((child) => child.type === 'text' && child.data === ''),
}

const pseudoClassNames = [
  ...Object.keys(plainPseudoClasses),
  ...Object.keys(countedPseudoClasses),
  'is',
  'where',
  'not',
  'lang',
]

const screenOnly = 'nothing moves on paper: leave it out'

const unsupportedHints: Readonly<Record<string, string>> = {
  hover: screenOnly,
  active: screenOnly,
  focus: screenOnly,
  visited: screenOnly,
  link: 'write a, or a[href]',
  has: 'give the element a class in the template and select that',
}

function asClass(test: ElementTest): CompiledPseudoClass {
  return { test, specificity: [0, 1, 0] }
}

function compileNth(
  argument: CssNode,
  position: Count,
  scope: SelectorScope,
): CompiledPseudoClass | undefined {
  if (argument.type !== 'Nth' || argument.selector !== null) {
    return refuse(argument, 'write odd, even, or a formula like 2n+1', scope)
  }
  const { nth } = argument
  const isWord = nth.type === 'Identifier'
  const step = isWord ? 2 : Number(nth.a ?? 0)
  const offset = isWord ? (nth.name.toLowerCase() === 'odd' ? 1 : 0) : Number(nth.b ?? 0)
  return asClass((element, tree) => {
    const past = position(element, tree) - offset
    return step === 0 ? past === 0 : past % step === 0 && past / step >= 0
  })
}

function compileLogical(
  name: string,
  argument: CssNode,
  scope: SelectorScope,
): CompiledPseudoClass | undefined {
  const selectors = compileSelectorList(argument, scope)
  if (selectors === undefined) return undefined
  if (selectors.some(({ pseudoElement }) => pseudoElement !== undefined)) {
    return refuse(argument, 'a pseudo-element stands at the end of a whole selector', scope)
  }
  const matches: ElementTest = (element, tree) => selectors.some(({ test }) => test(element, tree))
  return {
    test: name === 'not' ? (element, tree) => !matches(element, tree) : matches,
    specificity: name === 'where' ? [0, 0, 0] : highest(selectors),
  }
}

function highest(selectors: readonly ComplexSelector[]): Specificity {
  return selectors.reduce<Specificity>(
    (best, { specificity }) => (compareSpecificity(specificity, best) > 0 ? specificity : best),
    [0, 0, 0],
  )
}

/** The language of the nearest element that says one; `en` is also the language of `en-GB`. */
function compileLanguage(node: PseudoClassSelector): CompiledPseudoClass {
  const wanted = childrenOf(node).flatMap((child) => {
    if (child.type === 'Identifier') return [child.name.toLowerCase()]
    return child.type === 'String' ? [child.value.toLowerCase()] : []
  })
  return asClass((element, tree) => {
    const actual = languageOf(element, tree).toLowerCase()
    return wanted.some((range) => actual === range || actual.startsWith(`${range}-`))
  })
}

function languageOf(element: Element, tree: TreeView): string {
  let at: Element | undefined = element
  while (at !== undefined) {
    const { lang } = at.attributes
    if (lang !== undefined) return lang
    at = at === tree.root ? undefined : at.parent
  }
  return tree.language
}
