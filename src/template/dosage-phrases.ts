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

/** A dosage for sheets that are read from afar: "10 each side", "15 each side", "2 rounds, later 3". */
export function shortDosage(dosage: Dosage, phrasing: Phrasing) {
  const { say, range } = phrasing
  const first = dosage.startWith ?? dosage
  const latest = { ...dosage, ...mostOf(dosage) }
  const each = dosage.sides === 'each' ? '-each-side' : ''
  const later = { rounds: range(first.sets), later: range(dosage.sets), count: first.sets.max }
  return {
    isHold: first.reps === undefined,
    /** Repetitions, or seconds of a hold, to begin with. */
    number: range(first.reps ?? first.hold ?? first.sets),
    laterNumber: range(latest.reps ?? latest.hold ?? dosage.sets),
    /** What the number counts, in two lines: "each side", "or 40 seconds". */
    unit: unitLines(first, dosage, phrasing),
    first: amountPhrase(first, dosage.sides, phrasing),
    later: amountPhrase(latest, dosage.sides, phrasing),
    rounds: say(first.sets.max < dosage.sets.max ? 'dose-rounds-later' : 'dose-rounds', later),
    times: say(`dose-times${each}`, { times: range(first.sets), count: first.sets.max }),
  }
}

/** Those who call the time for a group want seconds: one set on one side. */
function unitLines(
  first: Amount,
  { sides, tempo }: Dosage,
  { say, range }: Phrasing,
): readonly [string, string] {
  const each = sides === 'each' ? '-each-side' : ''
  if (first.reps === undefined) {
    const times = { times: range(first.sets), count: first.sets.max }
    return [say('unit-seconds', { count: first.hold?.max ?? 0 }), say(`dose-times${each}`, times)]
  }
  const seconds = Math.round(workSeconds({ ...first, tempo }))
  return [say(`unit-reps${each}`), say('unit-or-seconds', { seconds })]
}

function amountPhrase({ reps, hold }: Amount, sides: Sides, { say, range }: Phrasing): string {
  if (reps !== undefined) {
    const each = sides === 'each' ? '-each-side' : ''
    return say(`dose-reps${each}`, { reps: range(reps), count: reps.max })
  }
  const seconds = hold ?? { min: 0, max: 0 }
  return say('dose-seconds', { seconds: range(seconds), count: seconds.max })
}

/** What a target works up to, where it is a span. */
function mostOf({ reps, hold }: Amount): Pick<Amount, 'reps' | 'hold'> {
  const most = (span: Range | undefined) => span && { min: span.max, max: span.max }
  return { reps: most(reps), hold: most(hold) }
}
