import { describe, expect, it } from 'vitest'
import { explain } from '../../src/diagnostics/index.ts'
import { styleProblems } from '../../src/diagnostics/style.ts'
import { createCascade } from '../../src/style/cascade.ts'
import { parseStylesheet } from '../../src/style/parse.ts'
import { css, h, problems } from './support.ts'
import type { Element } from '../../src/template/markup.ts'

const units = 'known: pt, mm, cm, in, pc, px, q, em, rem, lh, rlh, %'

/** Stylesheet, then everything said about it: line:column-length code: message (hint). */
const rows: readonly (readonly [text: string, ...said: string[]])[] = [
  [
    '.x { colour: red }',
    '1:6-6 style-unknown-property: there is no property "colour" (did you mean "color"?)',
  ],
  [
    '.x { WIDHT: 1pt }',
    '1:6-5 style-unknown-property: there is no property "WIDHT" (did you mean "width"?)',
  ],
  [
    '.x { overflow: hidden }',
    '1:6-8 style-unsupported-property: the property "overflow" is not supported (what does not fit is reported, never cut off)',
  ],
  [
    '.x { -webkit-hyphens: none }',
    '1:6-15 style-unsupported-property: the property "-webkit-hyphens" is not supported (prefixed properties are for browsers: leave it out)',
  ],
  [
    '.x { opacity: 0.5 }',
    '1:6-7 style-unsupported-property: the property "opacity" is not supported (nothing is printed see-through: mix the colour with the paper)',
  ],
  [
    '.x {\n  display: blok;\n}',
    '2:12-4 style-bad-value: "display" cannot be "blok" (did you mean "block"? allowed: none | block | inline | inline-block | flex | list-item | table | table-header-group | table-row-group | table-footer-group | table-row | table-cell)',
  ],
  [
    '.x { margin: 1pt 2pt 3 4pt }',
    '1:22-1 style-bad-value: "margin" cannot be "3" (a length needs a unit, for example 3pt; allowed: [ auto | <length> | <percentage> ]{1,4})',
  ],
  [
    '.x { padding: -1pt }',
    '1:15-4 style-bad-value: "padding" cannot be "-1pt" (allowed: [ <length [0,∞]> | <percentage [0,∞]> ]{1,4})',
  ],
  [
    '.x { color: ; }',
    '1:13-1 style-bad-value: the value of "color" is not complete (allowed: <color>)',
  ],
  [
    '.x { width: 12mn }',
    `1:15-2 style-unknown-unit: there is no unit "mn" on paper (did you mean "mm"? ${units})`,
  ],
  [
    '.x { width: 50vw }',
    `1:15-2 style-unknown-unit: there is no unit "vw" on paper (did you mean "%"? ${units})`,
  ],
  ['.x { color: rde }', '1:13-3 style-unknown-color: "rde" is not a colour (did you mean "red"?)'],
  [
    '.x { color: #12345 }',
    '1:13-6 style-unknown-color: "#12345" is not a colour (write three or six hexadecimal digits, like #9f2311)',
  ],
  [
    '.x { border-color: transparent }',
    '1:20-11 style-unknown-color: "transparent" is not a colour (leave it out, or use the colour of the paper)',
  ],
  [
    '.x { color: rgba(255, 0, 0, 0.5) }',
    '1:13-20 style-opacity: "rgba(255, 0, 0, 0.5)" is see-through, and nothing is printed see-through (on white paper it looks like #ff8080: write that)',
  ],
  [
    '.x { border: 1pt dashd red }',
    '1:18-5 style-bad-value: "border" cannot be "dashd" (did you mean "dashed"? allowed: [ <length [0,∞]> | thin | medium | thick ] || [ none | solid | dashed | dotted ] || <color>)',
  ],
  [
    '.x { width: calc(1pt + 2) }',
    '1:24-1 style-bad-calculation: "width" cannot be calculated: a plain number cannot be added to a length or percentage',
  ],
  [
    '.x { width: calc(1pt+2pt) }',
    '1:21-4 style-bad-calculation: "width" cannot be calculated: write an operator with spaces around it: a + b, a - b',
  ],
  [
    '.x { width: calc(2pt * 3pt) }',
    '1:24-3 style-bad-calculation: "width" cannot be calculated: one side of * must be a plain number',
  ],
  [
    '.x { width: calc(1pt / 0) }',
    '1:24-1 style-bad-calculation: "width" cannot be calculated: nothing can be divided by zero',
  ],
  [
    '.x { letter-spacing: calc(1pt + 2%) }',
    '1:22-14 style-bad-calculation: "letter-spacing" cannot be calculated: the result is a length and a percentage, and a length is needed',
  ],
  [
    '.x { width: min(1pt, 50%) }',
    '1:13-13 style-bad-calculation: "width" cannot be calculated: min() compares values of one kind: all lengths, or all percentages',
  ],
  [
    '.x { width: round(up, 1pt, 2pt) }',
    '1:13-19 style-bad-calculation: "width" cannot be calculated: round() is not supported; there are calc(), min(), max() and clamp()',
  ],
  [
    '.x { size: A4 }',
    '1:6-4 style-misplaced-property: "size" cannot be used here (size belongs in @page { … })',
  ],
  [
    '@page { width: 3pt }',
    '1:9-5 style-misplaced-property: "width" cannot be used here (@page takes size, margin, bleed, marks, text properties, custom properties and margin boxes)',
  ],
  [
    '@page :left { margin: 0 }',
    '1:7-5 style-page-selector: @page cannot select ":left" (write @page, @page :first, @page name or @page name:first)',
  ],
  [
    '@page { @top-centre { content: "x" } }',
    '1:9-11 style-margin-box: there is no page margin box @top-centre (did you mean "top-center"?)',
  ],
  [
    '@media print { .x { color: red } }',
    '1:1-6 style-unsupported-at-rule: @media is not supported (there is one medium, paper; to tell papers and editions apart select their class, like .letter)',
  ],
  [
    '@fontface { src: url(x.ttf) }',
    '1:1-9 style-unsupported-at-rule: @fontface is not supported (did you mean @font-face?)',
  ],
  [
    '.x:hover { color: red }',
    '1:3-6 style-unknown-pseudo-class: the pseudo-class :hover is not supported (nothing moves on paper: leave it out)',
  ],
  [
    '.x:frist-child { color: red }',
    '1:3-12 style-unknown-pseudo-class: the pseudo-class :frist-child is not supported (did you mean "first-child"?)',
  ],
  [
    '.x::first-line { color: red }',
    '1:3-12 style-unknown-pseudo-element: the pseudo-element ::first-line is not supported (known: before, after, marker)',
  ],
  [
    '.x::before b { color: red }',
    '1:3-8 style-unsupported-selector: the selector "::before" is not supported (a pseudo-element ends its selector)',
  ],
  [
    '.x >> b { color: red }',
    '1:5-1 style-unsupported-selector: the selector ">" is not supported (a combinator stands between two selectors)',
  ],
  [
    'dvi { color: red }',
    '1:1-3 style-unknown-element: there is no element "dvi" (did you mean "div"?)',
  ],
  [
    'body { margin: 0 }',
    '1:1-4 style-unknown-element: there is no element "body" (the whole document is :root)',
  ],
  ['.x, { color: red }', '1:5-1 style-syntax: "{" is not expected here (expected: selector)'],
  [
    '.x {\n  color: red\n  margin: 0;\n}',
    '3:9-1 style-syntax: ":" is not expected here (is a ";" missing before "margin"?)',
  ],
  [
    '.x { color: red;\n\n',
    '1:4-1 style-unclosed: this { is never closed (add the closing bracket)',
  ],
  [
    '.x { b { color: red } }',
    '1:8-1 style-syntax: "{" is not expected here (write property: value; rules cannot stand inside rules)',
  ],
  [
    '.x { & b { color: red } }',
    '1:6-1 style-syntax: a rule stands inside a rule (write it by itself, with its full selector)',
  ],
  [
    '.x { color: red !importnat }',
    '1:6-22 style-syntax: "!importnat" means nothing (the only one is !important)',
  ],
  [
    '.x { width: var(w) }',
    '1:17-1 style-syntax: this is not a variable (write var(--name) or var(--name, fallback))',
  ],
  [
    ':root { --ink: red } .x { color: var(--ikn) }',
    '1:34-10 style-undefined-variable: --ikn has no value here (did you mean "--ink"?)',
  ],
  [
    '.x { --only-here: 1pt } :root { margin: var(--only-here) }',
    '1:41-16 style-undefined-variable: --only-here has no value here (set it on :root, or give a fallback: var(--name, fallback))',
  ],
  [
    ':root { --a: var(--b); --b: calc(2 * var(--a)) } .x { width: var(--a) }',
    '1:29-18 style-variable-cycle: --b is defined by itself (one of the properties in the circle needs a value of its own)',
    '1:14-8 style-variable-cycle: --a is defined by itself (one of the properties in the circle needs a value of its own)',
  ],
  [
    ':root { --c: 1pt } .x { color: var(--c) }',
    '1:32-8 style-bad-value: "color" cannot be "1pt" (allowed: <color>; with its variables filled in the value is "1pt")',
  ],
  [
    ':root { --w: 5mn } .x { width: calc(2 * var(--w)) }',
    `1:32-18 style-unknown-unit: there is no unit "mn" on paper (did you mean "mm"? ${units}; with its variables filled in the value is "calc(2 * 5mn)")`,
  ],
  [
    '@font-face { font-family: A }',
    '1:1-10 style-font-face: @font-face without src (add a valid src)',
  ],
  [
    '@font-face { font-family: A; src: url(x.woff2) }',
    '1:35-12 style-font-face: "x.woff2" is not a TrueType or OpenType file (use a static .ttf or .otf file; WOFF and WOFF2 are made for browsers)',
  ],
  [
    '@font-face { font-family: A; src: url(../../x.ttf) }',
    '1:35-16 style-outside-pack: "../../x.ttf" lies outside the pack (copy the file into the pack and write its path relative to this file)',
  ],
  [
    '@font-face { font-family: A; src: url(x.ttf); font-display: swap }',
    '1:47-12 style-unsupported-property: the property "font-display" is not supported (known: font-family, font-weight, font-style, src, unicode-range)',
  ],
  [
    '@font-face { font-family: A; src: url(npm:../x.ttf) }',
    '1:35-17 style-font-face: "npm:../x.ttf" is not a file of an npm package (write npm:package/path.ttf, or npm:@scope/package/path.ttf)',
  ],
  [
    '@import url(x.css) print;',
    '1:20-5 style-import: @import takes no conditions (write @import "other.css"; at the top of the file)',
  ],
  [
    '.x { color: red } @import "x.css";',
    '1:19-16 style-import: @import stands after other rules (write @import "other.css"; at the top of the file)',
  ],
]

describe('every mistake is said once, at its place, with what to do', () => {
  it.each(rows)('%s', (text, ...said) => {
    expect(problems(text)).toEqual(said)
  })
})

describe('mistakes are said once', () => {
  const text =
    '.x { colour: red; width: var(--no) } .x.x { width: calc(var(--u) * 1pt) } :root { --u: 1pt }'
  const tree = h('document', h('p.x'), h('p.x'), h('div', h('p.x')))

  it('however many elements meet them', () => {
    expect(problems(text, tree).map((said) => said.split(' ')[1])).toEqual([
      'style-unknown-property:',
      'style-undefined-variable:',
      'style-bad-calculation:',
    ])
  })

  it('to each document that uses a wrong value, whatever was styled before it', () => {
    const ignore = (): void => undefined
    const sheet = parseStylesheet(
      css(`${text} @page { margin: var(--u) } .z { width: var(--w) }`),
      ignore,
    )
    const cascade = createCascade(sheet, ignore)
    const said = (tree: () => Element): readonly string[] => {
      const found: string[] = []
      const report = ({ code }: { readonly code: string }): void => void found.push(code)
      const { pages } = cascade.style(tree(), { language: 'en', report })
      pages('', true)
      pages('', true)
      return found
    }
    const plain = h('document', h('p.y'))
    expect([said(tree), said(plain), said(tree)]).toEqual([
      ['style-bad-calculation'],
      [],
      ['style-bad-calculation'],
    ])
  })

  it('and do not spoil what stands around them', () => {
    const before = problems(
      '.x { color: red } .x { colour: red; margin: 1x; padding: 1pt } .y { margin: 0',
    )
    expect(before.map((line) => line.split(' ')[1]?.replace(':', ''))).toEqual([
      'style-unclosed',
      'style-unknown-property',
      'style-unknown-unit',
    ])
  })
})

describe('a variable whose value is wrong', () => {
  it('that is never used is nobody’s problem', () => {
    expect(problems(':root { --a: 12zz; --b: } .x { color: red }')).toEqual([])
  })

  it('that multiplies itself is stopped', () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `--v${index + 1}: var(--v${index}) var(--v${index});`,
    )
    const found = problems(`:root { --v0: 1pt; ${doubling.join(' ')} } .x { margin: var(--v40) }`)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('style-variable-too-long')
  })

  it('falls back to what is inherited', () => {
    const found = problems(':root { color: red } .x { color: var(--none) }')
    expect(found).toHaveLength(1)
  })
})

describe('brackets deeper than a parser can follow', () => {
  it('are refused before they are parsed', () => {
    const found = problems(`.x { width: ${'('.repeat(5000)}`)
    expect(found).toEqual(['1:112-1 style-too-deep: brackets are nested more than 100 deep'])
  })
})

describe('the catalogue', () => {
  it('explains every problem of this stage', () => {
    for (const code of Object.keys(styleProblems)) {
      expect(code).toMatch(/^style-[a-z-]+$/)
      expect(explain(code)).toMatch(/\.$/)
    }
  })
})
