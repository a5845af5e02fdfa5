/** Rules that need the whole document: ids are unique, links inside it arrive, every picture has words. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Element } from './markup.ts'

/** Report what is wrong between the elements of a document. */
export function checkDocument(root: Element, report: Report): void {
  const ids = new Map<string, Element>()
  const links: Element[] = []
  visit(root, (element) => {
    const { id, href } = element.attributes
    const first = id === undefined ? undefined : ids.get(id)
    if (id !== undefined && first !== undefined) {
      const details = { id, first: first.place?.line ?? 0 }
      report(diagnose('template-duplicate-id', details, element.place))
    } else if (id !== undefined) {
      ids.set(id, element)
    }
    if (href?.startsWith('#') === true) links.push(element)
    if (element.name === 'svg' && !hasWords(element)) {
      const hint = 'write aria-hidden="true" when it only decorates'
      const details = { element: 'svg', name: 'aria-label or a <title>', hint }
      report(diagnose('template-missing-attribute', details, element.place))
    }
  })
  for (const link of links) {
    const href = link.attributes['href'] ?? ''
    if (ids.has(href.slice(1))) continue
    const problem = 'leads to an element that does not exist'
    report(diagnose('template-link', { href, problem }, link.place))
  }
}

function hasWords({ attributes, children }: Element): boolean {
  return (
    attributes['aria-hidden'] === 'true' ||
    (attributes['aria-label'] ?? '').trim() !== '' ||
    children.some((child) => child.type === 'element' && child.name === 'title')
  )
}

function visit(element: Element, see: (element: Element) => void): void {
  see(element)
  for (const child of element.children) {
    if (child.type === 'element') visit(child, see)
  }
}
