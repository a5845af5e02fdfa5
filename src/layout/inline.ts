/** The inline formatting context: prepares a block's text once, then lays it out in lines of any width. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Place } from '../diagnostics/index.ts'
import { toMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import type { Fonts } from '../text/fonts.ts'
import type { GalleyLine } from './galley.ts'
import type { InlineContent, InlineItem } from './inline-content.ts'
import { fillLines } from './inline/fill.ts'
import { lineExtent, setLine } from './inline/line.ts'
import type { SetLine } from './inline/line.ts'
import type { InlineSize, MeasuredLines, PreparedText, TextCache } from './inline/prepared-text.ts'
import { lineOf } from './inline/sources.ts'
import { fitUnits, widthTolerance } from './inline/units.ts'
import type { Unit } from './inline/units.ts'

/** What inline content is prepared with. */
export interface InlineContext {
  readonly fonts: Fonts
  readonly texts: TextCache
  readonly report: Report
}

/** Inline content, shaped and measured. It remembers its layout at each width it was asked for. */
export interface PreparedInline {
  readonly text: PreparedText
  readonly items: readonly InlineItem[]
  readonly place: Place | undefined
  readonly laidOut: Map<Pt, InlineLayout>
}

/** Lines relative to the top left corner of the block's content box. */
export interface InlineLayout extends InlineSize {
  readonly lines: readonly GalleyLine[]
}

/** Shape a block's inline content, or take its text from the cache. */
export function prepareInline(
  content: InlineContent,
  { fonts, texts, report }: InlineContext,
): PreparedInline {
  const { items, place } = content
  return { text: texts.get(content, fonts, report), items, place, laidOut: new Map() }
}

/** The size of the content in a box of this width (infinite for its natural size), without setting lines. */
export function measureLines(prepared: PreparedInline, width: Pt): InlineSize {
  return measure(prepared.text, width)
}

/** Break and set the content in a box of this width, which may be infinite. */
export function layoutLines(prepared: PreparedInline, width: Pt): InlineLayout {
  const known = prepared.laidOut.get(width)
  if (known !== undefined) return known
  const { text, items } = prepared
  const { height, firstBaseline, width: ownWidth } = measure(text, width)
  const lines = setLines(text, width).map((line) => lineOf(line, items))
  const layout = { width: ownWidth, height, firstBaseline, lines }
  prepared.laidOut.set(width, layout)
  return layout
}

/** Report what sticks out of a box of this width. For the final width only: measuring tries many. */
export function reportOverflow(prepared: PreparedInline, width: Pt, report: Report): void {
  const { units, filled } = measure(prepared.text, width)
  for (const line of filled) {
    const excess = line.width - width
    if (excess <= widthTolerance) continue
    const word = textOf(units.slice(line.start, line.end))
    report(diagnose('text-overflow', { word, millimetres: toMillimetres(excess) }, prepared.place))
  }
}

function measure(text: PreparedText, width: Pt): MeasuredLines {
  const known = text.measured.get(width)
  if (known !== undefined) return known
  const { style, strut } = text
  const units = fitUnits(text.units, width)
  const filled = fillLines(units, width, style.textWrap)
  const setting = { style, strut, units, width }
  const extents = filled.map((line) => lineExtent(setting, line))
  const measured = {
    units,
    filled,
    width: Math.max(0, ...filled.map((line) => line.width)),
    height: extents.reduce((sum, { above, below }) => sum + above + below, 0),
    firstBaseline: extents[0]?.above,
  }
  text.measured.set(width, measured)
  return measured
}

function setLines(text: PreparedText, width: Pt): readonly SetLine[] {
  const known = text.set.get(width)
  if (known !== undefined) return known
  const { units, filled } = measure(text, width)
  const setting = { style: text.style, strut: text.strut, units, width }
  const lines: SetLine[] = []
  let y = 0
  for (const line of filled) {
    const set = setLine(setting, line, y)
    lines.push(set)
    y += set.rect.height
  }
  text.set.set(width, lines)
  return lines
}

function textOf(units: readonly Unit[]): string {
  const text = units
    .flatMap(({ atoms }) => atoms)
    .map((atom) => (atom.kind === 'text' ? atom.shaped.text : atom.kind === 'picture' ? '▢' : ''))
    .join('')
    .trim()
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
