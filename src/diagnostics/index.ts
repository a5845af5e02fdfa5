/** Every problem we can report, and how it is reported: one diagnostic, with a permanent code, a place and a hint. */
import { contentProblems } from './content.ts'
import { figureProblems } from './figure.ts'
import { figureWordsProblems } from './figure-words.ts'
import { imageProblems } from './image.ts'
import { impositionProblems } from './imposition.ts'
import { layoutProblems } from './layout.ts'
import { outputProblems } from './output.ts'
import type { Place } from './place.ts'
import type { Problem, Severity } from './problem.ts'
import { styleProblems } from './style.ts'
import { templateProblems } from './template.ts'
import { textProblems } from './text.ts'

export type { Place, SourceFile } from './place.ts'
export { placeAt, placeAtLine } from './place.ts'
export { nearest, suggest } from './nearest.ts'
export type { Severity } from './problem.ts'

const catalogue = {
  ...contentProblems,
  ...templateProblems,
  ...styleProblems,
  ...textProblems,
  ...figureProblems,
  ...figureWordsProblems,
  ...imageProblems,
  ...layoutProblems,
  ...outputProblems,
  ...impositionProblems,
}

export type DiagnosticCode = keyof typeof catalogue

type Details<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends Problem<infer D> ? D : never

export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place?: Place
}

/** Something a stage reports problems to; stages never throw for an author's mistake. */
export type Report = (diagnostic: Diagnostic) => void

/** Make a diagnostic from its catalogue entry. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  details: Details<Code>,
  place?: Place,
): Diagnostic {
  const problem: Problem<Details<Code>> = entry(code)
  const { message, hint } = problem.words(details)
  return {
    code,
    severity: problem.severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place }),
  }
}

/** The long form of a code, or undefined when there is no such code. */
export function explain(code: string): string | undefined {
  return Object.entries(catalogue).find(([name]) => name === code)?.[1].explain
}

export function diagnosticCodes(): readonly string[] {
  return Object.keys(catalogue)
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

// The one assertion of this folder: TypeScript cannot see that indexing by Code yields Code's own entry.
function entry<Code extends DiagnosticCode>(code: Code): Problem<Details<Code>> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return catalogue[code] as unknown as Problem<Details<Code>>
}
