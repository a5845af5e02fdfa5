import { describe, expect, it } from 'vitest'
import type { InlineSource } from '../../src/layout/fragment.ts'
import type { GalleyLine } from '../../src/layout/galley.ts'
import type { InlineItem } from '../../src/layout/inline-content.ts'
import { layoutLines, prepareInline } from '../../src/layout/inline.ts'
import { createTextCache } from '../../src/layout/inline/prepared-text.ts'
import { textStyle } from '../text/fonts-for-tests.ts'
import {
  content,
  element,
  fonts,
  picture,
  prepare,
  text,
  textOfLine,
  textOfRun,
  widthOf,
} from './inline-for-tests.ts'

describe('line boxes', () => {
  const only = (items: readonly InlineItem[]): GalleyLine => {
    const [line] = layoutLines(prepare(items), 500).lines
    if (line === undefined) throw new Error('no line')
    return line
  }
  // Atkinson at 10 pt: 9.84 above, 3.16 below, and 1 pt of leading on either side make 15.
  const ascent = 9.84 + 1

  it('are as high as the line height, with the text in the middle', () => {
    const line = only([text('a')])
    expect(line.rect.height).toBeCloseTo(15, 6)
    expect(line.baseline).toBeCloseTo(ascent, 6)
  })

  it('do not grow by fallback fonts', () => {
    expect(only([text('a → ✓')]).rect.height).toBeCloseTo(15, 6)
  })

  it('grow by larger text, on one baseline', () => {
    const large = textStyle({ fontSize: 20, lineHeight: 30 })
    const line = only([text('a '), text('b', { style: large })])
    expect(line.rect.height).toBeCloseTo(30, 6)
    expect(line.runs.map((run) => (run.kind === 'text' ? run.baseline : 0))).toEqual([
      line.baseline,
      line.baseline,
    ])
  })

  it('grow by raised text', () => {
    const line = only([text('a'), text('2', { verticalAlign: { raise: 4 } })])
    expect(line.rect.height).toBeCloseTo(19, 6)
    const [base, raised] = line.runs
    expect(
      base?.kind === 'text' && raised?.kind === 'text' && base.baseline - raised.baseline,
    ).toBe(4)
  })

  it.each([
    ['baseline', ascent - 8],
    [{ raise: -2 }, ascent - 8 + 2],
    ['middle', ascent - 4.96 / 2 - 4],
    ['top', 0],
    ['bottom', 7],
  ] as const)('hold a small picture at %j', (verticalAlign, y) => {
    const line = only([text('a'), picture(12, 8, verticalAlign)])
    expect(line.rect.height).toBeCloseTo(15, 6)
    const [, run] = line.runs
    expect(run?.kind === 'picture' && run.rect).toMatchObject({ width: 12, height: 8 })
    expect(run?.kind === 'picture' && run.rect.y).toBeCloseTo(y, 6)
  })

  it('grow by a picture: above the baseline, or downwards when it is aligned with the top', () => {
    expect(only([text('a'), picture(9, 40)]).baseline).toBeCloseTo(40, 6)
    const top = only([text('a'), picture(9, 40, 'top')])
    expect(top.baseline).toBeCloseTo(ascent, 6)
    expect(top.rect.height).toBeCloseTo(40, 6)
  })
})

describe('runs', () => {
  const runsOf = (items: string | readonly InlineItem[], width = 500): string[] =>
    layoutLines(prepare(items), width).lines.flatMap(({ runs }) => runs.map(textOfRun))

  it('are one for a line of plain text', () => {
    expect(runsOf('Keep your feet together')).toEqual(['Keep your feet together'])
    expect(runsOf([text('Keep your '), text('feet')])).toEqual(['Keep your feet'])
  })

  it('part where the element, the style, the decoration or the font changes', () => {
    const bold = textStyle({ fontWeight: 700 })
    const link: InlineSource = { chain: [element], generated: false }
    expect(runsOf([text('a '), text('b', { style: bold }), text(' c')])).toEqual(['a ', 'b', ' c'])
    expect(runsOf([text('a '), text('b', { inline: link })])).toEqual(['a ', 'b'])
    expect(runsOf([text('a '), text('b', { decoration: 'underline' })])).toEqual(['a ', 'b'])
    expect(runsOf('a ✓ b')).toEqual(['a ', '✓ ', 'b'])
  })

  it('do not underline the space that hangs', () => {
    const underlined = text('a bc', { decoration: 'underline' })
    const [line] = layoutLines(prepare([underlined]), widthOf('a b')).lines
    expect(
      line?.runs.map((run) => run.kind === 'text' && [textOfRun(run), run.decoration]),
    ).toEqual([
      ['a', 'underline'],
      [' ', 'none'],
    ])
  })

  it('stand side by side', () => {
    const bold = textStyle({ fontWeight: 700 })
    const [line] = layoutLines(prepare([text('ab'), text('cd', { style: bold })]), 500).lines
    const [first, second] = line?.runs ?? []
    expect(first).toMatchObject({ x: 0, width: widthOf('ab') })
    expect(second).toMatchObject({ x: widthOf('ab') })
  })

  it('hold letter spacing in their width', () => {
    expect(widthOf('knee', { letterSpacing: 2 }) - widthOf('knee')).toBeCloseTo(8, 6)
  })
})

describe('right-to-left text', () => {
  const arabicStyle = textStyle({ fontFamily: ['Arabic'], direction: 'rtl' })
  const silent = { fonts, texts: createTextCache(), report: () => undefined }
  const arabic = (words: string, width = 500): readonly GalleyLine[] =>
    layoutLines(prepareInline(content(words, arabicStyle), silent), width).lines
  const places = (line: GalleyLine | undefined): (readonly [string, number])[] =>
    (line?.runs ?? []).map((run) => [textOfRun(run), run.kind === 'text' ? run.x : 0])

  it('is one run, in reading order, ending at the right', () => {
    const [line] = arabic('تمرين الورك', 200)
    expect(line?.runs.map(textOfRun)).toEqual(['تمرين الورك'])
    expect((line?.rect.x ?? 0) + (line?.rect.width ?? 0)).toBeCloseTo(200, 6)
  })

  it('puts numbers left to right in it', () => {
    const [first, second, third] = places(arabic('كرر 12 مرة')[0])
    expect([first?.[0], second?.[0], third?.[0]]).toEqual(['كرر ', '12', ' مرة'])
    expect(first?.[1]).toBeGreaterThan(second?.[1] ?? 0)
    expect(second?.[1]).toBeGreaterThan(third?.[1] ?? 0)
  })

  it('lets the space at the end of a line hang on the left', () => {
    const words = 'تمرين الورك'
    const width = prepareInline(content('تمرين', arabicStyle), silent).text.maxContentWidth
    const lines = arabic(words, width)
    expect(lines.map(textOfLine)).toEqual(['تمرين ', 'الورك'])
    const [run] = lines[0]?.runs ?? []
    expect(lines[0]?.rect).toMatchObject({ x: 0 })
    expect(run?.kind === 'text' && run.x).toBeLessThan(0)
  })

  it('stands in a left-to-right line as a whole, the space after it at the line’s end', () => {
    const [line] = layoutLines(prepare('say تمرين الورك now'), widthOf('say تمرين الورك')).lines
    expect(line?.runs.map(textOfRun).join('')).toBe('say تمرين الورك ')
    const [say, words, space] = places(line)
    expect(say?.[1]).toBe(0)
    expect(words?.[0]).toBe('تمرين الورك')
    expect(space?.[1]).toBeCloseTo(line?.rect.width ?? 0, 6)
  })
})
