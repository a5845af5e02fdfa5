/** How far painted things reach. */
import type { Mark } from '../drawing.ts'
import { apply } from '../geometry/matrix.ts'
import { pathBounds } from '../geometry/path-bounds.ts'
import type { Point, Rect } from '../geometry/rect.ts'

/** The smallest rectangle around some marks, or undefined when they paint nothing. Line widths are left out. */
export function boundsOf(marks: readonly Mark[]): Rect | undefined {
  return marks.reduce<Rect | undefined>(
    (bounds, mark) => join(bounds, boundsOfMark(mark)),
    undefined,
  )
}

/** The smallest rectangle around two. */
export function join(a: Rect | undefined, b: Rect | undefined): Rect | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
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
      return intersect(mark.rect, mark.clip)
    case 'drawing': {
      const { drawing, transform } = mark
      const corners = [0, drawing.width].flatMap((x) =>
        [0, drawing.height].map((y) => apply(transform, { x, y })),
      )
      return intersect(around(corners), mark.clip)
    }
  }
}

function around(points: readonly Point[]): Rect | undefined {
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function intersect(rect: Rect | undefined, clip: Rect | undefined): Rect | undefined {
  if (rect === undefined || clip === undefined) return rect
  const x = Math.max(rect.x, clip.x)
  const y = Math.max(rect.y, clip.y)
  return {
    x,
    y,
    width: Math.max(0, Math.min(rect.x + rect.width, clip.x + clip.width) - x),
    height: Math.max(0, Math.min(rect.y + rect.height, clip.y + clip.height) - y),
  }
}
