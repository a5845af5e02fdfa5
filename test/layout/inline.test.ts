import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { InlineItem } from '../../src/layout/inline-content.ts'
import { layoutLines, measureLines, reportOverflow } from '../../src/layout/inline.ts'
import type { TextStyle } from '../../src/style/computed.ts'
import { textStyle } from '../text/fonts-for-tests.ts'
import {
  element,
  forcedBreak,
  linesOf,
  picture,
  prepare,
  text,
  textOfLine,
  widthOf,
} from './inline-for-tests.ts'

describe('white space', () => {
  it.each([
    ['collapses', [text('  a \n\t b  ')], ['a b']],
    ['collapses across items', [text('a '), text(' b '), text(' c')], ['a b c']],
    ['goes at forced breaks', [text('a '), forcedBreak, text(' b')], ['a ', 'b']],
    ['stays beside pictures', [text('a '), picture(5, 5), text(' b')], ['a [picture] b']],
    ['is kept where it does not break', [text('a\u00a0\u00a0b')], ['a\u00a0\u00a0b']],
    ['alone is nothing', [text(' \n ')], []],
    [
      'collapses across spacing',
      [text('a '), { kind: 'spacing', edge: 'start', width: 4 } as const, text(' b ')],
      ['a b'],
    ],
  ])('%s', (_, items, expected) => {
    expect(linesOf(items, 500)).toEqual(expected)
  })

  it('keeps line feeds where pre-line says so', () => {
    expect(linesOf('a  \n  b\n\nc', 500, { whiteSpace: 'pre-line' })).toEqual(['a ', 'b ', '', 'c'])
  })

  it('gives two forced breaks an empty line between', () => {
    const layout = layoutLines(prepare([text('a'), forcedBreak, forcedBreak, text('b')]), 100)
    expect(layout.lines.map(({ rect }) => rect.y)).toEqual([0, 15, 30])
  })

  it('makes no line after a forced break at the end', () => {
    expect(linesOf([text('a'), forcedBreak], 100)).toEqual(['a '])
    expect(layoutLines(prepare([forcedBreak]), 100).height).toBe(15)
  })
})

describe('filling lines', () => {
  it('breaks where the next word does not fit, and keeps the space in the run', () => {
    expect(linesOf('Lie on your side with hips bent', widthOf('Lie on your side'))).toEqual([
      'Lie on your side ',
      'with hips bent',
    ])
  })

  it('fits a word exactly as wide as the box, also when the width was rounded to 32 bits', () => {
    for (const words of ['Lie on your side', 'Pause, then lower slowly.', '3 × 15']) {
      expect(linesOf(words, Math.fround(widthOf(words)))).toHaveLength(1)
    }
  })

  it('does not break in nowrap text, but around it', () => {
    const nowrap = textStyle({ whiteSpace: 'nowrap' })
    const items = [text('do '), text('3 times 15', { style: nowrap }), text(' each day')]
    expect(linesOf(items, 20)).toEqual(['do ', '3 times 15 ', 'each ', 'day'])
    expect(linesOf('do it now', 20, { textWrap: 'nowrap' })).toEqual(['do it now'])
  })

  it('shows a hyphen at a soft hyphen only where the line ends', () => {
    const words = 'rehabili\u00adtation'
    expect(linesOf(words, 500)).toEqual(['rehabilitation'])
    const [first, second] = layoutLines(prepare(words), widthOf('rehabili-')).lines
    expect(first && textOfLine(first)).toBe('rehabili\u00ad')
    expect(second && textOfLine(second)).toBe('tation')
    expect(first?.rect.width).toBeCloseTo(widthOf('rehabili') + widthOf('-'), 6)
    expect(linesOf('a rehabili\u00adtation', widthOf('a rehabili') + 0.5)).toEqual([
      'a ',
      'rehabili\u00ad',
      'tation',
    ])
  })

  it('breaks a word anywhere only when it has a line of its own and is still too wide', () => {
    const long = 'go supercalifragilistic on'
    const width = widthOf('supercali')
    expect(linesOf(long, width)).toEqual(['go ', 'supercalifragilistic ', 'on'])
    const lines = linesOf(long, width, { overflowWrap: 'anywhere' })
    expect(lines[0]).toBe('go ')
    expect(lines[1]).toBe('supercali')
    expect(lines.join('')).toBe(long)
  })

  it('keeps spacing with its element', () => {
    const spacing = (edge: 'start' | 'end'): InlineItem => ({ kind: 'spacing', edge, width: 10 })
    const items = [text('a '), spacing('start'), text('bc'), spacing('end'), text(' d')]
    const [first, second] = layoutLines(prepare(items), widthOf('bc') + 20).lines
    expect(first && textOfLine(first)).toBe('a ')
    expect(second?.runs[0]).toMatchObject({ x: 10 })
    expect(second?.rect.width).toBeCloseTo(widthOf('bc') + 20, 6)
  })
})

describe('balance and pretty', () => {
  const words = 'Lie on your side with hips and knees bent and feet together'

  it('makes lines of about the same length, and no more of them', () => {
    const width = widthOf('Lie on your side with hips and knees')
    const plain = layoutLines(prepare(words), width).lines.map(({ rect }) => rect.width)
    const balanced = layoutLines(prepare(words, { textWrap: 'balance' }), width).lines
    const widths = balanced.map(({ rect }) => rect.width)
    expect(widths).toHaveLength(plain.length)
    expect(spread(widths)).toBeLessThan(spread(plain) / 2)
  })

  it('leaves one line alone', () => {
    expect(linesOf('Two words', 500, { textWrap: 'balance' })).toEqual(['Two words'])
  })

  it('takes a word down to a short last line', () => {
    const width = widthOf('Lie on your side with hips and knees') + 1
    const sentence = 'Lie on your side with hips and knees up'
    expect(linesOf(sentence, width)).toHaveLength(2)
    expect(linesOf(sentence, width).at(-1)).toBe('up')
    expect(linesOf(sentence, width, { textWrap: 'pretty' }).at(-1)).toBe('knees up')
  })

  function spread(widths: readonly number[]): number {
    return Math.max(...widths) - Math.min(...widths)
  }
})

describe('alignment', () => {
  const left = (changes: Partial<TextStyle>, words = 'abc'): number | undefined =>
    layoutLines(prepare(words, changes), 100).lines[0]?.rect.x
  const free = 100 - widthOf('abc')

  it.each([
    ['start', 'ltr', 0],
    ['left', 'ltr', 0],
    ['center', 'ltr', free / 2],
    ['end', 'ltr', free],
    ['right', 'ltr', free],
    ['start', 'rtl', free],
    ['left', 'rtl', 0],
    ['end', 'rtl', 0],
  ] as const)('%s in %s text', (textAlign, direction, expected) => {
    expect(left({ textAlign, direction })).toBeCloseTo(expected, 6)
  })

  it('does not count the space that hangs', () => {
    const layout = layoutLines(prepare('abc def', { textAlign: 'right' }), widthOf('abc') + 5)
    expect(layout.lines[0]?.rect.x).toBeCloseTo(5, 6)
    expect(layout.width).toBeCloseTo(Math.max(widthOf('abc'), widthOf('def')), 6)
  })

  it('starts a line that is too wide at its start', () => {
    expect(left({ textAlign: 'center', fontSize: 200 })).toBe(0)
  })

  it('has nothing to align in an endless box', () => {
    const layout = layoutLines(prepare('abc', { textAlign: 'right' }), Number.POSITIVE_INFINITY)
    expect(layout.lines[0]?.rect).toMatchObject({ x: 0, width: widthOf('abc') })
  })
})

describe('sizes', () => {
  it('min-content is the widest word, max-content the longest line', () => {
    const prepared = prepare([text('a bcdef gh'), forcedBreak, text('ij')])
    expect(prepared.text.minContentWidth).toBeCloseTo(widthOf('bcdef'), 6)
    expect(prepared.text.maxContentWidth).toBeCloseTo(widthOf('a bcdef gh'), 6)
    expect(prepare('m iii', { overflowWrap: 'anywhere' }).text.minContentWidth).toBeCloseTo(
      widthOf('m'),
      6,
    )
    expect(prepare([]).text.maxContentWidth).toBe(0)
  })

  it('are measured without setting lines, and agree with them', () => {
    const prepared = prepare('Lie on your side with hips and knees bent')
    const { width, height, firstBaseline } = measureLines(prepared, 80)
    const layout = layoutLines(prepared, 80)
    expect(layout).toMatchObject({ width, height, firstBaseline })
    expect(height).toBe(layout.lines.length * 15)
    expect(layoutLines(prepared, 80)).toBe(layout)
  })
})

describe('problems', () => {
  it('tell the word that is too wide, and by how much', () => {
    const problems: Diagnostic[] = []
    const prepared = prepare('a supercalifragilistic word')
    reportOverflow(prepared, 60, (problem) => problems.push(problem))
    const excess = ((widthOf('supercalifragilistic') - 60) * 25.4) / 72
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['text-overflow', `"supercalifragilistic" is ${excess.toFixed(1)} mm wider than its box`],
    ])
  })

  it('tell a missing character once, where its element is written', () => {
    const place = { file: 'a.hbs', line: 2, column: 3, length: 1, excerpt: '<b>漢</b>' }
    const source = { chain: [{ ...element, place }], generated: false }
    const problems: Diagnostic[] = []
    prepare([text('漢 漢', { inline: source })], {}, problems)
    expect(problems.map(({ code, message, place: at }) => [code, message, at])).toEqual([
      ['text-missing-glyph', 'no font has the character 漢 (U+6F22)', place],
    ])
  })
})
