/** Bookmarks from the headings of a document, nested as the headings are. */
import type { OutlineEntry } from '../drawing.ts'
import type { BoxSource } from '../layout/fragment.ts'
import { headingLevel } from './roles.ts'
import type { PagePlace } from './survey.ts'
import { isHidden, textContent } from './text-alternative.ts'

/** The outline of a document; headings that are hidden, empty or on no page are left out. */
export function outlineOf(
  source: BoxSource,
  places: ReadonlyMap<BoxSource, PagePlace>,
): readonly OutlineEntry[] {
  return nest(headingsOf(source, places))
}

interface Heading extends PagePlace {
  readonly level: number
  readonly title: string
}

function headingsOf(
  source: BoxSource,
  places: ReadonlyMap<BoxSource, PagePlace>,
): readonly Heading[] {
  const { element } = source
  if (element !== undefined) {
    if (isHidden(element)) return []
    const level = headingLevel(element)
    const place = places.get(source)
    if (level !== undefined && place !== undefined) {
      const title = textContent(element)
      return title === '' ? [] : [{ level, title, ...place }]
    }
  }
  return source.children.flatMap((child) => headingsOf(child, places))
}

/** A heading stands below the last one before it that is of a higher level. */
function nest(headings: readonly Heading[]): readonly OutlineEntry[] {
  const [first, ...rest] = headings
  if (first === undefined) return []
  const end = rest.findIndex(({ level }) => level <= first.level)
  const below = end === -1 ? rest : rest.slice(0, end)
  const after = end === -1 ? [] : rest.slice(end)
  const { title, page, y } = first
  return [{ title, page, y, children: nest(below) }, ...nest(after)]
}
