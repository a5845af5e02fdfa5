import { expect, test } from 'vitest'
import { layOut } from './lay-out.ts'

interface Case {
  readonly name: string
  readonly markup: string
  readonly css?: string
  readonly problems: readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'a box that reaches out of its container is named with what it lacks',
    markup: '<div class="a"></div>',
    css: '.a { width: 50mm }',
    problems: ['layout-too-wide: <div class="a"> is 14.7 mm wider than the 35.3 mm it has'],
  },
  {
    name: 'a negative margin says that reaching out is meant',
    markup: '<div class="a"></div>',
    css: '.a { width: 50mm; margin-right: -20mm }',
    problems: [],
  },
  {
    name: 'items that cannot shrink are reported, those before the edge are not',
    markup: '<div class="f"><div class="a"></div><div class="b"></div></div>',
    css: '.f { display: flex } .a, .b { width: 60pt; flex-shrink: 0 }',
    problems: ['layout-too-wide: <div class="b"> is 7.1 mm wider than the 35.3 mm it has'],
  },
  {
    name: 'content that needs more than a fixed height is an error',
    markup: '<div id="x"><p>one</p><p>two</p></div>',
    css: '#x { height: 12pt }',
    problems: ['layout-too-high: the content of <div id="x"> is 2.8 mm taller than its 4.2 mm'],
  },
  {
    name: 'letters that reach below a fixed height are reported',
    markup: '<p>one</p>',
    css: 'p { height: 9pt; line-height: 10pt }',
    problems: ['layout-too-high: the content of <p> is 0.4 mm taller than its 3.2 mm'],
  },
  {
    name: 'leading that sticks out below the last line is no content',
    markup: '<p>one</p>',
    css: 'p { height: 18pt; line-height: 20pt }',
    problems: [],
  },
  {
    name: 'a word that is wider than its box is an error of the text stage',
    markup: '<p>abcdefghijkl</p>',
    problems: ['text-overflow: "abcdefghijkl" is 7.1 mm wider than its box'],
  },
  {
    name: 'padding that is wider than the room makes the box stick out',
    markup: '<div class="f"><div class="a"></div></div>',
    css: '.f { width: 10pt } .a { padding: 0 8pt }',
    problems: ['layout-too-wide: <div class="a"> is 2.1 mm wider than the 3.5 mm it has'],
  },
  {
    name: 'a percentage of an unknown height is said to mean nothing',
    markup: '<div><p>one</p></div>',
    css: 'p { height: 50% }',
    problems: [
      'layout-percent-height: <p> has a height in percent, but its container has no height of its own',
    ],
  },
  {
    name: 'a stretched flex item has a height, so a percentage of it is no problem',
    markup: '<div class="f"><div class="t"></div><div class="o"><div class="i"></div></div></div>',
    css: '.f { display: flex } .t { height: 40pt } .o, .t { width: 10pt } .i { height: 50% }',
    problems: [],
  },
  {
    name: 'a picture that is missing or has no size is reported',
    markup: '<img src="none" alt=""><div><img src="empty" alt=""></div>',
    css: 'img { display: block }',
    problems: [
      'layout-no-picture: there is no picture for <img>',
      'layout-no-picture: there is no picture for <img>',
    ],
  },
  {
    name: 'inline-block is set as text, and says so',
    markup: '<p>a <span class="s">b</span></p>',
    css: '.s { display: inline-block }',
    problems: [
      'layout-inline-block: <span class="s"> with display: inline-block cannot stand in a line of text; it is set as plain text',
    ],
  },
  {
    name: 'a block inside an inline element is set as a block, and says so',
    markup: '<p>a <b>b <span class="s">c</span> d</b></p>',
    css: '.s { display: block }',
    problems: [
      'layout-block-in-inline: the block <span class="s"> stands inside the inline element <b>',
    ],
  },
  {
    name: 'what stands between the cells of a table is reported',
    markup: '<div class="t"><div class="r">x<div class="o">a</div></div></div>',
    css: '.t { display: table } .r { display: table-row }',
    problems: [
      'layout-table-content: the text "x" cannot stand directly in <div class="r">',
      'layout-table-content: <div class="o"> cannot stand directly in <div class="r">',
    ],
  },
  {
    name: 'page numbers have no value in the flow',
    markup: '<p></p>',
    css: 'p::after { content: "Page " counter(page) string(title) }',
    problems: [
      'layout-unknown-value: counter(page) has no value in <p>',
      'layout-unknown-value: string(title) has no value in <p>',
    ],
  },
]

test.each(cases)('$name', ({ markup, css = '', problems }) => {
  const laid = layOut(markup, css, { pictures: { empty: [0, 0] } })
  expect(laid.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual(problems)
})

test('a problem has the place of the element it is about', () => {
  const [problem] = layOut('\n<div class="a"></div>', '.a { width: 50mm }').problems
  expect(problem?.place).toMatchObject({ file: 'test.hbs', line: 2, column: 1 })
})

test('a box that is measured several times reports its problem once', () => {
  const css = '.f { display: flex } .i { width: 40pt; flex: none } .a { width: 60pt }'
  const { problems } = layOut(
    '<div class="f"><div class="i"><div class="a"></div></div><div class="i"></div></div>',
    css,
  )
  expect(problems.map(({ code }) => code)).toEqual(['layout-too-wide'])
})
