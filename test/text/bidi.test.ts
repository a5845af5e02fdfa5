import { describe, expect, it } from 'vitest'
import { embeddingLevels, needsBidi, visualOrder } from '../../src/text/bidi.ts'

describe('bidirectional text', () => {
  it.each([
    ['Lie on your side → 3 × 15', 'ltr', false],
    ['', 'rtl', true],
    ['تمرين', 'ltr', true],
    ['שלום', 'ltr', true],
  ] as const)('%j with base %s needs the algorithm: %s', (text, base, expected) => {
    expect(needsBidi(text, base)).toBe(expected)
  })

  it.each([
    ['abc تمرين 12 def', 'ltr', '0000111111220000'],
    ['تمرين 12', 'rtl', '11111122'],
    ['abc', 'rtl', '222'],
  ] as const)('%j with base %s has levels', (text, base, expected) => {
    expect(embeddingLevels(text, base).join('')).toBe(expected)
  })

  it.each([
    [
      [0, 0, 0],
      [0, 1, 2],
    ],
    [
      [1, 1, 1],
      [2, 1, 0],
    ],
    [
      [0, 1, 2, 1, 0],
      [0, 3, 2, 1, 4],
    ],
    [
      [1, 1, 2, 2, 1],
      [4, 2, 3, 1, 0],
    ],
    [[], []],
  ])('levels %j stand in the order %j', (levels, expected) => {
    expect(visualOrder(levels)).toEqual(expected)
  })
})
