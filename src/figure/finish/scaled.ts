/** Paths at the printed size, as exact as files hold them. */
import type { Path, PathSegment } from '../../geometry/path.ts'
import type { Pt } from '../../geometry/units.ts'

/** From metres to points, to a hundredth, in one pass. */
export function scaled(path: Path, scale: number): Path {
  return path.map((segment): PathSegment => {
    switch (segment.type) {
      case 'close':
        return segment
      case 'curve':
        return {
          type: 'curve',
          x1: rounded(segment.x1 * scale),
          y1: rounded(segment.y1 * scale),
          x2: rounded(segment.x2 * scale),
          y2: rounded(segment.y2 * scale),
          x: rounded(segment.x * scale),
          y: rounded(segment.y * scale),
        }
      default:
        return { type: segment.type, x: rounded(segment.x * scale), y: rounded(segment.y * scale) }
    }
  })
}

/** To a hundredth of a point. */
export function rounded(length: Pt): Pt {
  return Math.round(length * 100) / 100 + 0
}
