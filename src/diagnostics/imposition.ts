/** Problems of the imposition stage: what does not go onto the sheet, or would be cut. */
import { error, warning } from './problem.ts'

export const impositionProblems = {
  'imposition-no-room': error<Record<never, never>>(
    'A poster is divided among sheets that share a strip with each neighbour. Wide printer margins and overlaps leave no room for the poster itself.',
    () => ({
      message: 'the sheets are too small: margins and overlap leave no room for the poster',
      hint: 'use a smaller overlap or printer margin, or larger paper',
    }),
  ),
  'imposition-seam-cuts': warning<{
    between: 'columns' | 'rows'
    first: string
    second: string
    texts: readonly string[]
    more: number
    sheets: number
  }>(
    'Where two sheets of a poster meet, one is cut and laid over the other. Seams are moved as far as the paper allows to keep lines of text, QR codes and faces whole; these could not be.',
    ({ between, first, second, texts, more, sheets }) => {
      const named = texts.map((text) => (text === '' ? 'a code or face' : `“${text}”`)).join(', ')
      const others = more === 0 ? '' : ` and ${more} more`
      return {
        message: `on ${sheets} sheets, the seam between ${between} ${first} and ${second} cuts ${named}${others}`,
        hint: 'try the other orientation or paper, a smaller overlap, or move the text on the poster',
      }
    },
  ),
  'imposition-too-near-edge': error<{
    what: string
    edge: 'cut' | 'fold'
    millimetres: number
    least: number
  }>(
    'Paper is cut and folded with a tolerance of a millimetre or two. What must be read stays 5 mm away from a cut, and 4 mm from a fold.',
    ({ what, edge, millimetres, least }) => {
      const where = edge === 'cut' ? 'the edge where the page is cut' : 'the fold'
      return {
        message:
          millimetres < 0
            ? `${what} reaches ${-millimetres} mm beyond ${where}`
            : `${what} is ${millimetres} mm from ${where}`,
        hint: `keep it ${least} mm away`,
      }
    },
  ),
  'imposition-short-of-bleed': error<{ millimetres: number; bleed: number }>(
    'A colour that ends exactly where the paper is cut shows a white line when the cut is a little off. It must run on into the bleed, beyond the edge of the page.',
    ({ millimetres, bleed }) => ({
      message: `the background reaches the edge of the page, but only ${millimetres} of ${bleed} mm into the bleed`,
      hint: `let it run ${bleed} mm beyond the page, for example with a negative margin, or end it inside the page`,
    }),
  ),
  'imposition-no-words': error<{ locale: string; missing: readonly string[] }>(
    'The sheets of a divided poster say how to join them. These words are strings of the locale, like those of the templates.',
    ({ locale, missing }) => ({
      message: `the locale ${locale} has no words for the sheets of a poster: ${missing.join(', ')}`,
      hint: `add them to content/locales/${locale}/strings.yaml`,
    }),
  ),
  'imposition-page-count': error<{ what: string; pages: number; wanted: number }>(
    'A sheet that is folded has a fixed number of places for pages.',
    ({ what, pages, wanted }) => ({
      message: `${what} takes ${wanted} pages, and the document has ${pages}`,
    }),
  ),
  'imposition-scaled': warning<{ percent: number }>(
    'Pages that are larger than their place on the sheet are made smaller, and their type with them.',
    ({ percent }) => ({
      message: `pages are printed at ${percent} % of their size to go onto the sheet`,
      hint: 'make the pages as large as their place on the sheet, or take larger paper',
    }),
  ),
}
