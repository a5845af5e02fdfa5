import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../src/cli/print-diagnostics.ts'
import { createProgress } from '../../src/cli/progress.ts'
import { formatBytes, formatDuration, formatTable } from '../../src/cli/table.ts'
import { createPainter, mayColor } from '../../src/cli/terminal.ts'
import { caution, place, problem } from './fake-terminal.ts'

const plain = createPainter(false)

describe('a diagnostic', () => {
  test('shows its place, its words, the line with the spot marked, and the hint', () => {
    expect(formatDiagnostic(problem, plain))
      .toBe(`content/exercises/clamshell.yaml:14:26  error  content-not-found
   no such file: a.yaml
14 |   knee.right: { flexion: 190 }
   |                          ^^^
   hint: did you mean "b.yaml"?
`)
  })

  test('without a place or a hint is two lines', () => {
    expect(formatDiagnostic(caution, plain)).toBe(
      'warning  image-low-resolution\n   too few pixels\n',
    )
  })

  test.each([
    ['a short line number', { line: 7, column: 1, length: 1, excerpt: 'ab' }, ' 7 | ab\n   | ^\n'],
    [
      'a long line number',
      { line: 1234, column: 2, length: 1, excerpt: 'ab' },
      '1234 | ab\n     |  ^\n',
    ],
    ['a tab', { line: 10, column: 2, length: 2, excerpt: '\tab' }, '10 | \tab\n   | \t^^\n'],
    [
      'wide characters',
      { line: 10, column: 3, length: 1, excerpt: '膝関節' },
      '10 | 膝関節\n   |     ^^\n',
    ],
    [
      'a place at the end of the line',
      { line: 10, column: 3, length: 1, excerpt: 'ab' },
      '10 | ab\n   |   ^\n',
    ],
    [
      'colours smuggled into a file',
      { line: 10, column: 1, length: 1, excerpt: 'a\u001b[31mb' },
      '10 | a\ufffd[31mb\n   | ^\n',
    ],
    [
      'text turned round',
      { line: 10, column: 1, length: 1, excerpt: 'a\u202eb' },
      '10 | a\ufffdb\n   | ^\n',
    ],
    ['an empty line', { line: 10, column: 1, length: 1, excerpt: '' }, ''],
  ])('with %s', (_, where, expected) => {
    const shown = formatDiagnostic({ ...caution, place: { ...place, ...where } }, plain)
    expect(shown.split('\n').slice(2).join('\n')).toBe(expected)
  })

  test('of a very long line shows the part around the spot', () => {
    const excerpt = `${'a'.repeat(300)}X${'b'.repeat(300)}`
    const shown = formatDiagnostic(
      { ...caution, place: { ...place, excerpt, column: 301, length: 1 } },
      plain,
    )
    const [, , line = '', mark = ''] = shown.split('\n')
    expect(line.length).toBeLessThan(120)
    expect(line[mark.indexOf('^')]).toBe('X')
  })

  test('is coloured only for people who have not refused it', () => {
    expect(mayColor(true, {})).toBe(true)
    expect(mayColor(false, {})).toBe(false)
    expect(mayColor(true, { NO_COLOR: '1' })).toBe(false)
    expect(mayColor(true, { NO_COLOR: '' })).toBe(true)
    expect(mayColor(true, { TERM: 'dumb' })).toBe(false)
    expect(formatDiagnostic(caution, createPainter(true))).toContain('\u001b[1;33mwarning\u001b[0m')
  })
})

describe('a table', () => {
  test('lines up columns by what is seen', () => {
    const columns = [
      { title: 'name', align: 'left' },
      { title: 'n', align: 'right' },
    ] as const
    expect(
      formatTable(columns, [
        ['膝', '10'],
        ['hip', '5'],
      ]),
    ).toBe('name   n\n膝    10\nhip    5\n')
  })

  test.each([
    [0, '0 B', '0 ms'],
    [999, '999 B', '999 ms'],
    [1000, '1 KB', '1.0 s'],
    [88_400, '88 KB', '88.4 s'],
    [1_440_000, '1.4 MB', '1440.0 s'],
  ])('writes %i as %s and %s', (value, bytes, duration) => {
    expect(formatBytes(value)).toBe(bytes)
    expect(formatDuration(value)).toBe(duration)
  })
})

test('progress fits in one line and leaves none', () => {
  const written: string[] = []
  const terminal = {
    out: () => undefined,
    err: (text: string) => void written.push(text),
    isOutInteractive: true,
    isErrInteractive: true,
    columns: 20,
    environment: {},
  }
  const progress = createProgress(terminal)
  progress.show('a'.repeat(50))
  progress.clear()
  progress.clear()
  expect(written).toEqual([`\r\u001b[2K${'a'.repeat(19)}`, '\r\u001b[2K'])
})
