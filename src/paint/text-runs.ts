/** Runs of text as glyphs at their places, with the lines under and through them. */
import type { GlyphsItem, PathItem } from '../drawing.ts'
import type { Pt } from '../geometry/units.ts'
import type { TextRun } from '../layout/fragment.ts'
import { rectPath } from './rounded-rect.ts'

/** The glyphs of a run, in reading order. */
export function glyphsOf({ style, shaped, x, baseline }: TextRun): GlyphsItem {
  const { font, direction, glyphs } = shaped
  const { fontSize: size, color } = style
  return { kind: 'glyphs', font, size, color, direction, x, baseline, glyphs }
}

/** The line under or through a run, or undefined when it has none. */
export function decorationOf(run: TextRun, isLastOfLine: boolean): PathItem | undefined {
  if (run.decoration === 'none') return undefined
  const size = run.style.fontSize
  const thickness = Math.max(0.5, size / 18)
  // Fonts of running text keep their underline about a tenth of an em below the baseline.
  const above = run.decoration === 'underline' ? -size * 0.11 : size * 0.26 + thickness / 2
  const rect = {
    x: run.x,
    y: run.baseline - above - thickness / 2,
    width: isLastOfLine ? widthWithoutSpace(run) : run.width,
    height: thickness,
  }
  return rect.width <= 0 ? undefined : { kind: 'path', path: rectPath(rect), fill: run.style.color }
}

/** The space where a line breaks is kept for text extraction, but nothing is drawn under it. */
function widthWithoutSpace({ shaped, style, width }: TextRun): Pt {
  if (shaped.direction === 'rtl') return width
  let end = shaped.glyphs.length
  let advance = shaped.advance
  while (end > 0 && shaped.glyphs[end - 1]?.text.trim() === '') {
    advance -= shaped.glyphs[end - 1]?.advance ?? 0
    end -= 1
  }
  return Math.min(width, advance * style.fontSize)
}
