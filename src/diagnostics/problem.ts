/** How a catalogue entry is written: the words of one kind of problem, kept in one place for ever under one code. */

export type Severity = 'error' | 'warning'

/** What happened in the author's words, and what to do about it. */
export interface Wording {
  readonly message: string
  readonly hint?: string | undefined
}

/** One kind of problem. `explain` is the long form that `posepress explain <code>` prints. */
export interface Problem<Details> {
  readonly severity: Severity
  readonly explain: string
  readonly words: (details: Details) => Wording
}

export function error<Details>(
  explain: string,
  words: (details: Details) => Wording,
): Problem<Details> {
  return { severity: 'error', explain, words }
}

export function warning<Details>(
  explain: string,
  words: (details: Details) => Wording,
): Problem<Details> {
  return { severity: 'warning', explain, words }
}
