import { describe, expect, test } from 'vitest'
import { parseCommandLine } from '../../src/cli/arguments.ts'
import { selectTargets } from '../../src/cli/select-targets.ts'
import { fromMillimetres } from '../../src/geometry/units.ts'

function produced(typed: string) {
  const parsed = parseCommandLine(typed.split(' '))
  return parsed.ok ? parsed.line.production : parsed.message
}

describe('the options of production', () => {
  test.each([
    ['build', undefined],
    ['build --grey', { grey: true }],
    ['build --bleed 3mm --marks', { bleed: fromMillimetres(3), marks: true }],
    ['build --bleed 0.125in', { bleed: 9 }],
    ['build --tile a4', { arrangement: { kind: 'tiles', paper: 'a4' } }],
    [
      'check --tile letter --overlap 1cm --printer-margin 5mm --orientation landscape',
      {
        arrangement: {
          kind: 'tiles',
          paper: 'letter',
          orientation: 'landscape',
          overlap: fromMillimetres(10),
          printerMargin: fromMillimetres(5),
        },
      },
    ],
    ['build --cards a4 --grey', { grey: true, arrangement: { kind: 'cards', paper: 'a4' } }],
    ['build --booklet letter', { arrangement: { kind: 'booklet', paper: 'letter' } }],
    ['build --pocket a4', { arrangement: { kind: 'pocket', paper: 'a4' } }],
    ['build --tile a5', 'there is no paper "a5" for sheets'],
    ['build --tile a4 --booklet a4', '--tile and --booklet do not go together'],
    ['build --overlap 10mm', '--overlap goes with --tile'],
    ['build --cards a4 --orientation portrait', '--orientation goes with --tile'],
    ['build --tile a4 --overlap 10', '"10" is no length'],
    ['build --bleed 9cm', '--bleed is at most 20mm'],
    ['build --tile a4 --orientation sideways', 'there is no orientation "sideways"'],
    ['list --grey', '"list" takes no option --grey'],
  ])('%s', (typed, expected) => {
    expect(produced(typed)).toEqual(expected)
  })
})

test('files that are produced otherwise have names of their own', () => {
  const target = { document: 'poster', locale: 'en', paper: 'a4', edition: 'standard' } as const
  const all = [{ ...target, path: 'en/poster.a4.pdf' }]
  const selection = { documents: [], locales: [], papers: [], editions: [] }
  const names = [
    undefined,
    { grey: true },
    { bleed: 9, marks: true },
    { arrangement: { kind: 'tiles', paper: 'letter' } },
    { grey: true, arrangement: { kind: 'booklet', paper: 'a4' } },
  ] as const
  expect(
    names.map((production) => {
      const selected = selectTargets(all, selection, production)
      return selected.ok ? selected.targets.map(({ path }) => path) : []
    }),
  ).toEqual([
    ['en/poster.a4.pdf'],
    ['en/poster.a4.grey.pdf'],
    ['en/poster.a4.print-shop.pdf'],
    ['en/poster.a4.tiled-letter.pdf'],
    ['en/poster.a4.booklet-a4.grey.pdf'],
  ])
})
