/** What a seam should not cut: lines of text, words, codes, faces and, if it can be helped, pictures. */
import type { GlyphsItem, Mark, PaintedPage } from '../drawing.ts'
import { applyToRect } from '../geometry/matrix.ts'
import { union } from '../geometry/rect.ts'
import type { Rect } from '../geometry/rect.ts'
import { reachOf } from './reach.ts'

export interface Obstacle {
  readonly kind: 'line' | 'word' | 'whole' | 'picture'
  readonly rect: Rect
  /** The text of a line. */
  readonly text: string
}

/** Everything on a page that seams should keep clear of, in the page's coordinates. */
export function obstaclesOf(page: PaintedPage): readonly Obstacle[] {
  return page.items.flatMap((item) => {
    if (item.kind === 'link') return []
    const lines = linesOf(item.items.filter((mark) => mark.kind === 'glyphs'))
    return [...lines, ...item.items.flatMap(pictureObstacles)]
  })
}

/** Runs on one baseline with no more than an em between them are one line. */
function linesOf(runs: readonly GlyphsItem[]): readonly Obstacle[] {
  const lines: { rect: Rect; text: string; size: number; baseline: number }[] = []
  const words: Obstacle[] = []
  for (const run of runs) {
    const parts = wordsOf(run)
    words.push(...parts)
    const rect = parts.map((part) => part.rect).reduce<Rect | undefined>(union, undefined)
    if (rect === undefined) continue
    const text = run.glyphs.map((glyph) => glyph.text).join('')
    const last = lines.at(-1)
    const isSameLine =
      last !== undefined &&
      last.baseline === run.baseline &&
      rect.x <= last.rect.x + last.rect.width + last.size &&
      last.rect.x <= rect.x + rect.width + last.size
    if (isSameLine) {
      last.rect = union(last.rect, rect) ?? rect
      last.text += text
    } else {
      lines.push({ rect, text, size: run.size, baseline: run.baseline })
    }
  }
  return [
    ...lines.map(({ rect, text }): Obstacle => ({ kind: 'line', rect, text: text.trim() })),
    ...words,
  ]
}

/** The inked height of text is taken from the font: of the letters that are in it, no more. */
function wordsOf({ font, size, x, baseline, glyphs }: GlyphsItem): readonly Obstacle[] {
  const scale = size / font.unitsPerEm
  const letters = glyphs.map(({ text }) => text).join('')
  // Small letters such as b and f stand a little higher than capitals; accents as high as the font goes.
  const top = (/[^ -~]/.test(letters) ? font.ascender : font.capHeight * 1.1) * scale
  const reachesDown = /[^ -~]|[gjpqyQ,;()[\]{}|@$_/\\]/.test(letters)
  const bottom = reachesDown ? -font.descender : font.capHeight * 0.03
  const height = top + bottom * scale
  const words: Obstacle[] = []
  let start = x
  let pen = x
  let text = ''
  const end = (): void => {
    if (text !== '') {
      const rect = { x: start, y: baseline - top, width: pen - start, height }
      words.push({ kind: 'word', rect, text })
    }
    text = ''
  }
  for (const glyph of glyphs) {
    const isSpace = glyph.text !== '' && glyph.text.trim() === ''
    if (isSpace) end()
    else if (text === '') start = pen
    if (!isSpace) text += glyph.text
    pen += glyph.advance * size
  }
  end()
  return words
}

function pictureObstacles(mark: Mark): readonly Obstacle[] {
  if (mark.kind !== 'drawing' && mark.kind !== 'image') return []
  const rect = reachOf(mark)
  if (rect === undefined) return []
  const whole = mark.kind === 'drawing' ? (mark.drawing.keepWhole ?? []) : []
  const transform = mark.kind === 'drawing' ? mark.transform : undefined
  return [
    { kind: 'picture', rect, text: '' },
    ...whole.flatMap((part): readonly Obstacle[] =>
      transform === undefined
        ? []
        : [{ kind: 'whole', rect: applyToRect(transform, part), text: '' }],
    ),
  ]
}
