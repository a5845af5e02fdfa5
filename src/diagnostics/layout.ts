/** Problems of the layout stage. */
import { error, warning } from './problem.ts'

const mm = (millimetres: number): string => `${millimetres.toFixed(1)} mm`

export const layoutProblems = {
  'layout-too-tall': error<{ name: string; page: number; millimetres: number }>(
    'Something that cannot be cut, such as a picture or a line of text, is taller than the room a page has between its margins. It stands alone on its page and reaches below it.',
    ({ name, page, millimetres }) => ({
      message: `${name} is ${mm(millimetres)} too tall for page ${page}`,
      hint: 'make it smaller, or give the page a smaller top or bottom margin',
    }),
  ),
  'layout-box-split': warning<{ name: string; page: number; millimetres: number }>(
    'A box with break-inside: avoid is cut by a page break, because no page has room for it, or for it and what must stay with it.',
    ({ name, page, millimetres }) => ({
      message:
        millimetres > 0
          ? `${name} may not be broken, but is ${mm(millimetres)} taller than a page: it is cut at the end of page ${page}`
          : `${name} may not be broken, but is cut at the end of page ${page}: it must also stay with what stands before it, and no page has room for both`,
      hint: 'make its content shorter, or take away break-inside: avoid',
    }),
  ),
  'layout-boxes-parted': warning<{ name: string; page: number }>(
    'Two boxes that should stand on one page (break-after: avoid, as headings have, or break-before: avoid) came onto two, because no page has room for both.',
    ({ name, page }) => ({
      message: `${name} should stay with what stands before it, which stays behind on page ${page}`,
      hint: 'make one of them shorter, or allow the break',
    }),
  ),
  'layout-page-width': error<{ name: string; millimetres: number }>(
    'The document is laid out once and then cut into pages, so the room between the left and right margins must be equally wide on all pages.',
    ({ name, millimetres }) => ({
      message: `${name} has room ${mm(Math.abs(millimetres))} ${millimetres > 0 ? 'wider' : 'narrower'} than the first page`,
      hint: 'give all @page rules the same size and the same sum of left and right margins',
    }),
  ),
  'layout-page-height': error<{ name: string }>(
    'The top and bottom margins of a page leave no room for its content.',
    ({ name }) => ({
      message: `${name} has no room between its top and bottom margins`,
      hint: 'make the margins smaller or the page larger',
    }),
  ),
}
