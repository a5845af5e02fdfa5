/** The values of SVG attributes: numbers, lengths, points, transforms, colours. Undefined means "not one". */
import type { Color } from '../drawing.ts'
import { compose, identity } from '../geometry/matrix.ts'
import type { Matrix } from '../geometry/matrix.ts'
import type { Point, Rect } from '../geometry/rect.ts'
import { namedColors } from '../style/color-names.ts'

const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi

/** Far beyond any paper, and far from the end of what a double holds. */
const largest = 1e9

/** User units (CSS pixels) in each unit of length. */
const unitSizes: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
}

/** A length in user units. Percentages are not lengths here. */
export function readLength(text: string): number | undefined {
  const [, value, unit = ''] = /^\s*([-+\d.e]+?)\s*(px|pt|pc|mm|cm|in)?\s*$/i.exec(text) ?? []
  const size = unitSizes[unit.toLowerCase()]
  const amount = value === undefined ? undefined : readNumbers(value)?.[0]
  return amount === undefined || size === undefined ? undefined : amount * size
}

/** Numbers separated by spaces or commas, and nothing else; what would overflow on the way to paper is not one. */
export function readNumbers(text: string): readonly number[] | undefined {
  if (text.replace(number, '').replace(/[\s,]+/g, '') !== '') return undefined
  const numbers = [...text.matchAll(number)].map(([match]) => Number(match))
  return numbers.every((value) => Math.abs(value) <= largest) ? numbers : undefined
}

export function readPoints(text: string): readonly Point[] | undefined {
  const numbers = readNumbers(text)
  if (numbers === undefined || numbers.length % 2 === 1) return undefined
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({
    x: numbers[2 * index] ?? 0,
    y: numbers[2 * index + 1] ?? 0,
  }))
}

export function readViewBox(text: string): Rect | undefined {
  const numbers = readNumbers(text)
  const [x, y, width, height] = numbers ?? []
  if (numbers?.length !== 4 || x === undefined || y === undefined) return undefined
  if (width === undefined || height === undefined || width <= 0 || height <= 0) return undefined
  return { x, y, width, height }
}

/** A list of transforms (SVG 2, 8.5); the last one written applies first. */
export function readTransform(text: string): Matrix | undefined {
  const call = /\s*,?\s*([a-z]+)\s*\(([^()]*)\)\s*/giy
  let matrix = identity
  let end = 0
  for (let match = call.exec(text); match !== null; match = call.exec(text)) {
    const [, name = '', inside = ''] = match
    const next = transformOf(name, readNumbers(inside) ?? [])
    if (next === undefined) return undefined
    matrix = compose(matrix, next)
    end = call.lastIndex
  }
  return text.slice(end).trim() === '' && matrix.every(Number.isFinite) ? matrix : undefined
}

/** A colour: #rgb, #rrggbb, rgb(…) or a name. None is see-through. */
export function readColor(text: string): Color | undefined {
  const written = text.trim().toLowerCase()
  if (written === 'currentcolor') return { red: 0, green: 0, blue: 0 }
  const name = Object.hasOwn(namedColors, written) ? namedColors[written] : undefined
  const hex = /^#(?:([\da-f]{6})|([\da-f])([\da-f])([\da-f]))$/.exec(name ?? written)
  if (hex !== null) {
    const [, long, r = '', g = '', b = ''] = hex
    const digits = long ?? r + r + g + g + b + b
    const channel = (index: number): number => parseInt(digits.slice(index, index + 2), 16) / 255
    return { red: channel(0), green: channel(2), blue: channel(4) }
  }
  const parts = /^rgb\(([^()]*)\)$/.exec(written)?.[1]
  const isPercent = parts?.includes('%') === true
  const numbers = readNumbers((parts ?? '').replaceAll('%', ' '))
  const [red, green, blue] = (numbers ?? []).map((value) =>
    Math.min(1, Math.max(0, value / (isPercent ? 100 : 255))),
  )
  if (red === undefined || green === undefined || blue === undefined) return undefined
  return numbers?.length === 3 ? { red, green, blue } : undefined
}

function transformOf(name: string, values: readonly number[]): Matrix | undefined {
  const [a, b, c, d, e, f] = values
  const { length } = values
  if (a === undefined) return undefined
  switch (name) {
    case 'matrix':
      if (b === undefined || c === undefined || d === undefined) return undefined
      return e === undefined || f === undefined || length > 6 ? undefined : [a, b, c, d, e, f]
    case 'translate':
      return length > 2 ? undefined : [1, 0, 0, 1, a, b ?? 0]
    case 'scale':
      return length > 2 ? undefined : [a, 0, 0, b ?? a, 0, 0]
    case 'rotate':
      return length === 1 || length === 3 ? rotation(a, b ?? 0, c ?? 0) : undefined
    case 'skewX':
      return length > 1 ? undefined : [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0]
    case 'skewY':
      return length > 1 ? undefined : [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0]
    default:
      return undefined
  }
}

function rotation(degrees: number, x: number, y: number): Matrix {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
}
