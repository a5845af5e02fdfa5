/** Custom properties of one element: its own over those it inherits, with every var() filled in. */
import { diagnose, nearest, placeAt } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import { placeOf } from './span.ts'
import type { Span } from './span.ts'
import type { CustomDeclaration } from './stylesheet.ts'
import { fillIn, longestValue } from './variables.ts'
import type { Segment, VariableUse } from './variables.ts'

/** Name to value; undefined for one that has no value, which has been reported. */
export type Variables = ReadonlyMap<string, string | undefined>

export interface VariableScope {
  readonly report: Report
  /** Every custom property of the stylesheet, for "did you mean". */
  readonly names: readonly string[]
}

/** `declarations` come weakest first. */
export function computeVariables(
  inherited: Variables,
  declarations: readonly CustomDeclaration[],
  scope: VariableScope,
): Variables {
  if (declarations.length === 0) return inherited
  const winners = new Map(declarations.map((declaration) => [declaration.name, declaration]))
  const values = new Map(inherited)
  for (const name of winners.keys()) values.delete(name)
  const underway: string[] = []
  const cyclic = new Set<string>()

  const valueOf = (name: string): string | undefined => {
    const declaration = winners.get(name)
    if (declaration === undefined || values.has(name)) return values.get(name)
    const first = underway.indexOf(name)
    if (first >= 0) {
      for (const member of underway.slice(first)) cyclic.add(member)
      return undefined
    }
    const wide = wideKeyword(declaration)
    if (wide !== undefined) {
      const value = wide === 'initial' ? undefined : inherited.get(name)
      if (value !== undefined) values.set(name, value)
      else winners.delete(name)
      return value
    }
    underway.push(name)
    const filled = fillIn(declaration.segments, valueOf)
    underway.pop()
    if (cyclic.has(name)) {
      scope.report(diagnose('style-variable-cycle', { variable: name }, placeOf(declaration.span)))
      values.set(name, undefined)
    } else if (filled.kind === 'text') values.set(name, filled.text)
    else {
      reportFilling(filled, declaration.span, isKnown, scope)
      values.set(name, undefined)
    }
    return values.get(name)
  }
  const isKnown = (name: string) => values.has(name) || winners.has(name)

  for (const name of [...winners.keys()]) valueOf(name)
  return values
}

/** A value with its variables filled in, or undefined after saying why not. */
export function fillDeclared(
  segments: readonly Segment[],
  span: Span | undefined,
  variables: Variables,
  scope: VariableScope,
): string | undefined {
  const filled = fillIn(segments, (name) => variables.get(name))
  if (filled.kind === 'text') return filled.text
  if (span !== undefined) reportFilling(filled, span, (name) => variables.has(name), scope)
  return undefined
}

/** Say that a variable has no value. */
export function reportUndefined(use: VariableUse, span: Span, scope: VariableScope): void {
  const meant = nearest(
    use.name,
    scope.names.filter((name) => name !== use.name),
  )
  const hint =
    meant === undefined
      ? 'set it on :root, or give a fallback: var(--name, fallback)'
      : `did you mean "${meant}"?`
  scope.report(
    diagnose('style-undefined-variable', { variable: use.name, hint }, placeOfUse(use, span)),
  )
}

function placeOfUse(use: VariableUse, span: Span): Place {
  return placeAt(span.source, span.start + use.start, use.length)
}

function wideKeyword({ segments }: CustomDeclaration): 'inherit' | 'initial' | 'unset' | undefined {
  const [only] = segments
  if (segments.length !== 1 || typeof only !== 'string') return undefined
  const word = only.trim().toLowerCase()
  return (['inherit', 'initial', 'unset'] as const).find((keyword) => keyword === word)
}

function reportFilling(
  filled: { readonly kind: 'too-long' } | { readonly kind: 'undefined'; readonly use: VariableUse },
  span: Span,
  isKnown: (name: string) => boolean,
  scope: VariableScope,
): void {
  if (filled.kind === 'too-long') {
    scope.report(diagnose('style-variable-too-long', { limit: longestValue }, placeOf(span)))
    return
  }
  // One that is known and has no value has been reported where it is defined.
  if (!isKnown(filled.use.name)) reportUndefined(filled.use, span, scope)
}
