/** Numbers and markers of list items (HTML, 4.4.8; CSS Lists 3). */
import type { Report } from '../../diagnostics/index.ts'
import type { ComputedStyle, StyledElement } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import type { AnonymousStyle } from './anonymous-style.ts'
import type { BlockBox, Marker } from '../box.ts'
import { elementName } from '../element-name.ts'
import { forElement, generatedText, type KnownValues } from './generated-text.ts'
import { createInlineRun } from './inline-run.ts'

/** Counts the items of one list. */
export interface ListCounter {
  readonly style: ComputedStyle
  next: number
}

// Between a marker and the text, in em: about two spaces.
const gap = 0.5

export function createListCounter(list: StyledElement): ListCounter {
  return { style: list.style, next: integer(list.element.attributes['start']) ?? 1 }
}

/** The number of an item, which `value` may set. */
export function countItem({ attributes }: Element, counter: ListCounter): number {
  const number = integer(attributes['value']) ?? counter.next
  counter.next = number + 1
  return number
}

/** The marker of an item, or undefined for `list-style-type: none` and empty text. */
export function createMarker(
  item: StyledElement,
  number: number,
  list: ComputedStyle | undefined,
  { values, report, anonymousStyle }: MarkerContext,
): Marker | undefined {
  const pseudo = item.marker ?? { ...anonymousStyle(item.style), textAlign: 'end' }
  const text =
    typeof pseudo.content === 'object'
      ? generatedText(pseudo.content, forElement(item.element), values, report)
      : markerText(item.style.listStyleType, number)
  if (text === '') return undefined
  return { box: markerBox(item.element, text, markerStyle(anonymousStyle(pseudo))), list }
}

interface MarkerContext {
  readonly values: KnownValues
  readonly report: Report
  readonly anonymousStyle: AnonymousStyle
}

function markerText(type: ComputedStyle['listStyleType'], number: number): string {
  if (typeof type === 'object') return type.text
  return { none: '', disc: '•', decimal: String(number) }[type]
}

function markerBox(element: Element, text: string, style: ComputedStyle): BlockBox {
  const run = createInlineRun()
  run.addText(text, {
    chain: [],
    style,
    decoration: 'none',
    verticalAlign: 'baseline',
    isGenerated: true,
  })
  const { place } = element
  return {
    kind: 'block',
    source: {
      element: undefined,
      style,
      children: [],
      inlines: run.sources,
      replaced: false,
      marker: text,
    },
    style,
    name: `the marker of ${elementName(element)}`,
    place,
    anchors: [],
    children: [],
    inline: run.content(style, place),
    relativePictures: run.relativePictures(),
    marker: undefined,
  }
}

/** Markers that end at the text keep a gap from it; those that start at the list's edge have it already. */
function markerStyle(pseudo: ComputedStyle): ComputedStyle {
  const style = { ...pseudo, whiteSpace: 'nowrap' } as const
  const isRightToLeft = pseudo.direction === 'rtl'
  const side = isRightToLeft ? 'left' : 'right'
  if (pseudo.textAlign !== 'end' && pseudo.textAlign !== side) return style
  const room = { points: gap * pseudo.fontSize, percent: 0 }
  return { ...style, padding: { ...style.padding, [side]: room } }
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined
}
