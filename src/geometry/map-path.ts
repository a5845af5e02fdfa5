/** Paths with their coordinates changed one by one: scaled, moved, mirrored, rounded. */
import type { Path, PathSegment } from './path.ts'

/** The path with `mapX` of every horizontal coordinate and `mapY` of every vertical one. */
export function mapPath(
  path: Path,
  mapX: (x: number) => number,
  mapY: (y: number) => number = mapX,
): Path {
  return path.map((segment): PathSegment => {
    switch (segment.type) {
      case 'close':
        return segment
      case 'curve':
        return {
          type: 'curve',
          x1: mapX(segment.x1),
          y1: mapY(segment.y1),
          x2: mapX(segment.x2),
          y2: mapY(segment.y2),
          x: mapX(segment.x),
          y: mapY(segment.y),
        }
      default:
        return { type: segment.type, x: mapX(segment.x), y: mapY(segment.y) }
    }
  })
}
