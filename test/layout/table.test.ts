import { expect, test } from 'vitest'
import { boxesOf, expected, layOut } from './lay-out.ts'

interface Case {
  readonly name: string
  readonly markup: string
  readonly css?: string
  readonly boxes: string
}

const cases: readonly Case[] = [
  {
    name: 'a table is as wide as its columns want to be',
    markup: '<table><tr><td>a</td><td>bb c</td></tr><tr><td>dd</td><td>e</td></tr></table>',
    boxes: `
      table 0 0 55x20
        anonymous 0 0 55x20
          tr 0 0 55x10 |
            td 0 0 20x10
              "a" 0 0 h10
            td 20 0 35x10
              "bb c" 20 0 h10
          tr 0 10 55x10 |
            td 0 10 20x10
              "dd" 0 10 h10
            td 20 10 35x10
              "e" 20 10 h10`,
  },
  {
    name: 'columns share a given width by what they want',
    markup: '<table><tr><td>a</td><td>bbb</td></tr></table>',
    css: 'table { width: 100% }',
    boxes: `
      table 0 0 100x10
        anonymous 0 0 100x10
          tr 0 0 100x10 |
            td 0 0 25x10
              "a" 0 0 h10
            td 25 0 75x10
              "bbb" 25 0 h10`,
  },
  {
    name: 'columns with a width keep it, the others take the rest',
    markup: '<table><tr><td class="p">a</td><td class="q">b</td><td>c</td></tr></table>',
    css: 'table { width: 100% } .p { width: 30pt } .q { width: 20% }',
    boxes: `
      table 0 0 100x10
        anonymous 0 0 100x10
          tr 0 0 100x10 |
            td.p 0 0 30x10
              "a" 0 0 h10
            td.q 30 0 20x10
              "b" 30 0 h10
            td 50 0 50x10
              "c" 50 0 h10`,
  },
  {
    name: 'text wraps where the columns do not fit, no narrower than its longest word',
    markup: '<table><tr><td>aaaa</td><td>bb bb bb bb</td></tr></table>',
    boxes: `
      table 0 0 100x20
        anonymous 0 0 100x20
          tr 0 0 100x20 |
            td 0 0 40x20
              "aaaa" 0 5 h10
            td 40 0 60x20
              "bb bb" 40 0 h10
              "bb bb" 40 10 h10`,
  },
  {
    name: 'head and foot are printed first and last, whatever their order',
    markup:
      '<table><tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody><thead><tr><th>h</th></tr></thead></table>',
    boxes: `
      table 0 0 10x30
        thead 0 0 10x10
          tr 0 0 10x10 |
            th 0 0 10x10
              "h" 0 0 h10
        tbody 0 10 10x10
          tr 0 10 10x10 |
            td 0 10 10x10
              "b" 0 10 h10
        tfoot 0 20 10x10
          tr 0 20 10x10 |
            td 0 20 10x10
              "f" 0 20 h10`,
  },
  {
    name: 'the caption stands above the border of the table, as wide as the table',
    markup: '<table><caption>cap</caption><tr><td>abcd</td></tr></table>',
    css: 'table { border: 2pt solid #000; margin: 3pt } caption { margin-bottom: 1pt }',
    boxes: `
      - 3 3 44x25
        caption 3 3 44x10
          "cap" 3 3 h10
        table 3 14 44x14
          anonymous 5 16 40x10
            tr 5 16 40x10 |
              td 5 16 40x10
                "abcd" 5 16 h10`,
  },
  {
    name: 'spanning cells take the columns and rows they span',
    markup:
      '<table><tr><td colspan="2">a</td><td rowspan="2">bb</td></tr><tr><td>c</td><td>d</td></tr></table>',
    css: 'table { width: 80pt }',
    boxes: `
      table 0 0 80x20
        anonymous 0 0 80x20
          tr 0 0 80x10 |
            td 0 0 40x10
              "a" 0 0 h10
            td 40 0 40x20
              "bb" 40 5 h10
          tr 0 10 80x10 |
            td 0 10 20x10
              "c" 0 10 h10
            td 20 10 20x10
              "d" 20 10 h10`,
  },
  {
    name: 'what a spanning cell needs beyond its columns is shared by them',
    markup: '<table><tr><td colspan="2">abcdef</td></tr><tr><td>a</td><td>bb</td></tr></table>',
    boxes: `
      table 0 0 60x20
        anonymous 0 0 60x20
          tr 0 0 60x10 |
            td 0 0 60x10
              "abcdef" 0 0 h10
          tr 0 10 60x10 |
            td 0 10 20x10
              "a" 0 10 h10
            td 20 10 40x10
              "bb" 20 10 h10`,
  },
  {
    name: 'cells are as high as their row, their text where vertical-align says',
    markup:
      '<table><tr><td class="t">t</td><td>m</td><td class="b">b</td><td class="h"></td></tr></table>',
    css: '.t { vertical-align: top } .b { vertical-align: bottom } .h { height: 40pt; width: 10pt }',
    boxes: `
      table 0 0 40x40
        anonymous 0 0 40x40
          tr 0 0 40x40 |
            td.t 0 0 10x40
              "t" 0 0 h10
            td 10 0 10x40
              "m" 10 15 h10
            td.b 20 0 10x40
              "b" 20 30 h10
            td.h 30 0 10x40`,
  },
  {
    name: 'baseline-aligned cells share a baseline',
    markup: '<table><tr><td>s</td><td class="big">B</td></tr></table>',
    css: 'td { vertical-align: baseline } .big { font-size: 20pt; line-height: 20pt }',
    boxes: `
      table 0 0 30x20
        anonymous 0 0 30x20
          tr 0 0 30x20 |
            td 0 0 10x20
              "s" 0 8 h10
            td.big 10 0 20x20
              "B" 10 0 h20`,
  },
  {
    name: 'the border of a row stands above and below its cells',
    markup: '<table><tr class="r"><td>a</td></tr><tr><td>b</td></tr></table>',
    css: '.r { border-bottom: 2pt solid #000 }',
    boxes: `
      table 0 0 10x22
        anonymous 0 0 10x22
          tr.r 0 0 10x12 |
            td 0 0 10x10
              "a" 0 0 h10
          tr 0 12 10x10 |
            td 0 12 10x10
              "b" 0 12 h10`,
  },
]

test.each(cases)('$name', ({ markup, css = '', boxes }) => {
  expect(boxesOf(layOut(markup, css))).toBe(expected(boxes))
})

test('the head to repeat is the first of the children', () => {
  const markup = '<table><thead><tr><th>h</th></tr></thead><tr><td>b</td></tr></table>'
  const table = layOut(markup).galley.box.children[0]
  expect(table?.tableHead?.source?.element?.name).toBe('thead')
  expect(table?.tableHead).toBe(table?.children[0])
})

test('columns of right-to-left text run from the right', () => {
  const css = 'table { width: 100%; direction: rtl }'
  const { galley } = layOut('<table><tr><td>a</td><td>bbb</td></tr></table>', css)
  const cells = galley.box.children[0]?.children[0]?.children[0]?.children ?? []
  expect(cells.map(({ rect }) => [rect.x, rect.width])).toEqual([
    [75, 25],
    [0, 75],
  ])
})
