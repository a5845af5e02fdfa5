/** Letters and words for sheets, in tests. */
import { createLettering } from '../../src/imposition/lettering.ts'
import type { TilingWords } from '../../src/imposition/words.ts'
import { latin, plainStyle, shape } from '../paint/support/small-pages.ts'

export const lettering = createLettering(
  { shape: (text) => [shape(latin, text)] },
  plainStyle,
  (problem) => {
    throw new Error(problem.message)
  },
)

export const tilingWords: TilingWords = {
  title: 'How to put this poster together',
  steps: [
    'Print all pages at 100 %, on one side.',
    'Cut each sheet along the dashed lines.',
    'Lay each sheet over the next, with its cut edge on the solid line, and tape them together.',
  ],
  ruler: 'This line must be 100 mm long:',
  mapDescription: (rows, columns) => `${rows} rows of ${columns} sheets`,
  tileNote: (sheet, sheets) => `Sheet ${sheet} of ${sheets}`,
}
