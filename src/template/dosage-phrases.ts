/** A dosage in words: two short lines to read while doing, and the target to work up to. */
import { workSeconds } from '../model/dosage.ts'
import type { Amount, Dosage, Range, Sides } from '../model/dosage.ts'
import type { WordValues } from './words.ts'

/** Says a string of the locale; a missing string is reported by whoever made this function. */
export type Say = (key: string, values?: WordValues) => string

export interface Phrasing {
  readonly say: Say
  readonly range: (range: Range) => string
}

/** What is done in one go, and how often: ["10 each side", "2 sets"], ["30 seconds", "twice each side"]. */
export function dosageLines(
  amount: Amount,
  sides: Sides,
  phrasing: Phrasing,
): readonly [string, string] {
  const { say, range } = phrasing
  const sets = { sets: range(amount.sets), count: amount.sets.max }
  const each = sides === 'each' ? '-each-side' : ''
  if (amount.reps !== undefined) {
    const reps = { reps: range(amount.reps), count: amount.reps.max }
    return [say(`dose-reps${each}`, reps), say('dose-sets', sets)]
  }
  const hold = amount.hold ?? { min: 0, max: 0 }
  return [
    say('dose-seconds', { seconds: range(hold), count: hold.max }),
    say(`dose-times${each}`, { times: range(amount.sets), count: amount.sets.max }),
  ]
}

/** What to work up to, in one line: "3 sets of 15 each side". */
export function targetPhrase(dosage: Dosage, phrasing: Phrasing): string {
  const { say, range } = phrasing
  const each = dosage.sides === 'each' ? '-each-side' : ''
  const sets = say('dose-sets', { sets: range(dosage.sets), count: dosage.sets.max })
  if (dosage.reps !== undefined) {
    return say(`dose-target${each}`, { sets, reps: range(dosage.reps) })
  }
  return dosageLines(dosage, dosage.sides, phrasing).join(', ')
}

/** A dosage for sheets that are read from afar: "2 rounds of 10", or "30" seconds "twice each side". */
export function shortDosage(dosage: Dosage, phrasing: Phrasing) {
  const { say, range } = phrasing
  const first = dosage.startWith ?? dosage
  const counted = first.reps ?? first.hold ?? first.sets
  const isHold = first.reps === undefined
  const most = (dosage.reps ?? dosage.hold ?? dosage.sets).max
  const each = dosage.sides === 'each' ? '-each-side' : ''
  return {
    isHold,
    /** Repetitions, or seconds of a hold, to begin with. */
    number: range(counted),
    /** Repetitions or seconds to work up to. */
    goalNumber: range({ min: most, max: most }),
    times: say(`dose-times${each}`, { times: range(first.sets), count: first.sets.max }),
    start: roundsPhrase(first, phrasing),
    goal: roundsPhrase(dosage, phrasing),
    /** How long one side takes, to begin with; for those who call the time. */
    seconds: workSeconds({ ...dosage, ...first }),
    isEachSide: dosage.sides === 'each',
  }
}

function roundsPhrase({ sets, reps, hold }: Amount, { say, range }: Phrasing): string {
  const rounds = { sets: range(sets), count: sets.max }
  if (reps !== undefined) return say('dose-rounds', { ...rounds, reps: range(reps) })
  const seconds = hold ?? { min: 0, max: 0 }
  return say('dose-seconds', { seconds: range(seconds), count: seconds.max })
}
