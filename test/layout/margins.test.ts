import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Fragment, Page } from '../../src/layout/fragment.ts'
import { createLayoutCache, layoutDocument } from '../../src/layout/index.ts'
import { shareEdge, type EdgeBox, type EdgeBoxes } from '../../src/layout/margins/widths.ts'
import { rectText, squareFonts, styled } from './lay-out.ts'

const box = (min: number, max: number): EdgeBox => ({ min, max, isFixed: false })
const fixed = (width: number): EdgeBox => ({ min: width, max: width, isFixed: true })

interface Case {
  readonly name: string
  readonly boxes: EdgeBoxes<EdgeBox>
  readonly widths: EdgeBoxes<number>
}

const shares: readonly Case[] = [
  { name: 'a box alone takes the whole edge', boxes: { left: box(10, 30) }, widths: { left: 100 } },
  {
    name: 'two boxes take what they want and share the rest by it',
    boxes: { left: box(10, 10), right: box(30, 30) },
    widths: { left: 25, right: 75 },
  },
  {
    name: 'two boxes that want too much get what they need and a part of what they want',
    boxes: { left: box(20, 100), right: box(20, 60) },
    widths: { left: 60, right: 40 },
  },
  {
    name: 'a given width is kept, the other box takes the rest',
    boxes: { left: fixed(30), right: box(10, 200) },
    widths: { left: 30, right: 70 },
  },
  {
    name: 'the centre stays in the middle whatever the sides hold',
    boxes: { left: box(10, 10), center: box(40, 40), right: box(20, 20) },
    widths: { left: 25, center: 50, right: 25 },
  },
  { name: 'a centre box alone takes all', boxes: { center: box(10, 20) }, widths: { center: 100 } },
]

test.each(shares)('$name', ({ boxes, widths }) => {
  expect(shareEdge(boxes, 100)).toEqual(widths)
})

/** Pages of 120 by 60 with margins of 10 and 20, laid out; and each margin box with its text. */
function margins(markup: string, css: string) {
  const problems: Diagnostic[] = []
  const page = '@page { size: 120pt 60pt; margin: 20pt 10pt }'
  const document = styled(markup, `${page} ${css}`)
  const context = {
    fonts: squareFonts,
    pictures: new Map(),
    cache: createLayoutCache(),
    report: (problem: Diagnostic) => problems.push(problem),
  }
  const { pages } = layoutDocument(document, context)
  return { pages: pages.map(textOfPage), problems: problems.map(({ code }) => code) }
}

function textOfPage({ marginBoxes }: Page): readonly string[] {
  return marginBoxes.map(
    ({ name, fragment }) => `${name} ${rectText(fragment.rect)} ${linesOf(fragment).join(' | ')}`,
  )
}

function linesOf(fragment: Fragment): readonly string[] {
  if (fragment.kind === 'box') return fragment.children.flatMap(linesOf)
  if (fragment.kind !== 'line') return []
  const text = fragment.runs.map((run) => (run.kind === 'text' ? run.shaped.text : '')).join('')
  const x = Math.min(...fragment.runs.map((run) => (run.kind === 'text' ? run.x : Infinity)))
  return [`"${text}" ${String(x)} ${String(fragment.rect.y)}`]
}

const twoPages = '<p class="a">one</p><p class="b">two</p>'
const breaking = '.a { break-after: page }'

describe('margin boxes', () => {
  test('page numbers are counted, and stand in the middle of their margin', () => {
    const css = `${breaking} @page { @bottom-right { content: counter(page) "/" counter(pages) } }`
    expect(margins(twoPages, css)).toEqual({
      pages: [['bottom-right 10 40 100x20 "1/2" 80 45'], ['bottom-right 10 40 100x20 "2/2" 80 45']],
      problems: [],
    })
  })

  test('corners take the corner, text stands where vertical-align says', () => {
    const css = `@page {
      @top-left-corner { content: "x"; vertical-align: top; text-align: left }
      @bottom-right-corner { content: "y"; vertical-align: bottom; text-align: left } }`
    expect(margins('<p>a</p>', css).pages).toEqual([
      ['top-left-corner 0 0 10x20 "x" 0 0', 'bottom-right-corner 110 40 10x20 "y" 110 50'],
    ])
  })

  test('a margin box without content is not made', () => {
    expect(margins('<p>a</p>', '@page { @top-left { color: #f00 } }').pages).toEqual([[]])
  })

  test('a running element is laid out in its box on every page, with the page number in it', () => {
    const css = `${breaking}
      .r { position: running(foot); display: flex; justify-content: space-between }
      .n::after { content: counter(page) }
      @page { @bottom-left { content: element(foot); vertical-align: top } }`
    const markup = `${twoPages}<div class="r"><p>id</p><p class="n"></p></div>`
    expect(margins(markup, css)).toEqual({
      pages: [
        ['bottom-left 10 40 100x20 "id" 10 40 | "1" 100 40'],
        ['bottom-left 10 40 100x20 "id" 10 40 | "2" 100 40'],
      ],
      problems: [],
    })
  })

  test('a string is the first set on the page, else the last one set before', () => {
    const css = `p { break-after: page; string-set: t content() } .x { string-set: none }
      @page { @top-left { content: string(t) } }`
    const { pages } = margins('<p class="x">one</p><p>two</p><p class="x">c</p><p>d</p>', css)
    expect(pages.map(([first]) => first?.replace(/.*"(.*)".*/, '$1'))).toEqual([
      undefined,
      'two',
      'two',
      'd',
    ])
  })

  test('an element or string that nothing sets is reported once', () => {
    const css = `${breaking} @page { @top-left { content: element(nobody) } @top-right { content: string(nothing) } }`
    expect(margins(twoPages, css).problems).toEqual([
      'layout-no-running-element',
      'layout-unknown-value',
    ])
  })

  test('content that is higher than its margin is an error', () => {
    const css =
      '.r { position: running(foot); height: 25pt } @page { @top-left { content: element(foot) } }'
    expect(margins('<div class="r"></div><p>a</p>', css).problems).toEqual(['layout-too-high'])
  })
})
