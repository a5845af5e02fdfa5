/** Shaped text: what `text/` gives to layout. All advances are in em of the run's font size, so one shape serves every size. */
import type { FontProgram } from '../drawing.ts'

export interface ShapedGlyph {
  readonly glyph: number
  readonly advance: number
  readonly xOffset: number
  readonly yOffset: number
  /** The source text this glyph stands for; '' when a neighbour carries it. */
  readonly text: string
}

/** Text of one font, direction and feature set, in logical order. */
export interface ShapedText {
  readonly font: FontProgram
  readonly text: string
  readonly direction: 'ltr' | 'rtl'
  /** In visual order, left to right. */
  readonly glyphs: readonly ShapedGlyph[]
  readonly advance: number
}

/** Vertical metrics in em, ascent and descent both positive. */
export interface FontMetrics {
  readonly ascent: number
  readonly descent: number
  readonly xHeight: number
  readonly capHeight: number
}
