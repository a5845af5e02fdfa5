/** What a reader meets on a laid-out page: lines of text with what they stand on, frames and pictures, as rectangles. */
import type { Color } from '../../src/drawing.ts'
import type { Rect } from '../../src/geometry/rect.ts'
import type { Pt } from '../../src/geometry/units.ts'
import type {
  BoxFragment,
  Fragment,
  LineFragment,
  Page,
  TextRun,
} from '../../src/layout/fragment.ts'

export interface PlacedLine {
  readonly text: string
  readonly runs: readonly TextRun[]
  /** Where letters without accents may leave ink; the space at a line's end leaves none. */
  readonly ink: Rect
  readonly background: Color
  /** Those of the frames that it belongs in. */
  readonly frames: readonly Rect[]
}

/** All that is visible of some fragments, in points from the page's top left corner. */
export interface Visible {
  readonly lines: readonly PlacedLine[]
  readonly pictures: readonly Rect[]
  /** Boxes with a background or a border on any side. */
  readonly boxes: readonly Rect[]
  /** Those with a background or a border on all sides. */
  readonly frames: readonly Rect[]
}

/** What stands between the margins. */
export function flowOf({ fragments }: Page): Visible {
  return visible(fragments)
}

/** What stands in the margins. */
export function marginsOf({ marginBoxes }: Page): Visible {
  return visible(marginBoxes.map(({ fragment }) => fragment))
}

export function contentArea({ style: { width, height, margin } }: Page): Rect {
  return {
    x: margin.left,
    y: margin.top,
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  }
}

/** How far a rectangle reaches over the edges of another; 0 when it lies inside. */
export function overhang(inner: Rect, outer: Rect): Pt {
  return Math.max(
    0,
    outer.x - inner.x,
    outer.y - inner.y,
    inner.x + inner.width - outer.x - outer.width,
    inner.y + inner.height - outer.y - outer.height,
  )
}

/** The smaller side of what two rectangles share; 0 or less when they share nothing. */
export function overlap(a: Rect, b: Rect): Pt {
  return Math.min(
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  )
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(a: Color, b: Color): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const white: Color = { red: 1, green: 1, blue: 1 }

function visible(fragments: readonly Fragment[]): Visible {
  const lines: PlacedLine[] = []
  const pictures: Rect[] = []
  const boxes: Rect[] = []
  const allFrames: Rect[] = []
  const visit = (fragment: Fragment, background: Color, frames: readonly Rect[]): void => {
    if (fragment.kind === 'line') {
      const line = placedLine(fragment, background, frames)
      if (line !== undefined) lines.push(line)
    } else if (fragment.kind === 'replaced') {
      pictures.push(fragment.rect)
    } else {
      const { backgroundColor } = fragment.source.style
      const sides = borderedSides(fragment)
      if (backgroundColor !== undefined || sides > 0) boxes.push(fragment.rect)
      const isFrame = backgroundColor !== undefined || sides === 4
      if (isFrame) allFrames.push(fragment.rect)
      const around = isFrame ? [...frames, fragment.rect] : frames
      for (const child of fragment.children) visit(child, backgroundColor ?? background, around)
    }
  }
  for (const fragment of fragments) visit(fragment, white, [])
  return { lines, pictures, boxes, frames: allFrames }
}

function borderedSides({ source: { style }, isFirst, isLast }: BoxFragment): number {
  const { top, right, bottom, left } = style.border
  const sides = [right, left, ...(isFirst ? [top] : []), ...(isLast ? [bottom] : [])]
  return sides.filter(({ width }) => width > 0).length
}

function placedLine(
  { runs }: LineFragment,
  background: Color,
  frames: readonly Rect[],
): PlacedLine | undefined {
  const texts = runs.filter((run) => run.kind === 'text')
  const inked = texts.filter(({ shaped }) => shaped.text.trim() !== '').map(inkOf)
  if (inked.length === 0) return undefined
  const text = texts.map(({ shaped }) => shaped.text).join('')
  return { text, runs: texts, ink: around(inked), background, frames }
}

/** Letters of our faces reach 0.8 em up and 0.22 em down. */
function inkOf({ shaped, style, x, baseline }: TextRun): Rect {
  const size = style.fontSize
  let pen = 0
  let width = 0
  for (const { advance, text } of shaped.glyphs) {
    pen += advance
    if (text.trim() !== '') width = pen
  }
  return { x, y: baseline - 0.8 * size, width: width * size, height: 1.02 * size }
}

function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  }
}

/** Relative luminance (WCAG 2.2). */
function luminance({ red, green, blue }: Color): number {
  const linear = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
