/** No sheet without its stop rules: what the safety file says must stand in the markup that a template made. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Safety } from '../model/document.ts'
import type { Element, MarkupNode } from './markup.ts'

/**
 * Report the rules that the document leaves out. In full: the pain bands, when to stop, when to get help. A poster,
 * a card or a pocket has room for the short ones only.
 */
export function checkSafety(
  markup: Element,
  safety: Safety,
  extent: 'full' | 'short',
  report: Report,
): void {
  const printed = plain(textOf(markup))
  const missing = rulesOf(safety, extent).filter((rule) => !printed.includes(plain(rule)))
  if (missing.length > 0) {
    report(diagnose('template-no-safety', { missing }, markup.place))
  }
}

function rulesOf(safety: Safety, extent: 'full' | 'short'): readonly string[] {
  const { painScale, stop, sameDay, seeSomeone, short, disclaimer } = safety
  if (extent === 'short') return [short.signs, short.more, short.help, disclaimer]
  return [
    ...painScale.bands.map(({ text }) => text),
    painScale.after,
    ...stop.items,
    ...sameDay.items,
    seeSomeone.text,
    disclaimer,
  ]
}

/** Text for readers; what is hidden from a screen reader does not count. */
function textOf(node: MarkupNode): string {
  if (node.type === 'text') return node.data
  if (node.attributes['aria-hidden'] === 'true') return ''
  return node.children.map(textOf).join(' ')
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
