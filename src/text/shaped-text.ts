/** Cuts shaped text between its characters and joins it again, without shaping anew. */
import type { ShapedGlyph, ShapedText } from './shaped.ts'

/** The smallest pieces that shaped text can be cut into, in logical order: letters with their marks, ligatures. */
export function splitShaped(shaped: ShapedText): readonly ShapedText[] {
  const clusters: ShapedGlyph[][] = []
  for (const glyph of logicalGlyphs(shaped)) {
    const last = clusters.at(-1)
    if (last === undefined || glyph.text !== '') clusters.push([glyph])
    else last.push(glyph)
  }
  return clusters.map((glyphs) => withGlyphs(shaped, glyphs))
}

/** Shaped text without its last character, and that character. */
export function splitLast(shaped: ShapedText): readonly [ShapedText, ShapedText] {
  const glyphs = logicalGlyphs(shaped)
  const last = glyphs.findLastIndex(({ text }) => text !== '')
  return [withGlyphs(shaped, glyphs.slice(0, last)), withGlyphs(shaped, glyphs.slice(last))]
}

/** Join pieces of one font and direction, given in logical order. */
export function joinShaped(first: ShapedText, others: readonly ShapedText[]): ShapedText {
  if (others.length === 0) return first
  // Plain loops: every word of every line passes here.
  const pieces = [first, ...others]
  let text = ''
  let advance = 0
  for (const piece of pieces) {
    text += piece.text
    advance += piece.advance
  }
  const glyphs: ShapedGlyph[] = []
  const visual = first.direction === 'rtl' ? pieces.toReversed() : pieces
  for (const piece of visual) {
    for (const glyph of piece.glyphs) glyphs.push(glyph)
  }
  return { font: first.font, direction: first.direction, text, glyphs, advance }
}

/** Glyphs in reading order: their texts together are the text. */
export function logicalGlyphs({ glyphs, direction }: ShapedText): readonly ShapedGlyph[] {
  return direction === 'rtl' ? glyphs.toReversed() : glyphs
}

function withGlyphs(shaped: ShapedText, logical: readonly ShapedGlyph[]): ShapedText {
  return {
    font: shaped.font,
    direction: shaped.direction,
    text: logical.map(({ text }) => text).join(''),
    glyphs: shaped.direction === 'rtl' ? logical.toReversed() : logical,
    advance: logical.reduce((sum, { advance }) => sum + advance, 0),
  }
}
