/** Finds the rim of a form: where the rays that graze it come from inside to outside. */
import type { Field } from '../field/field.ts'
import type { Frame } from './march.ts'
import type { Tiles } from './tiles.ts'

/** Near enough to the rim, as a share of the way. */
const exact = 0.015

export type RimFinder = (x: number, y: number, dx: number, dy: number, depth: number) => number

/**
 * Along a ray past a smooth form the distance falls to a least value and rises again: below 0 inside the rim, above
 * outside, and all but linear across it. So the least value is found by a parabola, and its zero by secants.
 */
export function createRimFinder(
  field: Field,
  tiles: Tiles,
  frame: Frame,
  tileAt: (x: number, y: number) => number,
): RimFinder {
  const { view, pixelsPerMetre } = frame
  const { kernel } = field
  let depthOfLeast = 0

  function leastAlong(x: number, y: number, depth: number): number {
    const right = view.left + x / pixelsPerMetre
    const up = view.top - y / pixelsPerMetre
    const least = kernel.leastAlong(tiles.lists[tileAt(x, y)] ?? 0, right, up, depth)
    if (least === least) depthOfLeast = kernel.depthOfLeast.value
    return least
  }

  return (x, y, dx, dy, depth) => {
    let before = 0
    let beforeLeast = Number.NaN
    let share = 0.5
    depthOfLeast = depth
    for (let tries = 0; tries < 7; tries++) {
      const least = leastAlong(x + dx * share, y + dy * share, depthOfLeast)
      if (least !== least) return Number.NaN
      let slope = 1 / pixelsPerMetre
      if (beforeLeast === beforeLeast && share !== before) {
        const measured = (least - beforeLeast) / (share - before)
        // Across a rim the distance grows outwards, by a metre a metre at most.
        if (measured < slope * 0.05) return Number.NaN
        slope = measured
      }
      const next = share - least / slope
      if (next < -0.3 || next > 1.3) {
        if (tries > 1) return Number.NaN
      }
      const kept = Math.min(1, Math.max(0, next))
      if (Math.abs(kept - share) < exact) return kept
      before = share
      beforeLeast = least
      share = kept
    }
    return Number.NaN
  }
}
