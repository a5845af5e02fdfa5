/**
 * What the article that the pack began from says wrongly, or not at all: each correction as a sentence about
 * what the pack says instead. A change of content that brings one back fails here.
 */
import { describe, expect, test } from 'vitest'
import { sessionMinutes } from '../../src/model/dosage.ts'
import { exerciseOf, placesOf, spokenSheetsOf, stepsOf, wordsOf } from './pack-words.ts'
import { laidOutPages, shippedPack, shippedTargets } from './shipped.ts'

const { pack } = shippedPack
const circuit = ['clamshell', 'donkey-kick', 'fire-hydrant', 'side-leg-raise', 'straight-leg-raise']
const stretches = [
  'hamstring-stretch',
  'kneeling-hip-stretch',
  'figure-four-stretch',
  'half-pigeon',
]
const next = ['bridge', 'mini-squat', 'step-up']

describe('nobody reads, in any file or on any sheet,', () => {
  test.each([
    ['that the foot of the half pigeon goes to a wrist', /foot (?:\S+ ){0,5}wrist/i],
    [
      'of a part of the quadriceps that could be trained alone',
      /\bVMO\b|vastus|inner (?:thigh|quad)/i,
    ],
    ['to lift a leg straight up', /straight up\b/i],
    ['"top" where the ceiling is meant', /towards? the top\b/i],
    ['of "back glutes"', /back glutes?\b/i],
    ['of a band around the thighs', /around (?:the|your|both) thighs?/i],
    ['that a knee is not damaged', /structural|(?:ligaments?|cartilage) (?:are|is) (?:fine|ok)/i],
    ['that the kneecap hits a groove because a thigh turns', /groove|strik|femur/i],
    ['that anything prevents pain', /\bprevent|save your knees|keeps? (?:the )?pain away/i],
    ['that wide hips bring pain to women', /wider hips|women (?:have|need) to/i],
    ['that something is very important', /very important/i],
    ['of inflammation, or of a food against it', /inflam/i],
    ['of crooked joints', /misalign|out of line|maltrack/i],
    ['of running form', /running form/i],
    [
      'of muscle release, or of a band that gets longer',
      /releas|loosens? the (?:IT|band)|break up/i,
    ],
    ['of a shape that only those see who look', /shape of (?:a )?7|figure of 7/i],
    ['that pain is good, or that no pain is allowed', /no pain,? no gain|must not hurt/i],
    ['a misspelling of the article', /weight-baring|physio therapy|glut bridge|excercise/i],
    [
      'what was left of a web page',
      /top of page|bottom of page|on top of each other|leap forward/i,
    ],
    ['a word twice, or a stray quotation mark', /\b(\w{2,}) \1\b|["“”]/i],
  ])('%s', async (_claim, pattern) => {
    expect(await placesOf(pattern)).toEqual([])
  })
})

describe('the half pigeon', () => {
  test('is one item, under its own name, as the harder option of the figure-four stretch', async () => {
    const items = pack.routines.entries.get('stretching')?.value.items ?? []
    const pigeons = items.filter(({ exercise }) => exercise === 'half-pigeon')
    expect(pigeons).toMatchObject([{ harderOptionOf: 'figure-four-stretch' }])
    for (const [, target] of shippedTargets) {
      if (target.document !== 'stretching-handout') continue
      const { items: printed } = (await laidOutPages(target)).handout.routine
      expect(printed.filter(({ optional }) => optional)).toHaveLength(1)
    }
  })

  test('says what to do with the knee, the foot and the cushion, and names no muscle instead', () => {
    const { start, end } = stepsOf('half-pigeon')
    expect(start).toMatch(/knee behind (?:the|your) wrist on that side/i)
    expect(end).toMatch(/foot (?:at|to|toward) your other hip/i)
    expect(end).toMatch(/cushion/i)
  })

  test('stops at knee pain, and sends to the figure-four stretch', () => {
    const { cautions, easier } = exerciseOf('half-pigeon')
    expect(cautions.join(' ')).toMatch(/pain in the knee\? Stop/i)
    expect(easier).toMatch(/figure-four/i)
  })
})

test('no reader meets a muscle’s Latin name', async () => {
  const sheets = [
    ...(await spokenSheetsOf('glute-circuit-handout')),
    ...(await spokenSheetsOf('stretching-handout')),
  ]
  for (const sheet of sheets) expect(sheet).not.toMatch(/piriformis|gluteus|tensor|iliopsoas/i)
})

describe('the straight leg raise', () => {
  test('is an exercise for the thigh, the other four are for the hip', () => {
    for (const id of circuit) {
      const { muscles, purpose } = exerciseOf(id)
      const isForThigh = id === 'straight-leg-raise'
      expect(muscles.primary.some((muscle) => muscle.startsWith('gluteus'))).toBe(!isForThigh)
      expect(purpose).toMatch(isForThigh ? /front of your thigh/ : /hip/)
    }
  })

  test('stops when the thighs are level, with the other knee bent', () => {
    const { start, end } = stepsOf('straight-leg-raise')
    expect(start).toMatch(/one knee bent/i)
    expect(end).toMatch(/thighs are level/i)
  })

  test('has no band, which would tie the legs together', () => {
    const { equipment, cautions } = exerciseOf('straight-leg-raise')
    expect(equipment.map(({ item }) => item)).not.toContain('mini-band')
    expect(cautions.join(' ')).toMatch(/band off/i)
  })
})

test('the donkey kick keeps the knee bent: heel to the ceiling, thigh level, back under the hip', () => {
  const { start, end } = stepsOf('donkey-kick')
  expect(start).toMatch(/knees (?:go )?under (?:your )?hips/i)
  expect(end).toMatch(/heel to(?:ward)? the ceiling/i)
  expect(end).toMatch(/thigh is level/i)
  expect(end).toMatch(/lower/i)
})

test('the low lunge is called Kneeling hip stretch, and says which buttock to squeeze', () => {
  expect(exerciseOf('kneeling-hip-stretch').name).toBe('Kneeling hip stretch')
  expect(stepsOf('kneeling-hip-stretch').end).toMatch(
    /squeeze the buttock of the (?:kneeling leg|leg that kneels|leg you kneel on)/i,
  )
})

test('a mini-band is never needed, and goes just above the knees', () => {
  const bands = [...pack.exercises.entries.values()]
    .flatMap(({ value }) => value.equipment)
    .filter(({ item }) => item.includes('band'))
  expect(bands.length).toBeGreaterThan(0)
  for (const { where, optional } of bands) {
    expect([where, optional]).toEqual(['just above your knees', true])
  }
})

describe('how much', () => {
  test.each([...circuit, ...next])(
    '%s: begins with 1 or 2 sets of 8 to 12, goes to 3 sets of 15',
    (id) => {
      const { sets, reps, rest, daysPerWeek, startWith } = exerciseOf(id).dosage
      expect([sets, reps, daysPerWeek]).toEqual([
        { min: 3, max: 3 },
        { min: 15, max: 15 },
        { min: 2, max: 3 },
      ])
      expect(rest).toBeGreaterThan(0)
      expect(startWith?.sets.max).toBeLessThanOrEqual(2)
      expect(startWith?.reps?.min).toBeGreaterThanOrEqual(8)
      expect(startWith?.reps?.max).toBeLessThanOrEqual(12)
    },
  )

  test.each(stretches)('%s: is held for 30 to 60 seconds', (id) => {
    expect(exerciseOf(id).dosage.hold).toEqual({ min: 30, max: 60 })
    expect(exerciseOf(id).dosage.startWith?.hold).toEqual({ min: 30, max: 30 })
  })

  test('a first session takes less than half an hour', async () => {
    for (const [, target] of shippedTargets) {
      const { items, rolling } = (await laidOutPages(target)).handout.routine
      expect(sessionMinutes(items, rolling)).toBeLessThan(30)
    }
  })

  test('the circuit says days, rest days, weeks, tempo, rest, breath and when to do more', async () => {
    for (const sheet of await spokenSheetsOf('glute-circuit-handout')) {
      expect(sheet).toMatch(/2 or 3 days/)
      expect(sheet).toMatch(/not 2 in a row/)
      expect(sheet).toMatch(/6 to 12 weeks/)
      expect(sheet).toMatch(/2 seconds up, 2 down/)
      expect(sheet).toMatch(/15 rest|rest 15|15 seconds/i)
      expect(sheet).toMatch(/breathe out/i)
      expect(sheet).toMatch(/up to 15 each side, then to 3 sets/)
    }
  })

  test('the pain rule has three bands, an hour and the next morning', async () => {
    expect(pack.safety?.value.painScale.bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [3, 5],
      [6, 10],
    ])
    expect(pack.safety?.value.painScale.after).toMatch(/1 hour/)
    expect(pack.safety?.value.painScale.after).toMatch(/next morning/)
  })
})

describe('what the topics say', () => {
  test.each([
    [
      'topics/what-is-runners-knee',
      'often not a sign of damage, and somebody can check',
      /often not a sign of damage[^]*can check/i,
    ],
    [
      'topics/why-it-hurts',
      'the cause is not known; often too much, too soon',
      /do not know the exact cause[^]*too much, too soon/i,
    ],
    [
      'topics/why-it-hurts',
      'tight muscles are not said to be the cause',
      /tight muscles[^]*(?:not|n’t) make them the cause/i,
    ],
    [
      'topics/other-factors',
      'women have it more often, nobody knows why, the exercises are for everyone',
      /more common in women[^]*do not know why[^]*suit everyone/i,
    ],
    [
      'topics/other-factors',
      'flat feet matter little; insoles may help some, for a short time',
      /weak link[^]*insoles may help some people for a short time[^]*ask a/i,
    ],
    ['topics/other-factors', 'a rest day a week', /rest day/i],
    [
      'topics/what-we-do-not-advise',
      'no supplements without a pharmacist',
      /do not advise supplements[^]*ask a pharmacist/i,
    ],
    ['topics/what-we-do-not-advise', 'turmeric has harmed livers', /turmeric[^]*liver/i],
    [
      'topics/rolling',
      'the band is no muscle and does not get looser',
      /not a muscle[^]*do not make it looser/i,
    ],
    [
      'topics/load',
      'less hills, stairs, speed and distance, then a bit more each week',
      /less far[^]*less fast[^]*hills and stairs[^]*bit each week/i,
    ],
    ['topics/load', 'load advice alone worked as well', /this advice alone worked as well/i],
    [
      'routines/stretching',
      'stretching may feel good and help to move, no more',
      /stretching may feel good and help you move/i,
    ],
    [
      'routines/glute-circuit',
      'strong hips and thighs may help',
      /hips and thighs may (?:ease|help)/i,
    ],
    ['routines/glute-circuit', 'what comes next for the knee', /bridge[^]*mini squat[^]*step-up/i],
  ])('%s: %s', (file, _claim, pattern) => {
    expect(wordsOf(file)).toMatch(pattern)
  })
})

test('supplements are spoken of in one topic, and on no sheet', async () => {
  expect(await placesOf(/glucosamine|turmeric|curcumin|supplement/i)).toEqual([
    'content/topics/what-we-do-not-advise.yaml',
  ])
})

test('the next steps train the thigh as well as the hip', () => {
  const primary = next.flatMap((id) => exerciseOf(id).muscles.primary)
  expect(primary).toContain('quadriceps')
  expect(primary).toContain('gluteus-maximus')
})

describe('rolling', () => {
  test('goes over muscle, near the hip, and leaves out what it could harm', () => {
    expect(exerciseOf('roll-outer-thigh').name).toMatch(/near the hip/i)
    const { rolling } = pack.routines.entries.get('stretching')?.value ?? {}
    for (const part of ['kneecap', 'back of the knee', 'bony', 'bruise', 'veins', 'numb']) {
      expect(rolling?.never).toContain(part)
    }
    for (const reason of ['blood thinners', 'blood clot', 'weak bones']) {
      expect(rolling?.checkFirst).toContain(reason)
    }
  })

  test('is said to ease for a short time, and its pressure stays within 5 of 10', () => {
    const words = wordsOf('routines/stretching')
    expect(words).toMatch(/short time/i)
    expect(words).toMatch(/no harder than 5 out of 10/i)
  })
})

describe('the signs that every sheet warns of:', () => {
  const { safety } = pack
  test.each([
    [
      'stop',
      safety?.value.stop.items,
      ['sharp', 'catch', 'lock', 'giv', 'swell', 'numb', 'tingl', 'dizz', 'chest'],
    ],
    [
      'help the same day',
      safety?.value.sameDay.items,
      [
        'stand',
        'stuck',
        'giv',
        'painful',
        'swollen',
        'shape',
        'bruise',
        'hot',
        'red',
        'ill',
        'calf',
        'numb',
        'child',
        'teen',
        'limp',
      ],
    ],
    [
      'see someone',
      [safety?.value.seeSomeone.text],
      ['6 weeks', 'night', 'rest', 'weight', 'sweat', 'cancer', 'lump', 'stiff', 'swelling'],
    ],
    [
      'ask first',
      [safety?.value.checkFirst.text],
      ['pregnant', 'weak bones', 'hip', 'surgery', 'broken bone'],
    ],
  ])('%s', (_name, items, signs) => {
    const text = items?.join(' ') ?? ''
    expect(signs.filter((sign) => !text.includes(sign))).toEqual([])
  })
})
