import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTooDeep, DEEPEST_NESTING } from '../../src/content/yaml-depth.ts'
import { MOST_PROBLEMS, readYaml, type YamlFile } from '../../src/content/yaml.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'

function read(text: string): { file: YamlFile | undefined; problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = []
  const file = readYaml({ path: 'a.yaml', text }, (problem) => problems.push(problem))
  return { file, problems }
}

function readGood(text: string): YamlFile {
  const { file, problems } = read(text)
  expect(problems).toEqual([])
  if (file === undefined) throw new Error('the file was not read')
  return file
}

const sample = `name: Clamshell # a comment
steps:
  start:
    - Lie down.
    - "Feet  together."
  end: [Lift, Lower]
note: >
  folded
  text
empty:
camera: { azimuth: 10, elevation: -2.5 }
`

describe('values', () => {
  test('are plain, and dates, yes and times stay text', () => {
    const text = 'a: 2026-11-22\nb: yes\nc: 12:30\nd: 1.50\ne: true\nf:\ng: 8-12\nh: "1"\ni: 0x1F\n'
    expect(readGood(text).value).toEqual({
      a: '2026-11-22',
      b: 'yes',
      c: '12:30',
      d: 1.5,
      e: true,
      f: null,
      g: '8-12',
      h: '1',
      i: 31,
    })
  })

  test('are found by their path, also what they inherit from objects', () => {
    const file = readGood(sample)
    expect(file.valueOf(['steps', 'end', 1])).toBe('Lower')
    expect(file.valueOf(['note'])).toBe('folded text\n')
    expect(file.valueOf(['empty'])).toBeNull()
    for (const path of [['steps', 'end', 2], ['name', 'x'], ['toString'], ['steps', 'length']]) {
      expect(file.valueOf(path)).toBeUndefined()
    }
  })

  test('may come from a file of another system', () => {
    const file = readGood('a: b\r\nc:\r\n  - d\r\n')
    expect(file.value).toEqual({ a: 'b', c: ['d'] })
    expect(file.placeOf(['c', 0])).toMatchObject({ line: 3, column: 5, excerpt: '  - d' })
  })
})

describe('the place of', () => {
  const file = readGood(sample)
  test.each([
    ['a text', file.placeOf(['name']), '1:7+9'],
    ['an entry', file.placeOf(['steps', 'start', 0]), '4:7+9'],
    ['an entry in brackets', file.placeOf(['steps', 'end', 1]), '6:15+5'],
    ['a word in a text', file.placeOf(['steps', 'start', 1], '  '), '5:12+2'],
    ['a word that is written otherwise', file.placeOf(['note'], 'folded text'), '7:7+1'],
    ['a number', file.placeOf(['camera', 'elevation']), '11:35+4'],
    ['fields in braces', file.placeOf(['camera']), '11:9+32'],
    ['a block, which is its name', file.placeOf(['steps', 'start']), '3:3+5'],
    ['an empty value, which is its name', file.placeOf(['empty']), '10:1+5'],
    ['something missing, which is what holds it', file.placeOf(['steps', 'end', 7]), '6:8+13'],
    ['something missing in a text', file.placeOf(['name', 'x', 'y']), '1:7+9'],
    ['the name of a field', file.placeOfField(['camera', 'azimuth']), '11:11+7'],
    ['the name of a list, for an entry', file.placeOfField(['steps', 'end']), '6:3+3'],
    ['the file', file.placeOfField([]), '1:1+1'],
  ])('%s', (_, { line, column, length }, expected) => {
    expect(`${line}:${column}+${length}`).toBe(expected)
  })

  test('what is written is told as it is written', () => {
    expect(readGood('a: 1.0\nb: [x,  y] # z\n').written(['a'])).toBe('1.0')
    expect(readGood('a: 1.0\nb: [x,  y] # z\n').written(['b'])).toBe('[x,  y]')
  })
})

describe('a bomb', () => {
  const megabyte = (part: string) => part.repeat(Math.floor(1_000_000 / part.length))
  test.each([
    ['of brackets', megabyte('['), 'content-too-deep'],
    ['of braces', megabyte('{a: '), 'content-too-deep'],
    ['of hyphens', megabyte('- '), 'content-too-deep'],
    ['of question marks', megabyte('? '), 'content-too-deep'],
    ['of colons', megabyte('a: '), 'content-too-deep'],
    ['of spaces', `a:\n${' '.repeat(5000)}b: c`, 'content-too-deep'],
    ['of aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'content-alias'],
  ])('%s is refused', (_, text, code) => {
    const { file, problems } = read(text)
    expect(file).toBeUndefined()
    expect(problems[0]?.code).toBe(code)
  })

  test('of mistakes is cut short', () => {
    const { problems } = read('k: v\n'.repeat(500))
    expect(problems).toHaveLength(MOST_PROBLEMS + 1)
    expect(problems.at(-1)?.code).toBe('content-more-problems')
  })

  test('is not what a long list, or brackets in a text, are', () => {
    expect(readGood(`a:\n${'  - b\n'.repeat(2000)}`).valueOf(['a', 1999])).toBe('b')
    expect(readGood(`a: "${'[{- '.repeat(200)}"\n`).value).toEqual({ a: '[{- '.repeat(200) })
    expect(readGood(`a: x ${'- [ '.repeat(200)}\nb: c\n`).valueOf(['b'])).toBe('c')
  })

  test('begins where the brackets are too many', () => {
    const open = '['.repeat(DEEPEST_NESTING)
    expect(findTooDeep(open)).toBeUndefined()
    expect(findTooDeep(`# a\n${open}[`)).toBe(4 + DEEPEST_NESTING)
  })
})

describe('no text', () => {
  const settings = { seed: 20261122, numRuns: 400 }
  const yamlish = fc
    .array(
      fc.constantFrom(
        ...['a', 'b: ', ': ', '- ', '\n', '\n  ', '\t', '"', "'", '[', ']', '{', '}', ', ', '#', '|'],
        ...['>', '&a ', '*a', '!t ', '? ', '---\n', '...\n', '<<: ', '%', '1', '\r\n', '\\', '—', '😀'],
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''))

  test.each([
    ['of the signs of YAML', yamlish],
    ['of any characters', fc.string({ unit: 'binary', maxLength: 80 })],
  ])('%s makes the reader throw: it reads fields or says why not', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { file, problems } = read(text)
        expect(file === undefined).toBe(problems.length > 0)
        for (const { place } of problems) {
          const line = text.split('\n')[(place?.line ?? 0) - 1]
          expect(place?.excerpt).toBe(line?.replace(/\r$/, ''))
          expect(place?.column).toBeLessThanOrEqual((line?.length ?? 0) + 1)
        }
      }),
      settings,
    )
  })

  test('that is good loses its place: each value is found where it is written', () => {
    const names = fc.stringMatching(/^[a-z][a-z-]{0,8}$/)
    const words = fc.stringMatching(/^[A-Z][a-z]{0,6}( [a-z]{2,5}){0,3}$/)
    fc.assert(
      fc.property(fc.dictionary(names, fc.array(words, { minLength: 1 }), { minKeys: 1 }), (lists) => {
        const entries = Object.entries(lists)
        const text = entries
          .map(([name, list]) => `${name}:\n${list.map((entry) => `  - ${entry}\n`).join('')}`)
          .join('')
        const file = readGood(text)
        for (const [name, list] of entries) {
          for (const [index, entry] of list.entries()) {
            const { excerpt, column, length } = file.placeOf([name, index])
            expect(excerpt.slice(column - 1, column - 1 + length)).toBe(entry)
          }
        }
      }),
      settings,
    )
  })
})
