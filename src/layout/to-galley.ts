/** Turns laid-out boxes, each with places of its own, into the galley's, all with one origin. */
import type { Report } from '../diagnostics/index.ts'
import type { Point } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { Anchor } from './box.ts'
import type { GalleyBox } from './galley.ts'
import { moveLine, movePicture, type Placed } from './laid.ts'

/** What is told on the way: problems of boxes that are really used, and where anchors come to stand. */
export interface GalleyListener {
  readonly report: Report
  readonly onAnchor: (anchor: Anchor, y: Pt) => void
}

export function toGalleyBox({ x, y, laid }: Placed, listener: GalleyListener): GalleyBox {
  for (const problem of laid.problems) listener.report(problem)
  for (const anchor of laid.anchors) listener.onAnchor(anchor, y)
  const children = laid.children.map((child) => toGalleyBox(moved(child, { x, y }), listener))
  const head = laid.children.findIndex((child) => child.laid === laid.tableHead)
  return {
    source: laid.source,
    rect: { x, y, width: laid.width, height: laid.height },
    flow: laid.flow,
    children,
    positioned: laid.positioned.map((child) => toGalleyBox(moved(child, { x, y }), listener)),
    lines: laid.lines.map((line) => moveLine(line, x + laid.linesAt.x, y + laid.linesAt.y)),
    picture: laid.picture && movePicture(laid.picture, x, y),
    tableHead: children[head],
  }
}

function moved({ x, y, laid }: Placed, by: Point): Placed {
  return { x: x + by.x, y: y + by.y, laid }
}
