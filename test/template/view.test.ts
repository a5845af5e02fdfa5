import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import type { Handout, LocaleStrings, RoutineItem } from '../../src/model/document.ts'
import type { Dosage, Range } from '../../src/model/dosage.ts'
import type { Exercise } from '../../src/model/exercise.ts'
import { dosageLines, targetPhrase } from '../../src/template/dosage-phrases.ts'
import { SafeMarkup } from '../../src/template/helpers.ts'
import { handoutView } from '../../src/template/view.ts'
import { createWords } from '../../src/template/words.ts'

const strings: LocaleStrings = {
  range: '{min} to {max}',
  'range-or': '{min} or {max}',
  'days-a-week': { one: '{days} day a week', other: '{days} days a week' },
  'example-dose': '{sets} × {reps}',
  'unit-reps': 'times',
  'unit-reps-each-side': 'each side',
  'unit-or-seconds': 'or {seconds} seconds',
  'unit-seconds': 'seconds',
  'dose-rounds': { one: '{rounds} round', other: '{rounds} rounds' },
  'dose-rounds-later': '{rounds} rounds, later {later}',
  'dose-reps': '{reps} times',
  'dose-reps-each-side': '{reps} each side',
  'dose-sets': { one: '{sets} set', other: '{sets} sets' },
  'dose-seconds': { one: '{seconds} second', other: '{seconds} seconds' },
  'dose-times': { '1': 'once', '2': 'twice', other: '{times} times' },
  'dose-times-each-side': {
    '1': 'once each side',
    '2': 'twice each side',
    other: '{times} times each side',
  },
  'dose-each-spot': 'each spot',
  'dose-target': '{sets} of {reps}',
  'dose-target-each-side': '{sets} of {reps} each side',
  minutes: { one: '{count} minute', other: '{count} minutes' },
  finish: 'Finish',
  hold: 'Hold',
  week: 'Week {week}',
  'page-of': 'Page {page} of {pages}',
}

const only = (count: number): Range => ({ min: count, max: count })

const circuitDosage: Dosage = {
  sets: only(3),
  reps: only(15),
  hold: undefined,
  sides: 'each',
  rest: 15,
  tempo: { lift: 2, lower: 2 },
  daysPerWeek: { min: 2, max: 3 },
  startWith: { sets: only(2), reps: only(10), hold: undefined },
}

const stretchDosage: Dosage = {
  ...circuitDosage,
  sets: only(2),
  reps: undefined,
  hold: only(30),
  rest: 0,
  tempo: undefined,
  startWith: undefined,
}

describe('a dosage in words', () => {
  const words = createWords('en', strings)
  const phrasing = {
    say: (key: string, values = {}) => words.text(key, values) ?? `<${key}>`,
    range: words.range,
  }

  test.each([
    ['repetitions', circuitDosage, ['15 each side', '3 sets'], '3 sets of 15 each side'],
    ['a stretch', stretchDosage, ['30 seconds', 'twice each side'], '30 seconds, twice each side'],
    [
      'no sides',
      { ...circuitDosage, sides: 'none' as const },
      ['15 times', '3 sets'],
      '3 sets of 15',
    ],
    [
      'one set',
      { ...circuitDosage, sets: only(1) },
      ['15 each side', '1 set'],
      '1 set of 15 each side',
    ],
    [
      'spans',
      { ...circuitDosage, sets: { min: 1, max: 2 }, reps: { min: 8, max: 12 } },
      ['8 to 12 each side', '1 to 2 sets'],
      '1 to 2 sets of 8 to 12 each side',
    ],
  ])('%s', (_, dosage, lines, target) => {
    expect(dosageLines(dosage, dosage.sides, phrasing)).toEqual(lines)
    expect(targetPhrase(dosage, phrasing)).toBe(target)
  })
})

function item(label: string, dosage: Dosage, optional = false): RoutineItem {
  return {
    label,
    optional,
    exercise: {
      id: `exercise-${label}`,
      kind: 'strength',
      name: `Exercise ${label}`,
      shortName: undefined,
      purpose: 'Works the hip',
      equipment: [],
      muscles: { primary: [], secondary: [] },
      dosage,
      steps: { start: ['Lie down.', 'Bend.'], end: ['Lift.'] },
      cues: [],
      feel: 'the hip.',
      mistake: 'rolling.',
      easier: 'less.',
      harder: 'more.',
      noKneel: undefined,
      cautions: [],
      alternativeText: { start: 'Lying', end: 'Lifted' },
      sources: [],
      figure: { camera: { azimuth: 0, elevation: 0 }, props: [], phases: {} },
    },
  }
}

function handout(items: readonly RoutineItem[], words = strings): Handout {
  const group = { title: 'Title', text: 'Text' }
  const bands = [
    { from: 0, to: 2, text: 'Fine.' },
    { from: 3, to: 5, text: 'Ease off.' },
    { from: 6, to: 10, text: 'Stop.' },
  ]
  const routine: Handout['routine'] = {
    id: 'circuit',
    name: 'Circuit',
    message: ['Strong hips help.'],
    items,
    daysPerWeek: { min: 2, max: 3 },
    weeks: { min: 6, max: 12 },
    frequency: { headline: '2 or 3 days', detail: 'a week' },
    duration: { detail: 'at the start' },
    outlook: { headline: '6 to 12 weeks', detail: 'then less' },
    tempo: 'Slowly.',
    checkFirst: 'you are ill',
    progression: group,
    tool: 'ticks',
    reminder: undefined,
    rolling: undefined,
  }
  return {
    document: {
      id: 'circuit',
      title: 'Circuit',
      description: 'Exercises.',
      template: 'handout',
      lead: undefined,
      reminders: [],
      routine: 'circuit',
      routines: ['circuit'],
      topics: [],
      orientation: 'portrait',
      sheets: undefined,
      distance: undefined,
      safety: 'full',
      url: undefined,
      brand: 'plain',
      papers: ['a4'],
      editions: ['standard'],
      maxPages: 2,
      number: 'Handout 1',
      version: '1.0',
      date: '2026-11-22',
      reviewBy: '2028-06',
      accent: 'strength',
      side: undefined,
      look: undefined,
    },
    routine,
    routines: [routine],
    topics: [],
    safety: {
      painScale: { title: 'Pain', bands, after: 'Worse? Do less.' },
      stop: { title: 'Stop', items: ['pain'] },
      sameDay: { title: 'Help', items: ['fever'] },
      seeSomeone: group,
      checkFirst: group,
      short: { title: 'Stop:', signs: 'pain.', more: 'Dizzy?', help: 'Call.' },
      disclaimer: 'Not a diagnosis',
    },
    brand: { id: 'plain', name: 'Club', contact: '', logo: undefined },
    sources: [],
    locale: 'en',
    strings: words,
    contentHash: '0123abcd',
    place: {
      file: 'content/documents/circuit.yaml',
      line: 1,
      column: 1,
      length: 1,
      excerpt: 'title',
    },
  }
}

describe('the view of a handout', () => {
  const problems: string[] = []
  const report = ({ code, message, place }: Diagnostic): void => {
    problems.push(`${place?.file} ${code}: ${message}`)
  }
  const isDrawn = ({ id }: Exercise, phase: string) => id === 'exercise-1' && phase === 'end'
  const describe = ({ id }: Exercise, phase: string, say: (key: string) => string) =>
    `${id} ${phase} ${say('hold')}, right leg up`
  const options = { paper: 'a4', edition: 'large-print', isDrawn, describe, report } as const

  test('computes the length of a session: 5 exercises, 3 of them with a hold', () => {
    const held = { ...circuitDosage, startWith: { sets: only(2), reps: only(10), hold: only(3) } }
    const items = [1, 2, 3].map((number) => item(String(number), circuitDosage))
    const view = handoutView(handout([...items, item('4', held), item('5', held)]), options)
    // 2 sets x 2 sides x (10 x 4 s + 15 s) = 220 s, with the hold 340 s: 1340 s together.
    expect(view.minutes).toBe(23)
    expect(view.facts.map(({ headline }) => headline)).toEqual([
      '2 or 3 days',
      '23 minutes',
      '6 to 12 weeks',
    ])
  })

  test('leaves options out of it: three stretches, 30 seconds, twice each side', () => {
    const items = [1, 2, 3].map((number) => item(String(number), stretchDosage))
    const view = handoutView(handout([...items, item('3+', stretchDosage, true)]), options)
    expect(view.minutes).toBe(6)
    expect(view.rollingLabel).toBe('4')
    expect([view.openingItems.length, view.insideItems.length]).toEqual([2, 2])
  })

  test('says for all what all have in common: the dose, or at least the rounds', () => {
    const viewOf = (other: Dosage) =>
      handoutView(handout([item('1', circuitDosage), item('2', other)]), options)
    expect(viewOf(circuitDosage).dose?.first).toBe('10 each side')
    const together = viewOf({ ...circuitDosage, sides: 'none' })
    expect([together.dose, together.rounds]).toEqual([undefined, '2 rounds, later 3'])
    const apart = viewOf(stretchDosage)
    expect([apart.dose, apart.rounds]).toEqual([undefined, undefined])
  })

  test('words each exercise for its place on the page', () => {
    const { items, file } = handoutView(
      handout([item('1', circuitDosage), item('2', stretchDosage)]),
      options,
    )
    expect(file).toBe('circuit.a4.large-print')
    expect(items.map(({ dose, finish }) => [...dose, finish])).toEqual([
      ['10 each side', '2 sets', 'Finish'],
      ['30 seconds', 'twice each side', 'Hold'],
    ])
    expect(items[0]?.endStepsFrom).toBe(3)
    expect(items[0]?.phases.start).toEqual({
      drawn: false,
      source: 'figure:exercise-1/start',
      alt: 'Lying',
    })
    expect(items[0]?.phases.end.drawn).toBe(true)
  })

  test('says in words what a figure shows, where the exercise does not', () => {
    const { exercise, ...rest } = item('1', circuitDosage)
    const wordless = { ...rest, exercise: { ...exercise, alternativeText: {} } }
    const { phases } = handoutView(handout([wordless]), options).items[0] ?? {}
    expect(phases?.end.alt).toBe('exercise-1 end Hold, right leg up')
    expect(phases?.start.alt).toBe('')
  })

  test('exchanges left and right on a sheet for the left side', () => {
    const { exercise, ...rest } = item('1', circuitDosage)
    const steps = { start: ['Bend your left knee.'], end: ['Lift your right leg.'] }
    const alternativeText = { start: 'The right leg is at a right angle.' }
    const sided = { ...rest, exercise: { ...exercise, steps, alternativeText } }
    const { document, ...other } = handout([sided], {
      ...strings,
      'side-words': 'left right',
      'side-words-kept': 'right angle',
    })
    const left = { ...other, document: { ...document, side: 'left' as const } }
    const view = handoutView(left, options).items[0]
    expect(view?.steps).toEqual(['Bend your right knee.', 'Lift your left leg.'])
    expect(view?.exercise.steps.end).toEqual(['Lift your left leg.'])
    expect(view?.phases.start).toEqual({
      drawn: false,
      source: 'figure:exercise-1/start/mirrored',
      alt: 'The left leg is at a right angle.',
    })
    expect(view?.phases.end.alt).toBe('exercise-1 end Hold, left leg up')
  })

  test('classes the pain scale by its bands', () => {
    const { painSteps } = handoutView(handout([]), options)
    expect(painSteps.map(({ classes }) => classes).join('|')).toBe(
      'first low|low|low|mid|mid|mid|high|high|high|high|high',
    )
  })

  test('gives the style sheet two places for page numbers', () => {
    const { pageOf } = handoutView(handout([]), options)
    expect(pageOf).toEqual(
      new SafeMarkup('Page <span class="page-number"></span> of <span class="page-count"></span>'),
    )
  })

  test('needs no string that is missing without saying so, once', () => {
    expect(problems).toEqual([])
    const { minutes, ...without } = strings
    expect(minutes).toBeDefined()
    handoutView(handout([item('1', circuitDosage)], without), options)
    expect(problems).toEqual([
      'content/documents/circuit.yaml template-missing-string: the locale "en" has no string "minutes"',
    ])
  })
})
