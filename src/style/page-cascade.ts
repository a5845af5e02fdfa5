/** The @page cascade: size, margins and margin boxes of each kind of page (CSS Paged Media 3). */
import type { Place } from '../diagnostics/index.ts'
import { assembleStyle, blockified } from './assemble.ts'
import { marginBoxNames } from './computed.ts'
import type { ComputedStyle, Extent, MarginBoxName, PageStyle } from './computed.ts'
import type { Computed, Computer } from './compute.ts'
import type { Recorded, Recorder } from './once.ts'
import { placeOf } from './span.ts'
import type { Declaration, PageRule } from './stylesheet.ts'

/** Page styles with the problems of their values. */
export type RecordedPageStyles = (name: string, isFirst: boolean) => Recorded<PageStyle>

/** `rules` in cascade order but for their selectors; pages inherit from the root element. */
export function createPageStyles(
  rules: readonly PageRule[],
  root: Computed,
  language: string,
  computer: Computer,
  recorder: Recorder,
): RecordedPageStyles {
  const known = new Map<string, Recorded<PageStyle>>()
  return (name, isFirst) => {
    const key = `${isFirst ? 'first' : 'other'} ${name}`
    let page = known.get(key)
    if (page === undefined) {
      const matching = matchingRules(rules, name, isFirst)
      page = recorder.record(() => computePage(matching, root, language, computer))
      known.set(key, page)
    }
    return page
  }
}

/** A name outweighs :first; sorting keeps the order of equals (CSS Paged Media 3, 3.3). */
function matchingRules(
  rules: readonly PageRule[],
  name: string,
  isFirst: boolean,
): readonly PageRule[] {
  const weight = (rule: PageRule) => (rule.name === undefined ? 0 : 2) + (rule.isFirst ? 1 : 0)
  return rules
    .filter((rule) => rule.name === undefined || rule.name === name)
    .filter((rule) => !rule.isFirst || isFirst)
    .sort((a, b) => weight(a) - weight(b))
}

// Crop marks need room to stand clear of the trim (CSS Paged Media 3, 7.3).
const bleedOfMarks = 6

function computePage(
  rules: readonly PageRule[],
  root: Computed,
  language: string,
  computer: Computer,
): PageStyle {
  const page = computer.compute(
    rules.flatMap(({ declarations }) => declarations),
    root,
  )
  const { values } = page
  const [width, height] = [rounded(values.size.width), rounded(values.size.height)]
  const vertical = (extent: Extent) => resolveMargin(extent, height)
  const horizontal = (extent: Extent) => resolveMargin(extent, width)
  const hasCropMarks = values.marks.includes('crop')
  return {
    width,
    height,
    margin: {
      top: vertical(values['margin-top']),
      right: horizontal(values['margin-right']),
      bottom: vertical(values['margin-bottom']),
      left: horizontal(values['margin-left']),
    },
    bleed: values.bleed === 'auto' ? (hasCropMarks ? bleedOfMarks : 0) : values.bleed,
    marks: values.marks,
    marginBoxes: computeMarginBoxes(rules, page, language, computer),
    place: placeOfSize(rules),
  }
}

/** To a millionth of a point, so that 8.5in and 215.9mm are the same paper. */
function rounded(length: number): number {
  return Math.round(length * 1e6) / 1e6
}

function resolveMargin(extent: Extent, reference: number): number {
  return extent === 'auto' ? 0 : extent.points + (extent.percent / 100) * reference
}

function computeMarginBoxes(
  rules: readonly PageRule[],
  page: Computed,
  language: string,
  computer: Computer,
): Readonly<Partial<Record<MarginBoxName, ComputedStyle>>> {
  const boxes: Partial<Record<MarginBoxName, ComputedStyle>> = {}
  for (const name of marginBoxNames) {
    const declarations = rules.flatMap(({ marginBoxes }) =>
      marginBoxes.filter((box) => box.name === name).flatMap((box) => box.declarations),
    )
    if (declarations.length === 0) continue
    const { values } = computer.compute(declarations, page)
    if (!Array.isArray(values.content) || values.display === 'none') continue
    boxes[name] = assembleStyle({ ...values, display: blockified(values.display) }, language)
  }
  return boxes
}

/** Where the author says how large the page is; else where the strongest rule stands. */
function placeOfSize(rules: readonly PageRule[]): Place | undefined {
  const isSize = (declaration: Declaration) =>
    declaration.kind === 'property' && declaration.property === 'size'
  const sizes = rules.flatMap(({ declarations }) => declarations.filter(isSize))
  const span = sizes.at(-1)?.span ?? rules.at(-1)?.span
  return span === undefined ? undefined : placeOf(span)
}
