import { describe, expect, test } from 'vitest'
import type { BoxSource } from '../../src/layout/fragment.ts'
import { boxesOf, expected, layOut } from './lay-out.ts'

interface Case {
  readonly name: string
  readonly markup: string
  readonly css?: string
  readonly boxes: string
}

const markers: readonly Case[] = [
  {
    name: 'numbers end half an em before the text, in the padding of the list',
    markup: '<ol><li>one</li><li>two</li></ol>',
    css: 'ol { padding-left: 30pt }',
    boxes: `
      ol 0 0 100x20
        li 30 0 70x10
          "one" 30 0 h10
          positioned
            ::marker(1) 0 0 30x10
              "1" 15 0 h10
        li 30 10 70x10
          "two" 30 10 h10
          positioned
            ::marker(2) 0 10 30x10
              "2" 15 10 h10`,
  },
  {
    name: 'text-align: start puts them at the edge, in the padding of the item',
    markup: '<ol start="9"><li>one</li></ol>',
    css: 'ol { padding: 0 } li { padding-left: 30pt } li::marker { text-align: start }',
    boxes: `
      ol 0 0 100x10
        li 0 0 100x10
          "one" 30 0 h10
          positioned
            ::marker(9) 0 0 30x10
              "9" 0 0 h10`,
  },
  {
    name: 'value sets a number and start the first; inner lists count for themselves',
    markup: '<ol start="3"><li>a<ol><li>b</li></ol></li><li value="7">c</li><li>d</li></ol>',
    css: 'ol { padding-left: 20pt }',
    boxes: `
      ol 0 0 100x40
        li 20 0 80x20
          anonymous 20 0 80x10
            "a" 20 0 h10
          ol 20 10 80x10
            li 40 10 60x10
              "b" 40 10 h10
              positioned
                ::marker(1) 20 10 20x10
                  "1" 25 10 h10
          positioned
            ::marker(3) 0 0 20x10
              "3" 5 0 h10
        li 20 20 80x10
          "c" 20 20 h10
          positioned
            ::marker(7) 0 20 20x10
              "7" 5 20 h10
        li 20 30 80x10
          "d" 20 30 h10
          positioned
            ::marker(8) 0 30 20x10
              "8" 5 30 h10`,
  },
  {
    name: 'a marker of other type stands on the baseline of the first line, wherever that is',
    markup: '<ul><li><p>one</p></li></ul>',
    css: 'ul { padding-left: 20pt; list-style-type: "–" } p { font-size: 20pt; line-height: 20pt }',
    boxes: `
      ul 0 0 100x20
        li 20 0 80x20
          p 20 0 80x20
            "one" 20 0 h20
          positioned
            ::marker(–) 0 8 20x10
              "–" 5 8 h10`,
  },
  {
    name: 'in right-to-left lists markers stand on the right',
    markup: '<ul><li>one</li></ul>',
    css: 'ul { padding: 0 20pt 0 0; direction: rtl }',
    boxes: `
      ul 0 0 100x10
        li 0 0 80x10
          "one" 50 0 h10
          positioned
            ::marker(•) 80 0 20x10
              "•" 85 0 h10`,
  },
  {
    name: 'list-style-type: none and display: flex leave the marker out',
    markup: '<ol><li class="n">one</li><li class="f">two</li></ol>',
    css: 'ol { padding: 0 } .n { list-style-type: none } .f { display: flex }',
    boxes: `
      ol 0 0 100x20
        li.n 0 0 100x10
          "one" 0 0 h10
        li.f 0 10 100x10 |
          anonymous 0 10 30x10
            "two" 0 10 h10`,
  },
]

const generated: readonly Case[] = [
  {
    name: 'generated text stands in the line, generated blocks between blocks',
    markup: '<p title="t">one</p><div><p>two</p></div>',
    css: 'p::before { content: "(" attr(title) ")" } div::after { display: block; content: ""; height: 3pt }',
    boxes: `
      p 0 0 100x10
        "(t)one" 0 0 h10
      div 0 10 100x13
        p 0 10 100x10
          "()two" 0 10 h10
        anonymous 0 20 100x3`,
  },
  {
    name: 'generated content of a flex container is an item',
    markup: '<div>one</div>',
    css: 'div { display: flex; justify-content: space-between } div::after { content: "x" }',
    boxes: `
      div 0 0 100x10 |
        anonymous 0 0 30x10
          "one" 0 0 h10
        anonymous 90 0 10x10
          "x" 90 0 h10`,
  },
  {
    name: 'rows without a table get one',
    markup: '<div class="r"><div class="c">a</div><div class="c">b</div></div>',
    css: '.r { display: table-row } .c { display: table-cell }',
    boxes: `
      anonymous 0 0 20x10
        anonymous 0 0 20x10
          div.r 0 0 20x10 |
            div.c 0 0 10x10
              "a" 0 0 h10
            div.c 10 0 10x10
              "b" 10 0 h10`,
  },
]

describe.each([
  ['list markers', markers],
  ['generated boxes', generated],
])('%s', (_topic, cases) => {
  test.each(cases)('$name', ({ markup, css = '', boxes }) => {
    expect(boxesOf(layOut(markup, css))).toBe(expected(boxes))
  })
})

/** The tree of sources: elements, the chains of inline stretches, markers. */
function tree({ element, inlines, marker, children }: BoxSource, depth = 0): string {
  const own = marker === undefined ? (element?.name ?? 'anonymous') : `::marker ${marker}`
  const stretches = inlines.map(
    ({ chain, generated }) =>
      `[${chain.map(({ name }) => name).join(' ')}${generated ? ' generated' : ''}]`,
  )
  return [
    `${'  '.repeat(depth)}${[own, ...stretches].join(' ')}`,
    ...children.map((child) => tree(child, depth + 1)),
  ].join('\n')
}

describe('sources', () => {
  test('a stretch of text is a source of its own wherever the inline elements around it change', () => {
    const { galley } = layOut('<p>a <a href="https://x.org">b <b>c</b> d</a> e</p>')
    expect(tree(galley.source)).toBe(
      expected(`
      document
        p [] [a] [a b] [a] []`),
    )
  })

  test('pictures and generated text in a line are stretches, a picture with its element innermost', () => {
    const css = 'b::before { content: "x" }'
    const { galley } = layOut('<p>a<b>b<img src="p" alt=""></b></p>', css, {
      pictures: { p: [10, 10] },
    })
    expect(tree(galley.source)).toBe(
      expected(`
      document
        p [] [b generated] [b] [b img]`),
    )
  })

  test('the marker is the first child of its item, and anonymous boxes stand among the others', () => {
    const { galley } = layOut('<ol><li>a<p>b</p></li></ol>')
    expect(tree(galley.source)).toBe(
      expected(`
      document
        ol
          li
            ::marker 1 [ generated]
            anonymous []
            p []`),
    )
  })

  test('a table keeps the order of its template', () => {
    const { galley } = layOut(
      '<table><caption>c</caption><tfoot><tr><td>f</td></tr></tfoot><tr><td>b</td></tr></table>',
    )
    expect(tree(galley.source)).toBe(
      expected(`
      document
        table
          caption []
          tfoot
            tr
              td []
          anonymous
            tr
              td []`),
    )
  })

  test('running elements are no part of the document', () => {
    const { galley } = layOut('<p class="r">head</p><p>one</p>', '.r { position: running(head) }')
    expect(tree(galley.source)).toBe('document\n  p []')
  })
})

describe('what the margins of pages show', () => {
  const css = `
    .r { position: running(head) }
    h1 { string-set: title content(); margin-top: 5pt; font-size: 10pt }
    p { height: 10pt }`

  test('a running element is in force from the box that follows it, the last one in all of its container', () => {
    const markup = '<p>one</p><div class="r">a</div><p>two</p><p>three</p><div class="r">b</div>'
    const { running } = layOut(markup, css).galley
    expect(running.get('head')?.map(({ content, y }) => [content.children, y])).toEqual([
      [[{ type: 'text', text: 'b' }], 0],
      [[{ type: 'text', text: 'a' }], 10],
    ])
  })

  test('strings hold the text of their element and begin where its box does', () => {
    const markup = '<p>one</p><h1>The <b>first</b>\n title</h1><h1>Second</h1>'
    expect(layOut(markup, css).galley.strings).toEqual([
      { name: 'title', value: 'The first title', y: 15 },
      { name: 'title', value: 'Second', y: 40 },
    ])
  })
})
