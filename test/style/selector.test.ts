import { describe, expect, it } from 'vitest'
import { all, h, problems, styled } from './support.ts'

const tree = h(
  'document.letter',
  { lang: 'en-GB', 'aria-label': 'Front-page' },
  h('main#main', h('h1.a.b'), 'text', h('p.c'), h('p.d', h('b.e'), 'more', h('i.f'), h('b.g'))),
  h(
    'footer',
    { title: '' },
    h('p.h', { lang: 'es' }, h('span.i')),
    h('div.j', ''),
    h('div.k', ' '),
  ),
)

/** What a selector matches: each element by its first class, else its name. */
function matches(selector: string): string {
  // Orphans are inherited, so every element gets its own; the id makes the selector the stronger rule.
  const document = styled(`* { orphans: 2 } ${selector}:not(#no) { orphans: 9 }`, tree)
  return all(document.root)
    .filter(({ style }) => style.orphans === 9)
    .map(({ element }) => element.attributes['class']?.split(' ')[0] ?? element.name)
    .join(' ')
}

describe('selectors', () => {
  it.each([
    ['p', 'c d h'],
    ['P', 'c d h'],
    ['*', 'letter main a c d e f g footer h i j k'],
    ['.b', 'a'],
    ['.a.b', 'a'],
    ['.A', ''],
    ['#main', 'main'],
    [':root', 'letter'],
    [':root.letter', 'letter'],
    ['main p', 'c d'],
    ['document p', 'c d h'],
    ['main > b', ''],
    ['p > b', 'e g'],
    ['h1 + p', 'c'],
    ['h1 ~ p', 'c d'],
    ['b ~ b', 'g'],
    ['b + i + b', 'g'],
    ['main b ~ i', 'f'],
    ['p:first-child', 'h'],
    ['p:last-child', 'd'],
    [':only-child', 'letter i'],
    ['p:first-of-type', 'c h'],
    ['b:last-of-type', 'g'],
    ['main > :nth-child(2)', 'c'],
    ['main > :nth-child(2n+1)', 'a d'],
    ['main > :nth-child(odd)', 'a d'],
    ['main > :nth-child(even)', 'c'],
    ['main > :nth-child(-n+2)', 'a c'],
    ['main > :nth-child(n+2)', 'c d'],
    ['main > :nth-last-child(1)', 'd'],
    ['main > p:nth-of-type(2)', 'd'],
    ['main > p:nth-last-of-type(2)', 'c'],
    ['div:empty', 'j'],
    ['p:not(.c)', 'd h'],
    ['p:not(.c, .h)', 'd'],
    [':is(h1, i)', 'a f'],
    [':where(main, footer) > p:last-child', 'd'],
    [':is(main p) > b', 'e g'],
    [':lang(en)', 'letter main a c d e f g footer j k'],
    [':lang(es)', 'h i'],
    [':lang("en-GB", es) > b', 'e g'],
    ['[title]', 'footer'],
    ['[lang=es]', 'h'],
    ['[lang|="en"]', 'letter'],
    ['[class~="b"]', 'a'],
    ['[aria-label^="Front"]', 'letter'],
    ['[aria-label$="page"]', 'letter'],
    ['[aria-label*="t-p"]', 'letter'],
    ['[aria-label="front-page"]', ''],
    ['[aria-label="front-page" i]', 'letter'],
    ['[title^=""]', ''],
  ])('%s', (selector, expected) => {
    expect(matches(selector)).toBe(expected)
  })

  it('never match above the root that is styled', () => {
    const outer = h('document', h('section', h('p')))()
    const [section] = outer.children
    if (section?.type !== 'element') throw new Error('no section')
    const { root } = styled('document p { orphans: 9 } :root { widows: 7 }', () => section)
    expect(all(root).map(({ style }) => [style.orphans, style.widows])).toEqual([
      [2, 7],
      [2, 7],
    ])
  })
})

describe('a selector that cannot be matched drops its own part of the list only', () => {
  it('keeps the others', () => {
    const found = problems('.x:hover, .x { color: red; colour: red }')
    expect(found.map((line) => line.split(':')[1]?.split(' ')[1])).toEqual([
      'style-unknown-property',
      'style-unknown-pseudo-class',
    ])
  })
})
