/** From how far away a page can be read: the smallest text that matters, measured as it was laid out. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import { toMillimetres } from '../geometry/units.ts'
import type { Metres } from '../model/document.ts'
import type { Element } from '../template/markup.ts'
import type { Fragment, LineFragment, Page, TextRun } from './fragment.ts'

/** Millimetres of x-height for each metre: 0.3 degrees, half as much again as a good reader needs (Legge). */
export const comfortable = 5.2
/** 0.2 degrees: smaller letters slow down everybody. */
export const barely = 3.5

/** The smallest text that must be read from afar. */
export interface EssentialText {
  readonly text: string
  /** Millimetres on the page: of small letters, or of figures and capitals where there are no others. */
  readonly letterHeight: number
  readonly page: number
  readonly element: Element | undefined
}

/**
 * The smallest text of some pages. What has `role="note"`, what is hidden from screen readers and what stands in the
 * margins is for those who come near.
 */
export function smallestEssentialText(pages: readonly Page[]): EssentialText | undefined {
  let smallest: EssentialText | undefined
  for (const { number, fragments } of pages) {
    for (const { run, line } of fragments.flatMap(essentialRuns)) {
      const letterHeight = toMillimetres(letterHeightOf(run))
      if (smallest !== undefined && letterHeight >= smallest.letterHeight) continue
      const element = run.inline.chain.at(-1) ?? line.source.element
      smallest = { text: run.shaped.text.trim(), letterHeight, page: number, element }
    }
  }
  return smallest
}

/** The greatest distance from which all of a text can be read with ease, in metres. */
export function readingDistance({ letterHeight }: EssentialText): Metres {
  return letterHeight / comfortable
}

/** Report text that is too small for the distance a document is made for. */
export function checkReadingDistance(text: EssentialText, distance: Metres, report: Report): void {
  const perMetre = text.letterHeight / distance
  if (perMetre >= comfortable) return
  const details = {
    text: text.text.length > 40 ? `${text.text.slice(0, 39)}…` : text.text,
    letterHeight: text.letterHeight,
    wanted: comfortable * distance,
    distance,
    readable: readingDistance(text),
  }
  const code = perMetre < barely ? 'layout-unreadable-afar' : 'layout-small-afar'
  report(diagnose(code, details, text.element?.place))
}

interface EssentialRun {
  readonly run: TextRun
  readonly line: LineFragment
}

function essentialRuns(fragment: Fragment): readonly EssentialRun[] {
  if (fragment.kind === 'replaced' || isAside(fragment.source.element)) return []
  if (fragment.kind === 'box') return fragment.children.flatMap(essentialRuns)
  return fragment.runs.flatMap((run) =>
    run.kind === 'text' && run.shaped.text.trim() !== '' && !run.inline.chain.some(isAside)
      ? [{ run, line: fragment }]
      : [],
  )
}

function isAside(element: Element | undefined): boolean {
  const { role, 'aria-hidden': hidden } = element?.attributes ?? {}
  return role === 'note' || hidden === 'true'
}

function letterHeightOf({ shaped, style }: TextRun): number {
  const { xHeight, capHeight, unitsPerEm } = shaped.font
  const height = /\p{Ll}/u.test(shaped.text) ? xHeight : capHeight
  return (height / unitsPerEm) * style.fontSize
}
