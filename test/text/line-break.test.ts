import { describe, expect, it } from 'vitest'
import { findBreaks } from '../../src/text/line-break.ts'

/** The text with `|` at allowed, `~` at soft-hyphen and `!` at mandatory breaks. */
function shown(text: string): string {
  const signs = { none: '', allowed: '|', 'soft-hyphen': '~', mandatory: '!' } as const
  const breaks = findBreaks(text)
  return text
    .split('')
    .map((character, index) => signs[breaks[index] ?? 'none'] + character)
    .join('')
}

describe('break opportunities', () => {
  it.each([
    ['after spaces', 'Lie |on |your |side'],
    ['after a hyphen', 'well-|known'],
    ['not after a hyphen behind a single letter', 'T-shirt'],
    ['not after a minus sign, or a hyphen that is one', '−5 |to |-5'],
    ['not in number ranges', '8–12 |reps, |2-3 |days'],
    ['after a dash between words', 'hips–|knees'],
    ['not at a no-break space', '3\u00a0×\u00a015 |reps'],
    ['after a slash between words, not in units or fractions', 'and/|or |km/h |1/2'],
    ['at soft hyphens', 're\u00ad~habil\u00ad~itation'],
    ['at zero-width spaces', 'a\u200b|b'],
    ['not before punctuation', 'knees. |(See |p. |3)'],
    ['not between a number and its sign', '100° |½ |cup'],
    [
      'in addresses after slashes and before queries',
      'see |https://a-b.org/|c-d/|e.html|?x=1|&y=2 |now',
    ],
    ['in addresses without a scheme', 'example.org/|knee-pain/|x'],
    ['not in e-mail addresses', 'write |to |jo.a-b@my-clinic.org |now'],
    ['after line feeds', 'a\n!b\n!\n!c'],
    ['on both sides of a picture, but not before its full stop', '\ufffc|a|\ufffc.'],
  ])('%s', (_, expected) => {
    expect(shown(expected.replace(/[|~!]/g, ''))).toBe(expected)
  })

  it('says nothing about the end of the text', () => {
    expect(findBreaks('a ')).toEqual(['none', 'none', 'none'])
    expect(findBreaks('')).toEqual(['none'])
  })
})
