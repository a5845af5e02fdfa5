/** Collapses white space over all items of a block (CSS Text 3, 4.1), and joins their characters in one string. */
import type { InlineContent, InlineItem, InlineText } from '../inline-content.ts'

/** One string for the whole block, and which item each stretch of it comes from. */
export interface CollapsedText {
  /** A picture is U+FFFC, a forced break a line feed. */
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** A stretch of the string from `start` up to `end`; spacing has no characters. */
export interface Piece {
  readonly item: InlineItem
  readonly start: number
  readonly end: number
}

/** Collapse the white space of a block's items. */
export function collapseWhiteSpace({ items }: InlineContent): CollapsedText {
  const pieces: Piece[] = []
  let text = ''
  for (const item of items) {
    const characters = charactersOf(item)
    const endsLine = characters.startsWith('\n')
    if (endsLine) text = withoutTrailingSpace(text)
    const start = text.length
    const afterSpace = text === '' || /[ \n]$/.test(text)
    text += afterSpace && characters.startsWith(' ') ? characters.slice(1) : characters
    pieces.push({ item, start, end: text.length })
  }
  text = withoutTrailingSpace(text)
  return { text, pieces: clampPieces(pieces, text.length) }
}

const objectReplacement = '\ufffc'

function charactersOf(item: InlineItem): string {
  switch (item.kind) {
    case 'text':
      return collapseWithin(item)
    case 'break':
      return '\n'
    case 'picture':
      return objectReplacement
    case 'spacing':
      return ''
  }
}

function collapseWithin({ text, style }: InlineText): string {
  const kept = style.whiteSpace === 'pre-line' ? text.replace(/\r\n?|\n/g, lineSeparator) : text
  return kept.replace(/[ \t\r\f\n]+/g, ' ').replace(/ ?[\v\u0085\u2028\u2029] ?/g, '\n')
}

/** U+2028 breaks the line in every mode, so kept line feeds become it until spaces are collapsed. */
const lineSeparator = '\u2028'

function withoutTrailingSpace(text: string): string {
  return text.endsWith(' ') ? text.slice(0, -1) : text
}

/** A space that was dropped when the line turned out to end shortens the pieces that had it. */
function clampPieces(pieces: readonly Piece[], length: number): readonly Piece[] {
  let limit = length
  return pieces
    .toReversed()
    .map(({ item, start, end }) => {
      const clamped = { item, start: Math.min(start, limit), end: Math.min(end, limit) }
      limit = clamped.start
      return clamped
    })
    .reverse()
}
