/** Paths under affine transforms, at the precision that is printed. */
import type { Matrix } from './matrix.ts'
import type { Path, PathSegment } from './path.ts'

/**
 * The path with every point transformed and rounded, in one pass over it: figures have many points. Nothing
 * where the transform sends a point beyond all bounds.
 */
export function transformPath(path: Path, matrix: Matrix): Path {
  const [a, b, c, d, e, f] = matrix
  const placed: PathSegment[] = []
  for (const segment of path) {
    if (segment.type === 'close') {
      placed.push(segment)
      continue
    }
    const x = a * segment.x + c * segment.y + e
    const y = b * segment.x + d * segment.y + f
    if (!isBounded(x) || !isBounded(y)) return []
    if (segment.type !== 'curve') {
      placed.push({ type: segment.type, x: rounded(x), y: rounded(y) })
      continue
    }
    const x1 = a * segment.x1 + c * segment.y1 + e
    const y1 = b * segment.x1 + d * segment.y1 + f
    const x2 = a * segment.x2 + c * segment.y2 + e
    const y2 = b * segment.x2 + d * segment.y2 + f
    if (!isBounded(x1) || !isBounded(y1) || !isBounded(x2) || !isBounded(y2)) return []
    placed.push({
      type: 'curve',
      x1: rounded(x1),
      y1: rounded(y1),
      x2: rounded(x2),
      y2: rounded(y2),
      x: rounded(x),
      y: rounded(y),
    })
  }
  return placed
}

/** A file may hold numbers up to 3.4e38 (ISO 32000-1, annex C); NaN is not bounded. */
export function isBounded(value: number): boolean {
  return Math.abs(value) <= 1e30
}

/** Ten thousandths of a point are far finer than any printer, and the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0
}
