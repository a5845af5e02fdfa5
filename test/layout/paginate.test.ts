/** Every rule of pagination on a page of ten lines. */
import { describe, expect, test } from 'vitest'
import {
  arranger,
  block,
  cut,
  galley,
  lines,
  outline,
  pagesOf,
  paragraph,
  picture,
  row,
  table,
  type Spec,
} from './galley-builder.ts'

const kept = { breakInside: 'avoid' } as const
const heading = { breakAfter: 'avoid' } as const

interface Case {
  readonly content: readonly Spec[]
  readonly pages: readonly string[]
  readonly heights?: readonly number[]
  readonly problems?: readonly string[]
}

const cases: Readonly<Record<string, Case>> = {
  'an empty document is one page': { content: [], pages: [''] },
  'what fits stays on one page': {
    content: [paragraph('a', 5), paragraph('b', 5)],
    pages: [`${lines('a', 1, 5)} ${lines('b', 1, 5)}`],
  },
  'a page ends between two boxes': {
    content: [paragraph('a', 6), paragraph('b', 3), picture('c', 20)],
    pages: [`${lines('a', 1, 6)} ${lines('b', 1, 3)}`, 'c'],
  },
  'a page ends between two lines': {
    content: [paragraph('a', 6), paragraph('b', 8)],
    pages: [`${lines('a', 1, 6)} ${lines('b', 1, 4)}`, lines('b', 5, 8)],
  },
  'orphans: one line alone does not stay': {
    content: [paragraph('a', 9), paragraph('b', 4)],
    pages: [lines('a', 1, 9), lines('b', 1, 4)],
  },
  'widows: one line alone does not go on': {
    content: [paragraph('a', 5), paragraph('b', 6)],
    pages: [`${lines('a', 1, 5)} ${lines('b', 1, 4)}`, lines('b', 5, 6)],
  },
  'three lines that may not part stay together': {
    content: [paragraph('a', 8), paragraph('b', 3)],
    pages: [lines('a', 1, 8), lines('b', 1, 3)],
  },
  'orphans and widows hold on a page of one line, until nothing else helps': {
    content: [paragraph('a', 3)],
    heights: [10],
    pages: ['a.1', 'a.2', 'a.3'],
  },
  'break-before: page': {
    content: [paragraph('a', 1), paragraph('b', 1, { breakBefore: 'page' })],
    pages: ['a.1', 'b.1'],
  },
  'break-after: page': {
    content: [paragraph('a', 1, { breakAfter: 'page' }), paragraph('b', 1)],
    pages: ['a.1', 'b.1'],
  },
  'both at one place break once': {
    content: [
      paragraph('a', 1, { breakAfter: 'page' }),
      paragraph('b', 1, { breakBefore: 'page' }),
    ],
    pages: ['a.1', 'b.1'],
  },
  'a forced break before the first or after the last box makes no page': {
    content: [block({ breakBefore: 'page', breakAfter: 'page' }, paragraph('a', 1))],
    pages: ['a.1'],
  },
  'a forced break between empty boxes makes an empty page': {
    content: [block({ breakAfter: 'page' }), paragraph('a', 1)],
    pages: ['', 'a.1'],
  },
  'a forced break counts for the box it begins': {
    content: [
      paragraph('a', 1),
      block(kept, block({}, paragraph('b', 1, { breakBefore: 'page' }))),
    ],
    pages: ['a.1', 'b.1'],
  },
  'a forced break wins over avoid': {
    content: [paragraph('a', 1, heading), paragraph('b', 1, { breakBefore: 'page' })],
    pages: ['a.1', 'b.1'],
  },
  'break-inside: avoid moves the whole box': {
    content: [paragraph('a', 6), block(kept, paragraph('b', 3), paragraph('c', 3))],
    pages: [lines('a', 1, 6), `${lines('b', 1, 3)} ${lines('c', 1, 3)}`],
  },
  'break-inside: avoid holds in a column': {
    content: [
      row({}, block({}, paragraph('a', 6), block(kept, paragraph('b', 6))), paragraph('c', 4)),
    ],
    pages: [`${lines('a', 1, 6)} ${lines('c', 1, 4)}`, lines('b', 1, 6)],
  },
  'a heading goes with what follows': {
    content: [paragraph('a', 7), paragraph('h', 1, heading), picture('b', 30)],
    pages: [lines('a', 1, 7), 'h.1 b'],
  },
  'a chain of headings goes as one': {
    content: [
      paragraph('a', 7),
      paragraph('h', 1, heading),
      paragraph('i', 1, heading),
      picture('b', 30),
    ],
    pages: [lines('a', 1, 7), 'h.1 i.1 b'],
  },
  'a heading takes two lines of a paragraph with it': {
    content: [paragraph('a', 8), paragraph('h', 1, heading), paragraph('b', 4)],
    pages: [lines('a', 1, 8), `h.1 ${lines('b', 1, 4)}`],
  },
  'a heading at the end of a section goes with the next section': {
    content: [
      paragraph('a', 8),
      block({}, paragraph('h', 1, heading)),
      block({}, picture('b', 30)),
    ],
    pages: [lines('a', 1, 8), 'h.1 b'],
  },
  'break-before: avoid': {
    content: [paragraph('a', 5), paragraph('b', 4), picture('c', 20, { breakBefore: 'avoid' })],
    pages: [`${lines('a', 1, 5)} b.1 b.2`, 'b.3 b.4 c'],
  },
  'a heading in a flex row keeps the row with what follows': {
    content: [
      paragraph('a', 7),
      row({}, paragraph('h', 1, heading), picture('i', 10)),
      picture('b', 30),
    ],
    pages: [lines('a', 1, 7), 'h.1 i b'],
  },
  'a picture moves to the next page': {
    content: [paragraph('a', 6), picture('b', 50)],
    pages: [lines('a', 1, 6), 'b'],
  },
  'columns break at different places': {
    content: [row({}, paragraph('a', 14), block({}, picture('b', 60), picture('c', 60)))],
    pages: [`${lines('a', 1, 10)} b`, `${lines('a', 11, 14)} c`],
  },
  'a column that is finished leaves its place empty': {
    content: [row({}, paragraph('a', 22), paragraph('b', 3)), paragraph('c', 1)],
    pages: [`${lines('a', 1, 10)} ${lines('b', 1, 3)}`, lines('a', 11, 20), 'a.21 a.22 c.1'],
  },
  'a row rather moves than leaves a column empty': {
    content: [paragraph('a', 7), row({}, picture('b', 40), paragraph('c', 8))],
    pages: [lines('a', 1, 7), `b ${lines('c', 1, 8)}`],
  },
  'a column is left empty rather than a heading parted from it': {
    content: [
      paragraph('h', 1, heading),
      row({}, picture('b', 95), paragraph('c', 8)),
      paragraph('d', 1),
    ],
    pages: [`h.1 ${lines('c', 1, 8)}`, 'b', 'd.1'],
  },
  'what follows a row that fits may break the row, if it may not leave it': {
    content: [row(heading, paragraph('a', 9), paragraph('b', 4)), picture('c', 20)],
    pages: [`${lines('a', 1, 7)} ${lines('b', 1, 4)}`, 'a.8 a.9 c'],
  },
  'a forced break in a column breaks only that column': {
    content: [
      row(
        {},
        block({}, paragraph('a', 2), paragraph('b', 2, { breakBefore: 'page' })),
        paragraph('c', 4),
      ),
    ],
    pages: [`a.1 a.2 ${lines('c', 1, 4)}`, 'b.1 b.2'],
  },
  'rows of a table break between rows, and the head comes again': {
    content: [
      table(
        {},
        paragraph('head', 2),
        ...['r', 's', 't', 'u'].map((id) => row(kept, picture(id, 40))),
      ),
    ],
    pages: ['head.1 head.2 r s', '(head.1) (head.2) t u'],
  },
  'a head never stands without a row': {
    content: [paragraph('a', 6), table({}, paragraph('head', 2), row(kept, picture('r', 40)))],
    pages: [lines('a', 1, 6), 'head.1 head.2 r'],
  },
  'a head taller than a quarter of the page is not repeated': {
    content: [table({}, paragraph('head', 3), picture('r', 60), picture('s', 60))],
    pages: ['head.1 head.2 head.3 r', 's'],
  },
  'a cell goes on under the repeated head': {
    content: [table({}, paragraph('head', 1), row({}, paragraph('a', 12), paragraph('b', 2)))],
    pages: [`head.1 ${lines('a', 1, 9)} b.1 b.2`, `(head.1) ${lines('a', 10, 12)}`],
  },
  'a box without a source hands its content up': {
    content: [arranger(row({}, paragraph('a', 12), arranger(block({}, paragraph('b', 1)))))],
    pages: [`${lines('a', 1, 10)} b.1`, 'a.11 a.12'],
  },
  'the first page may be shorter': {
    content: [paragraph('a', 14)],
    heights: [40, 100],
    pages: [lines('a', 1, 4), lines('a', 5, 14)],
  },
  'boxes without height at the end make no page': {
    content: [picture('a', 100), block({ margin: 20 }), block({})],
    pages: ['a'],
  },
  'a box without height at the top does not send a tall picture away': {
    content: [paragraph('a', 1), block({ breakBefore: 'page' }), picture('b', 120)],
    pages: ['a.1', 'b'],
    problems: ['layout-too-tall: <div id="b"> is 7.1 mm too tall for page 2'],
  },
  'a picture taller than the page stands alone and is reported': {
    content: [paragraph('a', 1), picture('b', 120), paragraph('c', 1)],
    pages: ['a.1', 'b', 'c.1'],
    problems: ['layout-too-tall: <div id="b"> is 7.1 mm too tall for page 2'],
  },
  'a kept box taller than a page is split, with a warning': {
    content: [
      paragraph('a', 1),
      block({ id: 'k', ...kept }, paragraph('b', 6), paragraph('c', 6), paragraph('d', 2)),
    ],
    pages: ['a.1', `${lines('b', 1, 6)} ${lines('c', 1, 4)}`, 'c.5 c.6 d.1 d.2'],
    problems: [
      'layout-box-split: <div id="k"> may not be broken, but is 14.1 mm taller than a page: it is cut at the end of page 2',
    ],
  },
  'a kept box that must be split is split between the kept boxes inside': {
    content: [
      block({ id: 'k', ...kept }, block(kept, paragraph('b', 6)), block(kept, paragraph('c', 6))),
    ],
    pages: [lines('b', 1, 6), lines('c', 1, 6)],
    problems: [
      'layout-box-split: <div id="k"> may not be broken, but is 7.1 mm taller than a page: it is cut at the end of page 1',
    ],
  },
  'a heading stays with a kept box even if the box must be split for it': {
    content: [paragraph('h', 2, heading), block({ id: 'k', ...kept }, paragraph('b', 10))],
    pages: [`h.1 h.2 ${lines('b', 1, 8)}`, 'b.9 b.10'],
    problems: [
      'layout-box-split: <div id="k"> may not be broken, but is cut at the end of page 1: it must also stay with what stands before it, and no page has room for both',
    ],
  },
  'a heading and a picture that no page holds are parted, with a warning': {
    content: [paragraph('h', 1, heading), picture('b', 95)],
    pages: ['h.1', 'b'],
    problems: [
      'layout-boxes-parted: <div id="b"> should stay with what stands before it, which stays behind on page 1',
    ],
  },
  'visible padding stays with the last line': {
    content: [
      paragraph('a', 4),
      block({ visible: true, padding: 5 }, paragraph('b', 5), paragraph('c', 4)),
    ],
    pages: [`${lines('a', 1, 4)} ${lines('b', 1, 5)}`, lines('c', 1, 4)],
  },
  'padding that nobody sees does not': {
    content: [paragraph('a', 4), block({ padding: 5 }, paragraph('b', 5))],
    pages: [`${lines('a', 1, 4)} ${lines('b', 1, 5)}`],
  },
  'a box with a height of its own keeps its empty room': {
    content: [
      paragraph('a', 7),
      block({ height: { points: 50, percent: 0 }, spare: 40 }, paragraph('b', 1)),
    ],
    pages: [lines('a', 1, 7), 'b.1'],
  },
  'room that nobody asked for is let go': {
    content: [paragraph('a', 7), block({ spare: 40 }, paragraph('b', 1)), paragraph('c', 1)],
    pages: [`${lines('a', 1, 7)} b.1`, 'c.1'],
  },
}

describe('pages hold', () => {
  test.each(Object.entries(cases))('%s', (_name, { content, pages, heights, problems }) => {
    const result = cut(galley(...content), pagesOf(...(heights ?? [100])))
    expect(outline(result.pages)).toEqual(pages)
    expect(result.problems).toEqual(problems ?? [])
  })
})
