/** The smallest rectangle around a path, exactly: at the curves' own extremes, not at their handles. */
import type { Path } from './path.ts'
import type { Rect } from './rect.ts'

/** Undefined for a path without points. */
export function pathBounds(path: Path): Rect | undefined {
  const xs: number[] = []
  const ys: number[] = []
  let x = 0
  let y = 0
  for (const segment of path) {
    if (segment.type === 'close') continue
    if (segment.type === 'curve') {
      addExtremes(xs, x, segment.x1, segment.x2, segment.x)
      addExtremes(ys, y, segment.y1, segment.y2, segment.y)
    }
    x = segment.x
    y = segment.y
    xs.push(x)
    ys.push(y)
  }
  if (xs.length === 0) return undefined
  const [left, right] = extent(xs)
  const [top, bottom] = extent(ys)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Add the values of one coordinate where the curve turns round: the roots of its derivative. */
function addExtremes(values: number[], p0: number, p1: number, p2: number, p3: number): void {
  const a = p3 - 3 * p2 + 3 * p1 - p0
  const b = 2 * (p2 - 2 * p1 + p0)
  const c = p1 - p0
  for (const t of quadraticRoots(a, b, c)) {
    if (t <= 0 || t >= 1) continue
    const s = 1 - t
    values.push(s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3)
  }
}

function quadraticRoots(a: number, b: number, c: number): readonly number[] {
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b]
  const discriminant = b * b - 4 * a * c
  if (discriminant < 0) return []
  const root = Math.sqrt(discriminant)
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)]
}

/** Least and greatest; not `Math.min(...)`, which overflows the stack on long paths. */
function extent(values: readonly number[]): [number, number] {
  let least = Infinity
  let greatest = -Infinity
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return [least, greatest]
}
