/** Results that are asked for again: a solver moves one joint at a time, and what hangs on other joints stays as it was. */

/** The result of a key; computed when it is none of the last two. Parts of keys are compared by identity. */
export type Recall<Result> = (key: readonly unknown[], compute: () => Result) => Result

interface Entry<Result> {
  readonly key: readonly unknown[]
  readonly result: Result
}

/** Two are enough: one for the pose from which the solver steps aside, one for the step. */
export function createRecall<Result>(): Recall<Result> {
  let latest: Entry<Result> | undefined
  let earlier: Entry<Result> | undefined
  return (key, compute) => {
    if (latest !== undefined && isSame(latest.key, key)) return latest.result
    const entry =
      earlier !== undefined && isSame(earlier.key, key) ? earlier : { key, result: compute() }
    earlier = latest
    latest = entry
    return entry.result
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false
  return true
}
