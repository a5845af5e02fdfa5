/** Paints laid-out pages: tagged content, artifacts for everything that only decorates, and active areas. */
import type { Report } from '../diagnostics/index.ts'
import type {
  ContentSlot,
  DocumentMetadata,
  PageItem,
  PaintedDocument,
  PaintedPage,
} from '../drawing.ts'
import type { ImageAtSize } from '../image/images.ts'
import type { BoxSource, Page } from '../layout/fragment.ts'
import { createLinks } from './links.ts'
import { outlineOf } from './outline.ts'
import { paintFragments, type Painting } from './paint-fragments.ts'
import { rectPath } from './rounded-rect.ts'
import { surveyPages } from './survey.ts'
import { pruneStructure, tagDocument } from './tags.ts'

export interface PaintContext {
  readonly report: Report
  /** `placedRasters` lists what it will be asked for, so that it can be made ready. */
  readonly imageAtSize: ImageAtSize
}

/** Paint a document. `source` is the root of the tree that the pages' boxes come from. */
export function paintDocument(
  pages: readonly Page[],
  source: BoxSource,
  metadata: DocumentMetadata,
  context: PaintContext,
): PaintedDocument {
  const survey = surveyPages(pages)
  const tags = tagDocument(source, metadata.language, survey.pictures, context.report)
  const painting: Painting = {
    root: source,
    tags,
    links: createLinks(tags.linkAreas, survey.ids, context.report),
    imageAtSize: context.imageAtSize,
  }
  const painted = pages.map((page) => paintPage(page, painting))
  return {
    metadata,
    pages: painted,
    structure: pruneStructure(tags.structure, slotsOf(painted)),
    outline: outlineOf(source, survey.boxes),
  }
}

function paintPage(page: Page, painting: Painting): PaintedPage {
  const { width, height, bleed, marks } = page.style
  return {
    width,
    height,
    bleed,
    marks,
    items: [
      ...paintCanvas(page, painting.root),
      ...paintFragments(page.fragments, painting),
      ...page.marginBoxes.flatMap(({ name, fragment }) =>
        paintFragments([fragment], painting, {
          type: 'pagination',
          subtype: name.startsWith('top') ? 'header' : 'footer',
        }),
      ),
    ],
  }
}

/** The document's own background covers the whole sheet, bleed included (CSS Backgrounds 3, 2.11.2). */
function paintCanvas({ style }: Page, root: BoxSource): readonly PageItem[] {
  const fill = root.style.backgroundColor
  if (fill === undefined) return []
  const { width, height, bleed } = style
  const path = rectPath({
    x: -bleed,
    y: -bleed,
    width: width + 2 * bleed,
    height: height + 2 * bleed,
  })
  return [{ kind: 'artifact', type: 'layout', items: [{ kind: 'path', path, fill }] }]
}

function slotsOf(pages: readonly PaintedPage[]): ReadonlySet<ContentSlot> {
  return new Set(
    pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'artifact' ? [] : [item.slot])),
    ),
  )
}
