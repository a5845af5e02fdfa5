import { describe, expect, it } from 'vitest'
import { createCascade } from '../../src/style/cascade.ts'
import { toHex } from '../../src/style/color.ts'
import { parseStylesheet } from '../../src/style/parse.ts'
import { all, css, find, h, problems, styled, styleOf } from './support.ts'

const colorOf = (text: string, tree = h('document', h('p.x.y#z'))) =>
  toHex(find(styled(text, tree).root, 'x').style.color)

const red = '#ff0000'
const blue = '#0000ff'

describe('which declaration wins', () => {
  it.each([
    ['the later of equals', '.x { color: blue } .x { color: red }'],
    ['a class over an element', '.x { color: red } p { color: blue }'],
    ['an id over classes', '#z { color: red } .x.y { color: blue }'],
    ['two classes over one', '.x.y { color: red } .y { color: blue }'],
    ['an attribute as a class', '[id] { color: red } p { color: blue }'],
    [':not() counts its argument', ':not(#a) { color: red } .x { color: blue }'],
    [':where() counts nothing', 'p { color: red } :where(#z) { color: blue }'],
    [':is() counts its strongest', ':is(#z, p) { color: red } .x { color: blue }'],
    ['an important one over all', '.x { color: red !important } #z { color: blue }'],
    [
      'the stronger of important ones',
      '#z { color: red !important } .x { color: blue !important }',
    ],
    ['the author over the user agent', ':where(p) { color: red }'],
    ['the later in one rule', '.x { color: blue; color: red }'],
    [
      'initial, inherit and unset take part',
      '.x { color: blue; color: inherit } :root { color: red }',
    ],
  ])('%s', (_, text) => {
    expect(colorOf(text)).toBe(red)
  })

  it('a longhand after its shorthand, and the other way round', () => {
    expect(styleOf('.x { margin-top: 5pt; margin: 1pt }').margin.top).toEqual({
      points: 1,
      percent: 0,
    })
    expect(styleOf('.x { margin: 1pt; margin-top: 5pt }').margin.top).toEqual({
      points: 5,
      percent: 0,
    })
  })

  it('an important shorthand over a longhand', () => {
    const { margin } = styleOf('.x { margin: 1pt !important; margin-top: 5pt }')
    expect(margin.top).toEqual({ points: 1, percent: 0 })
  })
})

describe('inheritance', () => {
  const tree = h('document', h('div.a', h('div.b', h('p.x'))))

  it('passes text on and keeps boxes', () => {
    const style = styleOf('.a { color: red; margin: 1pt; background: blue } .x { margin: 0 }', tree)
    expect(style).toMatchObject({
      color: { red: 1, green: 0, blue: 0 },
      backgroundColor: undefined,
    })
    expect(style.margin.top).toEqual({ points: 0, percent: 0 })
  })

  it('passes a factor of line height, but the length of a percentage', () => {
    const sizes = '.a { font-size: 10pt } .x { font-size: 20pt }'
    expect(styleOf(`.a { line-height: 1.5 } ${sizes}`, tree).lineHeight).toBe(30)
    expect(styleOf(`.a { line-height: 150% } ${sizes}`, tree).lineHeight).toBe(15)
    expect(styleOf(`.a { line-height: 1.5em } ${sizes}`, tree).lineHeight).toBe(15)
  })

  it('multiplies em of font sizes', () => {
    expect(
      styleOf('.a { font-size: 20pt } .b { font-size: 0.5em } .x { font-size: 200% }', tree)
        .fontSize,
    ).toBe(20)
  })

  it('takes em of everything else from the own font size', () => {
    const { margin, letterSpacing } = styleOf(
      '.x { margin: 2em; letter-spacing: 0.1em; font-size: 10pt }',
      tree,
    )
    expect(margin.left).toEqual({ points: 20, percent: 0 })
    expect(letterSpacing).toBe(1)
  })

  it('resolves currentcolor where it is used', () => {
    const style = styleOf(
      '.a { color: red; stroke: currentcolor } .x { color: blue; border: 1pt solid }',
      tree,
    )
    expect(toHex(style.border.top.color)).toBe(blue)
    expect(style.stroke).toEqual({ red: 0, green: 0, blue: 1 })
  })

  it('takes rem from the root, whose own rem is the initial size', () => {
    expect(styleOf(':root { font-size: 1.5rem } .x { font-size: 2rem }', tree).fontSize).toBe(36)
  })

  it('hands the page name down until another is set', () => {
    const text = '.a { page: wide } .x { page: auto }'
    expect(styleOf(text, tree).page).toBe('wide')
    expect(styleOf('.a { page: wide } .b { page: tall }', tree).page).toBe('tall')
  })
})

describe('custom properties', () => {
  const tree = h('document', h('div.a', h('p.x')))

  it.each([
    ['are inherited', ':root { --c: red } .x { color: var(--c) }'],
    [
      'are overridden on the way down',
      ':root { --c: blue } .a { --c: red } .x { color: var(--c) }',
    ],
    ['follow the cascade', '.x { --c: red; color: var(--c) } p { --c: blue }'],
    ['have fallbacks', '.x { color: var(--none, red) }'],
    ['have fallbacks in fallbacks', '.x { color: var(--none, var(--nor-this, red)) }'],
    ['have fallbacks with commas', '.x { color: var(--none, rgb(255, 0, 0)) }'],
    ['use each other', ':root { --a: var(--b); --b: var(--c); --c: red } .x { color: var(--a) }'],
    [
      'are filled in where they are defined',
      ':root { --b: red; --a: var(--b) } .x { --b: blue; color: var(--a) }',
    ],
    ['may be part of a value', ':root { --r: 255 } .x { color: rgb(var(--r), 0, 0) }'],
    ['keep their case', ':root { --C: red; --c: blue } .x { color: var(--C) }'],
    ['ignore comments', ':root { --c: /* warm */ red } .x { color: var( /* it */ --c ) }'],
    ['can be important', '.x { --c: red !important; color: var(--c) } #z { --c: blue }'],
    ['can be inherited by name', '.x { --c: inherit; color: var(--c) } .a { --c: red }'],
    ['can be unset', '.x { --c: unset; color: var(--c) } .a { --c: red }'],
    [
      'can be initial, which is nothing',
      '.x { --c: initial; color: var(--c, red) } .a { --c: blue }',
    ],
    ['are found in upper case VAR()', ':root { --c: red } .x { color: VAR(--c) }'],
  ])('%s', (_, text) => {
    expect(colorOf(text, tree)).toBe(red)
  })

  it('fill in shorthands whole', () => {
    const text =
      ':root { --thin: 0.5pt; --ink: red } .x { border-top: var(--thin) solid var(--ink) }'
    expect(styleOf(text).border.top).toEqual({
      width: 0.5,
      style: 'solid',
      color: { red: 1, green: 0, blue: 0 },
    })
  })

  it('do not grow together', () => {
    const { margin } = styleOf(':root { --a: 1pt } .x { margin: var(--a)var(--a)2pt }')
    expect(margin).toMatchObject({
      top: { points: 1 },
      right: { points: 1 },
      bottom: { points: 2 },
    })
  })

  it('are multiplied in calculations', () => {
    const { height } = styleOf(':root { --u: 5.5mm } .x { height: calc(var(--u)*2 - 1mm) }')
    expect(height).toEqual({ points: expect.closeTo(720 / 25.4, 9), percent: 0 })
  })

  it('reach pseudo-elements, which may set their own', () => {
    const text = '.x { --t: "a"; } .x::after { --c: red; content: var(--t); color: var(--c) }'
    const { after } = find(styled(text, tree).root, 'x')
    expect(after?.parts).toEqual([{ kind: 'text', text: 'a' }])
    expect(after && toHex(after.style.color)).toBe(red)
  })
})

describe('boxes that must be blocks', () => {
  it.each([
    ['a child of a flex container', '.a { display: flex }', 'block'],
    ['an absolute box', '.x { position: absolute }', 'block'],
    ['a running box', '.x { position: running(head) }', 'block'],
    ['a flex container in one', '.a { display: flex } .x { display: flex }', 'flex'],
    ['a list item in one', '.a { display: flex } .x { display: list-item }', 'list-item'],
    ['a table cell in one', '.a { display: flex } .x { display: table-cell }', 'block'],
    ['nothing in one', '.a { display: flex } .x { display: none }', 'none'],
    ['a relative box', '.x { position: relative }', 'inline'],
    ['a grandchild', ':root { display: flex }', 'inline'],
  ])('%s', (_, text, expected) => {
    expect(styleOf(text, h('document', h('div.a', h('span.x')))).display).toBe(expected)
  })

  it('generated content of a flex container', () => {
    const { root } = styled(
      '.x { display: flex } .x::before { content: "a" }',
      h('document', h('p.x')),
    )
    expect(find(root, 'x').before?.style.display).toBe('block')
  })

  it('the root element', () => {
    expect(styled(':root { display: inline }', h('document')).root.style.display).toBe('block')
  })
})

describe('pseudo-elements', () => {
  it('are generated only with content', () => {
    const tree = h('document', h('p.x'))
    expect(find(styled('.x::before { color: red }', tree).root, 'x').before).toBeUndefined()
    expect(find(styled('.x::before { content: none }', tree).root, 'x').before).toBeUndefined()
    const hidden = '.x::before { content: "a"; display: none }'
    expect(find(styled(hidden, tree).root, 'x').before).toBeUndefined()
    const shown = find(styled('.x::before { content: "a"; color: red }', tree).root, 'x').before
    expect(shown?.style).toMatchObject({ display: 'inline', color: { red: 1, green: 0, blue: 0 } })
  })

  it('inherit from their element', () => {
    const text = '.x { font-size: 20pt } .x::after { content: "a"; font-size: 0.5em }'
    expect(find(styled(text, h('document', h('p.x'))).root, 'x').after?.style.fontSize).toBe(10)
  })

  it('stand beside list items only', () => {
    const { root } = styled(
      'li::marker { color: red; text-align: start } p::marker { color: red }',
      h('document', h('ul', h('li.x')), h('p.y')),
    )
    expect(find(root, 'x').marker).toMatchObject({
      color: { red: 1, green: 0, blue: 0 },
      textAlign: 'start',
    })
    expect(find(root, 'y').marker).toBeUndefined()
  })

  it('put markers next to the text when nothing else is said', () => {
    const { root } = styled('', h('document', h('ol', h('li.x'))))
    expect(find(root, 'x').marker).toMatchObject({ textAlign: 'end', numeric: 'tabular-nums' })
  })
})

describe('attributes', () => {
  it('say language and direction', () => {
    const tree = h('document', h('p.x', { lang: 'ar', dir: 'rtl' }, h('b.y')))
    const { root } = styled('', tree)
    expect(root.style).toMatchObject({ language: 'en', direction: 'ltr' })
    expect(find(root, 'y').style).toMatchObject({ language: 'ar', direction: 'rtl' })
  })

  it('turn logical sides round', () => {
    const tree = h('document', h('ul.x', { dir: 'rtl' }))
    expect(styleOf('', tree).padding).toMatchObject({ left: { points: 0 }, right: { points: 24 } })
    const { margin } = styleOf(
      '.x { margin: 0; margin-inline-start: 1pt; margin-inline-end: 2pt }',
      tree,
    )
    expect(margin).toMatchObject({ left: { points: 2 }, right: { points: 1 } })
  })

  it('let a later physical side win over a logical one', () => {
    expect(styleOf('.x { margin-inline-start: 1pt; margin-left: 2pt }').margin.left).toEqual({
      points: 2,
      percent: 0,
    })
    expect(styleOf('.x { margin-left: 2pt; margin-inline-start: 1pt }').margin.left).toEqual({
      points: 1,
      percent: 0,
    })
  })

  it('paint shapes, weaker than any rule', () => {
    const tree = h(
      'document',
      h('svg', h('path.x', { fill: 'none', stroke: '#f00', 'stroke-width': '2' })),
    )
    expect(styleOf('', tree)).toMatchObject({
      fill: 'none',
      stroke: { red: 1, green: 0, blue: 0 },
      strokeWidth: 2,
    })
    expect(styleOf(':where(path) { stroke: none }', tree).stroke).toBe('none')
    expect(problems('', h('document', h('svg', h('path', { fill: 'rde' }))))).toEqual([
      'style-unknown-color: "rde" is not a colour (did you mean "red"?)',
    ])
  })

  it('paint nothing on other elements', () => {
    expect(styleOf('', h('document', h('p.x', { fill: 'red' }))).fill).toEqual({
      red: 0,
      green: 0,
      blue: 0,
    })
  })
})

describe('the user agent stylesheet', () => {
  it.each([
    ['main', { display: 'block' }],
    [
      'h1',
      {
        display: 'block',
        fontWeight: 700,
        fontSize: 24,
        breakAfter: 'avoid',
        breakInside: 'avoid',
      },
    ],
    ['li', { display: 'list-item' }],
    ['ol', { display: 'block', listStyleType: 'decimal' }],
    ['img', { display: 'inline-block' }],
    ['table', { display: 'table' }],
    ['thead', { display: 'table-header-group' }],
    ['tbody', { display: 'table-row-group' }],
    ['tfoot', { display: 'table-footer-group' }],
    ['tr', { display: 'table-row', breakInside: 'avoid' }],
    ['td', { display: 'table-cell', fontWeight: 400 }],
    ['th', { display: 'table-cell', fontWeight: 700 }],
    ['span', { display: 'inline' }],
    ['strong', { display: 'inline', fontWeight: 700 }],
    ['em', { fontStyle: 'italic' }],
    ['sup', { verticalAlign: { raise: 4 } }],
    ['a', { textDecoration: 'underline' }],
    ['br', { display: 'inline' }],
    ['title', { display: 'none' }],
  ])('shows %s as one expects', (name, expected) => {
    expect(styleOf('', h('document', h(`${name}.x`)))).toMatchObject(expected)
  })

  it('leaves out what is inside hidden elements', () => {
    const { root } = styled('.x { display: none }', h('document', h('p.x', 'text', h('b'))))
    expect(find(root, 'x').children).toEqual([])
  })
})

describe('a cascade serves many documents', () => {
  const text = `:root { --u: 5mm } :root[lang="es"] { --u: 6mm } .a { margin: var(--u) } .a > .b:first-child { color: red }
    @page { size: var(--w, 100pt) } .wide { --w: 200pt }`
  const first = h('document.wide', h('div.a', h('p.b'), h('p.b', 'text')), h('h1'))
  const second = h('document', { lang: 'es' }, h('h1'), h('div.a', 'x', h('p.b'), h('p.b')))
  const cascade = () =>
    createCascade(
      parseStylesheet(css(text), () => undefined),
      () => undefined,
    )
  const seen = (tree: typeof first, with_ = cascade()) => {
    const { root, pages } = with_.style(tree(), { language: 'en', report: () => undefined })
    return { styles: all(root).map(({ style }) => style), page: pages('', true) }
  }

  it('in any order with the same result', () => {
    const one = cascade()
    const forwards = [seen(first, one), seen(second, one)]
    const other = cascade()
    const backwards = [seen(second, other), seen(first, other)].reverse()
    expect(forwards).toEqual(backwards)
    expect(forwards).toEqual([seen(first), seen(second)])
    expect(forwards[0]?.page.width).toBe(200)
    expect(forwards[1]?.page.width).toBe(100)
  })

  it('and shares the styles of repeated structures', () => {
    const one = cascade()
    const styles = [seen(first, one), seen(first, one)].map((result) => result.styles)
    expect(styles[0]?.every((style, index) => style === styles[1]?.[index])).toBe(true)
  })
})
