/** How a schema says what is wrong: a zod issue that already knows its diagnostic. */
import type { z } from 'zod'
import type { Diagnostic, Place } from '../../diagnostics/index.ts'

/** What the reader of the issue knows: the name of the field, what the author wrote, and where. */
export interface Written {
  readonly field: string
  readonly text: string
  readonly place: Place
}

/** Words a problem once its place is known. */
export type Trouble = (written: Written) => Diagnostic

/** Attach a problem to the value, or to something in it (`path`). */
export function raise(
  context: z.RefinementCtx,
  trouble: Trouble,
  path: readonly (string | number)[] = [],
): void {
  context.addIssue({ code: 'custom', path: [...path], params: { trouble } })
}

export function isTrouble(value: unknown): value is Trouble {
  return typeof value === 'function'
}
