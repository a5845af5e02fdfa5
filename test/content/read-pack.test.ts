import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diskFiles } from '../../src/content/disk-files.ts'
import { memoryFiles } from '../../src/content/memory-files.ts'
import { LARGEST_FILE } from '../../src/content/read-file.ts'
import { readPack } from '../../src/content/read-pack.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { calfStretch, goodFiles, heelRaise, inOneLine, readWith } from './pack-for-tests.ts'

const said = (changes: Readonly<Record<string, string | undefined>>) =>
  readWith(changes).problems.map((problem) => `${problem.place?.file ?? ''} ${inOneLine(problem)}`)

describe('a good pack', () => {
  const { pack, problems } = readWith({})

  test('is read without a word', () => {
    expect(problems).toEqual([])
  })

  test('holds exercises in the terms of the model', () => {
    expect(pack.exercises.entries.get('heel-raise')?.value).toEqual({
      id: 'heel-raise',
      kind: 'strength',
      name: 'Heel raise',
      purpose: 'Works your calf',
      equipment: [],
      muscles: { primary: ['gastrocnemius'], secondary: [] },
      dosage: {
        sets: { min: 3, max: 3 },
        reps: { min: 12, max: 12 },
        hold: undefined,
        sides: 'none',
        rest: 20,
        tempo: undefined,
        daysPerWeek: { min: 2, max: 3 },
        startWith: { sets: { min: 1, max: 2 }, reps: { min: 8, max: 12 }, hold: undefined },
      },
      steps: {
        start: ['Stand tall and hold a chair.'],
        end: ['Rise on your toes, then lower slowly.'],
      },
      feel: 'your calf.',
      mistake: 'leaning on the chair.',
      easier: 'rise less.',
      harder: 'use one leg.',
      noKneel: undefined,
      cautions: [],
      shortName: undefined,
      cues: [],
      alternativeText: {},
      sources: ['moe-2001'],
      figure: {
        camera: { azimuth: 20, elevation: 5 },
        props: [],
        phases: {
          start: { base: 'standing', from: undefined, joints: {}, contacts: {} },
          // Plantarflexion 30 is dorsiflexion -30.
          end: {
            base: undefined,
            from: 'start',
            joints: { ankles: { dorsiflexion: -30 } },
            contacts: {},
          },
        },
      },
    })
  })

  test('holds a hold in seconds, and no rest where none is written', () => {
    const { dosage } = pack.exercises.entries.get('calf-stretch')?.value ?? {}
    expect(dosage).toMatchObject({ hold: { min: 30, max: 60 }, reps: undefined, rest: 0 })
  })

  test('holds sources by id, in order', () => {
    expect([...(pack.sources?.value.keys() ?? [])]).toEqual(['moe-2001', 'roe-2010'])
    expect(pack.sources?.value.get('roe-2010')).toEqual({
      id: 'roe-2010',
      title: 'On heels',
      authors: undefined,
      year: undefined,
      publishedIn: 'Heel Journal',
      doi: '10.1/heel',
      url: undefined,
    })
  })
})

describe('times and counts', () => {
  const dosageOf = (dosage: string) =>
    readWith({
      'content/exercises/calf-stretch.yaml': calfStretch.replace(/^dosage: .*$/m, `dosage: ${dosage}`),
    }).pack.exercises.entries.get('calf-stretch')?.value.dosage

  test.each([
    ['45 s', 45, 45],
    ['45s', 45, 45],
    ['45 sec', 45, 45],
    ['1 second', 1, 1],
    ['45 seconds', 45, 45],
    ['1 min', 60, 60],
    ['1.5 min', 90, 90],
    ['2 minutes', 120, 120],
    ['30-60 s', 30, 60],
    ['30 – 60 s', 30, 60],
    ['1-2 min', 60, 120],
  ])('%s is understood', (written, min, max) => {
    const dosage = dosageOf(`{ sets: 2, hold: ${written}, sides: each, days-per-week: 7 }`)
    expect(dosage?.hold).toEqual({ min, max })
  })

  test.each([
    ['3', 3, 3],
    ['2-3', 2, 3],
    ['8–12', 8, 12],
    ['"8 - 12"', 8, 12],
  ])('%s is understood', (written, min, max) => {
    const dosage = dosageOf(`{ sets: ${written}, hold: 1 min, sides: each, days-per-week: 7 }`)
    expect(dosage?.sets).toEqual({ min, max })
  })

  test('what one starts with is filled in from the dosage', () => {
    const dosage = dosageOf(
      '{ sets: 3, reps: 9, hold: 2 s, rest: 0 s, sides: each, days-per-week: 7, start-with: { sets: 1, reps: 5 } }',
    )
    expect(dosage?.startWith).toEqual({
      sets: { min: 1, max: 1 },
      reps: { min: 5, max: 5 },
      hold: { min: 2, max: 2 },
    })
  })
})

describe('files', () => {
  const exercise = 'content/exercises/heel-raise.yaml'
  test.each<[string, Readonly<Record<string, string | undefined>>, readonly string[]]>([
    [
      'may end in .yml',
      { [exercise]: undefined, 'content/exercises/heel-raise.yml': heelRaise },
      [],
    ],
    [
      'must not exist with both endings',
      { 'content/exercises/heel-raise.yml': heelRaise },
      [
        'content/exercises/heel-raise.yml 1:1+1 error content-two-files: "heel-raise" exists twice: here and in content/exercises/heel-raise.yaml (keep one of the two files)',
      ],
    ],
    [
      'are named by an id',
      { 'content/exercises/Heel_Raise 2.yaml': heelRaise },
      [
        'content/exercises/Heel_Raise 2.yaml 1:1+1 error content-file-name: "Heel_Raise 2.yaml" cannot be an id (rename it to heel-raise-2.yaml)',
      ],
    ],
    [
      'with another ending are told to be left out, but not notes and hidden files',
      {
        'content/exercises/squat.yaml.txt': 'x',
        'content/exercises/README.md': 'x',
        'content/exercises/.DS_Store': 'x',
      },
      [
        'content/exercises/squat.yaml.txt 1:1+1 warning content-not-yaml: squat.yaml.txt is not read (content files end in .yaml)',
      ],
    ],
    [
      'name their schema in the first line',
      { [exercise]: heelRaise.replace(/^.*\n/, '') },
      [
        `${exercise} 1:1+16 warning content-schema-line: the first line does not name the schema (let the file begin with: # yaml-language-server: $schema=../schemas/exercise.json)`,
      ],
    ],
    [
      'name the right schema',
      { 'content/locales/en/strings.yaml': '# yaml-language-server: $schema=../schemas/strings.json\na: b\n' },
      [
        'content/locales/en/strings.yaml 1:1+55 warning content-schema-line: the first line does not name the schema (let the file begin with: # yaml-language-server: $schema=../../schemas/strings.json)',
      ],
    ],
    [
      'are UTF-8',
      { [exercise]: heelRaise.replace('tall', 't\uFFFDll') },
      [
        `${exercise} 15:14+1 error content-encoding: a character that is not text (U+FFFD) (save the file as UTF-8 and type the letter again)`,
      ],
    ],
    [
      'are not UTF-16',
      { 'content/brands/plain.yaml': 'n\0a\0' },
      [
        'content/brands/plain.yaml 1:2+1 error content-encoding: a character that is not text (U+0000) (save the file as UTF-8 and type the letter again)',
      ],
    ],
    [
      'are small',
      { 'content/brands/plain.yaml': `name: ${'x'.repeat(LARGEST_FILE * 2)}` },
      [
        'content/brands/plain.yaml 1:1+1 error content-too-large: content/brands/plain.yaml is too large: 2 MB (at most 1 MB) (pictures and other big files belong in assets/)',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(said(changes)).toEqual(expected)
  })
})

describe('between files', () => {
  test('safety is required', () => {
    expect(said({ 'content/safety.yaml': undefined })).toEqual([
      ' - error content-no-safety: content/safety.yaml is missing, so no document can be made',
    ])
  })

  test('a file with errors is not also reported as missing', () => {
    const [first, ...rest] = said({
      'content/exercises/heel-raise.yaml': heelRaise.replace('kind: strength', 'kind: x'),
      'content/brands/plain.yaml': 'name: [',
      'content/safety.yaml': '{',
      'content/sources.yaml': '- x',
    })
    expect(first).toMatch(/^content\/brands\/plain\.yaml 1:1\+7 warning content-schema-line/)
    expect(rest.join('\n')).not.toMatch(/unknown-id|unused|no-safety/)
  })

  test('without sources, each source is unknown', () => {
    const problems = said({ 'content/sources.yaml': undefined })
    expect(problems).toHaveLength(5)
    expect(problems[0]).toBe(
      'content/exercises/calf-stretch.yaml 17:11+8 error content-unknown-id: no source is called "moe-2001" (there is no source yet)',
    )
  })

  test('what nothing names is told', () => {
    const problems = said({
      'content/exercises/squat.yaml': heelRaise,
      'content/routines/legs.yaml': goodFiles['content/routines/calves.yaml'],
      'content/brands/clinic.yaml': goodFiles['content/brands/plain.yaml'],
      'content/sources.yaml': `${goodFiles['content/sources.yaml'] ?? ''}poe-2020: { title: Poe }\n`,
    })
    expect(problems).toEqual([
      'content/brands/clinic.yaml 2:1+12 warning content-unused: brand "clinic" is not used anywhere',
      'content/exercises/squat.yaml 2:1+16 warning content-unused: exercise "squat" is not used anywhere',
      'content/sources.yaml 4:1+8 warning content-unused: source "poe-2020" is not used anywhere',
    ])
  })

  test('an exercise stands where its kind belongs', () => {
    const rolling = `rolling: { title: R, purpose: P, spots: [calf-stretch], steps: [Roll.], hold: 30 s, easier: e, never: n, check-first: c }`
    const problems = said({
      'content/exercises/heel-raise.yaml': heelRaise.replace('kind: strength', 'kind: rolling'),
      'content/routines/calves.yaml': `${goodFiles['content/routines/calves.yaml'] ?? ''}${rolling}\n`,
    })
    expect(problems).toEqual([
      'content/routines/calves.yaml 5:5+10 error content-wrong-exercise-kind: "heel-raise" is of kind rolling; here strength or stretch is needed',
      'content/routines/calves.yaml 16:42+12 error content-wrong-exercise-kind: "calf-stretch" is of kind stretch; here rolling is needed',
    ])
  })

  test('a long session is told', () => {
    // 10 x 1 x (10 x 4 s + 20 min) = 206 min 40 s
    const long = heelRaise
      .replace('start-with: { sets: 1-2,', 'start-with: { sets: 10,')
      .replace('reps: 8-12', 'reps: 10')
      .replace('rest: 20 s', 'rest: 20 min')
    expect(said({ 'content/exercises/heel-raise.yaml': long })).toEqual([
      'content/routines/calves.yaml 4:1+9 warning content-long-session: a session takes about 207 minutes; aim for 30 or less (use fewer exercises, or smaller start-with amounts)',
    ])
  })

  test('a language has all the words of the first one, and a code', () => {
    const strings = (fields: string) =>
      `# yaml-language-server: $schema=../../schemas/strings.json\n${fields}\n`
    expect(
      said({
        'content/locales/es/strings.yaml': strings('start: Inicio'),
        'content/locales/Klingon/strings.yaml': strings('start: x'),
      }),
    ).toEqual([
      'content/locales/Klingon/strings.yaml 1:1+1 error content-locale-name: "Klingon" is not the code of a language (use a code such as en, es, or pt-BR)',
      'content/locales/es/strings.yaml 1:1+1 error content-missing-string: "sets" is not translated in "es"',
    ])
  })
})

test('the content that comes with the program has no errors', () => {
  const problems: Diagnostic[] = []
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const pack = readPack(diskFiles(root), (problem) => problems.push(problem))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(pack.documents.entries.size).toBeGreaterThan(0)
})

test('problems come in the order of files and lines, whatever they are about', () => {
  const { problems } = readWith({
    'content/exercises/heel-raise.yaml': heelRaise
      .replace('sources: [moe-2001]', 'sources: [mo-2001]')
      .replace('purpose: Works', 'purpose: Cures')
      .replace('kind: strength', 'kindd: strength'),
    'content/exercises/calf-stretch.yaml': calfStretch.replace('[moe-2001]', '[mo-2001]'),
  })
  const places = problems.map(({ place }) => `${place?.file.slice(18, 22)} ${place?.line}`)
  expect(places).toEqual(['calf 17', 'heel 2', 'heel 3', 'heel 4'])
})

test('whatever stands in the files, reading a pack ends with a pack', () => {
  const lines = Object.values(goodFiles).flatMap((text) => text.split('\n'))
  const paths = Object.keys(goodFiles).filter((path) => path.startsWith('content/'))
  const mixed = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 12 })), { maxLength: 25 })
  fc.assert(
    fc.property(fc.constantFrom(...paths), mixed, (path, parts) => {
      const problems: Diagnostic[] = []
      const files = memoryFiles({ ...goodFiles, [path]: parts.join('\n') })
      const pack = readPack(files, (problem) => problems.push(problem))
      expect(pack.exercises.entries.size + pack.exercises.broken.size).toBe(2)
      for (const { message, place } of problems) {
        expect(message.length).toBeLessThan(300)
        expect(place === undefined ? 1 : place.column).toBeGreaterThan(0)
      }
    }),
    { seed: 20261122, numRuns: 300 },
  )
})
