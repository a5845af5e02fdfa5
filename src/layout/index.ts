/** Layout: a styled document becomes pages of boxes, lines and pictures. */
import type { StyledDocument } from '../style/computed.ts'
import type { BoxSource, Page } from './fragment.ts'
import { layoutGalley, type LayoutContext } from './layout-galley.ts'
import { layoutMargins } from './margins/margin-boxes.ts'
import { contentWidth } from './paginate/problems.ts'
import { paginate } from './paginate/index.ts'

export { createLayoutCache } from './layout-cache.ts'
export type { LayoutCache } from './layout-cache.ts'
export type { LayoutContext } from './layout-galley.ts'

export interface LaidOutDocument {
  readonly pages: readonly Page[]
  /** The document as a tree of sources, which the structure tree is made from. */
  readonly source: BoxSource
}

/** Boxes → one endless galley → pages → their margins. The first page says how wide the galley is. */
export function layoutDocument(
  { root, pages: pageStyles }: StyledDocument,
  context: LayoutContext,
): LaidOutDocument {
  const width = Math.max(0, contentWidth(pageStyles(root.style.page, true)))
  const galley = layoutGalley(root, width, context)
  const cut = paginate(galley.box, pageStyles, context.report)
  return { pages: layoutMargins(cut, galley, context), source: galley.source }
}
