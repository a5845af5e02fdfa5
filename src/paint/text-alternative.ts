/** What an element says to people who do not see it, from its attributes (HTML, ARIA in HTML). */
import type { Element, MarkupNode } from '../template/markup.ts'

/** Whether the author has said that an element is not to be read: `aria-hidden="true"`. */
export function isHidden(element: Element): boolean {
  return element.attributes['aria-hidden'] === 'true'
}

/** The alternative text of a picture; `decoration` when it is said to be one, undefined when nothing is said. */
export function textAlternative(
  picture: Element,
): { readonly text: string } | 'decoration' | undefined {
  const { alt, role } = picture.attributes
  if (isHidden(picture) || role === 'presentation' || role === 'none') return 'decoration'
  if (alt !== undefined && alt.trim() === '') return 'decoration'
  const text =
    alt ?? picture.attributes['aria-label'] ?? titleOf(picture) ?? picture.attributes['title']
  return text === undefined || text.trim() === '' ? undefined : { text: collapsed(text) }
}

/** What a link is called beyond its text: its title, or the address it leads to. */
export function linkDescription(link: Element): string {
  const { title, href = '' } = link.attributes
  const label = title ?? link.attributes['aria-label']
  if (label !== undefined && label.trim() !== '') return collapsed(label)
  if (href.startsWith('#')) return collapsed(textContent(link)) || href
  return href.replace(/^(?:mailto|tel):/, '')
}

/** The text of an element as one line, without what is hidden. */
export function textContent(element: Element): string {
  return collapsed(rawText(element))
}

function rawText(node: MarkupNode): string {
  if (node.type === 'text') return node.data
  if (isHidden(node)) return ''
  if (node.name === 'br') return ' '
  return node.children.map(rawText).join('')
}

/** The `<title>` of an SVG picture. */
function titleOf(picture: Element): string | undefined {
  const title = picture.children.find((child) => child.type === 'element' && child.name === 'title')
  return title === undefined ? undefined : rawText(title)
}

function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim()
}
