/** Paths under affine transforms: a cubic curve's control points move like its ends. */
import { apply } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { Path } from './path.ts'

export function transformPath(path: Path, matrix: Matrix): Path {
  return path.map((segment) => {
    if (segment.type === 'close') return segment
    const end = apply(matrix, segment)
    if (segment.type !== 'curve') return { type: segment.type, ...end }
    const first = apply(matrix, { x: segment.x1, y: segment.y1 })
    const second = apply(matrix, { x: segment.x2, y: segment.y2 })
    return { type: 'curve', x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...end }
  })
}
