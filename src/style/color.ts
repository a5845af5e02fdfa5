/** CSS colours to sRGB (CSS Color 4). None is see-through: opacity is refused where it is written. */
import type { Color } from '../drawing.ts'
import { namedColors } from './color-names.ts'
import { childrenOf } from './syntax.ts'
import type { CssNode } from './syntax.ts'
import { readNumber } from './units.ts'

export const black: Color = { red: 0, green: 0, blue: 0 }

export type ColorReading =
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'currentcolor' }
  | { readonly kind: 'transparent' }
  /** Alpha below 1; `mixed` is what it looks like on white paper. */
  | { readonly kind: 'see-through'; readonly mixed: Color }

/** Read a colour that has passed the grammar of `<color>`, or the keyword `transparent`. */
export function readColor(node: CssNode): ColorReading {
  if (node.type === 'Hash') return fromHex(node.value)
  if (node.type === 'Identifier') return fromName(node.name.toLowerCase())
  if (node.type === 'Function') return fromFunction(node.name.toLowerCase(), childrenOf(node))
  throw new Error(`a ${node.type} passed the grammar of colours`)
}

/** #rrggbb, for messages. */
export function toHex({ red, green, blue }: Color): string {
  const digits = [red, green, blue].map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}

function fromName(name: string): ColorReading {
  if (name === 'currentcolor') return { kind: 'currentcolor' }
  if (name === 'transparent') return { kind: 'transparent' }
  const hex = namedColors[name]
  if (hex === undefined) throw new Error(`colour ${name} passed the grammar`)
  return fromHex(hex.slice(1))
}

function fromHex(digits: string): ColorReading {
  const wide = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits
  const channel = (index: number) => parseInt(wide.slice(index * 2, index * 2 + 2), 16) / 255
  const color = { red: channel(0), green: channel(1), blue: channel(2) }
  return withAlpha(color, wide.length === 8 ? channel(3) : 1)
}

function fromFunction(name: string, children: readonly CssNode[]): ColorReading {
  const parts = children.filter(({ type }) => type !== 'Operator')
  const [first, second, third, alpha] = parts
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error(`${name}() with too few parts passed the grammar`)
  }
  const color = name.startsWith('rgb')
    ? { red: part(first, 255), green: part(second, 255), blue: part(third, 255) }
    : fromHsl(readHue(first), part(second, 1), part(third, 1))
  return withAlpha(color, alpha === undefined ? 1 : part(alpha, 1))
}

function withAlpha(color: Color, alpha: number): ColorReading {
  if (alpha >= 1) return { kind: 'color', color }
  const mix = (channel: number) => channel * alpha + 1 - alpha
  const mixed = { red: mix(color.red), green: mix(color.green), blue: mix(color.blue) }
  return { kind: 'see-through', mixed }
}

/** A number out of `whole`, or a percentage, as 0 to 1. */
function part(node: CssNode, whole: number): number {
  if (node.type === 'Percentage') return clampUnit(readNumber(node.value) / 100)
  if (node.type === 'Number') return clampUnit(readNumber(node.value) / whole)
  return 0
}

const degreesPer: Readonly<Record<string, number>> = {
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
}

function readHue(node: CssNode): number {
  if (node.type === 'Number') return readNumber(node.value)
  if (node.type !== 'Dimension') return 0
  return readNumber(node.value) * (degreesPer[node.unit.toLowerCase()] ?? 1)
}

// CSS Color 4, 7.1.
function fromHsl(hue: number, saturation: number, lightness: number): Color {
  const turned = ((hue % 360) + 360) % 360
  const amplitude = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const k = (offset + turned / 30) % 12
    return lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))
  }
  return { red: channel(0), green: channel(8), blue: channel(4) }
}

function clampUnit(value: number): number {
  return Math.max(0, Math.min(1, value))
}
