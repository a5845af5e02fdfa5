/** The galley: the whole document laid out on one endless page, before pagination cuts it. */
import type { Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { BoxSource, LineRun, Picture } from './fragment.ts'

export interface GalleyBox {
  /** Undefined for a box that only arranges others: one line of a wrapping flex container, a table row group. */
  readonly source: BoxSource | undefined
  /** Border box, in galley coordinates. */
  readonly rect: Rect
  /**
   * How children share a page break. `sequential`: one after another, the break falls between or inside them.
   * `parallel`: side by side (flex row, table row), each is cut at the page's end on its own.
   */
  readonly flow: 'sequential' | 'parallel'
  readonly children: readonly GalleyBox[]
  /** Absolutely positioned descendants: they move with the part of this box that holds their top edge. */
  readonly positioned: readonly GalleyBox[]
  /** Only where there are no children. */
  readonly lines: readonly GalleyLine[]
  readonly picture: GalleyPicture | undefined
  /** The head of a table, repeated on every page the table continues on. */
  readonly tableHead: GalleyBox | undefined
}

export interface GalleyLine {
  readonly rect: Rect
  readonly baseline: Pt
  readonly runs: readonly LineRun[]
}

export interface GalleyPicture {
  readonly picture: Picture
  /** Content box. */
  readonly rect: Rect
  readonly pictureRect: Rect
}
