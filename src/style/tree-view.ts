/** What selectors ask of an element tree: classes and positions among siblings, worked out once per document. */
import type { Element } from '../template/markup.ts'

export interface TreeView {
  readonly root: Element
  /** Of the document, where no element says another. */
  readonly language: string
  classes(element: Element): ReadonlySet<string>
  /** The elements beside this one, itself included, and its index among them. */
  siblings(element: Element): { readonly elements: readonly Element[]; readonly index: number }
}

export function viewTree(root: Element, language: string): TreeView {
  const classSets = new Map<string, ReadonlySet<string>>()
  const places = new Map<Element, { elements: readonly Element[]; index: number }>()
  return {
    root,
    language,
    classes(element) {
      const written = element.attributes['class'] ?? ''
      let classes = classSets.get(written)
      if (classes === undefined) {
        classes = new Set(words(written))
        classSets.set(written, classes)
      }
      return classes
    },
    siblings(element) {
      const known = places.get(element)
      if (known !== undefined) return known
      const { parent } = element
      const elements = parent === undefined || element === root ? [element] : childElements(parent)
      elements.forEach((sibling, index) => places.set(sibling, { elements, index }))
      return places.get(element) ?? { elements: [element], index: 0 }
    },
  }
}

export function childElements(parent: Element): readonly Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element')
}

/** The words of an attribute like `class`. */
export function words(text: string): readonly string[] {
  return text.split(/[\t\n\f\r ]+/).filter((word) => word !== '')
}
