/** Computed style: every property of an element as a typed value, lengths in points. */
import type { Color } from '../drawing.ts'
import type { Place } from '../diagnostics/index.ts'
import type { Element } from '../template/markup.ts'
import type { Edges } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { Variables } from './compute-variables.ts'

/** A length with a part that depends on the containing block: `points + percent / 100 × reference`. */
export interface LengthPercentage {
  readonly points: Pt
  readonly percent: number
}

export type Extent = LengthPercentage | 'auto'

export type Display =
  | 'none'
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'flex'
  | 'list-item'
  | 'table'
  | 'table-header-group'
  | 'table-row-group'
  | 'table-footer-group'
  | 'table-row'
  | 'table-cell'

export interface BorderSide {
  /** 0 when the style is none. */
  readonly width: Pt
  readonly style: 'none' | 'solid' | 'dashed' | 'dotted'
  readonly color: Color
}

/** `content` of a pseudo-element or margin box: strings and counters in order. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: 'decimal' }
  | { readonly kind: 'string'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'element'; readonly name: string }
  /** The element's own text: `string-set: title content()`. */
  | { readonly kind: 'contents' }

export type BreakBetween = 'auto' | 'avoid' | 'page'

/** Inherited properties of text. */
export interface TextStyle {
  readonly color: Color
  readonly fontFamily: readonly string[]
  readonly fontSize: Pt
  readonly fontWeight: number
  readonly fontStyle: 'normal' | 'italic'
  readonly numeric: 'normal' | 'tabular-nums'
  /** Used line height. */
  readonly lineHeight: Pt
  readonly letterSpacing: Pt
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center'
  readonly textWrap: 'wrap' | 'balance' | 'pretty' | 'nowrap'
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre-line'
  readonly overflowWrap: 'normal' | 'anywhere'
  readonly direction: 'ltr' | 'rtl'
  readonly orphans: number
  readonly widows: number
  readonly listStyleType: 'none' | 'disc' | 'decimal' | { readonly text: string }
  readonly language: string
  readonly fill: Color | 'none'
  readonly stroke: Color | 'none'
  readonly strokeWidth: Pt
}

export interface ComputedStyle extends TextStyle {
  readonly display: Display
  readonly position: 'static' | 'relative' | 'absolute' | { readonly running: string }
  readonly inset: Edges<Extent>
  readonly width: Extent
  readonly height: Extent
  readonly minWidth: Extent
  readonly minHeight: Extent
  readonly maxWidth: Extent
  readonly maxHeight: Extent
  readonly boxSizing: 'content-box' | 'border-box'
  readonly margin: Edges<Extent>
  readonly padding: Edges<LengthPercentage>
  readonly border: Edges<BorderSide>
  /** Corner radii: top-left, top-right, bottom-right, bottom-left. */
  readonly borderRadius: readonly [Pt, Pt, Pt, Pt]
  readonly backgroundColor: Color | undefined
  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse'
  readonly flexWrap: 'nowrap' | 'wrap'
  readonly flexGrow: number
  readonly flexShrink: number
  readonly flexBasis: Extent
  readonly rowGap: LengthPercentage
  readonly columnGap: LengthPercentage
  readonly alignItems: 'flex-start' | 'flex-end' | 'center' | 'stretch' | 'baseline'
  readonly alignSelf: 'auto' | 'flex-start' | 'flex-end' | 'center' | 'stretch' | 'baseline'
  readonly justifyContent:
    'flex-start' | 'flex-end' | 'center' | 'space-between' | 'space-around' | 'space-evenly'
  readonly breakBefore: BreakBetween
  readonly breakAfter: BreakBetween
  readonly breakInside: 'auto' | 'avoid'
  /** Named page (CSS Paged Media 3, 7.2). */
  readonly page: string
  readonly textDecoration: 'none' | 'underline' | 'line-through'
  /** Raise above the baseline, or an alignment within the line. */
  readonly verticalAlign: 'baseline' | 'middle' | 'top' | 'bottom' | { readonly raise: Pt }
  readonly objectFit: 'fill' | 'contain' | 'cover'
  readonly objectPosition: { readonly x: LengthPercentage; readonly y: LengthPercentage }
  /** width / height, or undefined for auto. */
  readonly aspectRatio: number | undefined
  readonly content: readonly ContentPart[] | 'normal' | 'none'
  readonly stringSet: { readonly name: string; readonly parts: readonly ContentPart[] } | undefined
}

/** An element with its style; text keeps its parent's. */
export interface StyledElement {
  readonly type: 'element'
  readonly element: Element
  readonly style: ComputedStyle
  /** Its custom properties, inherited ones included: figures read their colours from them. */
  readonly variables: Variables
  readonly before: GeneratedContent | undefined
  readonly after: GeneratedContent | undefined
  readonly marker: ComputedStyle | undefined
  readonly children: readonly StyledNode[]
}

export interface StyledText {
  readonly type: 'text'
  readonly text: string
}

export type StyledNode = StyledElement | StyledText

/** A ::before or ::after pseudo-element. */
export interface GeneratedContent {
  readonly style: ComputedStyle
  readonly parts: readonly ContentPart[]
}

export const marginBoxNames = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'bottom-left-corner',
  'bottom-left',
  'bottom-center',
  'bottom-right',
  'bottom-right-corner',
] as const

export type MarginBoxName = (typeof marginBoxNames)[number]

/** One page's geometry and margin boxes, after the @page cascade (CSS Paged Media 3). */
export interface PageStyle {
  readonly width: Pt
  readonly height: Pt
  readonly margin: Edges<Pt>
  readonly bleed: Pt
  readonly marks: readonly ('crop' | 'cross')[]
  readonly marginBoxes: Readonly<Partial<Record<MarginBoxName, ComputedStyle>>>
  readonly place: Place | undefined
}

/** Asks the @page rules: page name ('' when none), and whether it is the first page. */
export type PageStyles = (name: string, isFirst: boolean) => PageStyle

/** One @font-face rule. `source` is a file of the pack, or `npm:package/path` for a font that comes from npm. */
export interface FontFace {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly source: string
  /** Inclusive code point ranges; undefined means all the font has. */
  readonly unicodeRange: readonly (readonly [from: number, to: number])[] | undefined
  readonly place: Place
}

/** A styled document: what style/ gives to layout. */
export interface StyledDocument {
  readonly root: StyledElement
  readonly pages: PageStyles
  readonly fontFaces: readonly FontFace[]
}
