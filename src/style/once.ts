/** Problems found once and said to every document that they concern, each a single time. */
import type { Diagnostic, Report } from '../diagnostics/index.ts'

/** Reports each problem of a place once, however many elements meet it; what is `said` already never. */
export function reportOnce(report: Report, said: readonly Diagnostic[] = []): Report {
  const known = new Set(said.map(identityOf))
  return (diagnostic) => {
    const identity = identityOf(diagnostic)
    if (known.has(identity)) return
    known.add(identity)
    report(diagnostic)
  }
}

/** A value and the problems that making it brought up: kept together, so that a cache loses neither. */
export interface Recorded<T> {
  readonly value: T
  readonly problems: readonly Diagnostic[]
}

export interface Recorder {
  /** Where the code that is recorded reports to. */
  readonly report: Report
  record<T>(make: () => T): Recorded<T>
}

/** Keeps what is reported while something is made. Recordings do not nest. */
export function createRecorder(): Recorder {
  let problems: Diagnostic[] = []
  return {
    report: (diagnostic) => void problems.push(diagnostic),
    record(make) {
      problems = []
      const value = make()
      return { value, problems }
    },
  }
}

function identityOf({ code, message, place }: Diagnostic): string {
  const at = place === undefined ? '' : `${place.file}:${place.line}:${place.column}`
  return `${at} ${code} ${message}`
}
