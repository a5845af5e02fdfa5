import { expect, test } from 'vitest'
import { printAdvice } from '../../src/cli/print-advice.ts'
import type { Target } from '../../src/cli/engine.ts'

const sheet = (paper: Target['paper'], production?: Target['production']): Target => ({
  document: 'stretching',
  locale: 'en',
  paper,
  edition: 'standard',
  path: `en/stretching.${paper}.pdf`,
  ...(production && { production }),
})

test.each([
  ['a handout of two pages', sheet('a4'), 2, '100 %, both sides, flip on long edge'],
  ['one page', sheet('letter'), 1, '100 %'],
  ['a poster in its own size', sheet('a2'), 1, '100 %, large printer or print shop'],
  [
    'a poster on small sheets',
    sheet('a2', { arrangement: { kind: 'tiles', paper: 'a4' } }),
    10,
    '100 %, one side; page 1 says how to join',
  ],
  [
    'a booklet',
    sheet('a5', { arrangement: { kind: 'booklet', paper: 'a4' } }),
    4,
    '100 %, both sides, flip on short edge; fold, staple',
  ],
  [
    'cards',
    sheet('a5', { arrangement: { kind: 'cards', paper: 'a4' } }),
    3,
    '100 %, one side; cut at the marks',
  ],
  [
    'a pocket card',
    sheet('a7', { arrangement: { kind: 'pocket', paper: 'a4' } }),
    1,
    '100 %, one side; fold at the marks',
  ],
  ['a file with marks', sheet('a2', { marks: true }), 1, 'for a print shop'],
] as const)('%s is printed so', (_, target, pages, advice) => {
  expect(printAdvice(target, pages)).toBe(advice)
})
