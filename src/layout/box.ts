/** The box tree: what is laid out, after display types are settled and missing boxes are put in (CSS 2.2, 9.2). */
import type { Place } from '../diagnostics/index.ts'
import type { ComputedStyle, StyledElement } from '../style/computed.ts'
import type { BoxSource } from './fragment.ts'
import type { Picture } from '../image/picture.ts'
import type { InlineContent, InlineItem } from './inline-content.ts'

export type Box = BlockBox | FlexBox | ReplacedBox | TableBox

interface BoxBase {
  readonly source: BoxSource
  readonly style: ComputedStyle
  /** For messages: the element as it is written, `<p class="note">`. */
  readonly name: string
  readonly place: Place | undefined
  /** What pagination wants to know the place of. */
  readonly anchors: readonly Anchor[]
}

/** Something without size that comes to lie on the page of the box that carries it. */
export type Anchor =
  | { readonly kind: 'running'; readonly name: string; readonly content: StyledElement }
  | { readonly kind: 'string'; readonly name: string; readonly value: string }

/** A block container. With `inline` it holds lines, and its children are all out of flow. */
export interface BlockBox extends BoxBase {
  readonly kind: 'block'
  readonly children: readonly Box[]
  readonly inline: InlineContent | undefined
  /** Styles of the pictures in its lines whose size is in percent of this box. */
  readonly relativePictures: ReadonlyMap<InlineItem, ComputedStyle>
  readonly marker: Marker | undefined
}

/** The marker of a list item, outside its content. */
export interface Marker {
  readonly box: BlockBox
  /** Its area is the padding of the item or, when that has none, of the list. */
  readonly list: ComputedStyle | undefined
}

/** A flex container; its children are blocks already. */
export interface FlexBox extends BoxBase {
  readonly kind: 'flex'
  readonly children: readonly Box[]
}

export interface ReplacedBox extends BoxBase {
  readonly kind: 'replaced'
  readonly picture: Picture
}

/** A table with its wrapper: the caption stands above the table's own border. */
export interface TableBox extends BoxBase {
  readonly kind: 'table'
  readonly captions: readonly Box[]
  /** In the order they are printed: heads, bodies, feet. */
  readonly groups: readonly TableGroup[]
  readonly columnCount: number
}

export interface TableGroup extends BoxBase {
  readonly role: 'head' | 'body' | 'foot'
  readonly rows: readonly TableRow[]
}

export interface TableRow extends BoxBase {
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly box: BlockBox | FlexBox
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
}

/** Whether a box is taken out of flow by absolute positioning. */
export function isOutOfFlow(box: Box): boolean {
  return box.style.position === 'absolute'
}
