import { describe, expect, it } from 'vitest'
import { h, pageOf, styled } from './support.ts'

describe('which @page rule wins', () => {
  it.each([
    ['the later of equals', '@page { margin: 2pt } @page { margin: 1pt }', '', false],
    [':first on the first page', '@page :first { margin: 1pt } @page { margin: 2pt }', '', true],
    [':first on no other', '@page :first { margin: 2pt } @page { margin: 1pt }', '', false],
    ['a name on its pages', '@page wide { margin: 1pt } @page { margin: 2pt }', 'wide', false],
    ['a name on no others', '@page wide { margin: 2pt } @page { margin: 1pt }', 'tall', false],
    ['a name over :first', '@page wide { margin: 1pt } @page :first { margin: 2pt }', 'wide', true],
    [
      'both over a name',
      '@page wide:first { margin: 1pt } @page wide { margin: 2pt }',
      'wide',
      true,
    ],
    ['one of a list', '@page tall, wide { margin: 1pt }', 'wide', false],
    ['an important one', '@page { margin: 1pt !important } @page :first { margin: 2pt }', '', true],
  ])('%s', (_, text, name, isFirst) => {
    expect(pageOf(text, name, isFirst).margin).toEqual({ top: 1, right: 1, bottom: 1, left: 1 })
  })

  it('is A4 with 20 mm margins when there is none', () => {
    const page = pageOf('')
    expect(page).toMatchObject({ width: 595.275591, height: 841.889764, bleed: 0, marks: [] })
    expect(page.margin.left).toBeCloseTo((20 * 72) / 25.4, 9)
    expect(page.marginBoxes).toEqual({})
  })

  it('says where the size was set', () => {
    expect(pageOf('@page {\n  size: A5;\n}').place).toMatchObject({ line: 2, column: 9, length: 2 })
    expect(pageOf('@page { margin: 0 }').place).toMatchObject({ file: 'posepress:user-agent.css' })
  })
})

describe('what pages inherit', () => {
  it('takes custom properties of the root, which an attribute may choose', () => {
    const text = `:root { --w: 210mm; --h: 297mm } :root[data-paper=letter] { --w: 8.5in; --h: 11in }
      @page { size: var(--w) var(--h) }`
    const page = styled(text, h('document', { 'data-paper': 'letter' })).pages('', true)
    expect(page).toMatchObject({ width: 612, height: 792 })
  })

  it('takes font sizes of the root for em and rem', () => {
    const text = ':root { font-size: 10pt } @page { margin: 2em 3rem }'
    expect(pageOf(text).margin).toEqual({ top: 20, right: 30, bottom: 20, left: 30 })
  })

  it('keeps the boxes of the root to itself', () => {
    expect(pageOf(':root { padding: 9pt; margin: 9pt } @page { margin: 0 }').margin.top).toBe(0)
  })
})

describe('margin boxes', () => {
  it('appear when they have content', () => {
    const text = `@page { @top-left { color: red } @top-right { content: none } @bottom-right { content: "p. " counter(page) "/" counter(pages) } }`
    const { marginBoxes } = pageOf(text)
    expect(Object.keys(marginBoxes)).toEqual(['bottom-right'])
    expect(marginBoxes['bottom-right']?.content).toEqual([
      { kind: 'text', text: 'p. ' },
      { kind: 'counter', name: 'page', style: 'decimal' },
      { kind: 'text', text: '/' },
      { kind: 'counter', name: 'pages', style: 'decimal' },
    ])
  })

  it('inherit from the page, and it from the root', () => {
    const text = `:root { color: red; font-size: 20pt } @page { font-size: 0.5em; --c: "x"; @top-center { content: var(--c) } }`
    expect(pageOf(text).marginBoxes['top-center']).toMatchObject({
      color: { red: 1, green: 0, blue: 0 },
      fontSize: 10,
      content: [{ kind: 'text', text: 'x' }],
      display: 'block',
    })
  })

  it.each([
    ['top-left-corner', 'right'],
    ['top-left', 'left'],
    ['top-center', 'center'],
    ['top-right', 'right'],
    ['top-right-corner', 'left'],
    ['bottom-left-corner', 'right'],
    ['bottom-left', 'left'],
    ['bottom-center', 'center'],
    ['bottom-right', 'right'],
    ['bottom-right-corner', 'left'],
  ] as const)('%s is set %s', (name, textAlign) => {
    const box = pageOf(`@page { @${name} { content: "x" } }`).marginBoxes[name]
    expect(box).toMatchObject({ textAlign, verticalAlign: 'middle' })
  })

  it('follow the cascade of their pages', () => {
    const text = `@page { @top-left { content: "all"; color: red } } @page :first { @top-left { content: none } }`
    expect(pageOf(text, '', true).marginBoxes).toEqual({})
    expect(pageOf(text, '', false).marginBoxes['top-left']).toMatchObject({
      content: [{ kind: 'text', text: 'all' }],
    })
  })

  it('may hold a running element', () => {
    const text = '@page { @bottom-left { content: element(foot); vertical-align: top } }'
    expect(pageOf(text).marginBoxes['bottom-left']).toMatchObject({
      content: [{ kind: 'element', name: 'foot' }],
      verticalAlign: 'top',
    })
  })
})
