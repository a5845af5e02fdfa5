/** What layout asks of the fonts of a document: vertical metrics of a style, and text shaped in it. */
import type { TextStyle } from '../style/computed.ts'
import type { FontMetrics, ShapedText } from './shaped.ts'

export interface Fonts {
  /** Metrics of the first font of the style's family list, which make the line's height (CSS 2.2, 10.8.1). */
  metrics(style: TextStyle): FontMetrics
  /**
   * Shape text of one direction, split where the font changes, in logical order. Letter spacing is part
   * of the advances. Characters that no font has are told to `onMissing` and come out as `.notdef`.
   */
  shape(
    text: string,
    style: TextStyle,
    direction: 'ltr' | 'rtl',
    onMissing: (missing: MissingGlyph) => void,
  ): readonly ShapedText[]
}

/** A character that none of the fonts can draw. */
export interface MissingGlyph {
  readonly character: string
  /** Names of the families that were asked. */
  readonly tried: readonly string[]
}
