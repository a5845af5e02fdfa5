/** Paints fragments in CSS's order: all backgrounds and borders of a layer first, then its text and pictures. */
import type { ArtifactItem, ContentSlot, LinkItem, Mark, PageItem } from '../drawing.ts'
import type {
  BoxFragment,
  BoxSource,
  Fragment,
  LineFragment,
  LineRun,
  ReplacedFragment,
} from '../layout/fragment.ts'
import { paintBox } from './borders.ts'
import { linksInLine, type Links } from './links.ts'
import { paintPicture } from './pictures.ts'
import type { ImageAtSize } from '../image/images.ts'
import type { Tags } from './tags.ts'
import { decorationOf, glyphsOf } from './text-runs.ts'

/** What painting needs to know of the whole document. */
export interface Painting {
  readonly root: BoxSource
  readonly tags: Tags
  readonly links: Links
  readonly imageAtSize: ImageAtSize
}

/** The kind of artifact that content without a tag is. */
export type ArtifactKind = Pick<ArtifactItem, 'type' | 'subtype'>

const decoration: ArtifactKind = { type: 'layout' }

/** Tagged before, on the page where it stands first. */
const repetition: ArtifactKind = { type: 'pagination' }

/**
 * Paint some fragments. With `artifact` nothing of them is tagged: running matter. Positioned boxes lie above
 * what is not positioned (CSS 2.2, Appendix E), each a layer of its own.
 */
export function paintFragments(
  fragments: readonly Fragment[],
  painting: Painting,
  artifact?: ArtifactKind,
): readonly PageItem[] {
  const layers = [createLayer()]
  const [first] = layers
  if (first === undefined) return []
  const walk = { painting, layers }
  for (const fragment of fragments) paintFragment(fragment, walk, first, artifact)
  return layers.flatMap(({ under, content, over, links }) => [
    ...asArtifact(under, artifact ?? decoration),
    ...content,
    ...asArtifact(over, artifact ?? decoration),
    ...links,
  ])
}

interface Walk {
  readonly painting: Painting
  readonly layers: Layer[]
}

/** Decoration is gathered, so that a layer's many backgrounds are one artifact. */
interface Layer {
  readonly under: Mark[]
  readonly content: PageItem[]
  /** Lines through text. */
  readonly over: Mark[]
  readonly links: LinkItem[]
}

function createLayer(): Layer {
  return { under: [], content: [], over: [], links: [] }
}

function paintFragment(
  fragment: Fragment,
  walk: Walk,
  layer: Layer,
  artifact: ArtifactKind | undefined,
): void {
  switch (fragment.kind) {
    case 'box':
      paintBoxFragment(fragment, walk, layer, artifact)
      break
    case 'line':
      paintLine(fragment, walk.painting, layer, artifact)
      break
    case 'replaced':
      paintReplaced(fragment, walk.painting, layer, artifact)
  }
}

function paintBoxFragment(
  fragment: BoxFragment,
  walk: Walk,
  around: Layer,
  artifact: ArtifactKind | undefined,
): void {
  const { source, children, rect } = fragment
  const { painting, layers } = walk
  let layer = around
  if (source.style.position !== 'static' && source !== painting.root) {
    layer = createLayer()
    layers.push(layer)
  }
  const kind = artifact ?? (fragment.isRepeated ? repetition : undefined)
  layer.under.push(...paintBox(withoutCanvas(fragment, painting.root)))
  if (source.element?.name === 'a' && kind === undefined) {
    const area = painting.links.area(source.element, source.element, rect)
    if (area !== undefined) layer.links.push(area)
  }
  for (const child of children) paintFragment(child, walk, layer, kind)
}

/** The root's background was painted over the whole page. */
function withoutCanvas(fragment: BoxFragment, root: BoxSource): BoxFragment {
  if (fragment.source !== root) return fragment
  const style = { ...root.style, backgroundColor: undefined }
  return { ...fragment, source: { ...root, style } }
}

function paintLine(
  line: LineFragment,
  painting: Painting,
  layer: Layer,
  artifact: ArtifactKind | undefined,
): void {
  line.runs.forEach((run, index) => {
    const marks = paintRun(run, painting)
    const slot = artifact === undefined ? slotOf(run, painting.tags) : undefined
    append(layer.content, marks, slot, artifact ?? decoration)
    if (run.kind !== 'text') return
    const drawn = decorationOf(run, index === line.runs.length - 1)
    if (drawn !== undefined) layer[run.decoration === 'underline' ? 'under' : 'over'].push(drawn)
  })
  if (artifact !== undefined) return
  for (const { link, content, rect } of linksInLine(line)) {
    const area = painting.links.area(link, content, rect)
    if (area !== undefined) layer.links.push(area)
  }
}

function paintRun(run: LineRun, { imageAtSize }: Painting): readonly Mark[] {
  if (run.kind === 'text') return [glyphsOf(run)]
  const picture = paintPicture(run.picture, run.rect, run.rect, imageAtSize)
  return picture === undefined ? [] : [picture]
}

function slotOf(run: LineRun, tags: Tags): ContentSlot | undefined {
  return run.kind === 'text' ? tags.inlines.get(run.inline) : tags.pictures.get(run.element)
}

function paintReplaced(
  fragment: ReplacedFragment,
  { tags, imageAtSize }: Painting,
  layer: Layer,
  artifact: ArtifactKind | undefined,
): void {
  const { source, picture, pictureRect, rect } = fragment
  const mark = paintPicture(picture, pictureRect, rect, imageAtSize)
  if (mark === undefined) return
  const { element } = source
  const isTagged = artifact === undefined && element !== undefined
  append(
    layer.content,
    [mark],
    isTagged ? tags.pictures.get(element) : undefined,
    artifact ?? decoration,
  )
}

/** Add marks to the content, to the last item where it has the same tag. */
function append(
  content: PageItem[],
  marks: readonly Mark[],
  slot: ContentSlot | undefined,
  artifact: ArtifactKind,
): void {
  if (marks.length === 0) return
  const last = content.at(-1)
  if (slot === undefined) {
    content.push({ kind: 'artifact', ...artifact, items: marks })
  } else if (last?.kind === 'tagged' && last.slot === slot) {
    content[content.length - 1] = { ...last, items: [...last.items, ...marks] }
  } else {
    content.push({ kind: 'tagged', slot, items: marks })
  }
}

function asArtifact(items: readonly Mark[], kind: ArtifactKind): readonly ArtifactItem[] {
  return items.length === 0 ? [] : [{ kind: 'artifact', ...kind, items }]
}
