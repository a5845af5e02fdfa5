/** The text of a block, shaped and measured: nothing in it belongs to one document, so all that have the same text share it. */
import type { Report } from '../../diagnostics/index.ts'
import type { Pt } from '../../geometry/units.ts'
import type { TextStyle } from '../../style/computed.ts'
import type { Fonts } from '../../text/fonts.ts'
import type { InlineContent, InlineItem } from '../inline-content.ts'
import { cutAtoms } from './atoms.ts'
import { strutOf } from './extent.ts'
import type { Strut } from './extent.ts'
import type { FilledLine } from './fill.ts'
import type { SetLine } from './line.ts'
import { firstsOfSource } from './sources.ts'
import { groupUnits, maxContentWidth, minContentWidth } from './units.ts'
import type { Unit } from './units.ts'

/** Shaped text. It remembers its lines at each width it was asked for. */
export interface PreparedText {
  readonly minContentWidth: Pt
  readonly maxContentWidth: Pt
  readonly style: TextStyle
  readonly strut: Strut
  readonly units: readonly Unit[]
  readonly measured: Map<Pt, MeasuredLines>
  readonly set: Map<Pt, readonly SetLine[]>
}

/** The size of the lines at some width; `firstBaseline` is measured from the top. */
export interface InlineSize {
  /** Of the longest line, without what hangs at its end. */
  readonly width: Pt
  readonly height: Pt
  readonly firstBaseline: Pt | undefined
}

export interface MeasuredLines extends InlineSize {
  readonly units: readonly Unit[]
  readonly filled: readonly FilledLine[]
}

/** What documents share of their texts. */
export interface TextCache {
  /** The text of this content, prepared now if it is not kept yet. */
  get(content: InlineContent, fonts: Fonts, report: Report): PreparedText
}

/** Shape and measure the text of a block. Characters that no font has are reported, each once. */
export function prepareText(content: InlineContent, fonts: Fonts, report: Report): PreparedText {
  const strut = strutOf(content.style, fonts)
  const units = groupUnits(cutAtoms(content, strut, fonts, report))
  return {
    minContentWidth: minContentWidth(units),
    maxContentWidth: maxContentWidth(units),
    style: content.style,
    strut,
    units,
    measured: new Map(),
    set: new Map(),
  }
}

/**
 * Keeps the texts used last, `limit` of them at least and never more than twice as many. Text about which
 * fonts had to report something is not kept: the next document is to hear of it, too.
 */
export function createTextCache(limit = 2000): TextCache {
  const numbers = numberStyles()
  let recent: TextsByStyle = new WeakMap()
  let older: TextsByStyle = new WeakMap()
  let count = 0
  return {
    get(content, fonts, report) {
      const { style } = content
      const key = keyOf(content, numbers)
      const known = recent.get(style)?.get(key)
      if (known !== undefined) return known
      const text = older.get(style)?.get(key) ?? prepareText(content, fonts, report)
      if (!fonts.isSound()) return text
      if (count >= limit) {
        older = recent
        recent = new WeakMap()
        count = 0
      }
      const texts = recent.get(style) ?? new Map<string, PreparedText>()
      recent.set(style, texts.set(key, text))
      count += 1
      return text
    },
  }
}

/** By the style of the block; a style belongs to one style sheet, and so to its fonts. */
type TextsByStyle = WeakMap<TextStyle, Map<string, PreparedText>>

type StyleNumbers = (style: TextStyle) => number

/** Tells styles apart in keys; the numbers show in nothing else. */
function numberStyles(): StyleNumbers {
  const numbers = new WeakMap<TextStyle, number>()
  let last = 0
  return (style) => {
    const known = numbers.get(style)
    if (known !== undefined) return known
    last += 1
    numbers.set(style, last)
    return last
  }
}

/** Everything about the items that decides where they come to stand, whatever elements they belong to. */
function keyOf({ items }: InlineContent, numberOf: StyleNumbers): string {
  const firsts = firstsOfSource(items)
  let key = ''
  items.forEach((item, index) => {
    key += `${firsts[index] ?? index}${keyOfItem(item, numberOf)}`
  })
  return key
}

function keyOfItem(item: InlineItem, numberOf: StyleNumbers): string {
  switch (item.kind) {
    case 'text': {
      const { text, style, verticalAlign, decoration } = item
      return `t${numberOf(style)} ${alignKey(verticalAlign)} ${decoration} ${text.length} ${text}`
    }
    case 'picture':
      return `p${item.size.width} ${item.size.height} ${alignKey(item.verticalAlign)} `
    case 'break':
      return 'b'
    case 'spacing':
      return `s${item.edge} ${item.width} `
  }
}

function alignKey(align: (InlineItem & { readonly kind: 'text' })['verticalAlign']): string {
  return typeof align === 'object' ? String(align.raise) : align
}
