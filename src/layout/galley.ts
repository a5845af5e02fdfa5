/** The galley: the whole document laid out on one endless page, before pagination cuts it. */
import type { Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { StyledElement } from '../style/computed.ts'
import type { BoxSource, LineRun } from './fragment.ts'
import type { Picture } from '../image/picture.ts'

/** What `layoutGalley` gives to pagination. */
export interface Galley {
  readonly box: GalleyBox
  /** The root of the tree of sources, the document as it is tagged. */
  readonly source: BoxSource
  /** Elements taken out of flow by `position: running(name)`, by name, in the order of the boxes that carry them. */
  readonly running: ReadonlyMap<string, readonly RunningElement[]>
  /** What `string-set` assigns, in document order. */
  readonly strings: readonly StringAssignment[]
}

/**
 * An element for the page margins, in force from the page that the box after it begins on. One that nothing follows
 * in its container, such as a footer at the end of the document, belongs to the whole container.
 */
export interface RunningElement {
  readonly content: StyledElement
  /** Where the box that carries it begins, in galley coordinates. */
  readonly y: Pt
}

export interface StringAssignment {
  readonly name: string
  readonly value: string
  readonly y: Pt
}

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
  /** Absolutely positioned descendants and the marker of a list item: they move with the part of this box that holds their top edge. */
  readonly positioned: readonly GalleyBox[]
  /** Only where there are no children. */
  readonly lines: readonly GalleyLine[]
  readonly picture: GalleyPicture | undefined
  /** The head of a table, repeated on every page the table continues on; it is also the first of `children`. */
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
