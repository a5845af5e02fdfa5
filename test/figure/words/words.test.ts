/** Pictures in words: what is said of a pose and of a movement, and that words and figure agree. */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readFileSync } from 'node:fs'
import { solvePhases } from '../../../src/figure/pose/solve-phases.ts'
import { checkFigureWords } from '../../../src/figure/words/check-words.ts'
import { describePhase } from '../../../src/figure/words/describe.ts'
import { createStudies, studyBytes, studyFigure } from '../../../src/figure/words/study.ts'
import type { FigureStudy } from '../../../src/figure/words/study.ts'
import type { LocaleStrings } from '../../../src/model/document.ts'
import type { Exercise } from '../../../src/model/exercise.ts'
import type { FigureDescription, PhaseName, Pose } from '../../../src/model/pose.ts'
import { createSideWords } from '../../../src/model/side-words.ts'
import { createWords } from '../../../src/template/words.ts'
import { testBody } from '../bodies.ts'

const stringsFile = new URL('../../../content/locales/en/strings.yaml', import.meta.url)
const strings: LocaleStrings = parse(readFileSync(fileURLToPath(stringsFile), 'utf8'))
const words = createWords('en', strings)
const say = (key: string, values = {}) => words.text(key, values) ?? `<${key}>`

const still = { joints: {}, contacts: {} }

function pose(given: Partial<Pose>): Pose {
  return { base: undefined, from: undefined, ...still, ...given }
}

function figure(phases: Partial<Record<PhaseName, Partial<Pose>>>): FigureDescription {
  const written = Object.entries(phases).map(([name, given]) => [name, pose(given)])
  return { camera: { azimuth: 0, elevation: 0 }, props: [], phases: Object.fromEntries(written) }
}

function study(description: FigureDescription): FigureStudy {
  return studyFigure(
    { description, body: testBody, footwear: 'shoes' },
    ({ description, body }) => ({
      scenes: solvePhases(description, body),
      missed: [],
    }),
  )
}

function told(description: FigureDescription, phase: PhaseName): string {
  return describePhase(phase, study(description).phases[phase]?.facts ?? [], say)
}

describe('a pose in words', () => {
  test.each<[Partial<Pose>, string]>([
    [{ base: 'standing' }, 'Standing.'],
    [{ base: 'quadruped' }, 'On hands and knees.'],
    [{ base: 'supine' }, 'Lying on the back.'],
    [
      { base: 'side-lying left', joints: { hips: { flexion: 45 }, knees: { flexion: 90 } } },
      'Lying on the left side. Hips and knees are bent. The head is on the left arm.',
    ],
    [
      { base: 'standing', joints: { 'left knee': { flexion: 60 } } },
      'Standing. The left knee is bent.',
    ],
    [
      { base: 'standing', joints: { knees: { flexion: 40 } }, contacts: { feet: 'together' } },
      'Standing. The knees are bent. The feet are together.',
    ],
    [
      { base: 'half-kneeling', contacts: { 'right knee': 'on cushion', hands: 'on left thigh' } },
      'Kneeling on the right knee, left foot in front. The right knee is on a cushion. The hands are on the left thigh.',
    ],
    [
      {
        base: 'long-sitting',
        contacts: { hands: 'floor behind hips', 'right thigh': 'on roller' },
      },
      'Sitting on the floor. The hands are behind the hips. The right thigh is on a roller.',
    ],
    [
      { base: 'standing', contacts: { 'right ankle': 'on left thigh', 'left hand': 'on wall' } },
      'Standing. The right ankle is on the left thigh. The left hand is on the wall.',
    ],
  ])('%j', (start, expected) => {
    expect(told(figure({ start }), 'start')).toBe(expected)
  })
})

describe('a movement in words', () => {
  const lying = { base: 'supine', contacts: { 'left leg': 'floor', 'right leg': 'floor' } }

  test('a straight leg lifts as a whole, and how far is measured', () => {
    const raised = figure({
      start: lying,
      end: {
        from: 'start',
        joints: { 'right hip': { flexion: 45 }, 'right knee': { flexion: 0 } },
        contacts: { 'right leg': 'free' },
      },
    })
    expect(told(raised, 'end')).toMatch(
      /^Lying on the back\. The right leg has lifted by about (?:55|60|65) cm \(2[2-6] in\)\./,
    )
    expect(study(raised).phases.end?.moving).toEqual(['right'])
  })

  test('a side that touches something else counts as moving', () => {
    const held = figure({
      start: { base: 'supine' },
      end: {
        from: 'start',
        joints: { 'right hip': { flexion: 45 } },
        contacts: { 'right leg': 'free', 'left hand': 'on left thigh' },
      },
    })
    expect(study(held).phases.end?.moving).toEqual(['left', 'right'])
  })

  test('both arms in one sentence', () => {
    const reaching = figure({
      start: { base: 'standing' },
      end: { from: 'start', joints: { shoulders: { flexion: 90 }, elbows: { flexion: 0 } } },
    })
    expect(told(reaching, 'end')).toMatch(
      /^Standing\. The hands have (?:lifted|moved forward) by about \d+ cm \(\d+ in\)\./,
    )
    expect(study(reaching).phases.end?.moving).toEqual(['left', 'right'])
  })

  test('what is held together stays together', () => {
    const held = figure({
      start: { base: 'standing', contacts: { feet: 'together' } },
      end: { from: 'start', joints: { 'lumbar spine': { flexion: 30 } } },
    })
    expect(told(held, 'end')).toContain('The low back is rounded.')
    expect(told(held, 'end')).toMatch(/The feet stay together\.$/)
  })

  test('a mistake says that it is crossed out', () => {
    const arched = figure({
      start: { base: 'quadruped' },
      mistake: { from: 'start', joints: { 'lumbar spine': { flexion: -20 } } },
    })
    expect(told(arched, 'mistake')).toMatch(/^Crossed out, not like this: On hands and knees\./)
    expect(told(arched, 'mistake')).toContain('The low back is arched.')
  })

  test('nothing is said of a phase that does not exist', () => {
    expect(told(figure({ start: lying }), 'end')).toBe('')
  })

  test('the same sentences come from what was kept', async () => {
    const files = new Map<string, Uint8Array>()
    let studied = 0
    const doTask = () => {
      studied += 1
      return Promise.resolve(studyBytes(study(figure({ start: lying }))))
    }
    const kept = {
      read: (name: string) => files.get(name),
      write: (name: string, bytes: Uint8Array) => void files.set(name, bytes),
    }
    const description = figure({ start: lying })
    const request = { description, body: testBody, footwear: 'shoes' } as const
    const first = await createStudies({ doTask, version: '1', kept }).of(request)
    expect(first).toEqual(study(description))
    expect(await createStudies({ doTask, version: '1', kept }).of(request)).toEqual(first)
    expect(studied).toBe(1)
    await createStudies({ doTask, version: '2', kept }).of(request)
    expect(studied).toBe(2)
  })
})

describe('words and figure', () => {
  const raise = figure({
    start: { base: 'side-lying left' },
    end: { from: 'start', joints: { 'right hip': { abduction: 30 } } },
  })
  let raised: FigureStudy
  beforeAll(() => {
    raised = study(raise)
  })

  test.each<[string, Partial<Exercise>, readonly string[]]>([
    ['agree', { alternativeText: { end: 'The right leg is lifted.' } }, []],
    ['may name both sides', { alternativeText: { end: 'The right leg is over the left.' } }, []],
    ['may name none', { alternativeText: { end: 'The top leg is lifted.' } }, []],
    [
      'disagree about what moves',
      { alternativeText: { end: 'The left leg is lifted.' } },
      [
        'alternative-text.end figure-words-disagree: this says left, but in the figure of the end the right side moves',
      ],
    ],
    [
      'disagree in a step',
      { steps: { start: [], end: ['Lift your left leg.'] } },
      [
        'steps.end.0 figure-words-disagree: this says left, but in the figure of the end the right side moves',
      ],
    ],
    [
      'disagree about the side one lies on',
      { alternativeText: { start: 'Lying on the right side, head on the left arm.' } },
      [
        'alternative-text.start figure-words-disagree: this says right, but in the figure of the start the person lies on the left side',
      ],
    ],
    ['a right angle is no side', { alternativeText: { end: 'At a right angle.' } }, []],
  ])('%s', (_what, given, expected) => {
    const found: string[] = []
    const exercise = { ...wordless, figure: raise, ...given }
    let path = ''
    const placeOf = (at: readonly (string | number)[]) => {
      path = at.join('.')
      return undefined
    }
    const sideWords = createSideWords(strings)
    checkFigureWords({ exercise, study: raised, sideWords, say, placeOf }, ({ code, message }) =>
      found.push(`${path} ${code}: ${message}`),
    )
    expect(found).toEqual(expected)
  })
})

const wordless: Omit<Exercise, 'figure'> = {
  id: 'raise',
  kind: 'strength',
  name: 'Raise',
  shortName: undefined,
  purpose: '',
  cues: [],
  equipment: [],
  muscles: { primary: [], secondary: [] },
  dosage: {
    sets: { min: 1, max: 1 },
    reps: undefined,
    hold: undefined,
    sides: 'each',
    rest: 0,
    tempo: undefined,
    daysPerWeek: { min: 1, max: 1 },
    startWith: undefined,
  },
  steps: { start: [], end: [] },
  feel: '',
  mistake: '',
  easier: '',
  harder: '',
  noKneel: undefined,
  cautions: [],
  alternativeText: {},
  sources: [],
}
