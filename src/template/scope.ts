/** What a name in a template can mean at one spot: the value in hand, those above it, loop data and parameters. */
import type { Block } from './syntax.ts'

/** A value that cannot be known here: its problem is reported already, or this branch is only checked. */
export const unknownValue = Symbol('unknown')

export interface Scope {
  readonly context: unknown
  readonly above: Scope | undefined
  readonly parameters: ReadonlyMap<string, unknown>
  /** @index, @first and so on; `root` is in all of them. */
  readonly data: Readonly<Record<string, unknown>>
}

/** The scope inside a block: a new value in hand; `given` are the values of `as |item index|`. */
export function inner(
  scope: Scope,
  context: unknown,
  block: Block,
  given: readonly unknown[],
): Scope {
  const parameters = new Map(scope.parameters)
  block.parameters.forEach((name, index) =>
    parameters.set(name, index < given.length ? given[index] : unknownValue),
  )
  return { context, above: scope, parameters, data: scope.data }
}

/** A context with more values: only plain own properties, whatever they are called. */
export function withValues(context: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (context === unknownValue) return unknownValue
  return typeof context === 'object' ? { ...context, ...values } : values
}

/** The names an author may ask of a value. */
export function namesIn(value: object): readonly string[] {
  return Array.isArray(value) ? ['length'] : Object.keys(value)
}

/** What a value is, in an author's words. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'a number'
  if (typeof value === 'boolean') return 'yes or no'
  return typeof value === 'object' ? 'a group of values' : 'not a value'
}
