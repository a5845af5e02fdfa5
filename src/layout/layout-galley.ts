/** Lays a styled document out on one endless page. */
import type { Report } from '../diagnostics/index.ts'
import type { Pt } from '../geometry/units.ts'
import type { StyledElement } from '../style/computed.ts'
import type { Element } from '../template/markup.ts'
import type { Fonts } from '../text/fonts.ts'
import { createEngine } from './create-engine.ts'
import type { Picture } from '../image/picture.ts'
import type { LayoutCache } from './layout-cache.ts'
import type { Galley, RunningElement, StringAssignment } from './galley.ts'
import { generateBoxes } from './boxes/generate-boxes.ts'
import { noValues } from './boxes/generated-text.ts'
import { prepareInline } from './inline.ts'
import { layoutRoot } from './layout-root.ts'
import { toGalleyBox } from './to-galley.ts'

export interface LayoutContext {
  readonly fonts: Fonts
  /** The pictures of img, svg and qr elements. */
  readonly pictures: ReadonlyMap<Element, Picture>
  /** Held by the caller for as long as it lays out documents with the same style sheets. */
  readonly cache: LayoutCache
  readonly report: Report
}

/** Lay out a document in a column of this width, from (0, 0) downwards. */
export function layoutGalley(root: StyledElement, width: Pt, context: LayoutContext): Galley {
  const { fonts, pictures, cache, report } = context
  const box = generateBoxes(root, {
    pictures,
    values: noValues,
    anonymousStyle: cache.anonymousStyle,
    report,
  })
  const engine = createEngine((content) =>
    prepareInline(content, { fonts, texts: cache.texts, report }),
  )
  const laid = layoutRoot(engine, box, { width, height: undefined })
  const running = new Map<string, RunningElement[]>()
  const strings: StringAssignment[] = []
  const galley = toGalleyBox(laid, {
    report,
    onAnchor(anchor, y) {
      if (anchor.kind === 'string') {
        strings.push({ name: anchor.name, value: anchor.value, y })
        return
      }
      const known = running.get(anchor.name)
      if (known === undefined) running.set(anchor.name, [{ content: anchor.content, y }])
      else known.push({ content: anchor.content, y })
    },
  })
  return { box: galley, source: box.source, running, strings }
}
