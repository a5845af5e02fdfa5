/** What of a page a window shows: marks outside it are left out, or every tile would hold the whole poster. */
import type { Mark } from '../drawing.ts'
import { applyToRect } from '../geometry/matrix.ts'
import { pathBounds } from '../geometry/path-bounds.ts'
import { intersection, outset, union } from '../geometry/rect.ts'
import type { Rect } from '../geometry/rect.ts'

/** A rectangle that nothing of the mark is painted outside of; generous. Undefined when it paints nothing. */
export function reachOf(mark: Mark): Rect | undefined {
  switch (mark.kind) {
    case 'path': {
      const bounds = pathBounds(mark.path)
      if (bounds === undefined || mark.stroke === undefined) return bounds
      const { width, join = 'miter' } = mark.stroke
      // A mitre reaches half the line width times the limit, which is 10 in PDF.
      return outset(bounds, join === 'miter' ? width * 5 : width)
    }
    case 'glyphs': {
      const { size, x, baseline, glyphs } = mark
      const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance * size, 0)
      const offset = glyphs.reduce(
        (most, { xOffset, yOffset }) => Math.max(most, Math.abs(xOffset), Math.abs(yOffset)),
        0,
      )
      // No letter overhangs its place by half an em or stands higher than one and a half. The box around all
      // glyphs of a font is of no use: it is several times as large.
      const box = {
        x: x - size / 2,
        y: baseline - size * 1.5,
        width: advance + size,
        height: size * 2.5,
      }
      return outset(box, offset * size)
    }
    case 'image':
      return cutOff(mark.rect, mark.clip)
    case 'drawing': {
      const { width, height } = mark.drawing
      return cutOff(applyToRect(mark.transform, { x: 0, y: 0, width, height }), mark.clip)
    }
    case 'group': {
      const { transform, clip, items } = mark
      const all = items.map(reachOf).reduce(union, undefined)
      const inside = all === undefined ? undefined : cutOff(all, clip)
      return inside === undefined ? undefined : applyToRect(transform, inside)
    }
  }
}

/** How much of a mark a window shows, in square points; 0 when nothing. A thin line counts by its length. */
export function visibleArea(reach: Rect, window: Rect): number {
  const shared = intersection(reach, window)
  if (shared === undefined) return 0
  const isBeside =
    (shared.width === 0 && reach.width > 0) || (shared.height === 0 && reach.height > 0)
  return isBeside ? 0 : Math.max(shared.width, hairline) * Math.max(shared.height, hairline)
}

const hairline = 0.01

function cutOff(rect: Rect, clip: Rect | undefined): Rect | undefined {
  return clip === undefined ? rect : intersection(rect, clip)
}
