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
