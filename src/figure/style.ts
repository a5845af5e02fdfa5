/** How figures are finished: the colours of a document, line weights in points, and the manner of drawing. */
import type { Color } from '../drawing.ts'
import type { Pt } from '../geometry/units.ts'
import type { Material } from './solid.ts'

/** `tones`: flat colours with a second tone. `photocopy`: pure black and white, patterns in points. `outline`: lines only. */
export type Manner = 'tones' | 'photocopy' | 'outline'

export interface FigureStyle {
  readonly manner: Manner
  /** Greys instead of colours: light for people and things, dark for what is felt. */
  readonly isGreyscale: boolean
  /** Over what the look says. */
  readonly colors: Readonly<Partial<Record<Material, Color>>>
  readonly ink: Color
  readonly feel: Color
  readonly arrow: Color
  readonly mat: Color | undefined
  readonly ghost: Color
  readonly hasGhost: boolean
  /** Printed width of the silhouette; other lines are shares of it. Never below `thinnest`. */
  readonly outline: Pt
  readonly thinnest: Pt
}
