/**
 * A figure as drawn in pencil: closed areas and centre lines on the picture plane, without colours or line
 * weights. Costly to make, so it is kept; `finish/` turns it into a Drawing for a style and a printed size.
 */
import type { Path } from '../geometry/path.ts'
import type { Rect } from '../geometry/rect.ts'
import type { Material } from './solid.ts'

/** What an area stands for; a style gives each a colour, or leaves it out. */
export type AreaRole =
  | { readonly kind: 'mat'; readonly part: 'top' | 'edge' }
  | { readonly kind: 'contact-shadow' }
  | { readonly kind: 'ghost' }
  /** The whole silhouette, below all materials. */
  | { readonly kind: 'body' }
  /** `isFar`: a limb on the far side, drawn with a veil over it. */
  | {
      readonly kind: 'material'
      readonly material: Material
      readonly isShaded: boolean
      readonly isFar: boolean
    }
  | { readonly kind: 'feel'; readonly part: 'area' | 'core' }
  | { readonly kind: 'arrow' }
  /** White around the arrow, so that it stays clear of what it crosses. */
  | { readonly kind: 'arrow-halo' }
  | { readonly kind: 'mistake' }
  | { readonly kind: 'mistake-halo' }
  /** Behind a second view. */
  | { readonly kind: 'inset' }

export interface Area {
  readonly kind: 'area'
  readonly role: AreaRole
  /** In metres on the picture plane, y downwards, from the view's top left corner. */
  readonly path: Path
}

/** Heaviest first. `silhouette` is the outer line, `contour` one form in front of another, `seam` a change of material. */
export type LineRole =
  | 'silhouette' | 'contour' | 'crease' | 'seam' | 'feature' | 'fold' | 'detail' | 'fibre' | 'ghost' | 'inset' // prettier-ignore

export interface Line {
  readonly kind: 'line'
  readonly role: LineRole
  readonly isClosed: boolean
  /** x, y, and the share of the role's line weight, for each point; evenly spaced. */
  readonly points: Float32Array
}

/** A centre line as few smooth curves: what is kept of a `Line`. */
export interface Curve {
  readonly kind: 'curve'
  readonly role: LineRole
  /** Ends where it began. */
  readonly isClosed: boolean
  /**
   * x, y, and the share of the role's line weight, for each control point of cubic Bézier curves: the first
   * point, then three for each curve.
   */
  readonly controls: Float32Array
}

/** A filled dot: an eye. Radii in metres; the angle of the first in degrees. */
export interface Dot {
  readonly kind: 'dot'
  readonly x: number
  readonly y: number
  readonly radii: readonly [number, number]
  readonly angle: number
}

/** As traced and composed. */
export type SketchItem = Area | Line | Dot

/** As kept and finished. */
export type KeptItem = Area | Curve | Dot

export interface Sketch<Item = KeptItem> {
  /** Hash of everything it was made from. */
  readonly key: string
  /** Metres. */
  readonly width: number
  readonly height: number
  /** Around the head, in metres: a poster on several sheets is not cut here. */
  readonly head: Rect
  /** Painted in this order. */
  readonly items: readonly Item[]
}
