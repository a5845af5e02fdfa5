/** How far painted things reach. */
import type { Mark } from '../drawing.ts'
import { applyToRect } from '../geometry/matrix.ts'
import { pathBounds } from '../geometry/path-bounds.ts'
import { intersection, union } from '../geometry/rect.ts'
import type { Rect } from '../geometry/rect.ts'

/** The smallest rectangle around some marks, or undefined when they paint nothing. Line widths are left out. */
export function boundsOf(marks: readonly Mark[]): Rect | undefined {
  return marks.reduce<Rect | undefined>(
    (bounds, mark) => union(bounds, boundsOfMark(mark)),
    undefined,
  )
}

function boundsOfMark(mark: Mark): Rect | undefined {
  switch (mark.kind) {
    case 'path':
      return pathBounds(mark.path)
    case 'glyphs': {
      // Good enough for a box around text: an em from below the descenders.
      const { size, x, baseline, glyphs } = mark
      const width = glyphs.reduce((sum, { advance }) => sum + advance * size, 0)
      return { x, y: baseline - size, width, height: size * 1.25 }
    }
    case 'image':
      return cutOff(mark.rect, mark.clip)
    case 'drawing': {
      const { width, height } = mark.drawing
      return cutOff(applyToRect(mark.transform, { x: 0, y: 0, width, height }), mark.clip)
    }
    case 'group': {
      const bounds = boundsOf(mark.items)
      const visible = bounds === undefined ? undefined : cutOff(bounds, mark.clip)
      return visible === undefined ? undefined : applyToRect(mark.transform, visible)
    }
  }
}

function cutOff(rect: Rect, clip: Rect | undefined): Rect | undefined {
  return clip === undefined ? rect : intersection(rect, clip)
}
