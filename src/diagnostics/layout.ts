/** Problems of the layout stage. */
import { error, warning } from './problem.ts'

const mm = (millimetres: number): string => `${millimetres.toFixed(1)} mm`

interface SmallText {
  readonly text: string
  /** Millimetres. */
  readonly letterHeight: number
  readonly wanted: number
  /** Metres. */
  readonly distance: number
  readonly readable: number
}

const smallText = ({ text, letterHeight, wanted, distance, readable }: SmallText) => ({
  message: `“${text}” is to be read from ${distance} m: its letters are ${mm(letterHeight)} high and should be ${mm(wanted)}`,
  hint: `it can be read from ${readable.toFixed(1)} m: make it larger, or give the paper another distance`,
})

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
  'layout-too-wide': error<{ name: string; millimetres: number; room: number }>(
    'A box is wider than the room its container has, so it reaches over what stands beside it or off the page. A negative margin says that this is meant.',
    ({ name, millimetres, room }) => ({
      message: `${name} is ${mm(millimetres)} wider than the ${mm(room)} it has`,
      hint: 'make it narrower, let it shrink (flex-shrink, min-width: 0) or wrap (flex-wrap: wrap), or make its container wider',
    }),
  ),
  'layout-too-high': error<{ name: string; millimetres: number; height: number }>(
    'The content of a box with a fixed height needs more than that, and would be printed over what follows.',
    ({ name, millimetres, height }) => ({
      message: `the content of ${name} is ${mm(millimetres)} taller than its ${mm(height)}`,
      hint: 'cut words, or use min-height instead of height',
    }),
  ),
  'layout-percent-height': warning<{ name: string }>(
    'A height in percent refers to the height of the container. Where that is auto, it follows from the content, so the percentage means nothing and is taken as auto. For a picture in a line of text the block around it is named.',
    ({ name }) => ({
      message: `${name} has a height in percent, but its container has no height of its own`,
      hint: 'give the container a height, or this one a height in mm',
    }),
  ),
  'layout-no-picture': error<{ name: string }>(
    'An element stands for a picture, but the picture could not be read or has no size of its own.',
    ({ name }) => ({
      message: `there is no picture for ${name}`,
      hint: 'look at the other messages about its file; an SVG picture needs a width and height or a viewBox',
    }),
  ),
  'layout-inline-block': warning<{ name: string; display: string }>(
    'Lines hold text and pictures. Boxes with content of their own cannot stand in a line.',
    ({ name, display }) => ({
      message: `${name} with display: ${display} cannot stand in a line of text; it is set as plain text`,
      hint: 'make its container display: flex, or use display: block or inline',
    }),
  ),
  'layout-block-in-inline': warning<{ name: string; within: string }>(
    'A block inside an inline element cuts the line in two, and the inline element does not reach around it: a link is no link there.',
    ({ name, within }) => ({
      message: `the block ${name} stands inside the inline element ${within}`,
      hint: `make ${within} display: block, or ${name} display: inline`,
    }),
  ),
  'layout-table-content': error<{ name: string; within: string }>(
    'Tables hold rows, and rows hold cells. Another element in between is set as a cell; text in between is left out.',
    ({ name, within }) => ({
      message: `${name} cannot stand directly in ${within}`,
      hint: 'put it into a td or th',
    }),
  ),
  'layout-unknown-value': warning<{ part: string; where: string }>(
    'Page numbers are known only in the margins of a page, where margin boxes and running elements stand, not in the flow of the document. Other counters do not exist.',
    ({ part, where }) => ({
      message: `${part} has no value in ${where}`,
      hint: 'counter(page), counter(pages), string() and element() belong into @page margin boxes or an element with position: running()',
    }),
  ),
  'layout-no-running-element': warning<{ name: string; box: string }>(
    'A margin box asks for a running element or a string that no element up to this page has set.',
    ({ name, box }) => ({
      message: `${box} asks for "${name}", which nothing sets on this page or before it`,
      hint: `give an element position: running(${name}), or string-set: ${name} …`,
    }),
  ),
  'layout-small-afar': warning<SmallText>(
    'A document that is read from afar (distance) has text with small letters below 5.2 mm for each metre. Good eyes still read it, others do not. What only those read who come near has role="note".',
    smallText,
  ),
  'layout-unreadable-afar': error<SmallText>(
    'A document that is read from afar (distance) has text with small letters below 3.5 mm for each metre: hardly anybody can read it from there.',
    smallText,
  ),
  'layout-too-many-pages': warning<{ pages: number; maxPages: number; paper: string }>(
    'A document says how many pages it may have (max-pages). It was built all the same, with more.',
    ({ pages, maxPages, paper }) => ({
      message: `${pages} pages on ${paper}, and max-pages is ${maxPages}`,
      hint: 'shorten the words, take an exercise out, or raise max-pages.',
    }),
  ),
}
