/** Lengths, percentages and numbers, plain or calculated with calc(), min(), max() and clamp() (CSS Values 4, 10). */
import type { LengthPercentage } from './computed.ts'
import { childrenOf } from './syntax.ts'
import type { CssNode } from './syntax.ts'
import { bounded, readNumber, toPoints } from './units.ts'
import type { LengthContext } from './units.ts'

/** A numeric value: of what kind is known when it is read, how much only in its context. */
export interface Quantity {
  readonly kind: 'number' | 'length' | 'percentage' | 'mixed'
  /** A `number` is in `points`. */
  readonly evaluate: (context: LengthContext) => LengthPercentage
}

/** Reports why a node cannot be read; answers undefined, so that a reader can return it. */
export type FailCalculation = (node: CssNode, why: string) => undefined

/** Read a number, length, percentage or calculation. */
export function readQuantity(node: CssNode, fail: FailCalculation): Quantity | undefined {
  switch (node.type) {
    case 'Number':
      return constant('number', { points: readNumber(node.value), percent: 0 })
    case 'Percentage':
      return constant('percentage', { points: 0, percent: readNumber(node.value) })
    case 'Dimension': {
      const value = readNumber(node.value)
      const unit = node.unit.toLowerCase()
      return {
        kind: 'length',
        evaluate: (context) => ({ points: toPoints(value, unit, context), percent: 0 }),
      }
    }
    case 'Parentheses':
      return readSum(node, childrenOf(node), fail)
    case 'Function':
      return readFunction(node, node.name.toLowerCase(), fail)
    default:
      return fail(node, 'only lengths, percentages and numbers can be calculated with')
  }
}

function constant(kind: Quantity['kind'], value: LengthPercentage): Quantity {
  return { kind, evaluate: () => value }
}

function readFunction(node: CssNode, name: string, fail: FailCalculation): Quantity | undefined {
  if (name === 'calc') return readSum(node, childrenOf(node), fail)
  if (name !== 'min' && name !== 'max' && name !== 'clamp') {
    return fail(node, `${name}() is not supported; there are calc(), min(), max() and clamp()`)
  }
  const operands: Quantity[] = []
  for (const argument of splitAtCommas(childrenOf(node))) {
    const operand = readSum(node, argument, fail)
    if (operand === undefined) return undefined
    operands.push(operand)
  }
  if (name === 'clamp' && operands.length !== 3) return fail(node, 'clamp() takes three values')
  const kind = operands[0]?.kind ?? 'mixed'
  if (kind === 'mixed' || operands.some((operand) => operand.kind !== kind)) {
    return fail(node, `${name}() compares values of one kind: all lengths, or all percentages`)
  }
  const pick = (values: readonly number[]): number => {
    if (name === 'min') return Math.min(...values)
    if (name === 'max') return Math.max(...values)
    const [low = 0, value = 0, high = 0] = values
    return Math.max(low, Math.min(value, high))
  }
  return {
    kind,
    evaluate: (context) => {
      const values = operands.map((operand) => operand.evaluate(context))
      return {
        points: pick(values.map(({ points }) => points)),
        percent: pick(values.map(({ percent }) => percent)),
      }
    },
  }
}

function splitAtCommas(nodes: readonly CssNode[]): readonly (readonly CssNode[])[] {
  const lists: CssNode[][] = [[]]
  for (const node of nodes) {
    if (operatorOf(node) === ',') lists.push([])
    else lists.at(-1)?.push(node)
  }
  return lists
}

function operatorOf(node: CssNode | undefined): string | undefined {
  return node?.type === 'Operator' ? node.value.trim() : undefined
}

/** Terms joined by + and -, each of factors joined by * and /. */
function readSum(
  owner: CssNode,
  nodes: readonly CssNode[],
  fail: FailCalculation,
): Quantity | undefined {
  let sum: Quantity | undefined
  let sign = 1
  let index = 0
  do {
    const product = readProduct(owner, nodes, index, fail)
    if (product === undefined) return undefined
    const kind = sum === undefined ? product.value.kind : addedKind(sum.kind, product.value.kind)
    if (kind === undefined) {
      return fail(nodes[index] ?? owner, 'a plain number cannot be added to a length or percentage')
    }
    sum = sum === undefined ? product.value : add(kind, sum, product.value, sign)
    index = product.end
    const operator = operatorOf(nodes[index])
    if (index < nodes.length && operator !== '+' && operator !== '-') {
      return fail(nodes[index] ?? owner, 'write an operator with spaces around it: a + b, a - b')
    }
    sign = operator === '-' ? -1 : 1
    index += 1
  } while (index <= nodes.length)
  return sum
}

function addedKind(a: Quantity['kind'], b: Quantity['kind']): Quantity['kind'] | undefined {
  if (a === b) return a
  return a === 'number' || b === 'number' ? undefined : 'mixed'
}

function add(kind: Quantity['kind'], a: Quantity, b: Quantity, sign: number): Quantity {
  return {
    kind,
    evaluate: (context) => {
      const left = a.evaluate(context)
      const right = b.evaluate(context)
      return {
        points: bounded(left.points + sign * right.points),
        percent: bounded(left.percent + sign * right.percent),
      }
    },
  }
}

function readProduct(
  owner: CssNode,
  nodes: readonly CssNode[],
  start: number,
  fail: FailCalculation,
): { readonly value: Quantity; readonly end: number } | undefined {
  const first = nodes[start]
  if (first === undefined) return fail(owner, 'a value is missing')
  let value = readQuantity(first, fail)
  let index = start + 1
  while (value !== undefined) {
    const operator = operatorOf(nodes[index])
    if (operator !== '*' && operator !== '/') return { value, end: index }
    const node = nodes[index + 1]
    if (node === undefined) return fail(owner, `a value is missing after ${operator}`)
    const factor = readQuantity(node, fail)
    if (factor === undefined) return undefined
    value =
      operator === '*' ? multiply(node, value, factor, fail) : divide(node, value, factor, fail)
    index += 2
  }
  return undefined
}

function multiply(
  node: CssNode,
  a: Quantity,
  b: Quantity,
  fail: FailCalculation,
): Quantity | undefined {
  if (a.kind !== 'number' && b.kind !== 'number') {
    return fail(node, 'one side of * must be a plain number')
  }
  return a.kind === 'number' ? scale(b, amount(a)) : scale(a, amount(b))
}

function divide(
  node: CssNode,
  a: Quantity,
  b: Quantity,
  fail: FailCalculation,
): Quantity | undefined {
  if (b.kind !== 'number') return fail(node, 'the right side of / must be a plain number')
  const divisor = amount(b)
  return divisor === 0 ? fail(node, 'nothing can be divided by zero') : scale(a, 1 / divisor)
}

function scale(quantity: Quantity, factor: number): Quantity {
  return {
    kind: quantity.kind,
    evaluate: (context) => {
      const { points, percent } = quantity.evaluate(context)
      return { points: bounded(points * factor), percent: bounded(percent * factor) }
    },
  }
}

/** A plain number does not depend on its context. */
export function amount(quantity: Quantity): number {
  return quantity.evaluate({ fontSize: 0, rootFontSize: 0, lineHeight: 0, rootLineHeight: 0 })
    .points
}
