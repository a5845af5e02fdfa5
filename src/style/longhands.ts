/** The computed values of an element, one for each longhand property, and how a longhand is described. */
import type { Color } from '../drawing.ts'
import type { Pt } from '../geometry/units.ts'
import type { ComputedStyle, ContentPart, Display, Extent, LengthPercentage } from './computed.ts'
import type { CssNode } from './syntax.ts'
import type { LengthContext } from './units.ts'

/** `currentcolor` is resolved last, against the element's own colour. */
export type ColorValue = Color | 'currentcolor'

type LineStyle = 'none' | 'solid' | 'dashed' | 'dotted'

/** One value for each property that is not a shorthand. */
export interface Longhands {
  display: Display
  position: ComputedStyle['position']
  top: Extent
  right: Extent
  bottom: Extent
  left: Extent
  width: Extent
  height: Extent
  'min-width': Extent
  'min-height': Extent
  'max-width': Extent
  'max-height': Extent
  'box-sizing': ComputedStyle['boxSizing']
  'margin-top': Extent
  'margin-right': Extent
  'margin-bottom': Extent
  'margin-left': Extent
  'padding-top': LengthPercentage
  'padding-right': LengthPercentage
  'padding-bottom': LengthPercentage
  'padding-left': LengthPercentage
  'border-top-width': Pt
  'border-right-width': Pt
  'border-bottom-width': Pt
  'border-left-width': Pt
  'border-top-style': LineStyle
  'border-right-style': LineStyle
  'border-bottom-style': LineStyle
  'border-left-style': LineStyle
  'border-top-color': ColorValue
  'border-right-color': ColorValue
  'border-bottom-color': ColorValue
  'border-left-color': ColorValue
  'border-top-left-radius': Pt
  'border-top-right-radius': Pt
  'border-bottom-right-radius': Pt
  'border-bottom-left-radius': Pt
  'background-color': ColorValue | 'transparent'
  'object-fit': ComputedStyle['objectFit']
  'object-position': ComputedStyle['objectPosition']
  'aspect-ratio': number | undefined
  'flex-direction': ComputedStyle['flexDirection']
  'flex-wrap': ComputedStyle['flexWrap']
  'flex-grow': number
  'flex-shrink': number
  'flex-basis': Extent
  'row-gap': LengthPercentage
  'column-gap': LengthPercentage
  'align-items': ComputedStyle['alignItems']
  'align-self': ComputedStyle['alignSelf']
  'justify-content': ComputedStyle['justifyContent']
  'break-before': ComputedStyle['breakBefore']
  'break-after': ComputedStyle['breakAfter']
  'break-inside': ComputedStyle['breakInside']
  orphans: number
  widows: number
  page: string | 'auto'
  content: ComputedStyle['content']
  'string-set': { readonly name: string; readonly parts: readonly ContentPart[] } | undefined
  color: ColorValue
  'font-family': readonly string[]
  'font-size': Pt
  'font-weight': number
  'font-style': ComputedStyle['fontStyle']
  'font-variant-numeric': ComputedStyle['numeric']
  /** A factor is inherited as a factor (CSS Inline 3, 5.2). */
  'line-height': { readonly factor: number } | { readonly points: Pt }
  'letter-spacing': Pt
  'text-align': ComputedStyle['textAlign']
  'text-decoration': ComputedStyle['textDecoration']
  'text-wrap': ComputedStyle['textWrap']
  'white-space': ComputedStyle['whiteSpace']
  'overflow-wrap': ComputedStyle['overflowWrap']
  'vertical-align': ComputedStyle['verticalAlign']
  direction: ComputedStyle['direction']
  'list-style-type': ComputedStyle['listStyleType']
  fill: ColorValue | 'none'
  stroke: ColorValue | 'none'
  'stroke-width': Pt
  size: { readonly width: Pt; readonly height: Pt }
  bleed: Pt | 'auto'
  marks: readonly ('crop' | 'cross')[]
}

export type LonghandName = keyof Longhands

/** What a value resolves against: the element's own text, and its parent's. */
export interface ComputeContext extends LengthContext {
  readonly parentFontSize: Pt
}

export type Resolver<V> = (context: ComputeContext) => V

/** Why a value that fits the grammar still cannot be taken. */
export type ValueProblem =
  | { readonly kind: 'calculation'; readonly why: string }
  | { readonly kind: 'see-through'; readonly hint: string }

/** Reports a problem with one node of a value; answers undefined, so that a reader can return it. */
export type Fail = (node: CssNode, problem: ValueProblem) => undefined

/** Turns a value that fits the grammar into what computes it; undefined after a call of `fail`. */
export type Reader<V> = (nodes: readonly CssNode[], fail: Fail) => Resolver<V> | undefined

/** Everything about one property; the documentation is made from the same entry. */
export interface Longhand<V> {
  /** Value definition syntax (CSS Values 4, 2). */
  readonly syntax: string
  readonly initial: string
  readonly inherited: boolean
  readonly note?: string
  readonly read: Reader<V>
  /** `page`: in @page only. `text`: in @page too, for its margin boxes. */
  readonly scope?: 'page' | 'both'
}

export type LonghandTable = { readonly [K in LonghandName]: Longhand<Longhands[K]> }
