/** Vector paths of straight lines and cubic Bézier curves: what both PDF and SVG draw without approximation. */

export type PathSegment =
  | { readonly type: 'move'; readonly x: number; readonly y: number }
  | { readonly type: 'line'; readonly x: number; readonly y: number }
  | {
      readonly type: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly type: 'close' }

export type Path = readonly PathSegment[]
