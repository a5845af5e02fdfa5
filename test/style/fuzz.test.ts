import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCascade } from '../../src/style/cascade.ts'
import type { ComputedStyle } from '../../src/style/computed.ts'
import { parseStylesheet } from '../../src/style/parse.ts'
import { propertyNames } from '../../src/style/properties.ts'
import { all, css, h } from './support.ts'
import type { Report } from '../../src/diagnostics/index.ts'

const seed = 20_240_611

const tree = h(
  'document',
  h('main.x#a', h('p.y', 'text', h('b'), h('svg', h('path', { fill: 'var(--a)' })))),
  h('ul', h('li.x'), h('li', { lang: 'ar', dir: 'rtl' })),
)

function styles(text: string): readonly ComputedStyle[] {
  const sheet = parseStylesheet(css(text), () => undefined)
  const report: Report = ({ place }) => {
    if (place !== undefined && place.file === 'test.css') expect(place.line).toBeGreaterThan(0)
  }
  const { root, pages } = createCascade(sheet, report).style(tree(), { language: 'en', report })
  const page = pages('wide', true)
  return [...all(root).map(({ style }) => style), ...Object.values(page.marginBoxes)]
}

function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : []
}

const scraps = fc.constantFrom(
  ...[
    '.x',
    '#a',
    'p',
    ':root',
    '::before',
    ':not(',
    ':nth-child(2n+1)',
    '[lang=en]',
    '*',
    '>',
    '~',
    ',',
  ],
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ';',
    ':',
    '"',
    "'",
    '/*',
    '*/',
    '!important',
    '\\',
    '\n',
    ' ',
    '@',
    '#',
  ],
  ...[
    '@page',
    '@import',
    '@font-face',
    '@media',
    ':first',
    'wide',
    '@top-left',
    'size:',
    'src:',
    'url(',
  ],
  ...[
    '--a:',
    '--b:',
    'var(--a)',
    'var(--b,',
    'calc(',
    'min(',
    'rgb(',
    'U+4??',
    '1pt',
    '-2%',
    '0',
    '1e9',
    '+',
    '*',
  ],
  ...[
    'color:',
    'margin:',
    'border:',
    'flex:',
    'content:',
    'font-family:',
    'inherit',
    'auto',
    'red',
    'none',
  ],
  ...['<!--', '-->', '\u0000', 'é', '😀', '&', '|', '||', '$'],
)

const values = fc.array(
  fc.constantFrom(
    ...[
      '1pt',
      '2mm',
      '-3em',
      '50%',
      '0',
      '1.5',
      '-1',
      '1e99',
      'auto',
      'none',
      'red',
      '#abc',
      'currentcolor',
    ],
    ...[
      'inherit',
      'unset',
      'solid',
      'bold',
      'page',
      '"text"',
      'avoid',
      'top',
      'a4',
      'crop',
      '/',
      ',',
    ],
    ...[
      'calc(1pt + 2%)',
      'calc(2 * (1pt - 1em))',
      'max(1pt, 1lh)',
      'var(--a)',
      'var(--b, 1pt)',
      'rgb(1 2 3)',
    ],
    ...[
      'running(a)',
      'counter(page)',
      'attr(x)',
      'string(a)',
      'content()',
      'hsl(1turn 1% 1%)',
      '1fr',
      'row',
    ],
  ),
  { minLength: 1, maxLength: 5 },
)

describe('whatever an author writes', () => {
  it('random text never throws and always gives finite styles', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scraps, fc.string({ maxLength: 4 })), { maxLength: 60 }),
        (parts) => {
          for (const style of styles(parts.join('')))
            expect(numbersOf(style).every(Number.isFinite)).toBe(true)
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  it('random declarations never throw and always give finite styles', () => {
    const declarations = fc.array(
      fc.tuple(fc.constantFrom('--a', '--b', ...propertyNames), values, fc.boolean()),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(
        declarations,
        fc.constantFrom('*', '.x', ':root', '@page wide', '.y::before'),
        (list, where) => {
          const block = list.map(
            ([name, parts, hard]) => `${name}: ${parts.join(' ')}${hard ? ' !important' : ''};`,
          )
          for (const style of styles(`:root { --a: 1pt } ${where} { ${block.join(' ')} }`)) {
            expect(numbersOf(style).every(Number.isFinite)).toBe(true)
          }
        },
      ),
      { seed, numRuns: 500 },
    )
  })

  it('styles twice to the same values', () => {
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        expect(styles(text)).toEqual(styles(text))
      }),
      { seed, numRuns: 60 },
    )
  })
})
