/** The movement arrow: the real path of what moves, moved aside until it is clear of the figure. */
import type { Path } from '../../geometry/path.ts'
import type { View } from '../camera.ts'
import { toMetres } from '../ink/picture.ts'
import type { Area } from '../sketch.ts'
import { fitPath } from '../trace/fit.ts'
import { isCoveredAt } from './mask.ts'
import type { Mask } from './mask.ts'
import { growth, lengthOf, normalAt, onSheet, spaced, viewAround } from './plane.ts'
import type { Place } from './plane.ts'

/** Metres on a figure that lies: legible when it is printed 5 cm wide. */
const headLength = 0.062
const headWidth = 0.058
const tailWidth = 0.009
const neckWidth = 0.022
/** Free room on each side of the shaft. */
const clearance = 0.016
const leastLength = 0.2
const points = 28

export interface ArrowSurroundings {
  /** What must not be touched: the figure with its props. */
  readonly figure: Mask
  /** What is better not crossed: the ghost. */
  readonly ghost: Mask | undefined
  /** What the picture shows anyway: an arrow inside needs no more room. */
  readonly view: View
}

export interface Arrow {
  /** The middle of the shaft, to the tip of the head. */
  readonly line: readonly Place[]
  /** Places on the arrow and in the free room beside it. */
  readonly covers: readonly Place[]
}

/** Parts of the path that are tried: all but its ends, then less and less. */
const parts: readonly (readonly [number, number])[] = [
  [0.06, 0.97],
  [0.2, 0.95],
  [0.35, 0.95],
  [0.45, 0.85],
]
const offsets = Array.from({ length: 17 }, (_, i) => 0.03 + i * 0.02)
const directions = 16
/** An arrow ahead of what moves shows where it goes on to: so much less than aside is it away. */
const aheadShare = 0.6

/** `path` as the camera sees it. Undefined when no place is free. */
export function planArrow(path: readonly Place[], around: ArrowSurroundings): Arrow | undefined {
  let best: readonly Place[] | undefined
  let least = Infinity
  for (const [index, [from, to]] of parts.entries()) {
    const line = lengthened(partOf(path, from, to))
    const penalty = index * 0.06
    for (const candidate of candidates(line)) {
      const extra = candidate.away * 2.2 + penalty
      if (extra >= least) continue
      const place = candidate.line()
      const cost = costOf(place, around, least - extra) + extra
      if (cost < least) {
        least = cost
        best = place
      }
    }
  }
  if (best === undefined || least >= blocked) return undefined
  return { line: best, covers: coveredBy(best) }
}

export function arrowItems({ line }: Arrow, view: View): readonly Area[] {
  return [{ kind: 'area', role: { kind: 'arrow' }, path: arrowPath(line, view) }]
}

interface Candidate {
  /** Most are too far away to be worth laying out. */
  line(): readonly Place[]
  /** How far from the real path, metres. */
  readonly away: number
}

/** Beside the path, as an arc of another radius or moved as it is. */
function candidates(line: readonly Place[]): readonly Candidate[] {
  const beside = offsets.flatMap((offset) =>
    [-1, 1].map((side): Candidate => {
      const moved = (place: Place, index: number): Place => {
        const [nx, ny] = normalAt(line, index)
        return [place[0] + nx * side * offset, place[1] + ny * side * offset]
      }
      return { line: () => spaced(line.map(moved), points), away: offset }
    }),
  )
  const ahead = wayOf(line)
  const shifted = offsets.flatMap((offset) =>
    Array.from({ length: directions }, (_, k): Candidate => {
      const angle = (2 * Math.PI * k) / directions
      const [dx, dy] = [Math.cos(angle) * offset, Math.sin(angle) * offset]
      const away = offset * 1.05 - Math.max(0, dx * ahead[0] + dy * ahead[1]) * aheadShare
      return { line: () => line.map(([x, y]): Place => [x + dx, y + dy]), away }
    }),
  )
  return [{ line: () => line, away: 0 }, ...beside, ...shifted]
}

/** From the first place of a line to its last, length 1. */
function wayOf(line: readonly Place[]): Place {
  const [first = [0, 0], last = first] = [line[0], line.at(-1)]
  const [x, y] = [last[0] - first[0], last[1] - first[1]]
  const size = Math.hypot(x, y) || 1
  return [x / size, y / size]
}

/** From here on an arrow would lie on the figure. */
const blocked = 10

/** Blocked as well when it is `most` or more: then nobody asks how much. */
function costOf(
  line: readonly Place[],
  { figure, ghost, view }: ArrowSurroundings,
  most: number,
): number {
  // The picture would have to become larger, and all in it smaller.
  const larger = growth(view, viewAround(line, headWidth / 2)) * 0.45
  if (larger >= most || line.some((place) => isCoveredAt(figure, place))) return blocked
  const folded = lengthOf(line) < leastLength * 0.6 || turnsBack(line)
  if (folded) return blocked
  let onGhost = 0
  for (const place of coveredBy(line)) {
    if (isCoveredAt(figure, place)) return blocked
    if (ghost && isCoveredAt(ghost, place)) onGhost++
  }
  return (onGhost / (points * 5)) * 0.15 + larger
}

/** Places on the arrow and in the free room beside it. */
function coveredBy(line: readonly Place[]): readonly Place[] {
  const head = headLength / Math.max(headLength, lengthOf(line))
  return line.flatMap((place, index): readonly Place[] => {
    const [nx, ny] = normalAt(line, index)
    const isHead = index + 2 > line.length * (1 - head)
    const half = (isHead ? headWidth / 2 : neckWidth / 2) + clearance
    return [-1, -0.5, 0, 0.5, 1].map((side): Place => [
      place[0] + nx * half * side,
      place[1] + ny * half * side,
    ])
  })
}

/** An arc moved inwards by more than its radius runs backwards. */
function turnsBack(line: readonly Place[]): boolean {
  return line.some((place, index) => {
    const a = line[index - 1]
    const b = line[index + 1]
    if (!a || !b) return false
    return (place[0] - a[0]) * (b[0] - place[0]) + (place[1] - a[1]) * (b[1] - place[1]) < 0
  })
}

function partOf(path: readonly Place[], from: number, to: number): readonly Place[] {
  const fine = spaced(path, 101)
  return spaced(fine.slice(Math.round(from * 100), Math.round(to * 100) + 1), points)
}

/** A short path is drawn longer at both ends, so that its direction can be read. */
function lengthened(line: readonly Place[]): readonly Place[] {
  const missing = leastLength - lengthOf(line)
  if (missing <= 0) return line
  const [first, second] = line
  const [before, last] = line.slice(-2)
  if (!first || !second || !before || !last) return line
  const start = beyond(second, first, missing / 2)
  return spaced([start, ...line, beyond(before, last, missing / 2)], points)
}

function beyond(from: Place, to: Place, length: number): Place {
  const size = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  return [to[0] + ((to[0] - from[0]) / size) * length, to[1] + ((to[1] - from[1]) / size) * length]
}

/** A shaft that grows towards a barbed head, its sides as smooth curves. */
export function arrowPath(line: readonly Place[], view: View): Path {
  const total = lengthOf(line)
  const fine = spaced(line, 61)
  const head = Math.min(headLength, total * 0.45)
  const neck = Math.round(60 * (1 - (head * 0.82) / total))
  const barb = Math.round(60 * (1 - head / total))
  const side = (sign: 1 | -1): readonly Place[] =>
    fine.slice(0, neck + 1).map((place, index): Place => {
      const [nx, ny] = normalAt(fine, index)
      const half = (tailWidth + ((neckWidth - tailWidth) * index) / neck) / 2
      return [place[0] + nx * half * sign, place[1] + ny * half * sign]
    })
  const tip = fine[60] ?? [0, 0]
  const base = fine[barb] ?? tip
  // Barbs stand square to the chord of the head, so that it is even on a curve.
  const size = Math.hypot(tip[0] - base[0], tip[1] - base[1]) || 1
  const [nx, ny] = [-(tip[1] - base[1]) / size, (tip[0] - base[0]) / size]
  const half = (headWidth / 2) * (head / headLength)
  const corner = (x: number, y: number) => ({ type: 'line' as const, ...onSheet(view, [x, y]) })
  const there = sheetCurve(side(1), view)
  const back = sheetCurve([...side(-1)].reverse(), view)
  const [start] = back
  return [
    ...there,
    corner(base[0] + nx * half, base[1] + ny * half),
    corner(tip[0], tip[1]),
    corner(base[0] - nx * half, base[1] - ny * half),
    ...(start?.type === 'move' ? [{ ...start, type: 'line' as const }] : []),
    ...back.slice(1),
    { type: 'close' },
  ]
}

/** Fitted a fifth of a millimetre close. */
function sheetCurve(places: readonly Place[], view: View): Path {
  const points = places.flatMap((place) => {
    const { x, y } = onSheet(view, place)
    return [x * 1000, y * 1000]
  })
  return toMetres(fitPath(Float64Array.from(points), 0.2, false), 1000)
}
