/** What a file is described as. */
import { expect, test } from 'vitest'
import { createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'
import { paintSmall } from '../paint/support/paint-small.ts'
import { el, pageBreak } from '../paint/support/small-pages.ts'
import { describePdf } from './describe-pdf.ts'

test('pages, bookmarks and tags', async () => {
  const { document } = paintSmall(
    el(
      'document',
      {},
      el('h1', {}, 'Knee'),
      el('p', {}, 'Lift.', pageBreak(), 'Lower.'),
      el('h2', {}, 'More'),
      el('img', { alt: 'Legs' }),
    ),
    () => ({}),
    { bleed: 9 },
  )
  expect(describePdf(await writePdf(document, createPdfCache()))).toBe(`pages
  1: MediaBox 0 0 318 418, BleedBox 0 0 318 418, TrimBox 9 9 309 409
  2: MediaBox 0 0 318 418, BleedBox 0 0 318 418, TrimBox 9 9 309 409
bookmarks
  Knee, page 1 at 389
    More, page 2 at 373
tags
  Document
    H1 "Knee"
    P "Lift.|Lower."
    H2 "More"
    Figure [Placement=Block alt="Legs"] ""
`)
})
