/** Units of length (CSS Values 4, 6), and what the relative ones are relative to. */
import { pointsPerInch, pointsPerMillimetre } from '../geometry/units.ts'
import type { Pt } from '../geometry/units.ts'

/** What lengths relative to text resolve against, in points. */
export interface LengthContext {
  readonly fontSize: Pt
  readonly rootFontSize: Pt
  readonly lineHeight: Pt
  readonly rootLineHeight: Pt
}

const absoluteUnits: Readonly<Record<string, Pt>> = {
  pt: 1,
  mm: pointsPerMillimetre,
  cm: pointsPerMillimetre * 10,
  in: pointsPerInch,
  pc: 12,
  px: 0.75,
  q: pointsPerMillimetre / 4,
}

const relativeUnits: Readonly<Record<string, keyof LengthContext>> = {
  em: 'fontSize',
  rem: 'rootFontSize',
  lh: 'lineHeight',
  rlh: 'rootLineHeight',
}

/** Every unit of length there is on paper. */
export const lengthUnits: readonly string[] = [
  ...Object.keys(absoluteUnits),
  ...Object.keys(relativeUnits),
]

/** Points of `value` in `unit` (lower case); the unit is one of `lengthUnits`. */
export function toPoints(value: number, unit: string, context: LengthContext): Pt {
  const size = absoluteUnits[unit]
  if (size !== undefined) return value * size
  const reference = relativeUnits[unit]
  if (reference === undefined) throw new Error(`unit ${unit} passed the grammar`)
  return value * context[reference]
}

/** A number as CSS writes it, kept in a range where sums and products stay finite. */
export function readNumber(text: string): number {
  return bounded(Number(text))
}

// 10 million points are 3.5 km: no page needs more, and nothing overflows.
const largest = 1e7

export function bounded(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-largest, Math.min(largest, value))
}
