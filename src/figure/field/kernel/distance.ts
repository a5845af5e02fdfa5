/** The distance from a point to those rows of the solid that a list names. */
import {
  ballSize, groupBlendAt, groupSize, jointAt, nowhere, partBlendAt, partCutAt, partHasPlainFirstAt, partIsCutAt,
  partIsPressedAt, partReachAt, partSize, rowSize, sliceKind,
} from '../layout' // prettier-ignore
import { distanceToRow, openShapes, placeAlongSlice, smoothMinimum } from './shapes'

/** How softly the floor presses flesh flat, in metres. */
const pressSoftness: f64 = 0.012
/** Flesh higher than this above the floor does not feel it. */
const pressHeight: f64 = 0.03

let kind: StaticArray<u8> = []
let blend: StaticArray<f64> = []
let ball: StaticArray<f64> = []
let partOf: StaticArray<i16> = []
let groupOf: StaticArray<u8> = []
let parts: StaticArray<f64> = []
let groups: StaticArray<f64> = []
/** Per part: the row that was nearest last time, -1 for none. */
let hint: StaticArray<i16> = []
let trunk = -1

/** The last question and its answer. */
let lastX: f64 = 0
let lastY: f64 = 0
let lastZ: f64 = 0
let lastList = -1
let answer: f64 = 0
let nearest = -1

/** Takes the arrays of a program (`program.ts`), which lie in memory already. */
export function open(
  rowKinds: StaticArray<u8>,
  rows: StaticArray<f64>,
  rowBlends: StaticArray<f64>,
  rowBalls: StaticArray<f64>,
  rowParts: StaticArray<i16>,
  rowGroups: StaticArray<u8>,
  partRows: StaticArray<f64>,
  groupRows: StaticArray<f64>,
  hints: StaticArray<i16>,
  trunkGroup: i32,
): void {
  openShapes(rows)
  kind = rowKinds
  blend = rowBlends
  ball = rowBalls
  partOf = rowParts
  groupOf = rowGroups
  parts = partRows
  groups = groupRows
  hint = hints
  trunk = trunkGroup
}

/**
 * To the rows of a list, which stand in the program's order; the list is named by its address.
 *
 * Near the last place the distance cannot be much more than it was there: what is farther is refused at once. Where
 * that was wrong, nothing is found, and all are asked.
 */
export function distanceTo(list: i32, x: f64, y: f64, z: f64): f64 {
  const dx = x - lastX
  const dy = y - lastY
  const dz = z - lastZ
  const expected =
    list === lastList ? answer + Math.sqrt(dx * dx + dy * dy + dz * dz) * 1.2 + 0.002 : nowhere
  answer = evaluate(list, x, y, z, expected, true)
  if (nearest < 0) answer = evaluate(list, x, y, z, nowhere, true)
  lastX = x
  lastY = y
  lastZ = z
  lastList = list
  return answer
}

/** The same, as if there was no floor. */
export function distanceThroughFloor(list: i32, x: f64, y: f64, z: f64): f64 {
  lastList = -1
  return evaluate(list, x, y, z, nowhere, false)
}

/** The row of the nearest group that is nearest to the point last asked about; -1 for none. */
export function nearestRow(list: i32): i32 {
  let found = -1
  let least = nowhere
  const end = endOf(list)
  for (let i = firstOf(list); i < end; i += 2) {
    const row: i32 = load<i16>(i)
    if (groupOf[row] !== nearest) continue
    const d = distanceToRow(kind[row], row * rowSize, lastX, lastY, lastZ, least)
    if (d < least - 1e-7) {
      least = d
      found = row
    }
  }
  return found
}

/** The place of the point last asked about along a row's limb; 0 but for slices. */
export function placeAlong(row: i32): f64 {
  return kind[row] === sliceKind ? placeAlongSlice(row * rowSize, lastX, lastY, lastZ) : 0
}

/** Its number of rows stands before them. */
function firstOf(list: i32): i32 {
  return list + 2
}

function endOf(list: i32): i32 {
  return list + 2 + 2 * load<i16>(list)
}

function evaluate(list: i32, x: f64, y: f64, z: f64, expected: f64, floor: bool): f64 {
  let best = expected
  let trunkDistance = nowhere
  nearest = -1
  let i = firstOf(list)
  const end = endOf(list)
  while (i < end) {
    const g: i32 = groupOf[load<i16>(i)]
    const joined = trunkDistance < nowhere ? jointBlend(g * groupSize + jointAt, x, y, z) : 0
    // What is farther than the nearest group so far, blends included, changes nothing.
    const most = best + joined + groups[g * groupSize + groupBlendAt]
    let whole = nowhere
    // Shoes touch the floor and are not pressed: what came before them in their limb already is.
    let pressed = false
    while (i < end) {
      const first: i32 = load<i16>(i)
      if (groupOf[first] !== g) break
      const p: i32 = partOf[first]
      const o = p * partSize
      // Beyond this, blends included, the part does not change what came before it in its group.
      const partMost = whole + parts[o + partReachAt]
      const farthest = partMost < most ? partMost : most
      const away = farthest + parts[o + 3]
      const px = x - parts[o]
      const py = y - parts[o + 1]
      const pz = z - parts[o + 2]
      if (px * px + py * py + pz * pz > away * away) {
        while (i < end && partOf[load<i16>(i)] === p) i += 2
        continue
      }
      // The row that was nearest last time is asked first: then most others are refused at once.
      const guess: i32 = hint[p]
      let least = guess
      let d = guess < 0 ? nowhere : distanceToRow(kind[guess], guess * rowSize, x, y, z, farthest)
      while (i < end) {
        const row: i32 = load<i16>(i)
        if (partOf[row] !== p) break
        i += 2
        if (row === guess) continue
        const k = blend[row]
        const own = d + k
        const limit = own < farthest ? own : farthest
        const b = row * ballSize
        const dx = x - ball[b]
        const dy = y - ball[b + 1]
        const dz = z - ball[b + 2]
        const clear = limit + ball[b + 3]
        if (clear < 0 || dx * dx + dy * dy + dz * dz > clear * clear) continue
        const r = distanceToRow(kind[row], row * rowSize, x, y, z, limit)
        if (k > 0) d = smoothMinimum(d, r, k)
        else if (r < d) {
          d = r
          least = row
        }
      }
      if (parts[o + partHasPlainFirstAt] === 1) hint[p] = i16(least)
      if (d >= nowhere) continue
      if (parts[o + partIsCutAt] === 1) {
        d = -smoothMinimum(-d, -beyondCut(o + partCutAt, x, y, z), parts[o + partCutAt + 6])
      }
      if (floor && parts[o + partIsPressedAt] === 0) {
        if (!pressed && whole < nowhere && z < pressHeight) {
          whole = -smoothMinimum(-whole, z, pressSoftness)
        }
        pressed = true
      }
      whole = smoothMinimum(whole, d, parts[o + partBlendAt])
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

/** How far a point lies beyond the plane that cuts a part. */
function beyondCut(o: i32, x: f64, y: f64, z: f64): f64 {
  return (
    (x - parts[o]) * parts[o + 3] +
    (y - parts[o + 1]) * parts[o + 4] +
    (z - parts[o + 2]) * parts[o + 5]
  )
}

/** How softly a limb grows out of the trunk here: full near the joint, then fading (smoothstep). */
function jointBlend(o: i32, x: f64, y: f64, z: f64): f64 {
  const most = groups[o + 3]
  if (most === 0) return 0
  const dx = x - groups[o]
  const dy = y - groups[o + 1]
  const dz = z - groups[o + 2]
  const squared = dx * dx + dy * dy + dz * dz
  const outer = groups[o + 5]
  if (squared >= outer * outer) return 0
  const inner = groups[o + 4]
  const away = Math.sqrt(squared)
  if (away <= inner) return most
  const t = (away - inner) / (outer - inner)
  return most * (1 - t * t * (3 - 2 * t))
}
