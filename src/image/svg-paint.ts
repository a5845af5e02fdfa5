/** How an SVG shape is painted: its presentation attributes over what it inherits. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Color } from '../drawing.ts'
import type { Element } from '../template/markup.ts'
import { readColor, readLength, readNumbers } from './svg-values.ts'

/** All of these are inherited. Lengths are in user units. */
export interface SvgPaint {
  readonly fill: Color | 'none'
  readonly stroke: Color | 'none'
  readonly strokeWidth: number
  readonly fillRule: 'nonzero' | 'evenodd'
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly dash: readonly number[]
}

export const initialPaint: SvgPaint = {
  fill: { red: 0, green: 0, blue: 0 },
  stroke: 'none',
  strokeWidth: 1,
  fillRule: 'nonzero',
  cap: 'butt',
  join: 'miter',
  dash: [],
}

export const paintAttributes: readonly string[] = [
  'fill',
  'stroke',
  'stroke-width',
  'fill-rule',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
]

const colorWanted = 'a colour such as #14202b, or none'

/** The paint of an element that inherits `inherited`. */
export function paintOf(element: Element, inherited: SvgPaint, report: Report): SvgPaint {
  const { attributes, place } = element
  if (!paintAttributes.some((name) => attributes[name] !== undefined)) return inherited
  const read = <T>(name: string, fallback: T, wanted: string, reader: Reader<T>): T => {
    const value = attributes[name]
    if (value === undefined || value === 'inherit') return fallback
    const found = reader(value)
    if (found === undefined) report(diagnose('image-svg-value', { name, value, wanted }, place))
    return found ?? fallback
  }
  return {
    fill: read('fill', inherited.fill, colorWanted, readPaint),
    stroke: read('stroke', inherited.stroke, colorWanted, readPaint),
    strokeWidth: read('stroke-width', inherited.strokeWidth, 'a width', readWidth),
    fillRule: read('fill-rule', inherited.fillRule, 'nonzero or evenodd', readFillRule),
    cap: read('stroke-linecap', inherited.cap, 'butt, round or square', readCap),
    join: read('stroke-linejoin', inherited.join, 'miter, round or bevel', readJoin),
    dash: read('stroke-dasharray', inherited.dash, 'a list of lengths, or none', readDash),
  }
}

type Reader<T> = (value: string) => T | undefined

function readPaint(value: string): Color | 'none' | undefined {
  return value.trim() === 'none' ? 'none' : readColor(value)
}

function readWidth(value: string): number | undefined {
  const width = readLength(value)
  return width !== undefined && width >= 0 ? width : undefined
}

/** An odd list is repeated to make it even; one of zeros only means a solid line (SVG 2, 13.5.6). */
function readDash(value: string): readonly number[] | undefined {
  if (value.trim() === 'none') return []
  const lengths = readNumbers(value.replaceAll('px', ' '))
  if (lengths === undefined || lengths.some((length) => length < 0)) return undefined
  if (lengths.every((length) => length === 0)) return []
  return lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths
}

function oneOf<const T extends string>(keywords: readonly T[]): Reader<T> {
  return (value) => keywords.find((keyword) => keyword === value.trim())
}

const readFillRule = oneOf(['nonzero', 'evenodd'])
const readCap = oneOf(['butt', 'round', 'square'])
const readJoin = oneOf(['miter', 'round', 'bevel'])
