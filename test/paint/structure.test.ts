import { describe, expect, test } from 'vitest'
import type { Element } from '../../src/template/markup.ts'
import { el, pageBreak, type StyleOf } from './support/small-pages.ts'
import { paintSmall, writeSmall } from './support/paint-small.ts'
import { artifacts, structureText } from './support/read-structure.ts'

interface Case {
  readonly name: string
  readonly markup: readonly Element[]
  readonly style?: StyleOf
  readonly tree: string
}

const cases: readonly Case[] = [
  {
    name: 'headings and paragraphs keep the order of the document',
    markup: [
      el('h1', {}, 'Knees'),
      el('section', {}, el('h2', {}, 'Why'), el('p', {}, 'Because.')),
      el('article', {}, el('p', {}, 'News.')),
      el('aside', {}, el('p', {}, 'Aside.')),
    ],
    tree: `
Document
  H1 "Knees"
  Sect
    H2 "Why"
    P "Because."
  Art
    P "News."
  Sect
    P "Aside."
`,
  },
  {
    name: 'elements that only group leave no trace, and their bare text is a paragraph',
    markup: [
      el('h1', {}, 'Knees'),
      el('main', {}, el('div', {}, 'Bare.', el('p', {}, 'Text.')), el('div', {}, 'Alone.')),
    ],
    tree: `
Document
  H1 "Knees"
  P "Bare."
  P "Text."
  P "Alone."
`,
  },
  {
    name: 'bold text is part of its paragraph, in one piece',
    markup: [el('p', {}, 'One ', el('b', {}, 'two'), ' three')],
    tree: `
Document
  P "One two three"
`,
  },
  {
    name: 'a link is an element with its active area, whatever stands inside it',
    markup: [
      el(
        'p',
        {},
        'See ',
        el('a', { href: 'https://example.org/é' }, 'the ', el('em', {}, 'site')),
        '.',
      ),
    ],
    tree: `
Document
  P "See "
    Link "the site"
      area on page 1: https://example.org/%C3%A9 "https://example.org/é"
    "."
`,
  },
  {
    name: 'a link over two pages has an area on each, named by its title',
    markup: [
      el('p', {}, el('a', { href: 'https://a.org', title: 'A club' }, 'one ', pageBreak(), 'two')),
    ],
    tree: `
Document
  P
    Link "one |two"
      area on page 1: https://a.org "A club"
      area on page 2: https://a.org "A club"
`,
  },
  {
    name: 'two links side by side are two elements',
    markup: [
      el('p', {}, el('a', { href: 'https://a.org' }, 'a'), el('a', { href: 'https://b.org' }, 'b')),
    ],
    tree: `
Document
  P
    Link "a"
      area on page 1: https://a.org "https://a.org"
    Link "b"
      area on page 1: https://b.org "https://b.org"
`,
  },
  {
    name: 'lists have labels and bodies, and say how they are numbered',
    markup: [
      el(
        'ol',
        {},
        el('li', {}, 'Lie down.'),
        el('li', {}, el('p', {}, 'Lift.'), el('p', {}, 'Hold.')),
      ),
      el('ul', {}, el('li', {}, 'Mat')),
    ],
    tree: `
Document
  L [ListNumbering=Decimal]
    LI
      Lbl "1"
      LBody "Lie down."
    LI
      Lbl "2"
      LBody
        P "Lift."
        P "Hold."
  L [ListNumbering=Disc]
    LI
      Lbl "•"
      LBody "Mat"
`,
  },
  {
    name: 'a list without markers has no labels, and text beside blocks is a paragraph',
    markup: [el('ul', {}, el('li', {}, 'Dose', el('p', {}, '3 sets')))],
    style: ({ name }) => (name === 'ul' || name === 'li' ? { listStyleType: 'none' } : {}),
    tree: `
Document
  L [ListNumbering=None]
    LI
      LBody
        P "Dose"
        P "3 sets"
`,
  },
  {
    name: 'table cells say their scope and spans, and empty cells stay',
    markup: [
      el(
        'table',
        {},
        el('caption', {}, 'Week'),
        el('thead', {}, el('tr', {}, el('th', {}, 'Day'), el('th', { colspan: '2' }, 'Sets'))),
        el(
          'tbody',
          {},
          el('tr', {}, el('th', {}, 'Mon'), el('td', {}, '3'), el('td', {})),
          el(
            'tr',
            {},
            el('th', { scope: 'col' }, 'x'),
            el('td', { rowspan: '2' }, el('p', {}, 'y')),
          ),
        ),
      ),
    ],
    tree: `
Document
  Table
    Caption "Week"
    THead
      TR
        TH [Scope=Column] "Day"
        TH [Scope=Column ColSpan=2] "Sets"
    TBody
      TR
        TH [Scope=Row] "Mon"
        TD "3"
        TD
      TR
        TH [Scope=Column] "x"
        TD [RowSpan=2]
          P "y"
`,
  },
  {
    name: 'a figure around a picture is that picture, with a caption it is a group',
    markup: [
      el('figure', {}, el('img', { alt: 'Legs  bent' })),
      el('figure', {}, el('img', { alt: 'Lying' }), el('figcaption', {}, 'Start')),
    ],
    tree: `
Document
  Figure [Placement=Block alt="Legs bent"] ""
  Div
    Figure [Placement=Block alt="Lying"] ""
    Caption "Start"
`,
  },
  {
    name: 'a picture in a line stands where it is read, alone it is no paragraph, decoration is left out',
    markup: [
      el(
        'p',
        {},
        'a',
        el('svg', { 'aria-label': 'tick' }),
        'b',
        el('svg', { 'aria-hidden': 'true' }),
        'c',
      ),
      el('div', {}, el('img', { alt: '' }), el('img', { alt: 'x', role: 'presentation' })),
      el('p', {}, el('svg', {}, el('title', {}, 'A band'))),
    ],
    tree: `
Document
  P "a"
    Figure [Placement=Inline alt="tick"] ""
    "b|c"
  Figure [Placement=Block alt="A band"] ""
`,
  },
  {
    name: 'what is hidden and what is empty has no tag',
    markup: [
      el('p', {}, 'Seen', el('span', { 'aria-hidden': 'true' }, ' unsaid')),
      el('section', { 'aria-hidden': 'true' }, el('p', {}, 'Hidden')),
      el('section', {}, el('p', {}), el('ul', {})),
    ],
    tree: `
Document
  P "Seen"
`,
  },
  {
    name: 'a change of language is said once, where it happens',
    markup: [
      el('p', {}, 'Say ', el('span', { lang: 'es' }, 'hola'), ' now'),
      el('div', { lang: 'es' }, el('p', {}, 'Hola', el('i', { lang: 'es' }, ' tú'))),
      el('p', { lang: 'fr' }, 'Salut ', el('b', { lang: 'en' }, 'you')),
    ],
    tree: `
Document
  P "Say "
    Span [lang=es] "hola"
    " now"
  Div [lang=es]
    P "Hola tú"
  P [lang=fr] "Salut "
    Span [lang=en] "you"
`,
  },
  {
    name: 'a paragraph over two pages is one element',
    markup: [el('p', {}, 'first ', pageBreak(), 'second')],
    tree: `
Document
  P "first |second"
`,
  },
]

describe('the structure tree', () => {
  test.each(cases)('$name', async ({ markup, style, tree }) => {
    const { document, problems } = paintSmall(el('document', {}, ...markup), style)
    expect(problems).toEqual([])
    expect(`\n${structureText(await writeSmall(document))}`).toBe(tree)
  })
})

describe('artifacts', () => {
  test('the decoration of a page is one artifact under its content', async () => {
    const filled: StyleOf = ({ name }) =>
      name === 'p' ? { backgroundColor: { red: 1, green: 0.9, blue: 0.9 } } : {}
    const markup = [1, 2, 3].map((n) => el('p', {}, `Text ${n}, `, el('a', { href: '#x' }, 'link')))
    const { document } = paintSmall(el('document', { id: 'x' }, ...markup), filled)
    expect(artifacts(await writeSmall(document), 0)).toEqual(['Layout'])
    expect(document.pages[0]?.items.map(({ kind }) => kind)).toEqual([
      'artifact',
      ...Array<string>(6).fill('tagged'),
      ...Array<string>(3).fill('link'),
    ])
  })

  test('hidden text is still painted', async () => {
    const { document } = paintSmall(
      el('document', {}, el('p', { 'aria-hidden': 'true' }, 'Twice'), el('p', {}, 'Once')),
    )
    expect(artifacts(await writeSmall(document), 0)).toEqual(['Layout "Twice"'])
  })
})

describe('problems', () => {
  test.each([
    [[el('h2', {}, 'x')], 'the first heading is h2'],
    [[el('h1', {}, 'x'), el('h3', {}, 'y')], 'h3 follows h1: a level is missing'],
    [[el('img')], '<img> has no alternative text'],
    [[el('p', {}, el('svg'))], '<svg> has no alternative text'],
    [
      [el('p', {}, el('a', { href: '#no' }, 'x'))],
      'the link leads to #no, which is not in this document',
    ],
  ])('are reported in the words of the author (%#)', (markup, message) => {
    const { problems } = paintSmall(el('document', {}, ...markup))
    expect(problems.map((problem) => problem.message)).toEqual([message])
  })
})

describe('bookmarks', () => {
  test('follow the headings, nested, to the page they stand on', () => {
    const { document } = paintSmall(
      el(
        'document',
        {},
        el('h1', {}, 'Knees ', el('b', {}, 'hurt')),
        el('h2', {}, 'Why', pageBreak()),
        el('p', {}, 'x'),
        el('h3', {}, 'Load'),
        el('h2', {}, 'What'),
      ),
    )
    expect(document.outline).toEqual([
      {
        title: 'Knees hurt',
        page: 1,
        y: 20,
        children: [
          {
            title: 'Why',
            page: 1,
            y: 36,
            children: [{ title: 'Load', page: 2, y: 52, children: [] }],
          },
          { title: 'What', page: 2, y: 68, children: [] },
        ],
      },
    ])
  })
})
