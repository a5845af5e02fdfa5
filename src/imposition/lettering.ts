/** Words on sheets that no template lays out: labels of tiles, the guide for joining them. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Color, GlyphsItem } from '../drawing.ts'
import type { Point } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { TextStyle } from '../style/computed.ts'
import type { Fonts } from '../text/fonts.ts'

export interface LetteringStyle {
  readonly size: Pt
  readonly weight: number
}

/** A line of text that begins at (0, 0) on its baseline. */
export interface LetteredLine {
  readonly width: Pt
  /** The line with the left end of its baseline at a place. */
  at(place: Point): readonly GlyphsItem[]
}

export interface Lettering {
  line(text: string, style: LetteringStyle): LetteredLine
  /** As many words as fit into each line; a longer word stands alone. */
  paragraph(text: string, style: LetteringStyle, width: Pt): readonly LetteredLine[]
}

export const ink: Color = { red: 0, green: 0, blue: 0 }

/** Letters in the fonts of a document. Only left-to-right scripts: there is no bidi here. */
export function createLettering(
  fonts: Pick<Fonts, 'shape'>,
  base: TextStyle,
  report: Report,
): Lettering {
  const line = (text: string, { size, weight }: LetteringStyle): LetteredLine => {
    const style: TextStyle = {
      ...base,
      fontSize: size,
      fontWeight: weight,
      fontStyle: 'normal',
      letterSpacing: 0,
      color: ink,
    }
    const shaped = fonts.shape(text, style, 'ltr', (missing) => {
      report(diagnose('text-missing-glyph', missing))
    })
    return {
      width: shaped.reduce((sum, { advance }) => sum + advance * size, 0),
      at({ x, y }) {
        let left = x
        return shaped.map(({ font, direction, glyphs, advance }): GlyphsItem => {
          const item = { font, size, color: ink, direction, x: left, baseline: y, glyphs }
          left += advance * size
          return { kind: 'glyphs', ...item }
        })
      },
    }
  }
  return {
    line,
    paragraph(text, style, width) {
      const lines: LetteredLine[] = []
      let written = ''
      for (const word of text.split(' ')) {
        const longer = written === '' ? word : `${written} ${word}`
        if (written !== '' && line(longer, style).width > width) {
          // The space where a line breaks is kept, or extracted words would be glued together.
          lines.push(line(`${written} `, style))
          written = word
        } else {
          written = longer
        }
      }
      return written === '' ? lines : [...lines, line(written, style)]
    },
  }
}
