import { describe, expect, test } from 'vitest'
import { boxesOf, expected, layOut } from './lay-out.ts'

interface Case {
  readonly name: string
  readonly markup: string
  readonly css?: string
  readonly boxes: string
}

const row = (...items: readonly string[]) =>
  `<div class="f">${items.map((name) => `<div class="${name}"></div>`).join('')}</div>`
const base = '.f { display: flex } .a, .b, .c { height: 10pt } '

/** Rectangles were compared with a browser's where they are not plain sums. */
const rows: readonly Case[] = [
  {
    name: 'items stand side by side at their width and are as high as the line',
    markup: row('a', 'b'),
    css: '.a { width: 20pt } .b { width: 30pt; height: auto }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 20x10
        div.b 20 0 30x10`,
  },
  {
    name: 'gaps and margins stand between items, percentages refer to the container',
    markup: row('a', 'b', 'c'),
    css: '.f { gap: 5pt } .a { width: 10% } .b { width: 20pt; margin: 0 3pt 0 -2pt } .c { width: 20pt }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 10x10
        div.b 13 0 20x10
        div.c 41 0 20x10`,
  },
  {
    name: 'room is shared by flex-grow from the base size on',
    markup: row('a', 'b'),
    css: '.a { width: 20pt; flex-grow: 1 } .b { width: 20pt; flex-grow: 2 }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 40x10
        div.b 40 0 60x10`,
  },
  {
    name: 'flex: 1 starts from nothing',
    markup: row('a', 'b'),
    css: '.a { width: 20pt; flex: 1 } .b { flex: 3 }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 25x10
        div.b 25 0 75x10`,
  },
  {
    name: 'grow factors below 1 leave room',
    markup: row('a', 'b'),
    css: '.a { flex: 0.25 1 0% } .b { flex: 0.25 1 0% }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 25x10
        div.b 25 0 25x10`,
  },
  {
    name: 'items shrink by their base size, padding does not',
    markup: row('a', 'b'),
    css: '.a { flex: 0 1 90pt; padding: 0 15pt } .b { flex: 0 1 60pt; min-width: 0 }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 65x10
        div.b 65 0 35x10`,
  },
  {
    name: 'what one item cannot give the others give',
    markup: row('a', 'b', 'c'),
    css: '.a, .b, .c { flex: 0 1 60pt } .a { min-width: 50pt } .b { min-width: 30pt }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 50x10
        div.b 50 0 30x10
        div.c 80 0 20x10`,
  },
  {
    name: 'text does not shrink below its longest word',
    markup: '<div class="f"><p>one two</p><p>seventy</p></div>',
    boxes: `
      div.f 0 0 100x20 |
        p 0 0 30x20
          "one" 0 0 h10
          "two" 0 10 h10
        p 30 0 70x20
          "seventy" 30 0 h10`,
  },
  {
    name: 'long texts share the line by how long they are, not half and half',
    markup: '<div class="f"><p>a b c d e f g h i j</p><p>a b c d e</p></div>',
    boxes: `
      div.f 0 0 100x30 |
        p 0 0 67.44x30
          "a b c d" 0 0 h10
          "e f g h" 0 10 h10
          "i j" 0 20 h10
        p 67.44 0 32.56x30
          "a b" 67.44 0 h10
          "c d" 67.44 10 h10
          "e" 67.44 20 h10`,
  },
  {
    name: 'justify-content places what is left',
    markup: row('a', 'b'),
    css: '.f { justify-content: space-between } .a, .b { width: 20pt }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 20x10
        div.b 80 0 20x10`,
  },
  {
    name: 'an auto margin takes the room before justify-content does',
    markup: row('a', 'b'),
    css: '.f { justify-content: center } .a, .b { width: 20pt } .b { margin-left: auto }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 20x10
        div.b 80 0 20x10`,
  },
  {
    name: 'align-items and align-self place items across the line',
    markup: row('a', 'b', 'c'),
    css: '.f { height: 50pt; align-items: center } .a, .b, .c { width: 20pt } .b { align-self: flex-end } .c { align-self: stretch; height: auto }',
    boxes: `
      div.f 0 0 100x50 |
        div.a 0 20 20x10
        div.b 20 40 20x10
        div.c 40 0 20x50`,
  },
  {
    name: 'stretching stops at max-height and leaves margins',
    markup: row('a', 'b'),
    css: '.f { height: 50pt } .a, .b { width: 20pt; height: auto } .a { margin: 5pt 0 } .b { max-height: 30pt }',
    boxes: `
      div.f 0 0 100x50 |
        div.a 0 5 20x40
        div.b 20 0 20x30`,
  },
  {
    name: 'baselines meet, and the line is high enough for both',
    markup: '<div class="f"><p class="big">B</p><p>s</p></div>',
    css: '.f { align-items: baseline } .big { font-size: 20pt; line-height: 20pt } p { padding-bottom: 1pt }',
    boxes: `
      div.f 0 0 100x21 |
        p.big 0 0 20x21
          "B" 0 0 h20
        p 20 8 10x11
          "s" 20 8 h10`,
  },
  {
    name: 'row-reverse runs from the end',
    markup: row('a', 'b'),
    css: '.f { flex-direction: row-reverse } .a { width: 20pt } .b { width: 30pt }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 80 0 20x10
        div.b 50 0 30x10`,
  },
  {
    name: 'a row of right-to-left text runs from the right',
    markup: row('a', 'b'),
    css: '.f { direction: rtl } .a { width: 20pt } .b { width: 30pt }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 80 0 20x10
        div.b 50 0 30x10`,
  },
  {
    name: 'text between items is an item, white space is none',
    markup: '<div class="f"> one <div class="a"></div> </div>',
    css: '.a { width: 10pt }',
    boxes: `
      div.f 0 0 100x10 |
        anonymous 0 0 30x10
          "one" 0 0 h10
        div.a 30 0 10x10`,
  },
  {
    name: 'inline elements become blocks',
    markup: '<div class="f"><span class="a">x</span></div>',
    css: '.a { width: 20pt }',
    boxes: `
      div.f 0 0 100x10 |
        span.a 0 0 20x10
          "x" 0 0 h10`,
  },
]

const wrapped: readonly Case[] = [
  {
    name: 'each line of a wrapping row is a box of its own',
    markup: row('a', 'b', 'c'),
    css: '.f { flex-wrap: wrap; gap: 2pt 4pt } .a, .b, .c { width: 40pt } .b { height: 15pt }',
    boxes: `
      div.f 0 0 100x27
        - 0 0 100x15 |
          div.a 0 0 40x10
          div.b 44 0 40x15
        - 0 17 100x10 |
          div.c 0 17 40x10`,
  },
  {
    name: 'lines share the height of the container',
    markup: row('a', 'b'),
    css: '.f { flex-wrap: wrap; height: 60pt } .a, .b { width: 60pt; height: auto; min-height: 10pt }',
    boxes: `
      div.f 0 0 100x60
        - 0 0 100x30 |
          div.a 0 0 60x30
        - 0 30 100x30 |
          div.b 0 30 60x30`,
  },
  {
    name: 'three thirds and no gap fit into one line',
    markup: row('a', 'b', 'c'),
    css: '.f { flex-wrap: wrap } .a, .b, .c { width: 33.333333% }',
    boxes: `
      div.f 0 0 100x10 |
        div.a 0 0 33.33x10
        div.b 33.33 0 33.33x10
        div.c 66.67 0 33.33x10`,
  },
]

const columns: readonly Case[] = [
  {
    name: 'a column is as high as its items and stretches them',
    markup: row('a', 'b'),
    css: '.f { flex-direction: column; row-gap: 3pt } .b { width: 20pt; margin-bottom: 2pt }',
    boxes: `
      div.f 0 0 100x25
        div.a 0 0 100x10
        div.b 0 13 20x10`,
  },
  {
    name: 'a column with a height shares it',
    markup: row('a', 'b'),
    css: '.f { flex-direction: column; height: 50pt } .b { flex: 1 }',
    boxes: `
      div.f 0 0 100x50
        div.a 0 0 100x10
        div.b 0 10 100x40`,
  },
  {
    name: 'a column with a least height grows its items into it',
    markup: row('a', 'b'),
    css: '.f { flex-direction: column; min-height: 50pt } .b { flex-grow: 1 }',
    boxes: `
      div.f 0 0 100x50
        div.a 0 0 100x10
        div.b 0 10 100x40`,
  },
  {
    name: 'items that are not stretched are as wide as their text',
    markup: '<div class="f"><p>one</p><p>three four five</p></div>',
    css: '.f { flex-direction: column; align-items: center }',
    boxes: `
      div.f 0 0 100x30
        p 35 0 30x10
          "one" 35 0 h10
        p 0 10 100x20
          "three four" 0 10 h10
          "five" 0 20 h10`,
  },
  {
    name: 'items of a column do not shrink below their text',
    markup: '<div class="f"><p class="a">one</p><div class="b"></div></div>',
    css: '.f { flex-direction: column; height: 20pt } .a { height: auto } .b { height: 40pt }',
    boxes: `
      div.f 0 0 100x20
        p.a 0 0 100x10
          "one" 0 0 h10
        div.b 0 10 100x10`,
  },
  {
    name: 'column-reverse prints the last first, from the bottom up',
    markup: row('a', 'b'),
    css: '.f { flex-direction: column-reverse; height: 30pt } .a { height: 5pt }',
    boxes: `
      div.f 0 0 100x30
        div.b 0 15 100x10
        div.a 0 25 100x5`,
  },
  {
    name: 'justify-content works down a column',
    markup: row('a'),
    css: '.f { flex-direction: column; height: 30pt; justify-content: flex-end }',
    boxes: `
      div.f 0 0 100x30
        div.a 0 20 100x10`,
  },
]

const nested: readonly Case[] = [
  {
    name: 'flex in block in flex',
    markup:
      '<div class="f"><div class="s"><div class="f"><div class="a"></div><div class="b"></div></div></div><div class="c"></div></div>',
    css: '.s { flex: 1; padding: 2pt } .a { width: 10pt } .b { flex: 1 } .c { width: 40pt }',
    boxes: `
      div.f 0 0 100x14 |
        div.s 0 0 60x14
          div.f 2 2 56x10 |
            div.a 2 2 10x10
            div.b 12 2 46x10
        div.c 60 0 40x10`,
  },
  {
    name: 'a stretched item gives its height to percentages inside',
    markup: '<div class="f"><div class="c"></div><div class="o"><div class="i"></div></div></div>',
    css: '.c { width: 20pt; height: 40pt } .o { width: 20pt } .i { height: 50% }',
    boxes: `
      div.f 0 0 100x40 |
        div.c 0 0 20x40
        div.o 20 0 20x40
          div.i 20 0 20x20`,
  },
  {
    name: 'a stretched column shares the height of the row',
    markup:
      '<div class="f"><div class="c"></div><div class="f d"><div class="a"></div><div class="b"></div></div></div>',
    css: '.c { width: 20pt; height: 40pt } .d { flex-direction: column; width: 20pt } .b { margin-top: auto }',
    boxes: `
      div.f 0 0 100x40 |
        div.c 0 0 20x40
        div.f d 20 0 20x40
          div.a 20 0 20x10
          div.b 20 30 20x10`,
  },
  {
    name: 'a picture in a row is stretched like any item, and keeps its shape when it is not',
    markup:
      '<div class="f"><img src="p" alt=""><div class="c"></div></div><div class="f s"><img src="p" alt=""><div class="c"></div></div>',
    css: '.c { width: 20pt; height: 40pt } .s { align-items: flex-start } img { width: 30pt }',
    boxes: `
      div.f 0 0 100x40 |
        img 0 0 30x40
          picture 0 0 30x40
        div.c 30 0 20x40
      div.f s 0 40 100x40 |
        img 0 40 30x15
          picture 0 40 30x15
        div.c 30 40 20x40`,
  },
]

describe.each([
  ['flex rows', rows],
  ['wrapping rows', wrapped],
  ['flex columns', columns],
  ['flex containers in others', nested],
])('%s', (_topic, cases) => {
  test.each(cases)('$name', ({ markup, css = '', boxes }) => {
    const laid = layOut(markup, base + css, { pictures: { p: [20, 10] } })
    expect(boxesOf(laid)).toBe(expected(boxes))
  })
})
