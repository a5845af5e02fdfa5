/** Groups atoms into units that no line break parts, and measures them once. */
import type { Pt } from '../../geometry/units.ts'
import type { BreakKind } from '../../text/line-break.ts'
import { splitShaped } from '../../text/shaped-text.ts'
import type { Atom, TextAtom } from './atoms.ts'

export interface Unit {
  readonly atoms: readonly Atom[]
  /** Without the space that hangs when the line ends after it. */
  readonly width: Pt
  readonly hanging: Pt
  readonly breakAfter: BreakKind
  /** Room for the hyphen that appears when the line ends after it. */
  readonly hyphenWidth: Pt
  /** The first part of a word that is broken anywhere: such a word gets a line of its own first. */
  readonly opensLine: boolean
}

/** Widths that other engines hand back rounded to 32 bits must still hold what they were measured from. */
export const widthTolerance: Pt = 0.01

export function groupUnits(atoms: readonly Atom[]): readonly Unit[] {
  const units: Unit[] = []
  let start = 0
  atoms.forEach((atom, index) => {
    if (atom.breakAfter === 'none' && index < atoms.length - 1) return
    units.push(createUnit(atoms.slice(start, index + 1), false))
    start = index + 1
  })
  return units
}

/** Units that fit a width: words that do not, and may break anywhere, are parted into letters. */
export function fitUnits(units: readonly Unit[], width: Pt): readonly Unit[] {
  const isPartable = (unit: Unit): boolean =>
    unit.width > width + widthTolerance && mayBreakAnywhere(unit)
  if (!units.some(isPartable)) return units
  return units.flatMap((unit) => (isPartable(unit) ? partUnit(unit) : [unit]))
}

/** The narrowest box that holds the units without overflow. */
export function minContentWidth(units: readonly Unit[]): Pt {
  const widths = units.map((unit) =>
    mayBreakAnywhere(unit)
      ? Math.max(...partUnit(unit).map(({ width }) => width))
      : unit.width + unit.hyphenWidth,
  )
  return Math.max(0, ...widths)
}

/** The width of the longest line when only forced breaks end lines. */
export function maxContentWidth(units: readonly Unit[]): Pt {
  let widest = 0
  let used = 0
  for (const unit of units) {
    widest = Math.max(widest, used + unit.width)
    used = unit.breakAfter === 'mandatory' ? 0 : used + unit.width + unit.hanging
  }
  return widest
}

function createUnit(atoms: readonly Atom[], opensLine: boolean): Unit {
  const last = atoms.at(-1)
  const hanging = last?.hanging ?? 0
  const hyphen = last?.kind === 'text' ? last.hyphen?.advance : undefined
  return {
    atoms,
    width: atoms.reduce((sum, atom) => sum + atom.width, 0) - hanging,
    hanging,
    breakAfter: last?.breakAfter ?? 'none',
    hyphenWidth: last?.kind === 'text' && hyphen !== undefined ? hyphen * last.style.fontSize : 0,
    opensLine,
  }
}

function mayBreakAnywhere({ atoms }: Unit): boolean {
  return atoms.some((atom) => atom.kind === 'text' && atom.style.overflowWrap === 'anywhere')
}

function partUnit(unit: Unit): readonly Unit[] {
  const parts = unit.atoms.flatMap((atom) =>
    atom.kind === 'text' && atom.style.overflowWrap === 'anywhere' ? partAtom(atom) : [atom],
  )
  return groupUnits(parts).map((part, index) => (index === 0 ? { ...part, opensLine: true } : part))
}

function partAtom(atom: TextAtom): readonly Atom[] {
  const pieces = splitShaped(atom.shaped)
  // The space after the word hangs with its last letter.
  const spaceAt = atom.hanging > 0 ? pieces.length - 1 : pieces.length
  return pieces.map((shaped, index): TextAtom => {
    const isLast = index === pieces.length - 1
    const width = shaped.advance * atom.style.fontSize
    return {
      ...atom,
      shaped,
      width,
      hanging: index === spaceAt ? width : 0,
      breakAfter: isLast ? atom.breakAfter : index + 1 === spaceAt ? 'none' : 'allowed',
      hyphen: isLast ? atom.hyphen : undefined,
    }
  })
}
