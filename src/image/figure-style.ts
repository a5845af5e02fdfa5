/** The style of a figure from the custom properties of its element: `--figure-top: #335577`. */
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Place, Report } from '../diagnostics/index.ts'
import type { Color } from '../drawing.ts'
import { outlineStyle, photocopyStyle, standardStyle } from '../figure/finish/manners.ts'
import { fromHex } from '../figure/finish/tones.ts'
import type { Material } from '../figure/solid.ts'
import type { FigureStyle } from '../figure/style.ts'
import { namedColors } from '../style/color-names.ts'
import type { Variables } from '../style/compute-variables.ts'

export type FigureStyleName = 'color' | 'grey' | 'photocopy' | 'outline'

/** What the others are set over: `--figure-style: photocopy`. */
export const figureStyles: Readonly<Record<FigureStyleName, FigureStyle>> = {
  color: standardStyle,
  grey: { ...standardStyle, isGreyscale: true },
  photocopy: photocopyStyle,
  outline: outlineStyle,
}

const styleNames: readonly FigureStyleName[] = ['color', 'grey', 'photocopy', 'outline']

const materials: readonly Material[] = [
  'skin', 'top', 'shorts', 'hair', 'hair-tie', 'shoe', 'sole', 'lace', 'sock',
  'band', 'strap', 'cushion', 'ball', 'roller', 'step', 'wall',
] // prettier-ignore

const prefix = '--figure-'
const lengths = ['outline', 'thinnest'] as const
const colors = ['ink', 'feel', 'arrow'] as const
/** Colours that may be `none`: what they colour is left out. */
const optionalColors = ['mat', 'ghost'] as const

/** Every custom property that figures read, for messages and for templates/README.md. */
export const figureProperties: readonly string[] = [
  'style',
  ...materials,
  ...colors,
  ...optionalColors,
  ...lengths,
].map((name) => prefix + name)

/** Read the style of a figure; a value that cannot be is reported and left out. */
export function readFigureStyle(
  variables: Variables,
  place: Place | undefined,
  report: Report,
): FigureStyle {
  const fail = (property: string, value: string, wanted: string): undefined => {
    report(diagnose('image-figure-style', { property, value, wanted }, place))
  }
  const read = <T>(
    name: string,
    wanted: string,
    reader: (text: string) => T | undefined,
  ): T | undefined => {
    const value = variables.get(prefix + name)?.trim()
    if (value === undefined || value === '') return undefined
    return reader(value) ?? fail(prefix + name, value, wanted)
  }
  for (const name of variables.keys()) {
    if (!name.startsWith(prefix) || figureProperties.includes(name)) continue
    const hint = suggest(name, figureProperties)
    report(diagnose('image-figure-property', { property: name, hint }, place))
  }
  const known = styleNames.join(', ')
  const base = read('style', `one of ${known}`, styleNamed) ?? standardStyle
  const color = (name: string): Color | undefined =>
    read(name, 'a colour: #b4552d or a name', colorOf)
  const optional = (name: string, initial: Color | undefined): Color | undefined => {
    if (variables.get(prefix + name)?.trim() === 'none') return undefined
    return color(name) ?? initial
  }
  const length = (name: string): number | undefined =>
    read(name, 'a length in points, such as 0.75pt', pointsOf)
  const ownColors = materials.flatMap((material) => {
    const own = color(material)
    return own === undefined ? [] : [[material, own] as const]
  })
  const ghost = optional('ghost', base.ghost)
  return {
    ...base,
    colors: { ...base.colors, ...Object.fromEntries(ownColors) },
    ink: color('ink') ?? base.ink,
    feel: color('feel') ?? base.feel,
    arrow: color('arrow') ?? base.arrow,
    mat: optional('mat', base.mat),
    ghost: ghost ?? base.ghost,
    hasGhost: ghost !== undefined && base.hasGhost,
    outline: length('outline') ?? base.outline,
    thinnest: length('thinnest') ?? base.thinnest,
  }
}

function styleNamed(text: string): FigureStyle | undefined {
  const name = styleNames.find((known) => known === text)
  return name === undefined ? undefined : figureStyles[name]
}

function colorOf(text: string): Color | undefined {
  const name = text.toLowerCase()
  const long = /^#[0-9a-f]{3}$/.test(name) ? name.replace(/[0-9a-f]/g, '$&$&') : name
  return fromHex(Object.hasOwn(namedColors, long) ? (namedColors[long] ?? '') : long)
}

function pointsOf(text: string): number | undefined {
  const points = Number(/^(\d+(?:\.\d+)?)pt$/.exec(text)?.[1] ?? NaN)
  return points > 0 && points <= 20 ? points : undefined
}
