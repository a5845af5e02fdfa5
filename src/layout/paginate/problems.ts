/** What pagination tells authors: what does not fit a page, and which of their wishes it could not keep. */
import { diagnose, type Report } from '../../diagnostics/index.ts'
import { toMillimetres, type Pt } from '../../geometry/units.ts'
import type { PageStyle } from '../../style/computed.ts'
import type { Element } from '../../template/markup.ts'
import { tolerance, type Flow } from './flow.ts'
import { elementName } from '../element-name.ts'
import { breakBetween } from './positions.ts'
import { isForcedBreak, type Resume } from './resume.ts'

/** The end of one page: what `reportBreak` looks at. */
export interface PageEnd {
  readonly page: number
  readonly height: Pt
  readonly from: Resume | undefined
  readonly to: Resume
}

/** Something reaches below the page by `by`. */
export function reportTooTall(flow: Flow, page: number, by: Pt, report: Report): void {
  const { element } = flow
  report(
    diagnose(
      'layout-too-tall',
      { name: nameOf(element), page, millimetres: toMillimetres(by) },
      element?.place,
    ),
  )
}

/** Boxes that are cut, or parted from each other, by the end of a page although they should not be. */
export function reportBreak(flow: Flow, end: PageEnd, report: Report): void {
  const { page, height, from, to } = end
  if (isForcedBreak(to)) return
  const { element } = flow
  if (flow.isKept && from === undefined) {
    const millimetres = toMillimetres(Math.max(0, flow.box.rect.height - height))
    report(
      diagnose('layout-box-split', { name: nameOf(element), page, millimetres }, element?.place),
    )
  }
  if (to.kind === 'columns') {
    to.columns.forEach((column, index) => {
      const child = flow.children[index]
      if (child === undefined || column === 'start' || column === 'done') return
      const start = from?.kind === 'columns' ? from.columns[index] : undefined
      const began = start === 'start' || start === 'done' ? undefined : start
      reportBreak(child, { ...end, from: began, to: column }, report)
    })
    return
  }
  if (to.kind === 'lines') return
  const child = flow.children[to.index]
  if (child === undefined) return
  if (to.child === undefined) {
    if (breakBetween(flow, to.index) !== 'avoid') return
    const parted = child.element
    report(diagnose('layout-boxes-parted', { name: nameOf(parted), page }, parted?.place))
    return
  }
  const began = from?.kind === 'children' && from.index === to.index ? from.child : undefined
  reportBreak(child, { ...end, from: began, to: to.child }, report)
}

/** Pages must be equally wide between their margins, and have some height there. */
export function reportPageRoom(
  style: PageStyle,
  {
    name,
    isFirst,
    width,
  }: { readonly name: string; readonly isFirst: boolean; readonly width: Pt },
  report: Report,
): void {
  const said = `@page${name === '' ? '' : ` ${name}`}${isFirst ? ' (:first)' : ''}`
  const by = contentWidth(style) - width
  if (Math.abs(by) > tolerance) {
    report(
      diagnose('layout-page-width', { name: said, millimetres: toMillimetres(by) }, style.place),
    )
  }
  if (contentHeight(style) <= tolerance) {
    report(diagnose('layout-page-height', { name: said }, style.place))
  }
}

/** Between the left and the right margin. */
export function contentWidth({ width, margin }: PageStyle): Pt {
  return width - margin.left - margin.right
}

/** Between the top and the bottom margin. */
export function contentHeight({ height, margin }: PageStyle): Pt {
  return height - margin.top - margin.bottom
}

function nameOf(element: Element | undefined): string {
  return element === undefined ? 'the document' : elementName(element)
}
