/** The one table of properties: it drives parsing, checking, computing and the documentation. */
import type { Longhand, LonghandName, LonghandTable, Longhands } from './longhands.ts'
import { boxProperties } from './properties/box.ts'
import { flowProperties } from './properties/flow.ts'
import { logicalProperties } from './properties/logical.ts'
import { shorthands } from './properties/shorthands.ts'
import { textProperties } from './properties/text.ts'
import { createValueGrammar } from './syntax.ts'
import type { ValueGrammar } from './syntax.ts'

export const longhands: LonghandTable = { ...boxProperties, ...flowProperties, ...textProperties }

export const longhandNames: readonly LonghandName[] = Object.keys(longhands).filter(isLonghandName)

export function isLonghandName(name: string): name is LonghandName {
  return Object.hasOwn(longhands, name)
}

/** What can be known of a property without a value. */
export interface PropertyFacts {
  readonly name: string
  readonly syntax: string
  readonly scope: 'element' | 'page' | 'both'
  /** The longhands it sets, where text runs left to right; `rtl` has the same length. */
  readonly ltr: readonly LonghandName[]
  readonly rtl: readonly LonghandName[]
  /** The properties it stands for: itself, but for logical ones. */
  readonly physical: readonly [ltr: string, rtl: string]
  readonly initial: string | undefined
  readonly inherited: boolean
  readonly note: string | undefined
}

/** Every property there is, in alphabetical order. */
export const properties: ReadonlyMap<string, PropertyFacts> = new Map(
  [
    ...longhandNames.map(longhandFacts),
    ...Object.keys(shorthands).map(shorthandFacts),
    ...Object.keys(logicalProperties).map(logicalFacts),
  ]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((facts) => [facts.name, facts]),
)

export const propertyNames: readonly string[] = [...properties.keys()]

/** The grammar of all properties; it learns each grammar when it first needs it, so keep it. */
export function createPropertyGrammar(): ValueGrammar {
  return createValueGrammar(
    Object.fromEntries([...properties.values()].map(({ name, syntax }) => [name, syntax])),
  )
}

function longhandFacts(name: LonghandName): PropertyFacts {
  const { syntax, initial, inherited, note, scope }: Longhand<Longhands[LonghandName]> =
    longhands[name]
  return {
    name,
    syntax,
    scope: scope ?? 'element',
    ltr: [name],
    rtl: [name],
    physical: [name, name],
    initial,
    inherited,
    note,
  }
}

function shorthandFacts(name: string): PropertyFacts {
  const shorthand = shorthands[name]
  if (shorthand === undefined) throw new Error(`${name} is no shorthand`)
  const parts = shorthand.longhands
  return {
    name,
    syntax: shorthand.syntax,
    scope: shorthand.scope ?? 'element',
    ltr: parts,
    rtl: parts,
    physical: [name, name],
    initial: undefined,
    inherited: false,
    note: shorthand.note,
  }
}

function logicalFacts(name: string): PropertyFacts {
  const logical = logicalProperties[name]
  if (logical === undefined) throw new Error(`${name} is not logical`)
  const ltr = physicalFacts(logical.ltr)
  const rtl = physicalFacts(logical.rtl)
  return {
    ...ltr,
    name,
    rtl: rtl.ltr,
    physical: [logical.ltr, logical.rtl],
    note: `\`${logical.ltr}\`, or \`${logical.rtl}\` where text runs right to left`,
  }
}

function physicalFacts(name: string): PropertyFacts {
  return isLonghandName(name) ? longhandFacts(name) : shorthandFacts(name)
}
