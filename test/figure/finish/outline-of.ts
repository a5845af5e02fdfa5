/** Looks at drawn paths: flattened outlines, their edges and insides. */
import { distanceToEdge, flatten } from '../../../src/figure/finish/polygon.ts'
import type { Rings } from '../../../src/figure/finish/polygon.ts'
import type { Path } from '../../../src/geometry/path.ts'

export function ringsOf(path: Path, step = 0.1): Rings {
  return flatten(path, step)
}

/** Even-odd, by counting the edges to the right of a place. */
export function isInside(rings: Rings, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + ring.length - 2) % ring.length
      const [ax, ay] = [ring[i] ?? 0, ring[i + 1] ?? 0]
      const [bx, by] = [ring[j] ?? 0, ring[j + 1] ?? 0]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}

/** Radius of the largest disc round a place that the outline leaves free. */
export function clearRadius(rings: Rings, x: number, y: number): number {
  return distanceToEdge(rings, x, y)
}
