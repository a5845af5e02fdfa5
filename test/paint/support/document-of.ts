/** Painted documents made by hand, for tests of the writer. */
import type {
  ContentSlot,
  PageItem,
  PaintedDocument,
  StructureElement,
} from '../../../src/drawing.ts'
import { glyphsOf } from '../../../src/paint/text-runs.ts'
import { metadata } from './paint-small.ts'
import { latin, plainStyle, shape } from './small-pages.ts'

/** A document whose pages paint the given marks, each page as one paragraph. */
export function documentOf(
  ...pages: readonly Extract<PageItem, { kind: 'tagged' }>['items'][]
): PaintedDocument {
  const slots = pages.map((): ContentSlot => ({ kind: 'content' }))
  const children = slots.map((slot): StructureElement => paragraph(slot))
  return {
    metadata,
    pages: pages.map((items, index) => ({
      width: 300,
      height: 400,
      bleed: 0,
      marks: [],
      items: [{ kind: 'tagged', slot: slots[index] ?? { kind: 'content' }, items }],
    })),
    structure: { kind: 'element', role: 'Document', children },
    outline: [],
  }
}

function paragraph(slot: ContentSlot): StructureElement {
  return { kind: 'element', role: 'P', children: [slot] }
}

export function textAt(
  text: string,
  options: { font?: typeof latin; rtl?: boolean; y?: number } = {},
) {
  const { font = latin, rtl = false, y = 50 } = options
  return glyphsOf({
    kind: 'text',
    inline: { chain: [], generated: false },
    style: plainStyle,
    decoration: 'none',
    shaped: shape(font, text, rtl ? 'rtl' : 'ltr'),
    x: 20,
    baseline: y,
    width: 100,
  })
}
