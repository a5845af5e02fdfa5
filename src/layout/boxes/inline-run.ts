/** Collects the inline content of one block container: text, pictures and breaks, with what each belongs to. */
import type { Place } from '../../diagnostics/index.ts'
import type { Pt } from '../../geometry/units.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import { inlinePictureSize, isRelative } from '../inline-pictures.ts'
import type { InlineSource, TextRun } from '../fragment.ts'
import type { Picture } from '../../image/picture.ts'
import type { InlineContent, InlineItem, InlinePicture } from '../inline-content.ts'

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
  /** `style` is the picture's own, the context's that of the text around it. */
  addPicture(found: FoundPicture, context: InlineContext): void
  addSpacing(edge: 'start' | 'end', width: Pt): void
  /** Nothing but white space, which makes no line. */
  isBlank(): boolean
  readonly sources: readonly InlineSource[]
  /** Styles of the pictures whose size is in percent of the container. */
  relativePictures(): ReadonlyMap<InlineItem, ComputedStyle>
  content(style: ComputedStyle, place: Place | undefined): InlineContent
}

interface FoundPicture {
  readonly element: Element
  readonly picture: Picture
  readonly style: ComputedStyle
}

/** What most blocks have. */
export const noPictures: ReadonlyMap<InlineItem, ComputedStyle> = new Map()

export function createInlineRun(): InlineRun {
  const items: InlineItem[] = []
  const sources: InlineSource[] = []
  let relativePictures: Map<InlineItem, ComputedStyle> | undefined
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
    relativePictures: () => relativePictures ?? noPictures,
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
    addPicture({ element, picture, style }, context) {
      isBlank = false
      const chain = [...context.chain, element]
      const item: InlinePicture = {
        kind: 'picture',
        inline: sourceOf({ ...context, chain }),
        element,
        picture,
        size: inlinePictureSize(style, picture, undefined),
        verticalAlign: context.verticalAlign,
      }
      items.push(item)
      if (isRelative(style)) (relativePictures ??= new Map()).set(item, style)
    },
    addSpacing(edge, width) {
      if (width !== 0) items.push({ kind: 'spacing', edge, width })
    },
    isBlank: () => isBlank,
    content: (style, place) => ({ style, items, place }),
  }
}
