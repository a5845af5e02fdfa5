/** Areas as polygons: curves flattened, and lines cut to what lies inside by the even-odd rule. */
import type { Path } from '../../geometry/path.ts'

/** Closed rings of x, y pairs; a ring inside another is a hole. */
export type Rings = readonly (readonly number[])[]

/** Every curve as short straight pieces, each no longer than about `step`. */
export function flatten(path: Path, step: number): Rings {
  const rings: number[][] = []
  let x = 0
  let y = 0
  for (const segment of path) {
    if (segment.type === 'close') continue
    const ring = rings[rings.length - 1]
    if (segment.type === 'move' || ring === undefined) {
      rings.push([segment.x, segment.y])
    } else if (segment.type === 'line') {
      ring.push(segment.x, segment.y)
    } else {
      const { x1, y1, x2, y2 } = segment
      const size =
        Math.hypot(x1 - x, y1 - y) +
        Math.hypot(x2 - x1, y2 - y1) +
        Math.hypot(segment.x - x2, segment.y - y2)
      const count = Math.max(1, Math.ceil(size / step))
      for (let i = 1; i <= count; i++) {
        const t = i / count
        const s = 1 - t
        const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
        ring.push(a * x + b * x1 + c * x2 + d * segment.x, a * y + b * y1 + c * y2 + d * segment.y)
      }
    }
    x = segment.x
    y = segment.y
  }
  return rings.filter((ring) => ring.length >= 6)
}

/** A piece of a line, from one edge of the area to the next, by its place along the line. */
export type Span = readonly [from: number, to: number]

/** Where the line through `origin` along the unit vector `way` runs inside the rings. */
export function spansInside(
  rings: Rings,
  origin: readonly [number, number],
  way: readonly [number, number],
): readonly Span[] {
  const places: number[] = []
  for (const ring of rings) {
    const last = ring.length - 2
    let before = sideOf(ring[last] ?? 0, ring[last + 1] ?? 0, origin, way)
    for (let i = 0; i <= last; i += 2) {
      const now = sideOf(ring[i] ?? 0, ring[i + 1] ?? 0, origin, way)
      // Half-open, so that a corner on the line counts once.
      if (before < 0 !== now < 0) {
        const j = i === 0 ? last : i - 2
        const share = before / (before - now)
        const x = (ring[j] ?? 0) + ((ring[i] ?? 0) - (ring[j] ?? 0)) * share
        const y = (ring[j + 1] ?? 0) + ((ring[i + 1] ?? 0) - (ring[j + 1] ?? 0)) * share
        places.push((x - origin[0]) * way[0] + (y - origin[1]) * way[1])
      }
      before = now
    }
  }
  places.sort((a, b) => a - b)
  const spans: Span[] = []
  for (let i = 0; i + 1 < places.length; i += 2) spans.push([places[i] ?? 0, places[i + 1] ?? 0])
  return spans
}

function sideOf(
  x: number,
  y: number,
  origin: readonly [number, number],
  way: readonly [number, number],
): number {
  return (x - origin[0]) * way[1] - (y - origin[1]) * way[0]
}

/** Least distance from a place to the rings' edges. */
export function distanceToEdge(rings: Rings, x: number, y: number): number {
  let least = Infinity
  for (const ring of rings) {
    let ax = ring[ring.length - 2] ?? 0
    let ay = ring[ring.length - 1] ?? 0
    for (let i = 0; i < ring.length; i += 2) {
      const bx = ring[i] ?? 0
      const by = ring[i + 1] ?? 0
      const dx = bx - ax
      const dy = by - ay
      const squared = dx * dx + dy * dy
      const share =
        squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared))
      const px = ax + dx * share - x
      const py = ay + dy * share - y
      const away = px * px + py * py
      if (away < least) least = away
      ax = bx
      ay = by
    }
  }
  return Math.sqrt(least)
}

/** Left, top, right, bottom. */
export function boundsOf(rings: Rings): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] ?? 0
      const y = ring[i + 1] ?? 0
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
  }
  return [left, top, right, bottom]
}
