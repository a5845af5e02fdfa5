import { describe, expect, test } from 'vitest'
import type { EngineOptions } from '../../src/cli/engine.ts'
import packageDescription from '../../package.json' with { type: 'json' }
import { caution, fakeFigures, problem, run, targets } from './fake-terminal.ts'

describe('a mistake in what was typed ends with 2 and the nearest word', () => {
  test.each([
    ['biuld', 'posepress: there is no command "biuld"\n   hint: did you mean "build"?\n'],
    [
      'build --papre a4',
      'posepress: there is no option --papre\n   hint: did you mean "--paper"?\n',
    ],
    [
      'build --paper lettr',
      'posepress: there is no paper "lettr"\n   hint: did you mean "letter"?\n',
    ],
    [
      'build --edition large',
      'posepress: there is no edition "large"\n   hint: known: standard, large-print, photocopy\n',
    ],
    [
      'build circiut',
      'posepress: the pack has no document "circiut"\n   hint: did you mean "circuit"?\n',
    ],
    ['build --locale en,fr', 'posepress: the pack has no locale "fr"\n   hint: known: en, es\n'],
    [
      'build stretching --paper letter',
      'posepress: no document exists in this combination of locale, paper and edition\n   hint: posepress list shows what there is\n',
    ],
    ['build --out', 'posepress: --out needs a value\n   hint: write --out <value>\n'],
    ['build --out --strict', 'posepress: --out needs a value\n   hint: write --out <value>\n'],
    ['build --strict=yes', 'posepress: --strict takes no value\n'],
    ['build --out a --out b', 'posepress: --out is given twice\n'],
    [
      'list --strict',
      'posepress: "list" takes no option --strict\n   hint: see: posepress help list\n',
    ],
    ['explain a b', 'posepress: explain takes one code at a time\n'],
    [
      'explain template-rot',
      'posepress: there is no problem with the code "template-rot"\n   hint: did you mean "template-root"?\n',
    ],
    [
      'help biuld',
      'posepress: there is no command "biuld"\n   hint: commands: build, check, list, figure, explain, help\n',
    ],
  ])('%s', async (typed, expected) => {
    const { code, out, err } = await run(typed)
    expect([code, out, err]).toEqual([2, '', expected])
  })

  test('also in SOURCE_DATE_EPOCH', async () => {
    const { code, err } = await run('check', { environment: { SOURCE_DATE_EPOCH: 'today' } })
    expect([code, err]).toEqual([
      2,
      'posepress: SOURCE_DATE_EPOCH is not a whole number of seconds\n',
    ])
  })
})

describe('build', () => {
  test('writes every file, and prints its path when piped', async () => {
    const { code, out, err, files } = await run('build')
    expect([...files.keys()]).toEqual(targets.map(({ path }) => `out/${path}`))
    expect(out).toBe([...files.keys()].map((path) => `${path}\n`).join(''))
    expect([code, err]).toEqual([0, ''])
  })

  test('shows progress and a table on a terminal', async () => {
    const { out, err } = await run('build stretching', { isInteractive: true })
    expect(err).toBe('\r\u001b[2K[1/1] en/stretching.a4.pdf\r\u001b[2K1 of 1 files in 30 ms\n')
    expect(out).toBe(
      'document                  pages   size   time  print\n' +
        'out/en/stretching.a4.pdf      2  88 KB  10 ms  100 %, both sides, flip on long edge\n',
    )
  })

  test('keeps the good file of a document that fails, and goes on', async () => {
    let count = 0
    const build = () => {
      count += 1
      const bytes = new Uint8Array(1)
      return Promise.resolve({ bytes, pages: 1, diagnostics: count === 1 ? [problem] : [] })
    }
    const { code, files, err } = await run('build circuit --locale en', { engine: { build } })
    expect(code).toBe(1)
    expect([...files.keys()]).toEqual(['out/en/circuit.letter.pdf'])
    expect(err).toContain('1 of 2 files in')
    expect(err).toContain('; 1 error\n')
  })

  test('replaces nothing while the pack itself has an error', async () => {
    const { code, files, err } = await run('build', { engine: { problems: [problem] } })
    expect([code, files.size]).toEqual([1, 0])
    expect(err).toContain('0 of 4 files in')
  })

  test('says the same problem of two papers once', async () => {
    const build = () => Promise.resolve({ pages: 0, diagnostics: [problem, caution] })
    const { err } = await run('build', { engine: { build } })
    expect(err.split('content-not-found').length).toBe(2)
    expect(err).toContain('; 1 error, 1 warning\n')
  })

  test.each([
    ['build', 0, 4],
    ['build --strict', 1, 0],
  ])('%s with a warning ends with %i', async (typed, expected, written) => {
    const build = () =>
      Promise.resolve({ bytes: new Uint8Array(1), pages: 1, diagnostics: [caution] })
    const { code, files } = await run(typed, { engine: { build } })
    expect([code, files.size]).toEqual([expected, written])
  })

  test('with --json, everything is on standard output', async () => {
    const build = () =>
      Promise.resolve({ bytes: new Uint8Array(5), pages: 1, diagnostics: [caution] })
    const { out, err } = await run('build stretching --json', { engine: { build } })
    expect(err).toBe('')
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          document: 'stretching',
          locale: 'en',
          paper: 'a4',
          edition: 'standard',
          path: 'out/en/stretching.a4.pdf',
          state: 'written',
          pages: 1,
          bytes: 5,
          print: '100 %',
        },
      ],
      diagnostics: [caution],
    })
  })

  test('says when a file cannot be written', async () => {
    const write = () => Promise.reject(new Error('ENOSPC: no space left on device'))
    const { code, err } = await run('build stretching', { write })
    expect(code).toBe(1)
    expect(err).toBe(
      'posepress: out/en/stretching.a4.pdf cannot be written: ENOSPC: no space left on device\n',
    )
  })

  test('opens the pack and the date it is told', async () => {
    const asked: EngineOptions[] = []
    const open = ({ pack, date }: EngineOptions) => {
      asked.push({ pack, date })
      return Promise.resolve({
        problems: [],
        targets: [],
        check: () => Promise.resolve([]),
        build: () => Promise.resolve({ pages: 0, diagnostics: [] }),
        figures: fakeFigures,
      })
    }
    await run('build --pack knees', { open, environment: { SOURCE_DATE_EPOCH: '86400' } })
    await run('check', { open })
    expect(asked).toEqual([
      { pack: 'knees', date: 86400 },
      { pack: '.', date: undefined },
    ])
  })
})

describe('check', () => {
  test('ends with 1 on an error, 0 on a warning, 1 on a warning with --strict', async () => {
    const withProblem = { engine: { check: () => Promise.resolve([problem, problem]) } }
    const withCaution = { engine: { check: () => Promise.resolve([caution]) } }
    expect((await run('check', withProblem)).code).toBe(1)
    expect((await run('check', withProblem)).err).toContain('\n\n1 error\n')
    expect((await run('check', withCaution)).code).toBe(0)
    expect((await run('check --strict', withCaution)).code).toBe(1)
  })

  test('gives machines JSON', async () => {
    const { out, err } = await run('check --json', { engine: { problems: [problem] } })
    expect(JSON.parse(out)).toEqual({ diagnostics: [problem] })
    expect(err).toBe('')
  })
})

describe('list, explain, help and version', () => {
  test('a table of documents on a terminal, paths when piped', async () => {
    expect((await run('list', { isInteractive: true })).out).toBe(
      'document    locales  papers      editions\n' +
        'circuit     en, es   a4, letter  standard, large-print\n' +
        'stretching  en       a4          standard\n',
    )
    expect((await run('list --locale es')).out).toBe('es/circuit.a4.large-print.pdf\n')
  })

  test('explain prints the long form', async () => {
    const { code, out } = await run('explain template-root')
    expect(code).toBe(0)
    expect(out).toBe(
      'template-root\n   A template makes one <document> element, and everything is inside it.\n',
    )
  })

  test('every code is explained', async () => {
    const { out } = await run('explain')
    expect(out.split('\n')).toContain('image-broken')
  })

  test('nothing, --help and help are the same', async () => {
    const [nothing, option, word] = [await run(''), await run('--help'), await run('help')]
    expect(nothing.out).toMatch(/^posepress: exercise handouts as code\n/)
    expect([option.out, word.out]).toEqual([nothing.out, nothing.out])
    expect((await run('build -h')).out).toBe((await run('help build')).out)
  })

  test('--version is the version of the package', async () => {
    expect((await run('--version')).out).toBe(`${packageDescription.version}\n`)
  })
})
