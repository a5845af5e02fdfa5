/** Where pagination puts things: below each other, at the top of pages, in boxes that are cut, on named pages. */
import { describe, expect, test } from 'vitest'
import type { PageStyles } from '../../src/style/computed.ts'
import {
  block,
  boxes,
  cut,
  galley,
  lines,
  outline,
  pageStyle,
  paragraph,
  picture,
  positions,
  row,
  table,
} from './galley-builder.ts'

describe('positions', () => {
  test('the space above the first box of a page is dropped', () => {
    const { pages } = cut(galley(paragraph('a', 9), paragraph('b', 2, { margin: 20 })))
    expect(positions(pages)).toEqual([
      'a.1@0 a.2@10 a.3@20 a.4@30 a.5@40 a.6@50 a.7@60 a.8@70 a.9@80',
      'b.1@0 b.2@10',
    ])
  })

  test('after a forced break the margin stays', () => {
    const forced = { margin: 20, breakBefore: 'page' } as const
    const { pages } = cut(galley(paragraph('a', 1), paragraph('b', 1, forced)))
    expect(positions(pages)).toEqual(['a.1@0', 'b.1@20'])
  })

  test('what follows a cut row stands below its longest column', () => {
    const { pages } = cut(
      galley(row({}, paragraph('a', 13), picture('b', 60)), paragraph('c', 1, { margin: 7 })),
    )
    expect(positions(pages)[1]).toBe('a.11@0 a.12@10 a.13@20 c.1@37')
  })

  test('pages begin at their own margins', () => {
    const styles: PageStyles = (_name, isFirst) =>
      pageStyle({
        width: 140,
        height: 100,
        margin: isFirst
          ? { top: 30, right: 10, bottom: 30, left: 30 }
          : { top: 5, right: 20, bottom: 45, left: 20 },
      })
    const { pages, problems } = cut(galley(paragraph('a', 8)), styles)
    expect(positions(pages)).toEqual(['a.1@30 a.2@40 a.3@50 a.4@60', 'a.5@5 a.6@15 a.7@25 a.8@35'])
    expect(pages.map(({ fragments }) => fragments[0]?.rect.x)).toEqual([30, 20])
    expect(problems).toEqual([])
  })

  test('rows under a repeated head stand below it', () => {
    const { pages } = cut(
      galley(
        table(
          {},
          paragraph('head', 2),
          picture('r', 70, { margin: 3 }),
          picture('s', 70, { margin: 9 }),
        ),
      ),
    )
    expect(positions(pages)).toEqual(['head.1@0 head.2@10 r@23', 'head.1@0 head.2@10 s@23'])
  })
})

describe('cut boxes', () => {
  test('reach to the end of the page and are open there', () => {
    const { pages } = cut(
      galley(paragraph('a', 4), block({ id: 'k', visible: true, padding: 5 }, paragraph('b', 9))),
    )
    expect(outline(pages)[0]).toBe(`${lines('a', 1, 4)} ${lines('b', 1, 5)}`)
    expect(boxes(pages, 'k')).toEqual(['1: 40-100 first', '2: 0-45 last'])
  })

  test('columns with a background go on as long as their row', () => {
    const { pages } = cut(
      galley(
        row({ id: 'r' }, paragraph('a', 23), block({ id: 'k', visible: true }, paragraph('b', 2))),
      ),
    )
    expect(boxes(pages, 'r')).toEqual(['1: 0-100 first', '2: 0-100', '3: 0-30 last'])
    expect(boxes(pages, 'k')).toEqual(['1: 0-100 first', '2: 0-100', '3: 0-30 last'])
  })

  test('empty columns with a background do so too', () => {
    const { pages } = cut(galley(row({}, paragraph('a', 13), block({ id: 'k', visible: true }))))
    expect(boxes(pages, 'k')).toEqual(['1: 0-100 first', '2: 0-30 last'])
  })

  test('boxes out of flow move with the part that holds their top edge', () => {
    const pinned = [
      [-3, 'p'],
      [52, 'q'],
      [128, 'r'],
    ] as const
    const { pages } = cut(galley(block({ id: 'k', pinned }, paragraph('b', 13))))
    expect(
      positions(pages).map((page) => page.split(' ').filter((atom) => /^[pqr]@/.test(atom))),
    ).toEqual([['p@-3', 'q@52'], ['r@28']])
  })
})

describe('named pages', () => {
  const styles: PageStyles = (name, isFirst) =>
    pageStyle({ height: name === 'poster' ? 50 : isFirst ? 30 : 100 })

  test('a change of page breaks, and each page has the style of its first content', () => {
    const { pages } = cut(
      galley(
        paragraph('a', 2),
        block({ page: 'poster' }, paragraph('b', 4), paragraph('c', 4)),
        paragraph('d', 1),
        paragraph('e', 1),
      ),
      styles,
    )
    expect(pages.map(({ number, name, style }) => [number, name, style.height])).toEqual([
      [1, '', 30],
      [2, 'poster', 50],
      [3, 'poster', 50],
      [4, '', 100],
    ])
    expect(outline(pages)[3]).toBe('d.1 e.1')
  })

  test('a page that is not as wide between its margins as the first is reported once', () => {
    const wide: PageStyles = (name) => pageStyle({ width: name === 'poster' ? 110 : 100 })
    const { problems } = cut(
      galley(paragraph('a', 1), block({ page: 'poster' }, paragraph('b', 22))),
      wide,
    )
    expect(problems).toEqual([
      'layout-page-width: @page poster has room 3.5 mm wider than the first page',
    ])
  })

  test('a page without room is reported', () => {
    const none: PageStyles = () => pageStyle({ margin: { top: 60, right: 0, bottom: 60, left: 0 } })
    const { pages, problems } = cut(galley(paragraph('a', 3)), none)
    expect(pages.length).toBe(1)
    expect(problems).toEqual([
      'layout-page-height: @page (:first) has no room between its top and bottom margins',
    ])
  })
})

test('each page knows the first y of the galley it shows', () => {
  const { pages } = cut(galley(paragraph('a', 12), picture('b', 90)))
  expect(pages.map(({ galleyTop }) => galleyTop)).toEqual([-Infinity, 100, 120])
})
