/** The distance from a point to the solid, or to those of its rows that a list names. */
import type { Program } from './program.ts'
import { cutSize, jointSize } from './program.ts'
import { rowSize, sliceKind } from './rows.ts'
import { nowhere, rowDistance, sliceAt, sliceShare, smoothMinimum } from './shapes.ts'

/** How softly the floor presses flesh flat, in metres. */
const pressSoftness = 0.012
/** Flesh higher than this above the floor does not feel it. */
const pressHeight = 0.03

export interface Field {
  readonly program: Program
  /** Metres to the rows `list[start]` to `list[end - 1]`, which stand in the program's order. */
  distance(list: Int16Array, start: number, end: number, x: number, y: number, z: number): number
  /** The same, as if there was no floor. */
  distanceThroughFloor(
    list: Int16Array,
    start: number,
    end: number,
    x: number,
    y: number,
    z: number,
  ): number
  /** The group that was nearest in the last `distance`, -1 for none. */
  nearestGroup(): number
  /** The row of the nearest group that is nearest to a point, after a `distance` at this point; -1 for none. */
  nearestRow(list: Int16Array, start: number, end: number, x: number, y: number, z: number): number
  /** The place along its limb of a point near a row; 0 but for slices. */
  placeAlong(row: number, x: number, y: number, z: number): number
}

export function createField(program: Program): Field {
  const { kind, data, blend, part, group, ball, joint, trunk } = program
  const { partBlend, partCut, partIsPressed, groupBlend, canHint } = program
  const hint = new Int16Array(partBlend.length).fill(-1)
  let nearest = -1

  function evaluate(
    list: Int16Array,
    start: number,
    end: number,
    x: number,
    y: number,
    z: number,
    floor: boolean,
  ): number {
    let best = nowhere
    let trunkDistance = nowhere
    nearest = -1
    let i = start
    while (i < end) {
      const g = group[list[i] ?? 0] ?? 0
      const joined = trunkDistance < nowhere ? jointBlend(joint, g * jointSize, x, y, z) : 0
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
        let d = nowhere
        let least = guess
        if (guess >= 0) {
          d = rowDistance(kind[guess] ?? 0, data, guess * rowSize, x, y, z, most)
        }
        while (i < end) {
          const row = list[i] ?? 0
          if (part[row] !== p) break
          i++
          if (row === guess) continue
          const k = blend[row] ?? 0
          const own = d + k
          const limit = own < most ? own : most
          const b = row * 4
          const dx = x - (ball[b] ?? 0)
          const dy = y - (ball[b + 1] ?? 0)
          const dz = z - (ball[b + 2] ?? 0)
          const clear = limit + (ball[b + 3] ?? 0)
          if (clear < 0 || dx * dx + dy * dy + dz * dz > clear * clear) continue
          const r = rowDistance(kind[row] ?? 0, data, row * rowSize, x, y, z, limit)
          if (k > 0) d = smoothMinimum(d, r, k)
          else if (r < d) {
            d = r
            least = row
          }
        }
        if (canHint[p] === 1) hint[p] = least
        if (d >= nowhere) continue
        d = cutAway(partCut, p * cutSize, d, x, y, z)
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
    return best
  }

  function nearestRow(
    list: Int16Array,
    start: number,
    end: number,
    x: number,
    y: number,
    z: number,
  ): number {
    let found = -1
    let least = nowhere
    for (let i = start; i < end; i++) {
      const row = list[i] ?? 0
      if (group[row] !== nearest) continue
      const d = rowDistance(kind[row] ?? 0, data, row * rowSize, x, y, z, least)
      if (d < least - 1e-7) {
        least = d
        found = row
      }
    }
    return found
  }

  return {
    program,
    distance: (list, start, end, x, y, z) => evaluate(list, start, end, x, y, z, true),
    distanceThroughFloor: (list, start, end, x, y, z) => evaluate(list, start, end, x, y, z, false),
    nearestGroup: () => nearest,
    nearestRow,
    placeAlong: (row, x, y, z) => {
      if (kind[row] !== sliceKind) return 0
      const o = row * rowSize
      return (data[o + sliceAt] ?? 0) + (data[o + sliceAt + 1] ?? 0) * sliceShare(data, o, x, y, z)
    },
  }
}

function cutAway(
  cuts: Float64Array,
  o: number,
  d: number,
  x: number,
  y: number,
  z: number,
): number {
  const softness = cuts[o + 6] ?? 0
  const nx = cuts[o + 3] ?? 0
  const ny = cuts[o + 4] ?? 0
  const nz = cuts[o + 5] ?? 0
  if (nx === 0 && ny === 0 && nz === 0) return d
  const beyond =
    (x - (cuts[o] ?? 0)) * nx + (y - (cuts[o + 1] ?? 0)) * ny + (z - (cuts[o + 2] ?? 0)) * nz
  return -smoothMinimum(-d, -beyond, softness)
}

/** How softly a limb grows out of the trunk here: full near the joint, then fading (smoothstep). */
function jointBlend(joint: Float64Array, o: number, x: number, y: number, z: number): number {
  const blend = joint[o + 3] ?? 0
  if (blend === 0) return 0
  const dx = x - (joint[o] ?? 0)
  const dy = y - (joint[o + 1] ?? 0)
  const dz = z - (joint[o + 2] ?? 0)
  const squared = dx * dx + dy * dy + dz * dz
  const outer = joint[o + 5] ?? 0
  if (squared >= outer * outer) return 0
  const inner = joint[o + 4] ?? 0
  const away = Math.sqrt(squared)
  if (away <= inner) return blend
  const t = (away - inner) / (outer - inner)
  return blend * (1 - t * t * (3 - 2 * t))
}
