/** Paths at the printed size, as exact as files hold them. */
import type { Path, PathSegment } from '../../geometry/path.ts'
import type { Pt } from '../../geometry/units.ts'

/** From metres to points, in one pass: to a hundredth, or as many `steps` as a point has. */
export function scaled(path: Path, scale: number, steps = 100): Path {
  const at = (length: number): Pt => Math.round(length * scale * steps) / steps + 0
  return path.map((segment): PathSegment => {
    switch (segment.type) {
      case 'close':
        return segment
      case 'curve':
        return {
          type: 'curve',
          x1: at(segment.x1),
          y1: at(segment.y1),
          x2: at(segment.x2),
          y2: at(segment.y2),
          x: at(segment.x),
          y: at(segment.y),
        }
      default:
        return { type: segment.type, x: at(segment.x), y: at(segment.y) }
    }
  })
}

/** To a hundredth of a point. */
export function rounded(length: Pt): Pt {
  return Math.round(length * 100) / 100 + 0
}
