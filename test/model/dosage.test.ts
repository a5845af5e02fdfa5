import { describe, expect, test } from 'vitest'
import { exerciseSeconds, sessionMinutes, type Dosage } from '../../src/model/dosage.ts'

const exactly = (count: number) => ({ min: count, max: count })

/** 3 x 15 on each side at 2 s up and 2 s down, 15 s rest; to start with, 2 x 10. */
const glute: Dosage = {
  sets: exactly(3),
  reps: exactly(15),
  hold: undefined,
  sides: 'each',
  rest: 15,
  tempo: { lift: 2, lower: 2 },
  daysPerWeek: { min: 2, max: 3 },
  startWith: { sets: exactly(2), reps: exactly(10), hold: undefined },
}
const gluteWithHold: Dosage = {
  ...glute,
  hold: exactly(3),
  startWith: { sets: exactly(2), reps: exactly(10), hold: exactly(3) },
}
const stretch: Dosage = {
  ...glute,
  sets: exactly(2),
  reps: undefined,
  hold: exactly(30),
  rest: 0,
  tempo: undefined,
  startWith: undefined,
}

const item = (dosage: Dosage, optional = false) => ({ exercise: { dosage }, optional })

describe('the seconds of an exercise', () => {
  test.each([
    // 2 sets x 2 sides x (10 x 4 s + 15 s)
    ['count what one starts with, on both sides', glute, 220],
    // 2 x 2 x (10 x (4 s + 3 s) + 15 s)
    ['count a hold in each repetition', gluteWithHold, 340],
    // 3 x 2 x (15 x 4 s + 15 s)
    ['count the target when there is no start', { ...glute, startWith: undefined }, 450],
    // 2 x 1 x (10 x 4 s + 15 s)
    ['count one side when there are no sides', { ...glute, sides: 'none' }, 110],
    // 2 x 2 x 30 s
    ['count a hold alone', stretch, 120],
    // 2 x 2 x 45 s
    ['count the middle of a span', { ...stretch, hold: { min: 30, max: 60 } }, 180],
    // 2 x 2 x (10 x 4 s + 15 s)
    ['take 2 s up and 2 s down when no tempo is written', { ...glute, tempo: undefined }, 220],
  ] as const)('%s', (_, dosage, seconds) => {
    expect(exerciseSeconds(dosage)).toBe(seconds)
  })
})

describe('the minutes of a session', () => {
  test('are 23 for the glute circuit: three moves at 220 s, two at 340 s, rounded up', () => {
    const items = [glute, glute, glute, gluteWithHold, gluteWithHold].map((dosage) => item(dosage))
    expect(sessionMinutes(items)).toBe(23)
  })

  test('leave out what is optional', () => {
    expect(sessionMinutes([item(stretch), item(glute, true)])).toBe(2)
  })

  test('include rolling: each spot held on each of its sides', () => {
    const spots = [{ dosage: stretch }, { dosage: { ...stretch, sides: 'none' } as const }]
    // 2 min of stretching, then 30 s x 3
    expect(sessionMinutes([item(stretch)], { spots, hold: 30 })).toBe(4)
  })

  test('are none when there is nothing to do', () => {
    expect(sessionMinutes([])).toBe(0)
  })
})
