/** Where links lead, and the areas that are active. */
import { diagnose, type Report } from '../diagnostics/index.ts'
import type { LinkItem, LinkTarget } from '../drawing.ts'
import type { Rect } from '../geometry/rect.ts'
import type { InlineSource, LineFragment } from '../layout/fragment.ts'
import type { Element } from '../template/markup.ts'
import { union } from '../geometry/rect.ts'
import type { PagePlace } from './survey.ts'
import type { Tags } from './tags.ts'
import { linkDescription } from './text-alternative.ts'

export interface Links {
  /** The active area over some content of a link; undefined when that is an artifact or leads nowhere. */
  area(link: Element, content: Element | InlineSource, rect: Rect): LinkItem | undefined
}

/** Links of one document. A link to an element that is not there is reported once. */
export function createLinks(
  slots: Tags['linkAreas'],
  ids: ReadonlyMap<string, PagePlace>,
  report: Report,
): Links {
  const targets = new Map<Element, LinkTarget | undefined>()
  const targetOf = (link: Element): LinkTarget | undefined => {
    if (!targets.has(link)) targets.set(link, findTarget(link, ids, report))
    return targets.get(link)
  }
  return {
    area(link, content, rect) {
      const slot = slots.get(content)
      if (slot === undefined) return undefined
      const target = targetOf(link)
      if (target === undefined) return undefined
      return { kind: 'link', slot, rect, target, description: linkDescription(link) }
    },
  }
}

/** The stretches of a line that lie inside a link. */
export function linksInLine(
  line: LineFragment,
): readonly { readonly link: Element; readonly content: InlineSource; readonly rect: Rect }[] {
  const found: { link: Element; content: InlineSource; rect: Rect }[] = []
  let previous: Element | undefined
  for (const run of line.runs) {
    const link = run.inline.chain.find(({ name }) => name === 'a')
    if (link !== undefined) {
      const rect =
        run.kind === 'picture'
          ? run.rect
          : { x: run.x, y: line.rect.y, width: run.width, height: line.rect.height }
      const last = found.at(-1)
      if (last !== undefined && link === previous) last.rect = union(last.rect, rect) ?? rect
      else found.push({ link, content: run.inline, rect })
    }
    previous = link
  }
  return found
}

function findTarget(
  link: Element,
  ids: ReadonlyMap<string, PagePlace>,
  report: Report,
): LinkTarget | undefined {
  const href = link.attributes['href'] ?? ''
  if (href === '') return undefined
  if (!href.startsWith('#')) return { kind: 'uri', uri: asciiAddress(href) }
  const id = href.slice(1)
  const place = ids.get(id)
  if (place === undefined) {
    report(diagnose('output-link-target-missing', { id }, link.place))
    return undefined
  }
  return { kind: 'destination', ...place }
}

/** PDF wants addresses in 7-bit ASCII (ISO 32000-1, 12.6.4.7): everything else is percent-encoded. */
function asciiAddress(address: string): string {
  return address
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/[^\u0021-\u007e]+/gu, (part) => encodeURIComponent(part))
}
