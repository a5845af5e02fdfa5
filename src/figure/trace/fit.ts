/** Paths through many points. The curves are fitted in `kernel/fit.ts` (Schneider 1990). */
import type { Path, PathSegment } from '../../geometry/path.ts'
import { numbersAt, place, scratchKernel } from '../kernel.ts'
import type { Polyline } from './grid.ts'

/** Numbers of a curve: where it begins, two handles, where it ends. */
const curveSize = 8

/** A path no farther than `limit` from the points. A closed line ends where it began. */
export function fitPath(points: Polyline, limit: number, isClosed: boolean): Path {
  const count = points.length / 2
  if (count < 2) return []
  const kernel = scratchKernel()
  const address = kernel.fitCurves(place(kernel, points), count, limit, isClosed)
  const numbers = numbersAt(kernel, address, kernel.curveCount.value * curveSize)
  const [x = 0, y = 0] = numbers
  const path: PathSegment[] = [{ type: 'move', x, y }]
  for (let at = 0; at < numbers.length; at += curveSize) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = numbers.subarray(at + 2, at + curveSize)
    path.push({ type: 'curve', x1, y1, x2, y2, x, y })
  }
  if (isClosed) path.push({ type: 'close' })
  return path
}
