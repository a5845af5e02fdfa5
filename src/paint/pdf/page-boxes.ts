/** The boxes of a page, and the printer's marks around it (ISO 32000-1, 14.11.2 and 14.11.3). */
import type { PaintedPage, PathItem, Stroke } from '../../drawing.ts'
import type { PathSegment } from '../../geometry/path.ts'
import { ellipsePath } from '../../geometry/shapes.ts'
import type { Rect } from '../../geometry/rect.ts'
import { fromMillimetres, type Pt } from '../../geometry/units.ts'
import type { Origin } from './content.ts'
import { coordinate } from './numbers.ts'

/** Lower left and upper right corner, y upwards. */
export type PageBox = readonly [left: number, bottom: number, right: number, top: number]

export interface PageBoxes {
  /** Begins at (0, 0): some programs misplace pages that do not. */
  readonly media: PageBox
  readonly bleed: PageBox
  readonly trim: PageBox
  /** The trimmed page's top left corner. */
  readonly origin: Origin
  readonly hasMargin: boolean
}

const markGap = fromMillimetres(1)
const markLength = fromMillimetres(5)
const markStroke: Stroke = { color: { red: 0.5, green: 0.5, blue: 0.5 }, width: 0.25 }

export function pageBoxes(page: PaintedPage): PageBoxes {
  const { width, height, bleed, marks } = page
  // Marks stand outside the bleed, so that none is left on a page that is cut badly.
  const margin = bleed + (marks.length === 0 ? 0 : markGap + markLength + markGap)
  const box = (inset: Pt): PageBox => [
    rounded(inset),
    rounded(inset),
    rounded(2 * margin + width - inset),
    rounded(2 * margin + height - inset),
  ]
  return {
    media: box(0),
    bleed: box(margin - bleed),
    trim: box(margin),
    origin: cornerOf(height, margin),
    hasMargin: margin > 0,
  }
}

/** The top left corner of a page inside a margin; a number as it is written, like the boxes. */
export function cornerOf(height: Pt, margin: Pt = 0): Origin {
  return { x: rounded(margin), y: rounded(margin + height) }
}

/** The bleed box in the page's own coordinates. */
export function bleedRect({ width, height, bleed }: PaintedPage): Rect {
  return { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed }
}

/** Crop marks at the corners, and registration marks at the middle of the sides. */
export function printerMarks(page: PaintedPage): readonly PathItem[] {
  return [
    ...(page.marks.includes('crop') ? [cropMarks(page)] : []),
    ...(page.marks.includes('cross') ? [crosses(page)] : []),
  ]
}

function cropMarks({ width, height, bleed }: PaintedPage): PathItem {
  const near = bleed + markGap
  const far = near + markLength
  const path = [0, width].flatMap((x) =>
    [0, height].flatMap((y) => {
      const [outX, outY] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1]
      return [
        ...line(x + outX * near, y, x + outX * far, y),
        ...line(x, y + outY * near, x, y + outY * far),
      ]
    }),
  )
  return { kind: 'path', path, stroke: markStroke }
}

function crosses({ width, height, bleed }: PaintedPage): PathItem {
  const away = bleed + markGap + markLength / 2
  const arm = markLength / 2
  const centres = [
    [width / 2, -away],
    [width + away, height / 2],
    [width / 2, height + away],
    [-away, height / 2],
  ] as const
  const path = centres.flatMap(([x, y]) => [
    ...line(x - arm, y, x + arm, y),
    ...line(x, y - arm, x, y + arm),
    ...ellipsePath({ x, y }, arm * 0.6),
  ])
  return { kind: 'path', path, stroke: markStroke }
}

function line(x1: Pt, y1: Pt, x2: Pt, y2: Pt): readonly PathSegment[] {
  return [
    { type: 'move', x: x1, y: y1 },
    { type: 'line', x: x2, y: y2 },
  ]
}

function rounded(length: Pt): number {
  return Number(coordinate(length))
}
