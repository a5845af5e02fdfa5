/** Sets one line: puts its atoms into visual order, at their places, and joins what can be painted as one run. */
import type { Pt } from '../../geometry/units.ts'
import type { TextStyle } from '../../style/computed.ts'
import { visualOrder } from '../../text/bidi.ts'
import { joinShaped, splitLast } from '../../text/shaped-text.ts'
import type { PictureRun, TextRun } from '../fragment.ts'
import type { GalleyLine } from '../galley.ts'
import type { Atom, TextAtom } from './atoms.ts'
import { baselineInLine, joinExtents } from './extent.ts'
import type { LineExtent, Strut } from './extent.ts'
import type { FilledLine } from './fill.ts'
import type { Unit } from './units.ts'

/** What all lines of a block have in common. */
export interface LineSetting {
  readonly style: TextStyle
  readonly strut: Strut
  readonly units: readonly Unit[]
  /** Of the box; infinite while measuring, and then there is nothing to align in. */
  readonly width: Pt
}

/** A line of any content with the same text: its runs name their items by their place in the content. */
export interface SetLine extends Omit<GalleyLine, 'runs'> {
  readonly runs: readonly SetRun[]
}

export type SetRun = SetTextRun | SetPictureRun

interface SetTextRun extends Omit<TextRun, 'inline'> {
  readonly item: number
}

interface SetPictureRun extends Pick<PictureRun, 'kind' | 'rect'> {
  readonly item: number
}

/** How high a line is, without setting it. */
export function lineExtent({ units, strut }: LineSetting, { start, end }: FilledLine): LineExtent {
  return joinExtents(strut, extentsOf(units, start, end))
}

/** Set a line with its top at `y`. */
export function setLine(setting: LineSetting, filled: FilledLine, y: Pt): SetLine {
  const { style, units } = setting
  const extent = lineExtent(setting, filled)
  const baseline = y + extent.above
  const atoms = visibleAtoms(units, filled, style.direction)
  const left = alignedLeft(setting, filled)
  const hanging = units[filled.end - 1]?.hanging ?? 0
  // What hangs stands at the end of the line: on the left of it when reading from right to left.
  const placed = placeAtoms(atoms, style.direction === 'rtl' ? left - hanging : left)
  return {
    rect: { x: left, y, width: filled.width, height: extent.above + extent.below },
    baseline,
    runs: makeRuns(placed, (atom) => y + baselineInLine(atom.extent, extent)),
  }
}

function* extentsOf(units: readonly Unit[], start: number, end: number): Iterable<Atom['extent']> {
  for (let index = start; index < end; index += 1) {
    for (const { extent } of units[index]?.atoms ?? []) yield extent
  }
}

/** The atoms of a line, with the hyphen it ends in, and its last space where it belongs (UAX #9, rule L1). */
function visibleAtoms(
  units: readonly Unit[],
  { start, end }: FilledLine,
  direction: TextStyle['direction'],
): readonly Atom[] {
  const atoms = units.slice(start, end).flatMap((unit) => unit.atoms)
  const last = atoms.at(-1)
  if (last?.kind !== 'text') return atoms
  const before = atoms.slice(0, -1)
  if (last.hyphen !== undefined) return [...before, last, hyphenAtom(last, last.hyphen)]
  const baseLevel = direction === 'rtl' ? 1 : 0
  const isDecorated = last.decoration !== 'none'
  if (last.hanging === 0 || (last.level === baseLevel && !isDecorated)) return atoms
  // No underline below a space that hangs outside the text.
  const plain: TextAtom = { ...last, decoration: 'none', level: baseLevel }
  if (last.hanging === last.width) return [...before, plain]
  const [word, space] = splitLast(last.shaped)
  return [
    ...before,
    { ...last, shaped: word, width: last.width - last.hanging, hanging: 0 },
    { ...plain, shaped: space, width: last.hanging },
  ]
}

function hyphenAtom(word: TextAtom, hyphen: NonNullable<TextAtom['hyphen']>): TextAtom {
  const width = hyphen.advance * word.style.fontSize
  return { ...word, shaped: hyphen, width, hanging: 0, hyphen: undefined }
}

/** The left edge of the line's content. A line that is too long starts at its start edge. */
function alignedLeft({ style, width }: LineSetting, line: FilledLine): Pt {
  const free = Number.isFinite(width) ? width - line.width : 0
  const startsRight = style.direction === 'rtl'
  if (free < 0) return startsRight ? free : 0
  switch (style.textAlign) {
    case 'center':
      return free / 2
    case 'left':
      return 0
    case 'right':
      return free
    case 'start':
      return startsRight ? free : 0
    case 'end':
      return startsRight ? 0 : free
  }
}

interface PlacedAtom {
  readonly atom: Atom
  readonly x: Pt
  /** Its place in the line from left to right. */
  readonly position: number
}

/** In logical order. */
function placeAtoms(atoms: readonly Atom[], left: Pt): readonly PlacedAtom[] {
  const placed: PlacedAtom[] = []
  let x = left
  if (atoms.every(({ level }) => level === 0)) {
    atoms.forEach((atom, position) => {
      placed.push({ atom, x, position })
      x += atom.width
    })
    return placed
  }
  visualOrder(atoms.map(({ level }) => level)).forEach((index, position) => {
    const atom = atoms[index]
    if (atom === undefined) return
    placed[index] = { atom, x, position }
    x += atom.width
  })
  return placed
}

function makeRuns(
  placed: readonly PlacedAtom[],
  baselineOf: (atom: Atom) => Pt,
): readonly SetRun[] {
  const runs: SetRun[] = []
  for (let index = 0; index < placed.length;) {
    const first = placed[index]
    if (first === undefined) break
    const group = groupFrom(placed, index)
    index += group.length
    const { atom } = first
    if (atom.kind === 'text') runs.push(textRun(atom, group, baselineOf(atom)))
    else if (atom.kind === 'picture') {
      const { item, size } = atom
      const y = baselineOf(atom) - size.height
      runs.push({ kind: 'picture', item, rect: { x: first.x, y, ...size } })
    }
  }
  return runs
}

/** As many atoms from `start` on as can be painted as one run: same style, font and direction, side by side. */
function groupFrom(placed: readonly PlacedAtom[], start: number): readonly PlacedAtom[] {
  let end = start + 1
  while (canJoin(placed[end - 1], placed[end])) end += 1
  return placed.slice(start, end)
}

function canJoin(before: PlacedAtom | undefined, after: PlacedAtom | undefined): boolean {
  if (before?.atom.kind !== 'text' || after?.atom.kind !== 'text') return false
  const one = before.atom
  const other = after.atom
  const step = one.shaped.direction === 'rtl' ? -1 : 1
  return (
    one.shaped.font === other.shaped.font &&
    one.shaped.direction === other.shaped.direction &&
    after.position === before.position + step &&
    one.item === other.item &&
    one.style === other.style &&
    one.decoration === other.decoration &&
    one.extent.raise === other.extent.raise &&
    one.extent.align === other.extent.align
  )
}

function textRun(first: TextAtom, group: readonly PlacedAtom[], baseline: Pt): SetTextRun {
  const { item, style, decoration } = first
  const others = group.slice(1).flatMap(({ atom }) => (atom.kind === 'text' ? [atom.shaped] : []))
  const shaped = joinShaped(first.shaped, others)
  const x = Math.min(...group.map((placed) => placed.x))
  const width = shaped.advance * style.fontSize
  return { kind: 'text', item, style, decoration, shaped, x, baseline, width }
}
