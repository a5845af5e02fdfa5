import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../../src/diagnostics/index.ts'
import { baseNames, swapSides } from '../../../src/figure/pose/bases.ts'
import { checkFigure, missedContacts, reportMissed } from '../../../src/figure/pose/check.ts'
import {
  parsePhrase,
  parseSubject,
  phraseWords,
} from '../../../src/figure/pose/contacts/phrases.ts'
import { freedomOf } from '../../../src/figure/pose/degrees-of-freedom.ts'
import { mirrorDescription } from '../../../src/figure/pose/mirror.ts'
import { resolvePose } from '../../../src/figure/pose/phases.ts'
import { rangeOf, ranges } from '../../../src/figure/pose/ranges.ts'
import { movements } from '../../../src/model/joints.ts'
import type { FigureDescription, Pose } from '../../../src/model/pose.ts'
import { testBody } from '../bodies.ts'

function poseFrom(pose: Partial<Pose>): Pose {
  return { base: undefined, from: undefined, joints: {}, contacts: {}, ...pose }
}

function figure(end: Partial<Pose>, more: Partial<FigureDescription> = {}): FigureDescription {
  return {
    camera: { azimuth: 0, elevation: 0 },
    props: [],
    phases: { end: poseFrom(end) },
    ...more,
  }
}

describe('contacts', () => {
  test.each([
    ['hands', ['left hand', 'right hand']],
    ['right knee', ['right knee']],
    ['pelvis', ['pelvis']],
    ['trunk', ['back']],
    ['feet', ['left foot', 'right foot']],
  ])('%s are %j', (words, names) => {
    const subjects = parseSubject(words)?.map(({ part, side }) =>
      side === undefined ? part : `${side} ${part}`,
    )
    expect(subjects).toEqual(names)
  })

  test.each<[subject: string, words: string, target: object]>([
    ['right hand', 'floor', { kind: 'floor', place: 'anywhere' }],
    ['right hand', 'floor under shoulder', { kind: 'floor', place: 'under shoulder' }],
    ['right hand', 'on the floor', {}],
    ['right foot', 'sliding on the floor', { kind: 'floor', place: 'anywhere', isSliding: true }],
    [
      'left foot',
      'sliding on floor in front of right knee',
      { kind: 'floor', place: 'in front of knee', side: 'right', isSliding: true },
    ],
    ['right foot', 'sliding on step', {}],
    ['right foot', 'sliding on sliding on floor', {}],
    [
      'left foot',
      'floor in front of right knee',
      { kind: 'floor', place: 'in front of knee', side: 'right' },
    ],
    ['head', 'on left arm', { kind: 'body', way: 'on', of: { part: 'arm', side: 'left' } }],
    [
      'right hand',
      'behind left thigh',
      { kind: 'body', way: 'behind', of: { part: 'thigh', side: 'left' } },
    ],
    ['right hand', 'on hip', { kind: 'body', way: 'on', of: { part: 'hip', side: 'right' } }],
    [
      'right knee',
      'behind right wrist',
      { kind: 'body', way: 'behind', of: { part: 'hand', side: 'right' } },
    ],
    ['right thigh', 'on roller a third down', { kind: 'prop', prop: 'roller', share: 0.38 }],
    ['right thigh', 'on roller near hip', { kind: 'prop', prop: 'roller', share: 0.24 }],
    ['pelvis', 'on cushion', { kind: 'prop', prop: 'cushion' }],
    ['right foot', 'in strap', { kind: 'strap', way: 'in' }],
    ['feet', 'together', { kind: 'together' }],
    ['back', 'wall', { kind: 'wall' }],
    ['right knee', 'free', { kind: 'free' }],
  ])('%s: %s', (who, words, target) => {
    const subject = parseSubject(who)?.[0]
    const parsed = subject && parsePhrase(subject, words)
    if (Object.keys(target).length === 0) expect(parsed).toBeUndefined()
    else expect(parsed).toMatchObject(target)
  })

  test('every phrase means something for a right hand', () => {
    const hand = { part: 'hand', side: 'right' } as const
    expect(phraseWords.filter((words) => parsePhrase(hand, words) === undefined)).toEqual([])
  })
})

describe('a phase', () => {
  const phases: FigureDescription['phases'] = {
    start: poseFrom({
      base: 'quadruped',
      joints: { hips: { flexion: 80, abduction: 3 }, 'left hip': { flexion: 95 } },
      contacts: { knees: 'floor under hips' },
    }),
    end: poseFrom({
      from: 'start',
      joints: { 'right hip': { flexion: 0 } },
      contacts: { 'right knee': 'free' },
    }),
  }
  const angle = (joint: string, movement: string) => {
    const pose = resolvePose(poseFrom({ from: 'end' }), phases)
    return pose?.posture[freedomOf(joint, movement)]
  }

  test.each([
    ['right hip', 'flexion', 0],
    ['right hip', 'abduction', 3],
    ['left hip', 'flexion', 95],
    ['left knee', 'flexion', 90],
  ])('takes from those before: %s %s is %d', (joint, movement, degrees) => {
    expect(angle(joint, movement)).toBe(degrees)
  })

  test('freeing a knee frees what the base laid down of that leg, and only of that leg', () => {
    const end = phases.end && resolvePose(phases.end, phases)
    expect(end?.contacts.get('right foot')).toBeUndefined()
    expect(end?.contacts.get('left foot')?.words).toBe('floor')
    expect(end?.contacts.get('left knee')?.words).toBe('floor under hips')
  })
})

describe('ranges', () => {
  test('every movement of every joint has one, with a source', () => {
    for (const [joint, names] of Object.entries(movements)) {
      for (const movement of names) {
        const range = rangeOf(joint, movement)
        expect(range?.source, `${joint} ${movement}`).toMatch(/\w/)
        expect((range?.max ?? 0) > (range?.min ?? 0)).toBe(true)
      }
    }
    expect(Object.keys(ranges)).toEqual(Object.keys(movements))
  })

  test.each([
    ['left knee', 155],
    ['knees', 155],
    ['neck', 50],
  ])('%s flexes up to %d', (joint, most) => {
    expect(rangeOf(joint, 'flexion')?.max).toBe(most)
  })
})

describe('problems', () => {
  const problemsOf = (
    description: FigureDescription,
    written: Readonly<Record<string, unknown>> = {},
  ) => {
    const found: Diagnostic[] = []
    checkFigure(
      description,
      { placeOf: () => undefined, valueOf: (path) => written[path.join('.')] },
      (problem) => found.push(problem),
    )
    return found.map(
      ({ code, message, hint }) => `${code}: ${message}${hint === undefined ? '' : `; ${hint}`}`,
    )
  }

  test.each<[what: string, description: FigureDescription, problem: RegExp]>([
    [
      'a mistyped base',
      figure({ base: 'supin' }),
      /unknown-base: unknown base "supin"; did you mean "supine"/,
    ],
    ['a base of another name', figure({ base: 'headstand' }), /known: standing, quadruped/],
    [
      'a mistyped part',
      figure({ base: 'supine', contacts: { 'right hnd': 'floor' } }),
      /did you mean "right hand"/,
    ],
    [
      'a part without a side',
      figure({ base: 'supine', contacts: { hand: 'floor' } }),
      /unknown body part "hand"; did you mean "hands"/,
    ],
    [
      'a mistyped contact',
      figure({ base: 'supine', contacts: { 'right hand': 'floor under sholder' } }),
      /did you mean "floor under shoulder"/,
    ],
    [
      'a knee bent too far',
      figure({ base: 'supine', joints: { 'right knee': { flexion: 170 } } }),
      /knee flexion of 170° is more than a knee can do \(0° to 155°, Norkin & White 2016\)/,
    ],
    [
      'a knee bent backwards',
      figure({ base: 'supine', joints: { knees: { flexion: -10 } } }),
      /a knee cannot bend backwards/,
    ],
    [
      'an unknown prop',
      figure({ base: 'supine' }, { props: ['rolr'] }),
      /unknown prop "rolr"; did you mean "roller"/,
    ],
    [
      'a prop that nothing touches',
      figure({ base: 'supine' }, { props: ['cushion'] }),
      /nothing touches the cushion/,
    ],
    [
      'a contact without a rule',
      figure({ base: 'supine', contacts: { 'right hand': 'wall' } }),
      /the right hand is not moved by "wall"/,
    ],
  ])('%s', (_, description, problem) => {
    const problems = problemsOf(description)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(problem)
  })

  test('extension is spoken of as extension', () => {
    const description = figure({ base: 'prone', joints: { 'right hip': { flexion: -50 } } })
    const [problem] = problemsOf(description, { 'phases.end.joints.right hip.extension': 50 })
    expect(problem).toMatch(
      /hip extension of 50° is more than a hip can do \(-130° to 30°, AAOS 1965\)/,
    )
  })

  test('what is right is not spoken of', () => {
    expect(
      problemsOf(
        figure(
          { base: 'supine', contacts: { hands: 'floor beside hips', head: 'floor' } },
          { props: ['mat', 'band'] },
        ),
      ),
    ).toEqual([])
  })

  test('a contact that the angles forbid says how many centimetres are missing', () => {
    const description = figure({
      base: 'standing',
      joints: {
        pelvis: { tilt: 0, 'side-bend': 0 },
        'right hip': { flexion: 60, abduction: 0 },
        'left hip': { flexion: 0, abduction: 0 },
        knees: { flexion: 0 },
      },
      contacts: { feet: 'floor' },
    })
    const missed = missedContacts(description, testBody)
    expect(missed.map(({ phase, part }) => `${phase} ${part}`)).toContain('end right foot')
    const found: Diagnostic[] = []
    reportMissed(missed, { placeOf: () => undefined }, (problem) => found.push(problem))
    expect(found[0]?.message).toMatch(/in the end, the \w+ foot misses "floor" by \d+(?:\.5)? cm/)
  })
})

describe('mirrored', () => {
  test('words change sides', () => {
    expect(swapSides('behind left thigh')).toBe('behind right thigh')
  })

  test('twice is the same again', () => {
    const description = figure({
      base: 'side-lying left',
      joints: { pelvis: { rotation: 12, tilt: 3 }, 'left hip': { flexion: 40 } },
      contacts: { 'right hand': 'on left thigh' },
    })
    const once = mirrorDescription(description)
    expect(once.phases.end?.base).toBe('side-lying right')
    expect(once.phases.end?.joints).toEqual({
      pelvis: { rotation: -12, tilt: 3 },
      'right hip': { flexion: 40 },
    })
    expect(mirrorDescription(once)).toEqual(description)
  })
})

test('bases have names that differ', () => {
  expect(new Set(baseNames).size).toBe(baseNames.length)
})
