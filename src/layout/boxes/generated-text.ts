/** Text that CSS generates: `content` of pseudo-elements, and what `string-set` keeps. */
import { diagnose, type Place, type Report } from '../../diagnostics/index.ts'
import type { ContentPart, StyledElement, StyledNode } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import { elementName } from '../element-name.ts'

/** What counters and strings stand for where content is generated; empty in the flow. */
export interface KnownValues {
  readonly counters: ReadonlyMap<string, number>
  readonly strings: ReadonlyMap<string, string>
}

export const noValues: KnownValues = { counters: new Map(), strings: new Map() }

/** What the text is generated for: an element, or a margin box. */
export interface GeneratedFor {
  /** For messages. */
  readonly name: string
  readonly place: Place | undefined
  readonly attributes: Element['attributes']
}

export function forElement(element: Element): GeneratedFor {
  return { name: elementName(element), place: element.place, attributes: element.attributes }
}

/** The text of `content`; parts without a value here are reported and left out. */
export function generatedText(
  parts: readonly ContentPart[],
  origin: GeneratedFor,
  values: KnownValues,
  report: Report,
): string {
  const unknown = (part: string): string => {
    report(diagnose('layout-unknown-value', { part, where: origin.name }, origin.place))
    return ''
  }
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text
        case 'attribute':
          return origin.attributes[part.name] ?? ''
        case 'counter':
          return values.counters.get(part.name)?.toString() ?? unknown(`counter(${part.name})`)
        case 'string':
          return values.strings.get(part.name) ?? unknown(`string(${part.name})`)
        case 'element':
          return unknown(`element(${part.name})`)
        case 'contents':
          return unknown('content()')
      }
    })
    .join('')
}

/** The value that `string-set` gives to its string, with white space collapsed. */
export function assignedString(
  node: StyledElement,
  parts: readonly ContentPart[],
  values: KnownValues,
  report: Report,
): string {
  const text = parts.map((part) =>
    part.kind === 'contents'
      ? textOf(node)
      : generatedText([part], forElement(node.element), values, report),
  )
  return text.join('').replace(/\s+/g, ' ').trim()
}

function textOf(node: StyledNode): string {
  return node.type === 'text' ? node.text : node.children.map(textOf).join('')
}
