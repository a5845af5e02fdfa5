/** Glyph runs as text operators: the font's own advances where they hold, adjustments and new positions where they do not. */
import type { GlyphsItem } from '../../drawing.ts'
import type { ContentStream } from './content.ts'
import type { EmbeddedFont } from './fonts.ts'

// In thousandths of an em. A pen that jumps further starts a new position: readers take large adjustments
// for word spaces or, backwards, for another column; glyphs of right-to-left text jump by their own width.
const furthestForward = 1000
const furthestBack = 300

/** Paint a run's glyphs in reading order: that is the order in which text is extracted. */
export function paintGlyphs(content: ContentStream, font: EmbeddedFont, item: GlyphsItem): void {
  const { size, color, glyphs } = item
  const isReversed = item.direction === 'rtl'
  let place = isReversed ? item.x + advanceOf(item) : item.x
  let array = ''
  let codes = ''
  let pen = Number.NaN
  let baseline = Number.NaN
  const endCodes = (): void => {
    if (codes !== '') array += `<${codes}>`
    codes = ''
  }
  const show = (): void => {
    endCodes()
    if (array !== '') content.showText(array)
    array = ''
  }
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[isReversed ? glyphs.length - 1 - index : index]
    if (glyph === undefined) continue
    const advance = glyph.advance * size
    if (isReversed) place -= advance
    const x = place + glyph.xOffset * size
    const y = item.baseline - glyph.yOffset * size
    if (!isReversed) place += advance
    const code = font.encode(glyph.glyph, glyph.text)
    // How far back the pen has to go: TJ subtracts.
    const adjustment = Math.round(((pen - x) * 1000) / size)
    const stays = y === baseline && adjustment <= furthestBack && adjustment >= -furthestForward
    if (!stays) {
      show()
      content.moveText(font.name, size, color, x, y)
      pen = x
      baseline = y
    } else if (adjustment !== 0) {
      endCodes()
      array += String(adjustment)
      // The pen as the file has it: rounding must not add up along a line.
      pen -= (adjustment * size) / 1000
    }
    codes += code.hex
    pen += (code.width * size) / 1000
  }
  show()
}

/** The width of a run in points. */
function advanceOf({ glyphs, size }: GlyphsItem): number {
  return glyphs.reduce((sum, { advance }) => sum + advance * size, 0)
}
