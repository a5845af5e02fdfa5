/** Finds the rim of a form: where the rays that graze it come from inside to outside. */
import { distanceTo } from '../field/field.ts'
import type { Field } from '../field/field.ts'
import type { Frame } from './march.ts'
import type { Tiles } from './tiles.ts'

/** Metres between the three places at which the distance along a ray is measured. */
const probeStep = 0.003
/** A ray is moved along by no more than this at once. */
const longestStep = 0.02
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
  const { camera, view, pixelsPerMetre } = frame
  const [fx, fy, fz] = camera.forward
  let depthOfLeast = 0

  function leastAlong(x: number, y: number, depth: number): number {
    const tile = tileAt(x, y)
    const start = tiles.start[tile] ?? 0
    const end = tiles.start[tile + 1] ?? 0
    const right = view.left + x / pixelsPerMetre
    const up = view.top - y / pixelsPerMetre
    const ox = camera.right[0] * right + camera.up[0] * up
    const oy = camera.right[1] * right + camera.up[1] * up
    const oz = camera.right[2] * right + camera.up[2] * up
    const { list } = tiles
    let t = depth
    for (let tries = 0; tries < 7; tries++) {
      const n = t - probeStep
      const f = t + probeStep
      const near = distanceTo(field, list, start, end, ox + fx * n, oy + fy * n, oz + fz * n)
      const here = distanceTo(field, list, start, end, ox + fx * t, oy + fy * t, oz + fz * t)
      const far = distanceTo(field, list, start, end, ox + fx * f, oy + fy * f, oz + fz * f)
      const slope = (far - near) / (2 * probeStep)
      const curve = (near - 2 * here + far) / (probeStep * probeStep)
      const wanted = curve > 0.5 ? -slope / curve : slope > 0 ? -longestStep : longestStep
      if (wanted < probeStep * 1.5 && wanted > -probeStep * 1.5) {
        depthOfLeast = t + wanted
        return here + slope * wanted * 0.5
      }
      t += Math.min(longestStep, Math.max(-longestStep, wanted))
    }
    return Number.NaN
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
