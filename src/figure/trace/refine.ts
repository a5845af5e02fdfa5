/** Finds contours between pixels by casting more rays: bisection of the crack they cross. */
import type { Buffers, Probe } from '../render/buffers.ts'
import type { CrackPlace } from './grid.ts'

/** Halvings of a crack: 1/32 pixel. */
const halvings = 5
/** Steeper steps than this within a pixel are not one surface, whose depth may be mixed. */
const flush = 0.004
/** Surfaces farther apart than this in depth are two, in metres. */
export const apart = 0.006

export interface Refiner {
  /** Where body ends, one form hides another, or the material changes; 0.5 where nothing does. */
  readonly edge: CrackPlace
  /** Where a value passes a level, but at edges there. */
  isoline(values: Float32Array, level: number): CrackPlace
}

export function createRefiner(buffers: Buffers, probe: Probe): Refiner {
  const { width, depth, material } = buffers
  const known = new Float32Array(width * buffers.height * 2).fill(Number.NaN)

  function bisect(a: number, b: number): number {
    const da = depth[a] ?? Infinity
    const db = depth[b] ?? Infinity
    if (da === Infinity && db === Infinity) return 0.5
    const isRim = da === Infinity || db === Infinity
    const isStep = !isRim && Math.abs(da - db) > apart
    const isSeam = !isRim && !isStep && material[a] !== material[b]
    if (!isRim && !isStep && !isSeam) return 0.5
    const x = (a % width) + 0.5
    const y = Math.floor(a / width) + 0.5
    const dx = b - a === 1 ? 1 : 0
    const dy = 1 - dx
    if (isSeam && Math.abs(da - db) < flush) return bisectSeam(a, x, y, dx, dy, da, db)
    const share =
      da < db
        ? probe.rimBetween(x, y, dx, dy, da)
        : 1 - probe.rimBetween(x + dx, y + dy, -dx, -dy, db)
    return share === share ? share : bisectDepth(x, y, dx, dy, da, db)
  }

  /** On one surface the depth between is known: only the material is asked. */
  function bisectSeam(
    a: number,
    x: number,
    y: number,
    dx: number,
    dy: number,
    da: number,
    db: number,
  ): number {
    let low = 0
    let high = 1
    for (let i = 0; i < halvings; i++) {
      const middle = (low + high) / 2
      const depthThere = da + (db - da) * middle
      if (probe.materialAt(x + dx * middle, y + dy * middle, depthThere) === material[a]) {
        low = middle
      } else high = middle
    }
    return (low + high) / 2
  }

  function bisectDepth(
    x: number,
    y: number,
    dx: number,
    dy: number,
    da: number,
    db: number,
  ): number {
    const isRim = da === Infinity || db === Infinity
    // A surface curves away from its rim by less than this within a pixel.
    const spare = isRim ? 0.05 : 0.012
    const near = Math.min(da, db) - spare / 2
    const far = isRim ? Math.min(da, db) + spare : Math.max(da, db) + spare
    let low = 0
    let high = 1
    for (let i = 0; i < halvings; i++) {
      const middle = (low + high) / 2
      const d = probe.depthBetween(x + dx * middle, y + dy * middle, near, far)
      const isFirst = isRim
        ? d < Infinity === da < Infinity
        : d === Infinity
          ? da > db
          : Math.abs(d - da) < Math.abs(d - db)
      if (isFirst) low = middle
      else high = middle
    }
    return (low + high) / 2
  }

  const edge: CrackPlace = (from, to) => {
    const first = from < to ? from : to
    const second = from < to ? to : from
    const crack = first * 2 + (second - first === 1 ? 0 : 1)
    let share = known[crack] ?? 0
    if (share !== share) {
      share = bisect(first, second)
      known[crack] = share
    }
    return from < to ? share : 1 - share
  }

  return {
    edge,
    isoline: (values, level) => (from, to) => {
      const da = depth[from] ?? Infinity
      const db = depth[to] ?? Infinity
      const isEdge =
        (da === Infinity) !== (db === Infinity) ||
        Math.abs(da - db) > apart ||
        material[from] !== material[to]
      const a = (values[from] ?? 0) - level
      const b = (values[to] ?? 0) - level
      // Where both sides are on the same side of the level, the mask ends for another reason.
      if (a < 0 === b < 0) return edge(from, to)
      if (isEdge && edge(from, to) !== 0.5) return edge(from, to)
      return Math.min(1, Math.max(0, a / (a - b)))
    },
  }
}
