/** Where a length is divided into overlapping parts: as few as possible, with the seams where they harm least. */
import type { Pt } from '../geometry/units.ts'

/** What two neighbouring parts both show. The first is cut at `cut` and laid over the second. */
export interface Seam {
  readonly start: Pt
  readonly cut: Pt
  readonly end: Pt
}

/** How many parts of at most `room` cover a length, neighbours sharing `overlap`. */
export function partsNeeded(length: Pt, room: Pt, overlap: Pt): number {
  return length <= room ? 1 : Math.ceil((length - overlap) / (room - overlap))
}

/** Less room than this leaves parts that are mostly overlap. */
export function leastRoom(overlap: Pt): Pt {
  return 3 * overlap
}

export interface Division {
  readonly length: Pt
  /** Of a sheet; at least `leastRoom`, and a whole number like the overlap. */
  readonly room: Pt
  readonly overlap: Pt
  /** At least as many as are needed. */
  readonly parts: number
}

/**
 * The seams of least total cost, one fewer than parts; undefined when so many parts do not go into the length.
 * They stand at whole points, so that a part rasterises to the same pixels as the whole.
 */
export function placeSeams(
  { length, room, overlap, parts }: Division,
  costOf: (seam: Seam) => number,
): readonly Seam[] | undefined {
  const count = parts - 1
  const step = room - overlap
  let reached: readonly Choice[] = []
  for (let index = 1; index <= count; index += 1) {
    const first = Math.max(overlap, Math.ceil(length - room - (count - index) * step))
    const last = Math.min(index * step, Math.floor(length - overlap * (count - index + 2)))
    const even = (length * index) / (count + 1) - overlap / 2
    const choices: Choice[] = []
    for (let start = first; start <= last; start += 1) {
      const seam = { start, cut: start + Math.floor(overlap / 2), end: start + overlap }
      // Equal parts are pleasant, but never at the price of a cut word.
      const own = costOf(seam) + ((start - even) / room) ** 2 / 100
      const before = index === 1 ? undefined : cheapest(reached, start - step, start - overlap)
      if (index > 1 && before === undefined) continue
      choices.push({ seam, cost: own + (before?.cost ?? 0), before })
    }
    reached = choices
  }
  const seams = chain(cheapest(reached, -Infinity, Infinity))
  return seams.length === count ? seams : undefined
}

interface Choice {
  readonly seam: Seam
  readonly cost: number
  readonly before: Choice | undefined
}

function cheapest(choices: readonly Choice[], from: Pt, to: Pt): Choice | undefined {
  let best: Choice | undefined
  for (const choice of choices) {
    const { start } = choice.seam
    if (start < from || start > to) continue
    if (best === undefined || choice.cost < best.cost) best = choice
  }
  return best
}

function chain(last: Choice | undefined): readonly Seam[] {
  return last === undefined ? [] : [...chain(last.before), last.seam]
}
