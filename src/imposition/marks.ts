/** Lines for scissors and folds on a sheet. */
import type { ArtifactItem, PathItem, Stroke } from '../drawing.ts'
import type { Point, Rect, Size } from '../geometry/rect.ts'
import { fromMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import { rectPath } from '../paint/rounded-rect.ts'
import { ink } from './lettering.ts'

export function straightLine(from: Point, to: Point, stroke: Stroke): PathItem {
  return {
    kind: 'path',
    path: [
      { type: 'move', ...from },
      { type: 'line', ...to },
    ],
    stroke,
  }
}

const [dashLength, dashPeriod] = [4, 7]

/**
 * A line that covers its rectangle and nothing else. A stroke would be made wider than that by viewers that show
 * thin lines at least one pixel wide.
 */
export function ruledLine(rect: Rect, isDashed: boolean): PathItem {
  const { x, y, width, height } = rect
  const isUpright = height > width
  const length = Math.max(width, height)
  const count = isDashed ? Math.ceil(length / dashPeriod) : 0
  const dashes = Array.from({ length: count }, (_, index): Rect => {
    const start = index * dashPeriod
    const dash = Math.min(dashLength, length - start)
    return isUpright
      ? { x, y: y + start, width, height: dash }
      : { x: x + start, y, width: dash, height }
  })
  const path = (isDashed ? dashes : [rect]).flatMap(rectPath)
  return { kind: 'path', path, fill: ink }
}

export type SheetMark = 'cut' | 'fold'

/** Longer than what printers leave white. */
const tickLength = fromMillimetres(7)
const grey = { red: 0.4, green: 0.4, blue: 0.4 }

/** Short lines at the edges of a sheet: where it is cut or folded, solid or dashed, at these places across and down. */
export function edgeTicks(
  { width, height }: Size,
  across: readonly Pt[],
  down: readonly Pt[],
  mark: SheetMark,
): ArtifactItem {
  const stroke: Stroke = { color: grey, width: 0.5, ...(mark === 'fold' ? { dash: [2, 2] } : {}) }
  const items = [
    ...across.flatMap((x) => [
      straightLine({ x, y: 0 }, { x, y: tickLength }, stroke),
      straightLine({ x, y: height - tickLength }, { x, y: height }, stroke),
    ]),
    ...down.flatMap((y) => [
      straightLine({ x: 0, y }, { x: tickLength, y }, stroke),
      straightLine({ x: width - tickLength, y }, { x: width, y }, stroke),
    ]),
  ]
  return { kind: 'artifact', type: 'page', items }
}
