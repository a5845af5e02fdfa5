/** The inline formatting context: prepares a block's text once, then lays it out in lines of any width. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Place } from '../diagnostics/index.ts'
import { toMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import type { TextStyle } from '../style/computed.ts'
import type { Fonts } from '../text/fonts.ts'
import type { GalleyLine } from './galley.ts'
import type { InlineContent } from './inline-content.ts'
import { cutAtoms } from './inline/atoms.ts'
import { strutOf } from './inline/extent.ts'
import type { Strut } from './inline/extent.ts'
import { fillLines } from './inline/fill.ts'
import type { FilledLine } from './inline/fill.ts'
import { lineExtent, setLine } from './inline/line.ts'
import {
  fitUnits,
  groupUnits,
  maxContentWidth,
  minContentWidth,
  widthTolerance,
} from './inline/units.ts'
import type { Unit } from './inline/units.ts'

/** Inline content, shaped and measured. It remembers its layout at each width it was asked for. */
export interface PreparedInline {
  readonly minContentWidth: Pt
  readonly maxContentWidth: Pt
  readonly style: TextStyle
  readonly strut: Strut
  readonly units: readonly Unit[]
  readonly place: Place | undefined
  readonly measured: Map<Pt, MeasuredLines>
  readonly laidOut: Map<Pt, InlineLayout>
}

/** The size of the lines at some width; `firstBaseline` is measured from the top. */
export interface InlineSize {
  /** Of the longest line, without what hangs at its end. */
  readonly width: Pt
  readonly height: Pt
  readonly firstBaseline: Pt | undefined
}

/** Lines relative to the top left corner of the block's content box. */
export interface InlineLayout extends InlineSize {
  readonly lines: readonly GalleyLine[]
}

/** Shape a block's inline content. Characters that no font has are reported here, once for the block. */
export function prepareInline(
  content: InlineContent,
  fonts: Fonts,
  report: Report,
): PreparedInline {
  const strut = strutOf(content.style, fonts)
  const units = groupUnits(cutAtoms(content, strut, fonts, report))
  return {
    minContentWidth: minContentWidth(units),
    maxContentWidth: maxContentWidth(units),
    style: content.style,
    strut,
    units,
    place: content.place,
    measured: new Map(),
    laidOut: new Map(),
  }
}

/** The size of the content in a box of this width (infinite for its natural size), without setting lines. */
export function measureLines(prepared: PreparedInline, width: Pt): InlineSize {
  return measure(prepared, width)
}

/** Break and set the content in a box of this width, which may be infinite. */
export function layoutLines(prepared: PreparedInline, width: Pt): InlineLayout {
  const known = prepared.laidOut.get(width)
  if (known !== undefined) return known
  const { units, filled, ...size } = measure(prepared, width)
  const setting = { style: prepared.style, strut: prepared.strut, units, width }
  const lines: GalleyLine[] = []
  let y = 0
  for (const line of filled) {
    const set = setLine(setting, line, y)
    lines.push(set)
    y += set.rect.height
  }
  const layout = { ...size, lines }
  prepared.laidOut.set(width, layout)
  return layout
}

/** Report what sticks out of a box of this width. For the final width only: measuring tries many. */
export function reportOverflow(prepared: PreparedInline, width: Pt, report: Report): void {
  const { units, filled } = measure(prepared, width)
  for (const line of filled) {
    const excess = line.width - width
    if (excess <= widthTolerance) continue
    const word = textOf(units.slice(line.start, line.end))
    report(diagnose('text-overflow', { word, millimetres: toMillimetres(excess) }, prepared.place))
  }
}

interface MeasuredLines extends InlineSize {
  readonly units: readonly Unit[]
  readonly filled: readonly FilledLine[]
}

function measure(prepared: PreparedInline, width: Pt): MeasuredLines {
  const known = prepared.measured.get(width)
  if (known !== undefined) return known
  const { style, strut } = prepared
  const units = fitUnits(prepared.units, width)
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
  prepared.measured.set(width, measured)
  return measured
}

function textOf(units: readonly Unit[]): string {
  const text = units
    .flatMap(({ atoms }) => atoms)
    .map((atom) => (atom.kind === 'text' ? atom.shaped.text : atom.kind === 'picture' ? '▢' : ''))
    .join('')
    .trim()
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
