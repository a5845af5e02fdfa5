/** The margins of pages: headers and footers with page numbers, strings and running elements (CSS Paged Media 3, 5). */
import type { Report } from '../../diagnostics/index.ts'
import type { Rect } from '../../geometry/rect.ts'
import type { Pt } from '../../geometry/units.ts'
import { reportOnce } from '../../style/once.ts'
import {
  marginBoxNames,
  type ComputedStyle,
  type MarginBoxName,
  type PageStyle,
} from '../../style/computed.ts'
import type { BlockBox } from '../box.ts'
import { createEngine } from '../create-engine.ts'
import { withInset, type Engine } from '../engine.ts'
import type { BoxFragment, Page } from '../fragment.ts'
import type { Galley } from '../galley.ts'
import { prepareInline } from '../inline.ts'
import { withHeight } from '../laid.ts'
import type { LayoutContext } from '../layout-galley.ts'
import type { CutPage } from '../paginate/index.ts'
import { placeBox } from '../paginate/place-box.ts'
import { placePending } from '../positioned.ts'
import { tooHigh } from '../problems.ts'
import { clamp, givenWidth, usedInset, usedMargins, widthLimits } from '../sizing.ts'
import { toGalleyBox } from '../to-galley.ts'
import { inForce } from './in-force.ts'
import { marginBoxContent } from './margin-content.ts'
import { shareEdge, type EdgeBox } from './widths.ts'

/** Fill the margins of cut pages: what stands in them depends on the number of pages. */
export function layoutMargins(
  pages: readonly CutPage[],
  galley: Galley,
  context: LayoutContext,
): readonly Page[] {
  // The same footer is laid out for every page; its problems are told once.
  const report = reportOnce(context.report)
  const once = { ...context, report }
  const engine = createEngine((content) =>
    prepareInline(content, { ...context, texts: context.cache.texts, report }),
  )
  const tops = pages.map(({ galleyTop }) => galleyTop)
  const values = inForce(galley, tops)
  return pages.map(({ number, style, fragments }, index) => {
    const counters = new Map([
      ['page', number],
      ['pages', pages.length],
    ])
    const { strings, running } = values[index] ?? { strings: new Map(), running: new Map() }
    const known = { values: { counters, strings }, running }
    const boxes = new Map<MarginBoxName, BlockBox>()
    for (const name of marginBoxNames) {
      const box = marginBoxContent(name, style, known, once)
      if (box !== undefined) boxes.set(name, box)
    }
    const marginBoxes = placeBoxes(engine, boxes, style).map((placed) => ({
      name: placed.name,
      fragment: layoutMarginBox(engine, placed, report),
    }))
    return { number, style, fragments, marginBoxes }
  })
}

interface PlacedBox {
  readonly name: MarginBoxName
  readonly box: BlockBox
  /** Margin box. */
  readonly area: Rect
}

/** The four corners take their whole area; three boxes share each of the upper and lower edge. */
function placeBoxes(
  engine: Engine,
  boxes: ReadonlyMap<MarginBoxName, BlockBox>,
  { width, height, margin }: PageStyle,
): readonly PlacedBox[] {
  const inner = width - margin.left - margin.right
  return (['top', 'bottom'] as const).flatMap((edge) => {
    const y = edge === 'top' ? 0 : height - margin.bottom
    const tall = margin[edge]
    const box = (place: 'left' | 'center' | 'right') => boxes.get(`${edge}-${place}`)
    const measure = (found: BlockBox | undefined) => found && edgeBox(engine, found, inner)
    const [left, center, right] = [box('left'), box('center'), box('right')]
    const widths = shareEdge(
      { left: measure(left), center: measure(center), right: measure(right) },
      inner,
    )
    const areas = {
      'left-corner': { x: 0, width: margin.left },
      left: { x: margin.left, width: widths.left ?? 0 },
      center: {
        x: margin.left + (inner - (widths.center ?? 0)) / 2,
        width: widths.center ?? 0,
      },
      right: { x: width - margin.right - (widths.right ?? 0), width: widths.right ?? 0 },
      'right-corner': { x: width - margin.right, width: margin.right },
    }
    return (['left-corner', 'left', 'center', 'right', 'right-corner'] as const).flatMap(
      (place) => {
        const name = `${edge}-${place}` as const
        const found = boxes.get(name)
        return found === undefined
          ? []
          : [{ name, box: found, area: { ...areas[place], y, height: tall } }]
      },
    )
  })
}

/** Least and greatest width of a margin box with its margins. */
function edgeBox(engine: Engine, box: BlockBox, available: Pt): EdgeBox {
  const { style } = box
  const { left, right } = usedMargins(style, available)
  const inset = usedInset(style, available)
  const given = givenWidth(style, inset, available)
  const limits = widthLimits(style, inset, available)
  const content =
    given === undefined
      ? withInset(engine.contentWidths(box), inset.horizontal)
      : { min: given, max: given }
  return {
    min: clamp(content.min, limits) + left + right,
    max: clamp(content.max, limits) + left + right,
    isFixed: given !== undefined,
  }
}

/** The box fills its area; its content stands at the top, in the middle or at the bottom. */
function layoutMarginBox(engine: Engine, { box, area }: PlacedBox, report: Report): BoxFragment {
  const margin = usedMargins(box.style, area.width)
  const width = Math.max(0, area.width - margin.left - margin.right)
  const height = Math.max(0, area.height - margin.top - margin.bottom)
  const natural = engine.layout(box, {
    width,
    ignoreHeight: true,
    independent: true,
    containing: { width: area.width, height: area.height },
  })
  for (const problem of tooHigh(box, natural.height, height)) report(problem)
  const moved = Math.max(0, height - natural.height) * shareAbove(box.style)
  const laid = placePending(engine, withHeight(natural, height, moved), box.style)
  const placed = { x: area.x + margin.left, y: area.y + margin.top, laid }
  const galley = toGalleyBox(placed, { report, onAnchor: () => undefined })
  const [fragment] = placeBox(galley, undefined, { by: { x: 0, y: 0 }, isRepeated: false })
  if (fragment?.kind !== 'box') throw new Error('a margin box became no box')
  return fragment
}

/** The part of the free room that stands above the content. */
function shareAbove({ verticalAlign }: ComputedStyle): number {
  if (verticalAlign === 'middle') return 0.5
  return verticalAlign === 'bottom' ? 1 : 0
}
