/** The state of tagging: the slots found so far, and what is needed to find the rest. */
import { diagnose, type Report } from '../diagnostics/index.ts'
import type { ContentSlot, StructureElement } from '../drawing.ts'
import type { InlineSource } from '../layout/fragment.ts'
import type { Element } from '../template/markup.ts'
import { textAlternative } from './text-alternative.ts'

export interface Tagging {
  readonly inlines: Map<InlineSource, ContentSlot>
  readonly pictures: Map<Element, ContentSlot>
  readonly linkAreas: Map<Element | InlineSource, ContentSlot>
  readonly picturesInLines: ReadonlyMap<InlineSource, readonly Element[]>
  readonly report: Report
}

export function createTagging(
  picturesInLines: Tagging['picturesInLines'],
  report: Report,
): Tagging {
  return {
    inlines: new Map(),
    pictures: new Map(),
    linkAreas: new Map(),
    picturesInLines,
    report,
  }
}

/** A picture as a figure; nothing when it is decoration. */
export function tagPicture(
  picture: Element,
  language: { readonly language?: string },
  tagging: Tagging,
): readonly StructureElement[] {
  const alternative = textAlternative(picture)
  if (alternative === 'decoration') return []
  if (alternative === undefined) {
    const details = { element: picture.name }
    tagging.report(diagnose('output-figure-without-alt', details, picture.place))
  }
  const slot: ContentSlot = { kind: 'content' }
  tagging.pictures.set(picture, slot)
  const alternativeText = alternative?.text ?? ''
  return [{ kind: 'element', role: 'Figure', alternativeText, ...language, children: [slot] }]
}
