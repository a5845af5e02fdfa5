/** Collects the inline content of one block container: text, pictures and breaks, with what each belongs to. */
import type { Place } from '../../diagnostics/index.ts'
import type { Pt } from '../../geometry/units.ts'
import type { Size } from '../../geometry/rect.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import type { InlineSource, Picture, TextRun } from '../fragment.ts'
import type { InlineContent, InlineItem } from '../inline-content.ts'

/** Where in the inline elements an item stands. */
export interface InlineContext {
  /** Inline elements from the outside in; the same array for everything directly inside one element. */
  readonly chain: readonly Element[]
  readonly style: ComputedStyle
  readonly decoration: TextRun['decoration']
  readonly verticalAlign: ComputedStyle['verticalAlign']
  readonly isGenerated: boolean
}

export interface InlineRun {
  addText(text: string, context: InlineContext): void
  addBreak(context: InlineContext): void
  addPicture(picture: PlacedPicture, context: InlineContext): void
  addSpacing(edge: 'start' | 'end', width: Pt): void
  /** Nothing but white space, which makes no line. */
  isBlank(): boolean
  readonly sources: readonly InlineSource[]
  content(style: ComputedStyle, place: Place | undefined): InlineContent
}

interface PlacedPicture {
  readonly element: Element
  readonly picture: Picture
  readonly size: Size
}

export function createInlineRun(): InlineRun {
  const items: InlineItem[] = []
  const sources: InlineSource[] = []
  let isBlank = true

  const sourceOf = ({ chain, isGenerated }: InlineContext): InlineSource => {
    const last = sources.at(-1)
    if (last?.chain === chain && last.generated === isGenerated) return last
    const source = { chain, generated: isGenerated }
    sources.push(source)
    return source
  }

  return {
    sources,
    addText(text, context) {
      if (text === '') return
      if (/[^ \t\n\r\f]/.test(text)) isBlank = false
      const { style, decoration, verticalAlign } = context
      items.push({
        kind: 'text',
        text,
        inline: sourceOf(context),
        style,
        decoration,
        verticalAlign,
      })
    },
    addBreak(context) {
      isBlank = false
      items.push({ kind: 'break', inline: sourceOf(context) })
    },
    addPicture(picture, context) {
      isBlank = false
      const chain = [...context.chain, picture.element]
      const { verticalAlign } = context
      items.push({
        kind: 'picture',
        inline: sourceOf({ ...context, chain }),
        ...picture,
        verticalAlign,
      })
    },
    addSpacing(edge, width) {
      if (width !== 0) items.push({ kind: 'spacing', edge, width })
    },
    isBlank: () => isBlank,
    content: (style, place) => ({ style, items, place }),
  }
}
