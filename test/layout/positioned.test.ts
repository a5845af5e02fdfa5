import { describe, expect, test } from 'vitest'
import { boxesOf, expected, layOut } from './lay-out.ts'

interface Case {
  readonly name: string
  readonly markup: string
  readonly css: string
  readonly boxes: string
}

const pictures = { p: [40, 20], q: [300, 150] } as const

const positioned: readonly Case[] = [
  {
    name: 'insets count from the padding box of the nearest positioned ancestor',
    markup: '<div class="o"><div class="s"><div class="a"></div></div></div>',
    css: '.o { position: relative; border: 2pt solid #000; padding: 5pt; height: 50pt } .s { height: 10pt } .a { position: absolute; right: 3pt; bottom: 4pt; width: 10pt; height: 8pt }',
    boxes: `
      div.o 0 0 100x50
        div.s 7 7 86x10
        positioned
          div.a 85 36 10x8`,
  },
  {
    name: 'opposite insets give the size, percentages refer to the padding box',
    markup: '<div class="o"><div class="a"></div></div>',
    css: '.o { position: relative; height: 50pt } .a { position: absolute; left: 10%; right: 20%; top: 10%; bottom: 0; margin: 1pt }',
    boxes: `
      div.o 0 0 100x50
        positioned
          div.a 11 6 68x43`,
  },
  {
    name: 'without insets a box stands where it would have stood, as wide as its text',
    markup: '<div class="o"><div class="s"></div><p class="a">abc</p><div class="s"></div></div>',
    css: '.o { position: relative; padding: 3pt } .s { height: 10pt } .a { position: absolute; margin-left: 2pt }',
    boxes: `
      div.o 0 0 100x26
        div.s 3 3 94x10
        div.s 3 13 94x10
        positioned
          p.a 5 13 30x10
            "abc" 5 13 h10`,
  },
  {
    name: 'auto margins centre a box between its insets',
    markup: '<div class="o"><div class="a"></div></div>',
    css: '.o { position: relative; height: 50pt } .a { position: absolute; inset: 0; width: 40pt; height: 10pt; margin: auto }',
    boxes: `
      div.o 0 0 100x50
        positioned
          div.a 30 20 40x10`,
  },
  {
    name: 'text that is positioned does not interrupt the line it stands in',
    markup: '<p class="o">one <span class="a">x</span>two</p>',
    css: '.o { position: relative } .a { position: absolute; right: 0; top: 0 }',
    boxes: `
      p.o 0 0 100x10
        "one two" 0 0 h10
        positioned
          span.a 90 0 10x10
            "x" 90 0 h10`,
  },
  {
    name: 'a positioned child of a flex container is no item',
    markup: '<div class="o"><div class="s"></div><div class="a"></div><div class="s"></div></div>',
    css: '.o { display: flex; gap: 4pt; position: relative } .s { width: 10pt; height: 10pt } .a { position: absolute; left: -5pt; top: 2pt; width: 3pt; height: 3pt }',
    boxes: `
      div.o 0 0 100x10 |
        div.s 0 0 10x10
        div.s 14 0 10x10
        positioned
          div.a -5 2 3x3`,
  },
  {
    name: 'what no ancestor holds is placed in the document',
    markup: '<div class="s"></div><div class="a"></div>',
    css: '.s { height: 30pt } .a { position: absolute; right: 0; bottom: 0; width: 5pt; height: 5pt }',
    boxes: 'div.s 0 0 100x30',
  },
]

const replaced: readonly Case[] = [
  {
    name: 'a picture has its natural size',
    markup: '<img src="p" alt="">',
    css: 'img { display: block }',
    boxes: `
      img 0 0 40x20
        picture 0 0 40x20`,
  },
  {
    name: 'one size given, the other follows from the proportions',
    markup: '<img src="p" alt=""><img class="h" src="p" alt="">',
    css: 'img { display: block; width: 50% } .h { width: auto; height: 30pt }',
    boxes: `
      img 0 0 50x25
        picture 0 0 50x25
      img.h 0 25 60x30
        picture 0 25 60x30`,
  },
  {
    name: 'limits keep the proportions where they can',
    markup: '<img src="q" alt=""><img class="b" src="q" alt="">',
    css: 'img { display: block; max-width: 100% } .b { max-height: 10pt }',
    boxes: `
      img 0 0 100x50
        picture 0 0 100x50
      img.b 0 50 20x10
        picture 0 50 20x10`,
  },
  {
    name: 'object-fit and object-position place the picture in its content box',
    markup: '<img src="p" alt=""><img class="c" src="p" alt="">',
    css: 'img { display: block; width: 60pt; height: 60pt; padding: 10pt; object-fit: contain; object-position: 0 100% } .c { object-fit: cover; object-position: right }',
    boxes: `
      img 0 0 60x60
        picture 10 30 40x20
      img.c 0 60 60x60
        picture -30 70 80x40`,
  },
  {
    name: 'an aspect ratio replaces the natural one',
    markup: '<img src="p" alt="">',
    css: 'img { display: block; width: 50pt; aspect-ratio: 1 }',
    boxes: `
      img 0 0 50x50
        picture 0 0 50x50`,
  },
  {
    name: 'a picture in a line stands on the baseline, sized by its block where in percent',
    markup: '<p>a<img src="p" alt="">b</p>',
    css: 'img { width: 20%; margin-right: 5pt }',
    boxes: `
      p 0 0 100x12
        "a[picture]b" 0 0 h12`,
  },
]

describe.each([
  ['positioned boxes', positioned],
  ['pictures', replaced],
])('%s', (_topic, cases) => {
  test.each(cases)('$name', ({ markup, css, boxes }) => {
    expect(boxesOf(layOut(markup, css, { pictures }))).toBe(expected(boxes))
  })
})

test('the document holds what no other box does', () => {
  const css =
    '.s { height: 30pt } .a { position: absolute; right: 0; bottom: 0; width: 5pt; height: 5pt }'
  const { galley } = layOut('<div class="s"></div><div class="a"></div>', css)
  expect(galley.box.positioned.map(({ rect }) => rect)).toEqual([
    { x: 95, y: 25, width: 5, height: 5 },
  ])
})
