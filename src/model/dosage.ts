/** How much: sets, repetitions or hold, sides, rest, days; and how long a session takes. */

/** Seconds. */
export type Seconds = number

/** A count or a span of counts: 10, or 8 to 12. */
export interface Range {
  readonly min: number
  readonly max: number
}

/** `each`: first one side, then the other; `none`: the move has no sides. */
export type Sides = 'each' | 'none'

/** An amount of work: repetitions, or a hold, or both (hold at the top of each repetition). */
export interface Amount {
  readonly sets: Range
  readonly reps: Range | undefined
  readonly hold: Range | undefined
}

export interface Dosage extends Amount {
  readonly sides: Sides
  /** Between sets. */
  readonly rest: Seconds
  /** Seconds up and down for one repetition, without the hold. */
  readonly tempo: { readonly lift: Seconds; readonly lower: Seconds } | undefined
  readonly daysPerWeek: Range
  /** What a beginner starts with; the dosage itself is the target. */
  readonly startWith: Amount | undefined
}

/** Two seconds up, two down: what is assumed when a dosage has repetitions and says no tempo. */
export const usualTempo = { lift: 2, lower: 2 } as const

/** What a session is made of: the part of a routine item that takes time. */
export interface SessionItem {
  readonly exercise: { readonly dosage: Dosage }
  /** Harder options and extras do not count: they replace something, or may be left out. */
  readonly optional: boolean
}

/** Rolling, as far as time goes: each spot is held once, on each side it has. */
export interface SessionRolling {
  readonly spots: readonly { readonly dosage: Dosage }[]
  readonly hold: Seconds
}

/**
 * Whole minutes for a session at its start-with amounts, rounded up: sets x sides x (work + rest).
 * Of a span (8-12) the middle counts.
 */
export function sessionMinutes(items: readonly SessionItem[], rolling?: SessionRolling): number {
  const exercises = items
    .filter(({ optional }) => !optional)
    .map(({ exercise }) => exerciseSeconds(exercise.dosage))
  const spots = (rolling?.spots ?? []).map(
    ({ dosage }) => sidesOf(dosage) * ((rolling?.hold ?? 0) + dosage.rest),
  )
  return Math.ceil([...exercises, ...spots].reduce((sum, seconds) => sum + seconds, 0) / 60)
}

/** Seconds for one exercise at its start-with amount, both sides. */
export function exerciseSeconds(dosage: Dosage): Seconds {
  const amount = dosage.startWith ?? dosage
  const work = workSeconds({ ...amount, tempo: dosage.tempo })
  return middle(amount.sets) * sidesOf(dosage) * (work + dosage.rest)
}

/** Seconds for one set on one side. */
export function workSeconds({ reps, hold, tempo }: Amount & Pick<Dosage, 'tempo'>): Seconds {
  const { lift, lower } = tempo ?? usualTempo
  const still = hold === undefined ? 0 : middle(hold)
  return reps === undefined ? still : middle(reps) * (lift + lower + still)
}

function sidesOf({ sides }: Dosage): number {
  return sides === 'each' ? 2 : 1
}

function middle({ min, max }: Range): number {
  return (min + max) / 2
}
