/** Galley boxes turned into fragments, moved as they are. */
import type { Point, Rect } from '../../geometry/rect.ts'
import type { BoxFragment, BoxSource, Fragment, LineFragment, LineRun } from '../fragment.ts'
import type { GalleyBox, GalleyLine, GalleyPicture } from '../galley.ts'

/** How a box comes onto a page: moved, and perhaps only shown again. */
export interface Placement {
  /** From galley coordinates to page coordinates. */
  readonly by: Point
  readonly isRepeated: boolean
}

/** A whole box; one without a source gives the fragments of its content. */
export function placeBox(
  box: GalleyBox,
  around: BoxSource | undefined,
  placement: Placement,
): readonly Fragment[] {
  const source = box.source ?? around
  const content: Fragment[] = []
  const put = (item: GalleyBox) => content.push(...placeBox(item, source, placement))
  for (const item of box.positioned) if (isMarker(item)) put(item)
  for (const item of box.children) put(item)
  for (const line of box.lines) content.push(placeLine(line, source, placement))
  content.push(...placePicture(box.picture, source, placement))
  for (const item of box.positioned) if (!isMarker(item)) put(item)
  if (box.source === undefined) return content
  const { isRepeated } = placement
  const rect = moveRect(box.rect, placement.by)
  return [boxFragment(box.source, rect, content, { isFirst: true, isLast: true, isRepeated })]
}

export function boxFragment(
  source: BoxSource,
  rect: Rect,
  children: readonly Fragment[],
  flags: Pick<BoxFragment, 'isFirst' | 'isLast' | 'isRepeated'>,
): BoxFragment {
  return { kind: 'box', source, rect, ...flags, children }
}

export function placeLine(
  line: GalleyLine,
  source: BoxSource | undefined,
  { by }: Placement,
): LineFragment {
  if (source === undefined) throw new Error('lines stand in a box that nothing stands for')
  return {
    kind: 'line',
    source,
    rect: moveRect(line.rect, by),
    baseline: line.baseline + by.y,
    runs: line.runs.map((run) => moveRun(run, by)),
  }
}

/** The fragment of a picture, or none where there is no picture. */
export function placePicture(
  picture: GalleyPicture | undefined,
  source: BoxSource | undefined,
  { by }: Placement,
): readonly Fragment[] {
  if (picture === undefined) return []
  if (source === undefined) throw new Error('a picture stands in a box that nothing stands for')
  return [
    {
      kind: 'replaced',
      source,
      rect: moveRect(picture.rect, by),
      picture: picture.picture,
      pictureRect: moveRect(picture.pictureRect, by),
    },
  ]
}

/** The marker of a list item is read before the item, all else out of flow after it. */
export function isMarker({ source }: GalleyBox): boolean {
  return source?.marker !== undefined
}

function moveRun(run: LineRun, by: Point): LineRun {
  return run.kind === 'text'
    ? { ...run, x: run.x + by.x, baseline: run.baseline + by.y }
    : { ...run, rect: moveRect(run.rect, by) }
}

function moveRect({ x, y, width, height }: Rect, by: Point): Rect {
  return { x: x + by.x, y: y + by.y, width, height }
}
