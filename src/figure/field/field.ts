/** The distance from a point to the solid, or to those of its rows that a list names. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Group } from '../solid.ts'
import type { Program } from './program.ts'
import { compile, cutSize, jointSize } from './program.ts'
import { rowSize, sliceKind } from './rows.ts'
import {
  expectedAt, foundAt, limitAt, measureRow, nowhere, querySize, sliceAt, sliceShare, smoothMinimum,
} from './shapes.ts' // prettier-ignore

/** How softly the floor presses flesh flat, in metres. */
const pressSoftness = 0.012
/** Flesh higher than this above the floor does not feel it. */
const pressHeight = 0.03

export interface Field {
  readonly program: Program
  /** The point that is asked about: x, y, z. */
  readonly point: Float64Array
  /** The answer to the last `measure`, in metres. */
  readonly answer: Float64Array
  /** Measures the point's distance to the rows `list[start]` to `list[end - 1]`, which stand in the program's order. */
  measure(list: Int16Array, start: number, end: number): void
  /** The same, as if there was no floor. */
  measureThroughFloor(list: Int16Array, start: number, end: number): void
  /** The group that was nearest in the last `measure`, -1 for none. */
  nearestGroup(): number
  /** The row of the nearest group that is nearest to the point, after a `measure` of it; -1 for none. */
  nearestRow(list: Int16Array, start: number, end: number): number
  /** The place of the point along a row's limb; 0 but for slices. */
  placeAlong(row: number): number
}

export function createField(program: Program): Field {
  const { kind, data, blend, part, group, ball, joint, trunk } = program
  const { partBall, partBlend, partReach, partCut, partIsPressed, partIsCut, groupBlend, canHint } =
    program
  const hint = new Int16Array(partBlend.length).fill(-1)
  const query = new Float64Array(querySize)
  const point = query.subarray(0, 3)
  const answer = new Float64Array(1)
  const last = new Float64Array(3)
  let lastStart = -1
  let nearest = -1

  /**
   * Near the last place the distance cannot be much more than it was there: what is farther is refused at once. Where
   * that was wrong, nothing is found, and all are asked.
   */
  function measureNear(list: Int16Array, start: number, end: number): void {
    const x = query[0] ?? 0
    const y = query[1] ?? 0
    const z = query[2] ?? 0
    const dx = x - (last[0] ?? 0)
    const dy = y - (last[1] ?? 0)
    const dz = z - (last[2] ?? 0)
    query[expectedAt] =
      start === lastStart
        ? (answer[0] ?? nowhere) + Math.sqrt(dx * dx + dy * dy + dz * dz) * 1.2 + 0.002
        : nowhere
    evaluate(list, start, end, true)
    if (nearest < 0) {
      query[expectedAt] = nowhere
      evaluate(list, start, end, true)
    }
    last[0] = x
    last[1] = y
    last[2] = z
    lastStart = start
  }

  function evaluate(list: Int16Array, start: number, end: number, floor: boolean): void {
    const x = query[0] ?? 0
    const y = query[1] ?? 0
    const z = query[2] ?? 0
    let best = query[expectedAt] ?? nowhere
    let trunkDistance = nowhere
    nearest = -1
    let i = start
    while (i < end) {
      const g = group[list[i] ?? 0] ?? 0
      const joined = trunkDistance < nowhere ? jointBlend(joint, g * jointSize, query) : 0
      // What is farther than the nearest group so far, blends included, changes nothing.
      const most = best + joined + (groupBlend[g] ?? 0)
      let whole = nowhere
      // Shoes touch the floor and are not pressed: what came before them in their limb already is.
      let pressed = false
      while (i < end) {
        const first = list[i] ?? 0
        if (group[first] !== g) break
        const p = part[first] ?? 0
        // The row that was nearest last time is asked first: then most others are refused at once.
        const guess = hint[p] ?? -1
        // Beyond this, blends included, the part does not change what came before it in its group.
        const partMost = whole + (partReach[p] ?? 0)
        const farthest = partMost < most ? partMost : most
        const away = farthest + (partBall[4 * p + 3] ?? 0)
        const px = x - (partBall[4 * p] ?? 0)
        const py = y - (partBall[4 * p + 1] ?? 0)
        const pz = z - (partBall[4 * p + 2] ?? 0)
        if (px * px + py * py + pz * pz > away * away) {
          while (i < end && part[list[i] ?? 0] === p) i++
          continue
        }
        let d = nowhere
        let least = guess
        if (guess >= 0) {
          query[limitAt] = farthest
          measureRow(kind[guess] ?? 0, data, guess * rowSize, query)
          d = query[foundAt] ?? nowhere
        }
        while (i < end) {
          const row = list[i] ?? 0
          if (part[row] !== p) break
          i++
          if (row === guess) continue
          const k = blend[row] ?? 0
          const own = d + k
          const limit = own < farthest ? own : farthest
          const b = row * 4
          const dx = x - (ball[b] ?? 0)
          const dy = y - (ball[b + 1] ?? 0)
          const dz = z - (ball[b + 2] ?? 0)
          const clear = limit + (ball[b + 3] ?? 0)
          if (clear < 0 || dx * dx + dy * dy + dz * dz > clear * clear) continue
          query[limitAt] = limit
          measureRow(kind[row] ?? 0, data, row * rowSize, query)
          const r = query[foundAt] ?? nowhere
          if (k > 0) d = smoothMinimum(d, r, k)
          else if (r < d) {
            d = r
            least = row
          }
        }
        if (canHint[p] === 1) hint[p] = least
        if (d >= nowhere) continue
        if (partIsCut[p] === 1) {
          const beyond = cutDistance(partCut, p * cutSize, query)
          d = -smoothMinimum(-d, -beyond, partCut[p * cutSize + 6] ?? 0)
        }
        if (floor && partIsPressed[p] === 0) {
          if (!pressed && whole < nowhere && z < pressHeight) {
            whole = -smoothMinimum(-whole, z, pressSoftness)
          }
          pressed = true
        }
        whole = smoothMinimum(whole, d, partBlend[p] ?? 0)
      }
      if (whole >= nowhere) continue
      let total = whole
      let winner = g
      if (g === trunk) trunkDistance = whole
      else if (joined > 0) {
        total = smoothMinimum(trunkDistance, whole, joined)
        if (trunkDistance <= whole) winner = trunk
      }
      if (floor && !pressed && z < pressHeight) total = -smoothMinimum(-total, z, pressSoftness)
      if (total < best) {
        best = total
        nearest = winner
      }
    }
    answer[0] = best
  }

  function nearestRow(list: Int16Array, start: number, end: number): number {
    let found = -1
    let least = nowhere
    for (let i = start; i < end; i++) {
      const row = list[i] ?? 0
      if (group[row] !== nearest) continue
      query[limitAt] = least
      measureRow(kind[row] ?? 0, data, row * rowSize, query)
      const d = query[foundAt] ?? nowhere
      if (d < least - 1e-7) {
        least = d
        found = row
      }
    }
    return found
  }

  return {
    program,
    point,
    answer,
    measure: measureNear,
    measureThroughFloor: (list, start, end) => {
      query[expectedAt] = nowhere
      evaluate(list, start, end, false)
      lastStart = -1
    },
    nearestGroup: () => nearest,
    nearestRow,
    placeAlong: (row) => {
      if (kind[row] !== sliceKind) return 0
      const o = row * rowSize
      return (data[o + sliceAt] ?? 0) + (data[o + sliceAt + 1] ?? 0) * sliceShare(data, o, query)
    },
  }
}

/** The distance of points to groups of shapes, in metres, where no floor presses them flat. */
export function distanceToGroups(groups: readonly Group[]): (point: Vec3) => number {
  const program = compile({ groups, isPressedByFloor: false })
  const field = createField(program)
  const all = Int16Array.from({ length: program.count }, (_, row) => row)
  return ([x, y, z]) => distanceTo(field, all, 0, all.length, x, y, z)
}

/** The distance of a point to rows of a list. */
export function distanceTo(
  field: Field,
  list: Int16Array,
  start: number,
  end: number,
  x: number,
  y: number,
  z: number,
): number {
  field.point[0] = x
  field.point[1] = y
  field.point[2] = z
  field.measure(list, start, end)
  return field.answer[0] ?? nowhere
}

/** How far a point lies beyond the plane that cuts a part. */
function cutDistance(cuts: Float64Array, o: number, query: Float64Array): number {
  return (
    ((query[0] ?? 0) - (cuts[o] ?? 0)) * (cuts[o + 3] ?? 0) +
    ((query[1] ?? 0) - (cuts[o + 1] ?? 0)) * (cuts[o + 4] ?? 0) +
    ((query[2] ?? 0) - (cuts[o + 2] ?? 0)) * (cuts[o + 5] ?? 0)
  )
}

/** How softly a limb grows out of the trunk here: full near the joint, then fading (smoothstep). */
function jointBlend(joint: Float64Array, o: number, query: Float64Array): number {
  const blend = joint[o + 3] ?? 0
  if (blend === 0) return 0
  const dx = (query[0] ?? 0) - (joint[o] ?? 0)
  const dy = (query[1] ?? 0) - (joint[o + 1] ?? 0)
  const dz = (query[2] ?? 0) - (joint[o + 2] ?? 0)
  const squared = dx * dx + dy * dy + dz * dz
  const outer = joint[o + 5] ?? 0
  if (squared >= outer * outer) return 0
  const inner = joint[o + 4] ?? 0
  const away = Math.sqrt(squared)
  if (away <= inner) return blend
  const t = (away - inner) / (outer - inner)
  return blend * (1 - t * t * (3 - 2 * t))
}
