/** Cuts a block's inline content into atoms: shaped words with the space after them, pictures, spacing. */
import { diagnose } from '../../diagnostics/index.ts'
import type { Report } from '../../diagnostics/index.ts'
import type { Size } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import { embeddingLevels, needsBidi } from '../../text/bidi.ts'
import type { Fonts } from '../../text/fonts.ts'
import { findBreaks } from '../../text/line-break.ts'
import type { BreakKind } from '../../text/line-break.ts'
import { logicalGlyphs } from '../../text/shaped-text.ts'
import type { ShapedText } from '../../text/shaped.ts'
import type { TextStyle } from '../../style/computed.ts'
import type { InlineContent, InlineText } from '../inline-content.ts'
import { extentOfPicture, extentOfText, noExtent } from './extent.ts'
import type { Extent, Strut } from './extent.ts'
import { firstsOfSource } from './sources.ts'
import { collapseWhiteSpace } from './white-space.ts'
import type { CollapsedText, Piece } from './white-space.ts'

export type Atom = TextAtom | PictureAtom | SpacingAtom

interface AtomBase {
  readonly width: Pt
  /** The part of the width that hangs outside when the line ends after it: a space. */
  readonly hanging: Pt
  /** Bidirectional embedding level; odd is right to left. */
  readonly level: number
  readonly breakAfter: BreakKind
  readonly extent: Extent
}

/** Atoms name their item by its place in the content: other content of the same words shares them. */
export interface TextAtom extends AtomBase {
  readonly kind: 'text'
  /** The first item of the same inline element. */
  readonly item: number
  readonly style: TextStyle
  readonly decoration: InlineText['decoration']
  readonly shaped: ShapedText
  /** What appears when the line ends at the soft hyphen after this atom. */
  readonly hyphen: ShapedText | undefined
}

export interface PictureAtom extends AtomBase {
  readonly kind: 'picture'
  readonly item: number
  readonly size: Size
}

export interface SpacingAtom extends AtomBase {
  readonly kind: 'spacing'
}

/** Cut content into atoms. Characters without a glyph are reported, each once for the block. */
export function cutAtoms(
  content: InlineContent,
  strut: Strut,
  fonts: Fonts,
  report: Report,
): readonly Atom[] {
  const collapsed = collapseWhiteSpace(content)
  const shape = createShape(content, fonts, report)
  const bounds = createBounds(content, collapsed)
  const firsts = firstsOfSource(content.items)
  const atoms: Atom[] = []
  collapsed.pieces.forEach((piece, index) => {
    const { item, start, end } = piece
    switch (item.kind) {
      case 'text': {
        const extent = extentOfText(item, strut, fonts)
        const first = firsts[index] ?? index
        for (const segment of bounds.segments(piece, index)) {
          appendText(atoms, { item, first, extent, shape, ...segment })
        }
        return
      }
      case 'picture':
        atoms.push({
          kind: 'picture',
          item: index,
          size: item.size,
          width: item.size.width,
          hanging: 0,
          level: bounds.level(start),
          breakAfter: bounds.breakAt(end, index),
          extent: extentOfPicture(item, strut),
        })
        return
      case 'break':
        appendForcedBreak(atoms, bounds.level(start), shape)
        return
      case 'spacing':
        appendSpacing(
          atoms,
          item.width,
          item.edge,
          bounds.level(item.edge === 'start' ? start : start - 1),
        )
    }
  })
  return atoms
}

type Shape = (text: string, item: number, style: TextStyle, level: number) => readonly ShapedText[]

function createShape(content: InlineContent, fonts: Fonts, report: Report): Shape {
  const reported = new Set<string>()
  return (text, index, style, level) =>
    fonts.shape(text, style, level % 2 === 1 ? 'rtl' : 'ltr', ({ character, tried }) => {
      if (reported.has(character)) return
      reported.add(character)
      const item = content.items[index]
      const chain = item === undefined || item.kind === 'spacing' ? [] : item.inline.chain
      const place = chain.at(-1)?.place ?? content.place
      report(diagnose('text-missing-glyph', { character, tried }, place))
    })
}

/** A stretch of text to shape as a whole: no break and no change of direction inside. */
interface Segment {
  readonly text: string
  readonly level: number
  readonly breakAfter: BreakKind
}

interface Bounds {
  level(index: number): number
  /** The break before the character at `position`, which ends the piece at `index` or lies inside it. */
  breakAt(position: number, index: number): BreakKind
  segments(piece: Piece, index: number): readonly Segment[]
}

function createBounds(content: InlineContent, { text, pieces }: CollapsedText): Bounds {
  const { direction } = content.style
  const levels = needsBidi(text, direction) ? embeddingLevels(text, direction) : undefined
  const baseLevel = direction === 'rtl' ? 1 : 0
  const breaks = findBreaks(text)
  const wraps = pieces.map(({ item }) => mayWrap(item.kind === 'text' ? item.style : content.style))

  const level = (index: number): number => levels?.[index] ?? baseLevel
  const breakAt = (position: number, index: number): BreakKind => {
    const kind = breaks[position] ?? 'none'
    if (kind === 'none' || wraps[index] === true) return kind
    // Between two items that do not wrap there is no break; at the edge of one there is.
    const next = pieces.findIndex((piece) => piece.start <= position && position < piece.end)
    return wraps[next] === true ? kind : 'none'
  }
  return {
    level,
    breakAt,
    segments({ start, end }, index) {
      const segments: Segment[] = []
      let from = start
      for (let at = start + 1; at <= end; at += 1) {
        const kind = breakAt(at, index)
        const isCut =
          at === end ||
          kind !== 'none' ||
          text[at] === '\n' ||
          text[at - 1] === '\n' ||
          (levels !== undefined && levels[at] !== levels[at - 1])
        if (!isCut) continue
        segments.push({ text: text.slice(from, at), level: level(from), breakAfter: kind })
        from = at
      }
      return segments
    },
  }
}

function mayWrap({ whiteSpace, textWrap }: InlineText['style']): boolean {
  return whiteSpace !== 'nowrap' && textWrap !== 'nowrap'
}

function appendText(
  atoms: Atom[],
  segment: Segment & {
    readonly item: InlineText
    readonly first: number
    readonly extent: Extent
    readonly shape: Shape
  },
): void {
  const { item, first, extent, shape, level, breakAfter } = segment
  const { style, decoration } = item
  if (segment.text === '\n') {
    appendForcedBreak(atoms, level, shape)
    return
  }
  // Soft hyphens and zero-width spaces have done their work when breaks are known.
  const text = segment.text.replace(/[\u00ad\u200b]/g, '')
  const runs = text === '' ? [] : shape(text, first, style, level)
  const hyphen = breakAfter === 'soft-hyphen' ? shapeHyphen(first, style, level, shape) : undefined
  runs.forEach((shaped, at) => {
    const isLast = at === runs.length - 1
    atoms.push({
      kind: 'text',
      item: first,
      style,
      decoration,
      shaped,
      width: shaped.advance * style.fontSize,
      hanging: isLast && text.endsWith(' ') ? trailingSpace(shaped) * style.fontSize : 0,
      level,
      breakAfter: isLast ? breakAfter : 'none',
      extent,
      hyphen: isLast ? hyphen : undefined,
    })
  })
  if (runs.length === 0) moveBreak(atoms, breakAfter, hyphen)
}

/** Text that draws nothing leaves its break to what stands before it. */
function moveBreak(atoms: Atom[], breakAfter: BreakKind, hyphen: ShapedText | undefined): void {
  const last = atoms.pop()
  if (last === undefined) return
  atoms.push(last.kind === 'text' ? { ...last, breakAfter, hyphen } : { ...last, breakAfter })
}

function trailingSpace(shaped: ShapedText): number {
  const last = logicalGlyphs(shaped).at(-1)
  return last?.text === ' ' ? last.advance : 0
}

/** A hyphen at a line's end is a soft hyphen to whoever copies the text, so that the word is whole again. */
function shapeHyphen(
  item: number,
  style: TextStyle,
  level: number,
  shape: Shape,
): ShapedText | undefined {
  const [shaped] = shape('\u2010', item, style, level)
  return (
    shaped && {
      ...shaped,
      text: '\u00ad',
      glyphs: shaped.glyphs.map((glyph) => ({ ...glyph, text: glyph.text && '\u00ad' })),
    }
  )
}

/** A forced break leaves a hanging space after the text, or words on both sides would be glued when copied. */
function appendForcedBreak(atoms: Atom[], level: number, shape: Shape): void {
  const last = atoms.at(-1)
  const space =
    last?.kind === 'text' && last.breakAfter !== 'mandatory'
      ? shape(' ', last.item, last.style, level)[0]
      : undefined
  if (last?.kind !== 'text' || space === undefined) {
    atoms.push({
      kind: 'spacing',
      width: 0,
      hanging: 0,
      level,
      breakAfter: 'mandatory',
      extent: noExtent,
    })
    return
  }
  const width = space.advance * last.style.fontSize
  joinToNext(atoms)
  atoms.push({
    ...last,
    shaped: space,
    width,
    hanging: width,
    level,
    breakAfter: 'mandatory',
    hyphen: undefined,
  })
}

/** Spacing at the end of an element stays on its line: the break moves behind it. */
function appendSpacing(atoms: Atom[], width: Pt, edge: 'start' | 'end', level: number): void {
  const breakAfter = edge === 'end' ? joinToNext(atoms) : 'none'
  atoms.push({ kind: 'spacing', width, hanging: 0, level, breakAfter, extent: noExtent })
}

/** Take the break away after the last atom. */
function joinToNext(atoms: Atom[]): BreakKind {
  const last = atoms.pop()
  if (last === undefined) return 'none'
  atoms.push({ ...last, breakAfter: 'none' })
  return last.breakAfter
}
