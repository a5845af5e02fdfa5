/** What is wrong with a value, in words: the bad part, what is allowed, what was probably meant. */
import { diagnose, nearest } from '../diagnostics/index.ts'
import type { Diagnostic, Place } from '../diagnostics/index.ts'
import { namedColors } from './color-names.ts'
import type { ValueFault } from './read-value.ts'
import { lengthUnits } from './units.ts'

/** Where a fault was found. */
export interface FaultyValue {
  readonly property: string
  /** Grammar of the property. */
  readonly syntax: string
  /** What the fault's offsets count in. */
  readonly text: string
  readonly place: Place | undefined
  /** The value with its variables filled in, when it had any. */
  readonly filledIn?: string
}

export function describeFault(fault: ValueFault, value: FaultyValue): Diagnostic {
  const { property, place } = value
  const bad = value.text.slice(fault.start, fault.start + fault.length)
  const filledIn = value.filledIn === undefined ? undefined : shorten(value.filledIn)
  switch (fault.kind) {
    case 'unit': {
      const details = { unit: fault.unit, hint: unitHint(fault.unit), filledIn }
      return diagnose('style-unknown-unit', details, place)
    }
    case 'calculation':
      return diagnose('style-bad-calculation', { property, why: fault.why, filledIn }, place)
    case 'see-through':
      return diagnose('style-opacity', { value: bad, hint: fault.hint, filledIn }, place)
    case 'grammar':
      return describeMismatch(bad, value, filledIn)
  }
}

function describeMismatch(
  bad: string,
  { property, syntax, place }: FaultyValue,
  filledIn: string | undefined,
): Diagnostic {
  const takesColor = syntax.includes('<color>')
  const isWord = /^[a-z-]+$/i.test(bad)
  const meant = isWord ? nearest(bad, keywordsOf(syntax)) : undefined
  if (takesColor && meant === undefined && (isWord || /^#\w*$/.test(bad))) {
    return diagnose('style-unknown-color', { color: bad, hint: colorHint(bad), filledIn }, place)
  }
  const hints = [
    ...(meant === undefined ? [] : [`did you mean "${meant}"?`]),
    ...(isMissingUnit(bad, syntax) ? [`a length needs a unit, for example ${bad}pt;`] : []),
    `allowed: ${syntax}`,
  ]
  const details = { property, bad: shorten(bad), hint: hints.join(' '), filledIn }
  return diagnose('style-bad-value', details, place)
}

/** Screen units, and what to write instead. */
const screenUnits: Readonly<Record<string, string>> = {
  vw: '%',
  vh: '%',
  vmin: '%',
  vmax: '%',
  ch: 'em',
  ex: 'em',
}

function unitHint(unit: string): string | undefined {
  const instead = screenUnits[unit.toLowerCase()] ?? nearest(unit, lengthUnits)
  return `${instead === undefined ? '' : `did you mean "${instead}"? `}known: ${lengthUnits.join(', ')}, %`
}

function colorHint(bad: string): string {
  if (bad.toLowerCase() === 'transparent') return 'leave it out, or use the colour of the paper'
  if (bad.startsWith('#')) return 'write three or six hexadecimal digits, like #9f2311'
  const meant = nearest(bad, Object.keys(namedColors))
  return meant === undefined
    ? 'write #rgb, #rrggbb, rgb(), hsl() or a CSS colour name'
    : `did you mean "${meant}"?`
}

function isMissingUnit(bad: string, syntax: string): boolean {
  return /^[-+.\d]+$/.test(bad) && syntax.includes('<length') && Number(bad) !== 0
}

/** The words of a grammar that stand for themselves. */
function keywordsOf(syntax: string): readonly string[] {
  return syntax.replace(/<[^>]*>|[\w-]+\(/g, ' ').match(/[a-z][\w-]*/gi) ?? []
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`
}
