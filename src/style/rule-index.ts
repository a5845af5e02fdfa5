/** Finds the rules that match an element, trying only those whose last part names its id, class or element. */
import type { Element } from '../template/markup.ts'
import type { StyleRule } from './stylesheet.ts'
import type { TreeView } from './tree-view.ts'

export interface RuleIndex {
  /** Indexes of matching rules, in the order of `rules`; those of pseudo-elements too. */
  match(element: Element, tree: TreeView): readonly number[]
}

export function createRuleIndex(rules: readonly StyleRule[]): RuleIndex {
  const buckets = new Map<string, number[]>()
  for (const [index, { selector }] of rules.entries()) {
    const { kind, name } = selector.key
    const key = bucketKey(kind, name)
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [index])
    else bucket.push(index)
  }
  // Elements with the same name, id and classes have the same candidates.
  const candidatesOf = new Map<string, readonly number[]>()

  function candidates(element: Element, tree: TreeView): readonly number[] {
    const { id = '', class: classes = '' } = element.attributes
    const signature = `${element.name}|${id}|${classes}`
    const known = candidatesOf.get(signature)
    if (known !== undefined) return known
    const keys = [
      bucketKey('any', ''),
      bucketKey('element', element.name),
      bucketKey('id', id),
      ...[...tree.classes(element)].map((name) => bucketKey('class', name)),
    ]
    const found = keys.flatMap((key) => buckets.get(key) ?? []).sort((a, b) => a - b)
    candidatesOf.set(signature, found)
    return found
  }

  return {
    match: (element, tree) =>
      candidates(element, tree).filter((index) => rules[index]?.selector.test(element, tree)),
  }
}

function bucketKey(kind: StyleRule['selector']['key']['kind'], name: string): string {
  return `${kind} ${name}`
}
