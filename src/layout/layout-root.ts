/** Lays out a box tree that stands on its own: the document, or a running element in its margin box. */
import type { Box } from './box.ts'
import { blockWidth } from './block/block-width.ts'
import type { Engine } from './engine.ts'
import type { Placed } from './laid.ts'
import { placePending } from './positioned.ts'
import { usedMargins, type Containing } from './sizing.ts'

/** The root with its margins, at (0, 0) of the area it is given; positioned boxes left over are placed in it. */
export function layoutRoot(engine: Engine, box: Box, area: Containing): Placed {
  const { width, x } = blockWidth(engine, box, area, box.style.direction)
  const laid = engine.layout(box, { width, independent: true, containing: area })
  const { top } = usedMargins(box.style, area.width)
  return { x, y: top, laid: placePending(engine, laid, box.style) }
}
