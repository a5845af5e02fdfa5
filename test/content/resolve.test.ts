import { describe, expect, test } from 'vitest'
import { hashOf, listDocuments, resolveHandout } from '../../src/content/resolve.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { goodFiles, heelRaise, inOneLine, readWith } from './pack-for-tests.ts'

function resolve(
  changes: Readonly<Record<string, string | undefined>>,
  documentId = 'calves-handout',
  locale = 'en',
) {
  const { pack } = readWith(changes)
  const problems: Diagnostic[] = []
  const handout = resolveHandout(pack, documentId, { locale }, (problem) => problems.push(problem))
  return { handout, problems: problems.map(inOneLine) }
}

const routine = goodFiles['content/routines/calves.yaml'] ?? ''

describe('a document', () => {
  const { handout, problems } = resolve({})

  test('has everything it refers to', () => {
    expect(problems).toEqual([])
    expect(handout?.document.title).toBe('Calves')
    expect(handout?.brand).toEqual({ id: 'plain', name: 'A club', contact: 'club.example', logo: undefined })
    expect(handout?.routine.items.map(({ exercise }) => exercise.name)).toEqual(['Heel raise', 'Calf stretch'])
    expect(handout?.routine.duration).toEqual({ detail: 'at the start' })
    expect(handout?.safety.painScale.bands[1]).toEqual({ from: 3, to: 5, text: 'Do less.' })
    expect(handout?.strings).toEqual({
      start: 'Start',
      sets: { one: '{count} set', other: '{count} sets' },
    })
    expect(handout?.locale).toBe('en')
  })

  test('has the sources of the routine and its exercises, each once', () => {
    expect(handout?.sources.map(({ id }) => id)).toEqual(['moe-2001', 'roe-2010'])
  })

  test('has its place, for problems of the whole', () => {
    expect(handout?.place).toMatchObject({ file: 'content/documents/calves-handout.yaml', line: 1 })
  })

  test('is listed', () => {
    expect(listDocuments(readWith({}).pack).map(({ id }) => id)).toEqual(['calves-handout'])
  })
})

test('a harder option has the number of what it replaces; an extra has its own', () => {
  const exercises = `exercises:
  - heel-raise
  - { exercise: slow-heel-raise, harder-option-of: heel-raise }
  - { exercise: calf-stretch, optional: true }
`
  const { handout } = resolve({
    'content/exercises/slow-heel-raise.yaml': heelRaise,
    'content/routines/calves.yaml': routine.replace(/exercises:\n(?: .*\n)+/, exercises),
  })
  const items = handout?.routine.items.map(({ label, optional }) => [label, optional])
  expect(items).toEqual([
    ['1', false],
    ['1+', true],
    ['2', true],
  ])
})

test('rolling has its spots', () => {
  const rolling =
    'rolling: { title: R, purpose: P, spots: [roll-calf], steps: [Roll.], hold: 30 s, easier: e, never: n, check-first: c }\n'
  const { handout, problems } = resolve({
    'content/exercises/roll-calf.yaml': heelRaise.replace('strength', 'rolling'),
    'content/routines/calves.yaml': routine + rolling,
  })
  expect(problems).toEqual([])
  expect(handout?.routine.rolling).toMatchObject({ hold: 30, spots: [{ id: 'roll-calf' }] })
})

describe('a document is not made', () => {
  test.each<[string, Readonly<Record<string, string | undefined>>]>([
    ['when an exercise of it has errors', { 'content/exercises/heel-raise.yaml': 'name: [' }],
    ['when an exercise of it is missing', { 'content/exercises/heel-raise.yaml': undefined }],
    ['when its routine has errors', { 'content/routines/calves.yaml': 'x: y' }],
    ['when its brand is missing', { 'content/brands/plain.yaml': undefined }],
    ['when there is no safety', { 'content/safety.yaml': undefined }],
    ['when it has errors itself', { 'content/documents/calves-handout.yaml': 'x: y' }],
    ['when the words of its language have errors', { 'content/locales/en/strings.yaml': '- x' }],
  ])('%s, which was reported when the pack was read', (_, changes) => {
    expect(readWith(changes).problems.some(({ severity }) => severity === 'error')).toBe(true)
    expect(resolve(changes)).toEqual({ handout: undefined, problems: [] })
  })

  test('when there is none of this name', () => {
    expect(resolve({}, 'calfs-handout').problems).toEqual([
      '- error content-unknown-id: no document is called "calfs-handout" (did you mean "calves-handout"?)',
    ])
  })

  test('in a language that the pack does not have', () => {
    expect(resolve({}, 'calves-handout', 'fr').problems).toEqual([
      '- error content-no-locale: the pack has no language "fr" (known: en)',
    ])
  })

  test('in a language that has only the words of the templates', () => {
    const strings = { 'content/locales/es/strings.yaml': goodFiles['content/locales/en/strings.yaml'] }
    const { handout, problems } = resolve(strings, 'calves-handout', 'es')
    expect(handout).toBeUndefined()
    expect(problems).toEqual(['- error content-no-translation: the content is not translated to "es"'])
  })

  test('but an exercise with errors that it does not show is no hindrance', () => {
    expect(resolve({ 'content/exercises/squat.yaml': 'name: [' }).handout).toBeDefined()
  })
})

describe('the content hash', () => {
  const hash = (changes: Readonly<Record<string, string | undefined>>) =>
    resolve(changes).handout?.contentHash

  test('is the beginning of the SHA-256 of JSON with sorted keys', () => {
    // printf '{"a":[1,{"c":"x"}],"b":true}' | sha256sum
    expect(hashOf({ b: true, a: [1, { c: 'x', d: undefined }] })).toBe('f9324011')
  })

  test('is the same for the same content, however it is written', () => {
    const fields = heelRaise.replace('kind: strength\n', '').replace('feel:', 'kind: "strength" # as ever\nfeel:')
    expect(hash({})).toMatch(/^[0-9a-f]{8}$/)
    expect(hash({ 'content/exercises/heel-raise.yaml': fields })).toBe(hash({}))
    expect(hash({ 'content/exercises/squat.yaml': heelRaise })).toBe(hash({}))
  })

  test('changes with a word, an angle, the safety text, and the brand', () => {
    const safety = goodFiles['content/safety.yaml'] ?? ''
    const brand = goodFiles['content/brands/plain.yaml'] ?? ''
    const hashes = [
      hash({}),
      hash({ 'content/exercises/heel-raise.yaml': heelRaise.replace('your calf.', 'both calves.') }),
      hash({ 'content/exercises/heel-raise.yaml': heelRaise.replace('30', '35') }),
      hash({ 'content/safety.yaml': safety.replace('Fine.', 'Good.') }),
      hash({ 'content/brands/plain.yaml': brand.replace('A club', 'Our club') }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('an address', () => {
  const document = goodFiles['content/documents/calves-handout.yaml'] ?? ''
  const codesFor = (url: string): readonly string[] =>
    resolve({ 'content/documents/calves-handout.yaml': `${document}url: ${url}\n` }).problems

  test.each([
    'https://example.org/glute',
    'https://www.example.com',
    'https://EXAMPLE.net./a?b',
    'https://knee.example/a',
    'http://localhost:8080/a',
  ])('that belongs to nobody is a warning, at its place: %s', (url) => {
    const line = document.split('\n').length
    expect(codesFor(url)).toEqual([
      `${line}:6+${url.length} warning content-placeholder-address: ${url} is a placeholder, and will be printed (put your own address in its place, or leave url out)`,
    ])
  })

  test.each(['https://club.org/example.org', 'https://myexample.org', 'https://example.org.uk/knee'])(
    'that may belong to somebody is none: %s',
    (url) => {
      expect(codesFor(url)).toEqual([])
    },
  )
})
