/** Readers of the kinds of value that many properties share. */
import { amount, readQuantity } from './calc.ts'
import type { Quantity } from './calc.ts'
import { readColor, toHex } from './color.ts'
import type { Extent, LengthPercentage } from './computed.ts'
import type { ColorValue, Fail, Longhand, Reader, Resolver } from './longhands.ts'
import type { CssNode } from './syntax.ts'
import { readNumber } from './units.ts'

/** Documentation and inheritance of a longhand, beside its grammar and reader. */
export interface Facts {
  readonly inherited?: boolean
  readonly note?: string
  readonly scope?: 'page' | 'both'
}

/** A longhand from its parts. */
export function longhand<V>(
  syntax: string,
  initial: string,
  read: Reader<V>,
  facts: Facts = {},
): Longhand<V> {
  return { inherited: false, ...facts, syntax, initial, read }
}

/** A longhand that is one of some keywords. */
export function keywordLonghand<const T extends string>(
  names: readonly T[],
  initial: NoInfer<T>,
  facts: Facts = {},
): Longhand<T> {
  return longhand(names.join(' | '), initial, ([node]) => always(keyword(node, names)), facts)
}

/** The keyword a node is, or undefined when it is none of `names`. */
export function keywordOf<const T extends string>(
  node: CssNode | undefined,
  names: readonly T[],
): T | undefined {
  if (node?.type !== 'Identifier') return undefined
  const written = node.name.toLowerCase()
  return names.find((name) => name === written)
}

/** The same, where the grammar leaves no other choice. */
export function keyword<const T extends string>(node: CssNode | undefined, names: readonly T[]): T {
  const found = keywordOf(node, names)
  if (found === undefined) throw new Error(`none of ${names.join(', ')} passed the grammar`)
  return found
}

export function always<V>(value: V): Resolver<V> {
  return () => value
}

/** `<length>` and `<percentage>`; below `minimum` it becomes the minimum, as CSS asks of calc(). */
export function lengthPercentage(
  node: CssNode | undefined,
  fail: Fail,
  minimum = -Infinity,
): Resolver<LengthPercentage> | undefined {
  const quantity = readAs(node, fail, ['length', 'percentage', 'mixed'], 'a length or percentage')
  if (quantity === undefined) return undefined
  if (minimum === -Infinity || quantity.kind === 'mixed') return quantity.evaluate
  return (context) => {
    const { points, percent } = quantity.evaluate(context)
    return { points: Math.max(minimum, points), percent: Math.max(minimum, percent) }
  }
}

/** `<length>` alone, in points. */
export function length(
  node: CssNode | undefined,
  fail: Fail,
  minimum = -Infinity,
): Resolver<number> | undefined {
  const quantity = readAs(node, fail, ['length'], 'a length')
  return quantity && ((context) => Math.max(minimum, quantity.evaluate(context).points))
}

/** `<number>`, plain or calculated. */
export function number(
  node: CssNode | undefined,
  fail: Fail,
  minimum = -Infinity,
): number | undefined {
  const quantity = readAs(node, fail, ['number'], 'a plain number')
  return quantity && Math.max(minimum, amount(quantity))
}

/** A longhand of one length or percentage, or the keyword that stands for `auto`. */
export function extentLonghand(
  keywordName: 'auto' | 'none',
  options: { readonly minimum?: number; readonly initial?: string } & Facts = {},
): Longhand<Extent> {
  const { minimum, initial = keywordName, ...facts } = options
  return longhand(
    `${keywordName} | ${lengthPercentageSyntax(minimum)}`,
    initial,
    ([node], fail): Resolver<Extent> | undefined =>
      keywordOf(node, [keywordName]) === undefined
        ? lengthPercentage(node, fail, minimum)
        : always('auto'),
    facts,
  )
}

/** A longhand of one length or percentage, not negative. */
export function lengthPercentageLonghand(facts: Facts = {}): Longhand<LengthPercentage> {
  return longhand(
    lengthPercentageSyntax(0),
    '0',
    ([node], fail) => lengthPercentage(node, fail, 0),
    facts,
  )
}

export function lengthPercentageSyntax(minimum: number | undefined): string {
  const range = minimum === undefined ? '' : ` [${minimum},∞]`
  return `<length${range}> | <percentage${range}>`
}

/** A colour, or a keyword in its place. See-through colours are refused here, once for every property. */
export function color(node: CssNode | undefined, fail: Fail): Resolver<ColorValue> | undefined {
  if (node === undefined) throw new Error('no colour passed the grammar')
  const reading = readColor(node)
  switch (reading.kind) {
    case 'color':
      return always(reading.color)
    case 'currentcolor':
      return always('currentcolor')
    case 'transparent':
      throw new Error('transparent passed the grammar')
    case 'see-through':
      return fail(node, {
        kind: 'see-through',
        hint: `on white paper it looks like ${toHex(reading.mixed)}: write that`,
      })
  }
}

/** A custom identifier or string as its text. */
export function nameOf(node: CssNode | undefined): string {
  if (node?.type === 'Identifier') return node.name
  if (node?.type === 'String') return node.value
  throw new Error(`a ${node?.type ?? 'missing'} name passed the grammar`)
}

export function isOperator(node: CssNode, operator: string): boolean {
  return node.type === 'Operator' && node.value.trim() === operator
}

function readAs(
  node: CssNode | undefined,
  fail: Fail,
  kinds: readonly Quantity['kind'][],
  wanted: string,
): Quantity | undefined {
  if (node === undefined) throw new Error('a missing value passed the grammar')
  const quantity = readQuantity(node, (at, why) => fail(at, { kind: 'calculation', why }))
  if (quantity === undefined || kinds.includes(quantity.kind)) return quantity
  // A plain 0 is a length too.
  if (node.type === 'Number' && readNumber(node.value) === 0 && kinds.includes('length')) {
    return { kind: 'length', evaluate: quantity.evaluate }
  }
  const found = {
    number: 'a number',
    length: 'a length',
    percentage: 'a percentage',
    mixed: 'a length and a percentage',
  }
  return fail(node, {
    kind: 'calculation',
    why: `the result is ${found[quantity.kind]}, and ${wanted} is needed`,
  })
}
