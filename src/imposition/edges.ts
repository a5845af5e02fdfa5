/** The edges of pages that a print shop cuts: how far colour runs beyond them, and how near words come. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Color } from '../drawing.ts'
import { intersection } from '../geometry/rect.ts'
import type { Edges, Rect } from '../geometry/rect.ts'
import { fromMillimetres, toMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import type {
  BoxFragment,
  BoxSource,
  Fragment,
  LineFragment,
  LineRun,
  Page,
} from '../layout/fragment.ts'
import { textAlternative } from '../paint/text-alternative.ts'
import type { PageStyle } from '../style/computed.ts'
import type { Element } from '../template/markup.ts'

/** What must be read keeps this away: a cut is off by a millimetre or two, and text in a fold is lost. */
const safeDistance = { cut: fromMillimetres(5), fold: fromMillimetres(4) } as const

/** Rounding of lengths; nobody cuts as exactly. */
const tolerance = fromMillimetres(0.1)

/** Pages with another bleed than their style sheet says, and with crop and registration marks where they are asked for. */
export function withPrinterMarks(
  pages: readonly Page[],
  { bleed, marks = false }: { readonly bleed?: Pt; readonly marks?: boolean },
): readonly Page[] {
  if (bleed === undefined && !marks) return pages
  return pages.map((page) => ({
    ...page,
    style: {
      ...page.style,
      bleed: bleed ?? page.style.bleed,
      marks: marks ? (['crop', 'cross'] as const) : page.style.marks,
    },
  }))
}

/** What happens at the edges of pages; undefined where the sheets stay as they are printed. */
export type EdgeUse = keyof typeof safeDistance | undefined

/**
 * Report text and pictures that are too near the edge, and backgrounds that end at it instead of running on into
 * the bleed. Pages with bleed or marks are cut, whatever `use` says.
 */
export function checkEdges(
  { pages, source: root }: { readonly pages: readonly Page[]; readonly source: BoxSource },
  use: EdgeUse,
  report: Report,
): void {
  // A band on each page is said once.
  const said = new Set<Element>()
  for (const { style, fragments, marginBoxes } of pages) {
    const edge = style.bleed > 0 || style.marks.length > 0 ? 'cut' : use
    if (edge === undefined) continue
    const check: Check = { style, edge, root, said, report }
    for (const fragment of fragments) checkFragment(fragment, undefined, check)
    for (const { fragment } of marginBoxes) checkFragment(fragment, undefined, check)
  }
}

interface Check {
  readonly style: PageStyle
  readonly edge: 'cut' | 'fold'
  readonly root: BoxSource
  readonly said: Set<Element>
  readonly report: Report
}

/** `ground` is the colour that everything lies on. */
function checkFragment(fragment: Fragment, ground: Color | undefined, check: Check): void {
  switch (fragment.kind) {
    case 'box':
      checkBox(fragment, ground, check)
      break
    case 'line':
      for (const run of fragment.runs) checkRun(run, fragment, check)
      break
    case 'replaced': {
      const { element } = fragment.source
      const visible = intersection(fragment.rect, fragment.pictureRect)
      if (visible === undefined) return
      checkBackground(visible, element, check)
      if (element !== undefined && textAlternative(element) !== 'decoration') {
        checkPicture(visible, element, check)
      }
    }
  }
}

function checkBox(fragment: BoxFragment, ground: Color | undefined, check: Check): void {
  const { source, rect, children } = fragment
  const { backgroundColor, border } = source.style
  // The document's own background is painted over the bleed in any case.
  const isColored = backgroundColor !== undefined && !isSame(backgroundColor, ground)
  const hasBorder = Object.values(border).some(({ width }) => width > 0)
  if (source !== check.root && (isColored || hasBorder))
    checkBackground(rect, source.element, check)
  for (const child of children) checkFragment(child, backgroundColor ?? ground, check)
}

/** What reaches the edge must reach the bleed's edge as well. */
function checkBackground(rect: Rect, element: Element | undefined, check: Check): void {
  const { style } = check
  if (style.bleed === 0) return
  const beyond = Object.values(distances(rect, style)).map((inside) => -inside)
  const short = beyond.filter((by) => by > -tolerance && by < style.bleed - tolerance)
  const [first] = short
  if (first === undefined || !isOnPage(rect, style)) return
  const details = {
    millimetres: tenths(Math.max(0, Math.min(...short))),
    bleed: tenths(style.bleed),
  }
  tell(element, check, () => diagnose('imposition-short-of-bleed', details, element?.place))
}

function checkRun(run: LineRun, line: LineFragment, check: Check): void {
  const element = run.inline.chain.at(-1) ?? line.source.element
  if (run.kind === 'picture') {
    if (textAlternative(run.element) !== 'decoration') checkPicture(run.rect, run.element, check)
    return
  }
  const text = run.shaped.text.trim()
  if (text === '') return
  const { capHeight, descender, unitsPerEm } = run.shaped.font
  const scale = run.style.fontSize / unitsPerEm
  const rect = {
    x: run.x,
    y: run.baseline - capHeight * scale,
    width: run.width - trailingSpace(run),
    height: (capHeight - descender) * scale,
  }
  checkDistance(rect, `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`, element, check)
}

/** A picture that runs into the bleed on purpose is cut there on purpose. */
function checkPicture(rect: Rect, element: Element, check: Check): void {
  const { bleed } = check.style
  const isCut = (inside: Pt): boolean => bleed > 0 && inside <= tolerance - bleed
  checkDistance(rect, `<${element.name}>`, element, check, isCut)
}

function checkDistance(
  rect: Rect,
  what: string,
  element: Element | undefined,
  check: Check,
  mayBeCut: (inside: Pt) => boolean = () => false,
): void {
  const least = safeDistance[check.edge]
  const near = Object.values(distances(rect, check.style)).filter(
    (inside) => inside < least - tolerance && !mayBeCut(inside),
  )
  if (near.length === 0 || !isOnPage(rect, check.style)) return
  const details = {
    what,
    edge: check.edge,
    millimetres: tenths(Math.min(...near)),
    least: tenths(least),
  }
  tell(element, check, () => diagnose('imposition-too-near-edge', details, element?.place))
}

/** How far inside the page each side is; negative beyond it. */
function distances({ x, y, width, height }: Rect, page: PageStyle): Edges<Pt> {
  return {
    top: y,
    right: page.width - x - width,
    bottom: page.height - y - height,
    left: x,
  }
}

function isOnPage(rect: Rect, { width, height }: PageStyle): boolean {
  const shared = intersection(rect, { x: 0, y: 0, width, height })
  return shared !== undefined && shared.width > 0 && shared.height > 0
}

function tell(
  element: Element | undefined,
  { said, report }: Check,
  problem: () => Parameters<Report>[0],
): void {
  if (element !== undefined && said.has(element)) return
  if (element !== undefined) said.add(element)
  report(problem())
}

function trailingSpace({ shaped, style }: Extract<LineRun, { kind: 'text' }>): Pt {
  let space = 0
  for (let at = shaped.glyphs.length - 1; at >= 0; at -= 1) {
    const glyph = shaped.glyphs[at]
    if (glyph === undefined || glyph.text.trim() !== '' || shaped.direction === 'rtl') break
    space += glyph.advance * style.fontSize
  }
  return space
}

function isSame(a: Color, b: Color | undefined): boolean {
  return b !== undefined && a.red === b.red && a.green === b.green && a.blue === b.blue
}

function tenths(length: Pt): number {
  return Math.round(toMillimetres(length) * 10) / 10
}
