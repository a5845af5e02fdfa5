import { describe, expect, test } from 'vitest'
import { boxesOf, expected, layOut } from './lay-out.ts'

interface Case {
  readonly name: string
  readonly markup: string
  readonly css?: string
  readonly boxes: string
}

const box = '<div class="a"></div>'
const two = '<div class="a"></div><div class="b"></div>'

const widths: readonly Case[] = [
  {
    name: 'a block fills its container less its margins',
    markup: box,
    css: '.a { margin: 0 10pt 0 5pt; height: 7pt }',
    boxes: 'div.a 5 0 85x7',
  },
  {
    name: 'a width without border-box grows by padding and border',
    markup: box,
    css: '.a { box-sizing: content-box; width: 40pt; padding: 3pt; border: 2pt solid #000; height: 5pt }',
    boxes: 'div.a 0 0 50x15',
  },
  {
    name: 'a border box keeps its width, but never gets narrower than its padding',
    markup: two,
    css: '.a { width: 40pt; padding: 3pt } .b { width: 4pt; padding: 3pt }',
    boxes: 'div.a 0 0 40x6\ndiv.b 0 6 6x6',
  },
  {
    name: 'auto margins on both sides centre a box',
    markup: box,
    css: '.a { width: 40pt; margin: 0 auto }',
    boxes: 'div.a 30 0 40x0',
  },
  {
    name: 'one auto margin takes all the room',
    markup: two,
    css: '.a { width: 40pt; margin-left: auto } .b { width: 40pt; margin-left: 5pt; margin-right: auto }',
    boxes: 'div.a 60 0 40x0\ndiv.b 5 0 40x0',
  },
  {
    name: 'a box that is too wide keeps its start margin, from the right in right-to-left text',
    markup: '<div class="l"><div class="a"></div></div><div class="r"><div class="a"></div></div>',
    css: '.a { width: 120pt; margin: 0 5pt } .r { direction: rtl }',
    boxes: `
      div.l 0 0 100x0
        div.a 5 0 120x0
      div.r 0 0 100x0
        div.a -25 0 120x0`,
  },
  {
    name: 'percentages refer to the content box of the container, those of vertical padding to its width',
    markup: '<div class="o"><div class="a"></div></div>',
    css: '.o { width: 80pt; padding: 0 15pt } .a { width: 50%; margin-left: 10%; padding-top: 10% }',
    boxes: `
      div.o 0 0 80x5
        div.a 20 0 25x5`,
  },
  {
    name: 'limits hold, and the least width wins',
    markup: two,
    css: '.a { max-width: 30pt } .b { max-width: 30pt; min-width: 60% }',
    boxes: 'div.a 0 0 30x0\ndiv.b 0 0 60x0',
  },
  {
    name: 'a box limited in width is still centred by auto margins',
    markup: box,
    css: '.a { max-width: 60pt; margin: 0 auto }',
    boxes: 'div.a 20 0 60x0',
  },
  {
    name: 'a percentage of height counts where the container has a height',
    markup: '<div class="o"><div class="a"></div></div>',
    css: '.o { height: 50pt; padding: 5pt 0 } .a { height: 50% }',
    boxes: `
      div.o 0 0 100x50
        div.a 0 5 100x20`,
  },
  {
    name: 'height limits hold, the least height wins',
    markup: two,
    css: '.a { height: 50pt; max-height: 20pt } .b { height: 5pt; min-height: 9pt; max-height: 8pt }',
    boxes: 'div.a 0 0 100x20\ndiv.b 0 20 100x9',
  },
  {
    name: 'an aspect ratio gives an empty block its height',
    markup: box,
    css: '.a { width: 60pt; aspect-ratio: 3 / 2 }',
    boxes: 'div.a 0 0 60x40',
  },
  {
    name: 'position: relative moves a box and leaves its place empty',
    markup: two,
    css: '.a { height: 10pt; position: relative; left: 3pt; top: 4pt } .b { height: 10pt; position: relative; right: 2pt; bottom: 1pt }',
    boxes: 'div.a 3 4 100x10\ndiv.b -2 9 100x10',
  },
]

const margins: readonly Case[] = [
  {
    name: 'margins of neighbours collapse to the larger',
    markup: two,
    css: '.a { height: 5pt; margin: 4pt 0 10pt } .b { height: 5pt; margin-top: 6pt }',
    boxes: 'div.a 0 4 100x5\ndiv.b 0 19 100x5',
  },
  {
    name: 'a negative margin is taken off the largest positive one',
    markup: two,
    css: '.a { height: 5pt; margin-bottom: 10pt } .b { height: 5pt; margin-top: -4pt }',
    boxes: 'div.a 0 0 100x5\ndiv.b 0 11 100x5',
  },
  {
    name: 'the first and last child share their margins with the parent',
    markup: '<div class="o"><div class="a"></div></div><div class="b"></div>',
    css: '.o { margin: 2pt 0 } .a { height: 5pt; margin: 8pt 0 9pt } .b { height: 5pt }',
    boxes: `
      div.o 0 8 100x5
        div.a 0 8 100x5
      div.b 0 22 100x5`,
  },
  {
    name: 'padding and border keep margins inside',
    markup: '<div class="o"><div class="a"></div></div><div class="b"></div>',
    css: '.o { padding-top: 1pt; border-bottom: 1pt solid #000 } .a { height: 5pt; margin: 8pt 0 9pt } .b { height: 5pt }',
    boxes: `
      div.o 0 0 100x24
        div.a 0 9 100x5
      div.b 0 24 100x5`,
  },
  {
    name: 'a height of its own keeps the last margin from reaching through',
    markup: '<div class="o"><div class="a"></div></div><div class="b"></div>',
    css: '.o { height: 20pt } .a { height: 5pt; margin-bottom: 9pt } .b { height: 5pt }',
    boxes: `
      div.o 0 0 100x20
        div.a 0 0 100x5
      div.b 0 20 100x5`,
  },
  {
    name: 'margins collapse through an empty box',
    markup: '<div class="a"></div><div class="e"></div><div class="b"></div>',
    css: '.a, .b { height: 5pt } .e { margin: 7pt 0 3pt } .a { margin-bottom: 2pt }',
    boxes: 'div.a 0 0 100x5\ndiv.e 0 12 100x0\ndiv.b 0 12 100x5',
  },
  {
    name: 'margins of a flex container and of its items stay apart',
    markup: '<div class="f"><div class="a"></div></div>',
    css: '.f { display: flex; margin-top: 3pt } .a { height: 5pt; flex: 1; margin: 4pt 0 }',
    boxes: `
      div.f 0 3 100x13 |
        div.a 0 7 100x5`,
  },
]

const lines: readonly Case[] = [
  {
    name: 'text breaks where the box ends, inside its padding',
    markup: '<p class="a">one two three</p>',
    css: '.a { padding: 2pt 10pt }',
    boxes: `
      p.a 0 0 100x24
        "one two" 10 2 h10
        "three" 10 12 h10`,
  },
  {
    name: 'text beside blocks stands in anonymous boxes; white space between blocks makes none',
    markup: '<div>one <b>two</b> <p>three</p> <p>four</p> five</div>',
    boxes: `
      div 0 0 100x40
        anonymous 0 0 100x10
          "one two" 0 0 h10
        p 0 10 100x10
          "three" 0 10 h10
        p 0 20 100x10
          "four" 0 20 h10
        anonymous 0 30 100x10
          "five" 0 30 h10`,
  },
  {
    name: 'an anonymous box takes the text style of its parent and nothing else',
    markup: '<div>one<p></p></div>',
    css: 'div { padding: 5pt; text-align: right; border: 1pt solid #000 }',
    boxes: `
      div 0 0 100x22
        anonymous 6 6 88x10
          "one" 64 6 h10
        p 6 16 88x0`,
  },
  {
    name: 'hidden elements make no boxes',
    markup: '<p>one</p><p class="h">two</p><div><span class="h">three</span></div>',
    css: '.h { display: none }',
    boxes: `
      p 0 0 100x10
        "one" 0 0 h10
      div 0 10 100x0`,
  },
]

describe.each([
  ['block widths and heights', widths],
  ['collapsing margins', margins],
  ['lines and anonymous boxes', lines],
])('%s', (_topic, cases) => {
  test.each(cases)('$name', ({ markup, css, boxes }) => {
    expect(boxesOf(layOut(markup, css))).toBe(expected(boxes))
  })
})

test('the root keeps the margins of its children inside', () => {
  const { galley } = layOut('<div class="a"></div>', '.a { height: 5pt; margin: 6pt 0 }')
  expect(galley.box.rect).toEqual({ x: 0, y: 0, width: 100, height: 17 })
})

test('margin and padding of an inline element are spacing in its line', () => {
  const css = 'b { margin-left: 3pt; padding: 0 4pt }'
  const { galley } = layOut('<p>a<b>b</b>c</p>', css)
  const runs = galley.box.children[0]?.lines[0]?.runs ?? []
  expect(runs.map((run) => (run.kind === 'text' ? [run.shaped.text, run.x] : []))).toEqual([
    ['a', 0],
    ['b', 17],
    ['c', 31],
  ])
})
