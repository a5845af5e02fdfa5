import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { checkReadingDistance, readingDistance } from '../../src/layout/reading-distance.ts'

const text = (letterHeight: number) => ({
  text: 'Heels together',
  letterHeight,
  page: 1,
  element: undefined,
})

function problemsAt(letterHeight: number, distance: number): readonly string[] {
  const problems: Diagnostic[] = []
  checkReadingDistance(text(letterHeight), distance, (problem) => problems.push(problem))
  return problems.map(({ severity, code }) => `${severity} ${code}`)
}

describe('small letters that are to be read from afar', () => {
  test.each([
    [5.2, 1],
    [10.4, 2],
    [15.6, 3],
  ])('of %s mm can be read from %s m', (letterHeight, metres) => {
    expect(readingDistance(text(letterHeight))).toBeCloseTo(metres, 6)
  })

  test.each([
    ['large enough', 10.4, 2, []],
    ['small', 10.3, 2, ['warning layout-small-afar']],
    ['small, and just readable', 7, 2, ['warning layout-small-afar']],
    ['unreadable', 6.9, 2, ['error layout-unreadable-afar']],
  ])('are %s', (_, letterHeight, distance, problems) => {
    expect(problemsAt(letterHeight, distance)).toEqual(problems)
  })

  test('are reported in the words of the author, with the distance that would do', () => {
    const problems: Diagnostic[] = []
    checkReadingDistance(text(7.8), 2, (problem) => problems.push(problem))
    expect(problems[0]?.message).toBe(
      '“Heels together” is to be read from 2 m: its letters are 7.8 mm high and should be 10.4 mm',
    )
    expect(problems[0]?.hint).toMatch(/can be read from 1\.5 m/)
  })
})
