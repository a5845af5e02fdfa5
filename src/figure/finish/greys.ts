/** Tones without colours: greys of the same luminance would make dark skin, shirt and feel-it area one. */
import type { Color } from '../../drawing.ts'
import type { Material } from '../solid.ts'
import { mixed, toGrey, white } from './tones.ts'

/** Body, clothes and things are no darker than this: what is darker is felt, or a line. */
const darkest = 0.42
const lightest = 0.97
/** What lies beside skin differs from it by this much. */
const step = 0.13
/** The feel-it area and the arrow. */
const accent = 0.24

/** Hair stays dark: nothing is felt there. */
const ownTone: ReadonlySet<Material> = new Set<Material>(['hair'])
const besideSkin: ReadonlySet<Material> = new Set<Material>(['top', 'shorts'])

/** The grey of a material; `skin` is the colour of the same person's skin. */
export function greyOf(material: Material, color: Color, skin: Color): Color {
  if (ownTone.has(material)) return toGrey(color)
  const tone = lifted(color)
  return grey(besideSkin.has(material) ? apart(tone, lifted(skin)) : tone)
}

/** Dark, whatever the colour. */
export function accentGrey(color: Color): Color {
  return grey(Math.min(accent, toGrey(color).red))
}

/** Fibres are light lines on the dark area. */
export function fibreGrey(feel: Color): Color {
  return mixed(accentGrey(feel), white, 0.5)
}

function lifted(color: Color): number {
  return darkest + (1 - darkest) * toGrey(color).red
}

function apart(tone: number, from: number): number {
  if (Math.abs(tone - from) >= step) return tone
  const [above, below] = [from + step, from - step]
  if (tone >= from) return above <= lightest ? above : below
  return below >= darkest ? below : above
}

function grey(value: number): Color {
  return { red: value, green: value, blue: value }
}
