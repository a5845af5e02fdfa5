/** Colour arithmetic in sRGB: mixtures, luminance, greys. Everything drawn is opaque, so what lies over is mixed. */
import type { Color } from '../../drawing.ts'

export const black: Color = { red: 0, green: 0, blue: 0 }
export const white: Color = { red: 1, green: 1, blue: 1 }

/** A colour written `#rrggbb`; undefined for anything else. */
export function fromHex(text: string): Color | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return undefined
  const channel = (at: number): number => parseInt(text.slice(at, at + 2), 16) / 255
  return { red: channel(1), green: channel(3), blue: channel(5) }
}

/** A colour of our own tables, which is well formed. */
export function hex(text: string): Color {
  const color = fromHex(text)
  if (color === undefined) throw new Error(`${text} is not a colour`)
  return color
}

/** `share` of the second colour over the first. */
export function mixed(from: Color, to: Color, share: number): Color {
  const channel = (a: number, b: number): number => a + (b - a) * share
  return {
    red: channel(from.red, to.red),
    green: channel(from.green, to.green),
    blue: channel(from.blue, to.blue),
  }
}

/** Relative luminance (WCAG 2, IEC 61966-2-1), 0 to 1. */
export function luminance({ red, green, blue }: Color): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue)
}

/** The grey of the same luminance. */
export function toGrey(color: Color): Color {
  const y = luminance(color)
  const grey = y <= 0.0031308 ? 12.92 * y : 1.055 * y ** (1 / 2.4) - 0.055
  return { red: grey, green: grey, blue: grey }
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
