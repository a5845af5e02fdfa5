/** How a document is produced: for a print shop, for a printer without colour, on sheets that are cut or folded. */
import { diagnose } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { PaintedDocument } from '../drawing.ts'
import { fromMillimetres } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'
import type { Paper } from '../model/document.ts'
import type { Words } from '../template/words.ts'
import { foldBooklet, foldPocketCard, layUp } from './arrangements.ts'
import type { EdgeUse } from './edges.ts'
import { toGrey } from './grey.ts'
import type { Lettering } from './lettering.ts'
import { sheetSizes } from './sheet.ts'
import type { SheetName } from './sheet.ts'
import type { TileOptions } from './tile-grid.ts'
import { tileDocument } from './tile.ts'
import { tilingWords } from './words.ts'

export interface Production {
  /** Instead of the bleed in the style sheet. */
  readonly bleed?: Pt
  /** Crop and registration marks, whatever the style sheet says. */
  readonly marks?: boolean
  readonly grey?: boolean
  readonly arrangement?: Arrangement
}

export type Arrangement =
  | {
      readonly kind: 'tiles'
      readonly paper: SheetName
      readonly orientation?: 'portrait' | 'landscape'
      /** 10 mm where it is not said. */
      readonly overlap?: Pt
      /** 7 mm where it is not said. */
      readonly printerMargin?: Pt
    }
  | { readonly kind: 'cards' | 'booklet' | 'pocket'; readonly paper: SheetName }

export interface ProductionContext {
  readonly words: Words
  /** Asked for only where sheets carry words. */
  readonly lettering: () => Lettering
  readonly report: Report
  /** Where the document is described. */
  readonly place?: Place
}

/** The sheets that go with a paper: A4 for the A sizes, Letter for American ones. */
export function arrangementFor(kind: Arrangement['kind'], paper: Paper): Arrangement {
  return { kind, paper: /^a\d$/.test(paper) ? 'a4' : 'letter' }
}

/** What happens at the edges of the pages. */
export function edgeUse({ arrangement }: Production): EdgeUse {
  switch (arrangement?.kind) {
    case 'cards':
      return 'cut'
    case 'booklet':
    case 'pocket':
      return 'fold'
    default:
      return undefined
  }
}

/** A painted document as it goes onto paper; undefined where it cannot, which has been reported. */
export function produce(
  document: PaintedDocument,
  { grey = false, arrangement }: Production,
  context: ProductionContext,
): PaintedDocument | undefined {
  const arranged = arrangement === undefined ? document : arrange(document, arrangement, context)
  return arranged !== undefined && grey ? toGrey(arranged) : arranged
}

function arrange(
  document: PaintedDocument,
  arrangement: Arrangement,
  { words, lettering, report, place }: ProductionContext,
): PaintedDocument | undefined {
  const sheet = sheetSizes[arrangement.paper]
  const common = { report, ...(place === undefined ? {} : { place }) }
  switch (arrangement.kind) {
    case 'tiles': {
      const { orientation = 'auto', overlap, printerMargin } = arrangement
      const options: TileOptions = {
        sheet,
        orientation,
        overlap: overlap ?? fromMillimetres(10),
        printerMargin: printerMargin ?? fromMillimetres(7),
      }
      const found = tilingWords(words)
      if ('missing' in found) {
        const details = { locale: words.locale, missing: found.missing }
        report(diagnose('imposition-no-words', details))
        return undefined
      }
      return tileDocument(document, options, {
        ...common,
        words: found.words,
        lettering: lettering(),
      })
    }
    case 'cards':
      return layUp(document, { ...common, sheet })
    case 'booklet':
      return foldBooklet(document, { ...common, sheet })
    case 'pocket':
      return foldPocketCard(document, { ...common, sheet })
  }
}

/**
 * What the name of a file says about how it was produced: `.tiled-a4`, `.cards-letter`, `.booklet-a4.grey`,
 * `.print-shop`; nothing for the document as it is.
 */
export function productionSuffix({ bleed, marks, grey, arrangement }: Production): string {
  const isForShop = bleed !== undefined || marks === true
  return [
    ...(isForShop ? ['.print-shop'] : []),
    ...(arrangement === undefined ? [] : [`.${names[arrangement.kind]}-${arrangement.paper}`]),
    ...(grey === true ? ['.grey'] : []),
  ].join('')
}

const names = { tiles: 'tiled', cards: 'cards', booklet: 'booklet', pocket: 'pocket' } as const
