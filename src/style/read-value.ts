/** Declared values: text checked against its property's grammar and turned into what computes it. */
import type {
  ComputeContext,
  Longhand,
  LonghandName,
  Longhands,
  ValueProblem,
} from './longhands.ts'
import { isLonghandName, longhandNames, longhands, properties } from './properties.ts'
import { shorthands } from './properties/shorthands.ts'
import { keywordOf } from './readers.ts'
import { childrenOf, cssWideKeywords, endOf, parseValue, startOf } from './syntax.ts'
import type { CssNode, Mismatch, ValueGrammar } from './syntax.ts'
import { lengthUnits } from './units.ts'

/** What an assignment reads besides its own value. */
export interface AssignContext extends ComputeContext {
  readonly parent: Readonly<Longhands>
  readonly initial: Readonly<Longhands>
}

/** Sets one longhand of an element. */
export type Assign = (target: Longhands, context: AssignContext) => void

/** The longhands that a declaration sets. */
export type DeclaredValue = ReadonlyMap<LonghandName, Assign>

/** What is wrong with a value, at offsets of the text it was parsed from. */
export type ValueFault = Mismatch &
  ({ readonly kind: 'grammar' } | { readonly kind: 'unit'; readonly unit: string } | ValueProblem)

export type ValueReading =
  | { readonly ok: true; readonly value: DeclaredValue }
  | { readonly ok: false; readonly fault: ValueFault }

/** Read the value of a known property. */
export function readValue(grammar: ValueGrammar, property: string, value: CssNode): ValueReading {
  const fault = findForeignUnit(value) ?? findMismatch(grammar, property, value)
  if (fault !== undefined) return { ok: false, fault }
  const facts = properties.get(property)
  if (facts === undefined) throw new Error(`${property} is not in the table`)
  const nodes = childrenOf(value)
  const wide = nodes.length === 1 ? keywordOf(nodes[0], cssWideKeywords) : undefined
  if (wide !== undefined) {
    const names = [...facts.ltr, ...facts.rtl]
    return { ok: true, value: new Map(names.map((name) => [name, wideAssignment(name, wide)])) }
  }
  const [ltr, rtl] = facts.physical
  const assignments = new Map<LonghandName, Assign>()
  const failed =
    readPhysical(ltr, nodes, assignments) ??
    (rtl === ltr ? undefined : readPhysical(rtl, nodes, assignments))
  return failed === undefined ? { ok: true, value: assignments } : { ok: false, fault: failed }
}

/** `inherit` for inherited properties, `initial` for others (CSS Cascade 4, 7.3.3). */
export function unsetAssignment(name: LonghandName): Assign {
  return wideAssignment(name, 'unset')
}

/** The initial value of every longhand. */
export function createInitialValues(): Readonly<Longhands> {
  const context = {
    fontSize: 12,
    rootFontSize: 12,
    lineHeight: 14.4,
    rootLineHeight: 14.4,
    parentFontSize: 12,
  }
  const values: Partial<Longhands> = {}
  for (const name of longhandNames) setInitial(name, values, context)
  if (!isComplete(values)) throw new Error('a longhand has no initial value')
  return values
}

function setInitial<K extends LonghandName>(
  name: K,
  values: Partial<Longhands>,
  context: ComputeContext,
): void {
  const definition: Longhand<Longhands[K]> = longhands[name]
  const resolve = definition.read(literal(definition.initial), () => undefined)
  if (resolve === undefined) throw new Error(`the initial value of ${name} is not valid`)
  values[name] = resolve(context)
}

function isComplete(values: Partial<Longhands>): values is Longhands {
  return longhandNames.every((name) => name in values)
}

function readPhysical(
  property: string,
  nodes: readonly CssNode[],
  assignments: Map<LonghandName, Assign>,
): ValueFault | undefined {
  if (isLonghandName(property)) return readLonghand(property, nodes, assignments)
  const expansion = shorthands[property]?.expand(nodes) ?? []
  for (const [name, part] of expansion) {
    const partNodes = typeof part === 'string' ? literal(part) : part
    const fault = readLonghand(name, partNodes, assignments)
    if (fault !== undefined) return fault
  }
  return undefined
}

function literal(text: string): readonly CssNode[] {
  const value = parseValue(text)
  if (value === undefined) throw new Error(`"${text}" is no value`)
  return childrenOf(value)
}

function readLonghand<K extends LonghandName>(
  name: K,
  nodes: readonly CssNode[],
  assignments: Map<LonghandName, Assign>,
): ValueFault | undefined {
  const definition: Longhand<Longhands[K]> = longhands[name]
  const faults: ValueFault[] = []
  const resolve = definition.read(nodes, (node, problem) => {
    faults.push({ ...problem, start: startOf(node), length: endOf(node) - startOf(node) })
    return undefined
  })
  if (resolve === undefined) return faults[0] ?? { kind: 'grammar', start: 0, length: 0 }
  assignments.set(name, (target, context) => {
    target[name] = resolve(context)
  })
  return undefined
}

function wideAssignment(name: LonghandName, wide: (typeof cssWideKeywords)[number]): Assign {
  const isFromParent = wide === 'inherit' || (wide === 'unset' && longhands[name].inherited)
  return (target, context) => {
    copyLonghand(name, isFromParent ? context.parent : context.initial, target)
  }
}

/** Copy one value, keeping its type. */
export function copyLonghand<K extends LonghandName>(
  name: K,
  from: Readonly<Longhands>,
  to: Longhands,
): void {
  to[name] = from[name]
}

function findMismatch(
  grammar: ValueGrammar,
  property: string,
  value: CssNode,
): ValueFault | undefined {
  const mismatch = grammar.mismatch(property, value)
  return mismatch && { kind: 'grammar', ...mismatch }
}

const angleUnits = ['deg', 'grad', 'rad', 'turn']

function findForeignUnit(node: CssNode): ValueFault | undefined {
  if (node.type === 'Dimension') {
    const unit = node.unit.toLowerCase()
    if (lengthUnits.includes(unit) || angleUnits.includes(unit)) return undefined
    const length = node.unit.length
    return { kind: 'unit', unit: node.unit, start: endOf(node) - length, length }
  }
  for (const child of childrenOf(node)) {
    const fault = findForeignUnit(child)
    if (fault !== undefined) return fault
  }
  return undefined
}
