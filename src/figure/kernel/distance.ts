/** The distance from a point to those rows of the solid that a list names. */
import {
  ballSize, groupBlendAt, groupSize, jointAt, nowhere, partBlendAt, partCutAt, partHasPlainFirstAt, partIsCutAt,
  partIsPressedAt, partReachAt, partSize, rowSize, sliceKind,
} from '../field/layout' // prettier-ignore
import { at, numberSize } from './memory'
import { distanceToRow, placeAlongSlice, smoothMinimum } from './shapes'

/** How softly the floor presses flesh flat, in metres. */
const pressSoftness: f64 = 0.012
/** Flesh higher than this above the floor does not feel it. */
const pressHeight: f64 = 0.03

/** Addresses of a program's arrays (`program.ts`). */
let kinds: usize = 0
let rows: usize = 0
let blends: usize = 0
let balls: usize = 0
let partsOfRows: usize = 0
let groupsOfRows: usize = 0
let parts: usize = 0
let groups: usize = 0
/** Per part: the row that was nearest last time, -1 for none. */
let hints: usize = 0
/** Index of the trunk among the groups. */
let trunk = -1

/** The last question and its answer. */
let lastX: f64 = 0
let lastY: f64 = 0
let lastZ: f64 = 0
let lastList = -1
let answer: f64 = 0
let nearest = -1

/** Takes a program that lies in memory already. */
export function openProgram(
  rowKinds: usize,
  rowData: usize,
  rowBlends: usize,
  rowBalls: usize,
  rowParts: usize,
  rowGroups: usize,
  partRows: usize,
  groupRows: usize,
  partHints: usize,
  trunkGroup: i32,
): void {
  kinds = rowKinds
  rows = rowData
  blends = rowBlends
  balls = rowBalls
  partsOfRows = rowParts
  groupsOfRows = rowGroups
  parts = partRows
  groups = groupRows
  hints = partHints
  trunk = trunkGroup
  lastList = -1
}

function kindOf(row: i32): i32 {
  return load<u8>(kinds + row)
}

function rowAt(row: i32): usize {
  return rows + row * rowSize * numberSize
}

function partOf(row: i32): i32 {
  return load<i16>(partsOfRows + row * 2)
}

function groupOf(row: i32): i32 {
  return load<u8>(groupsOfRows + row)
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
    if (groupOf(row) !== nearest) continue
    const d = distanceToRow(kindOf(row), rowAt(row), lastX, lastY, lastZ, least)
    if (d < least - 1e-7) {
      least = d
      found = row
    }
  }
  return found
}

/** The place of the point last asked about along a row's limb; 0 but for slices. */
export function placeAlong(row: i32): f64 {
  return kindOf(row) === sliceKind ? placeAlongSlice(rowAt(row), lastX, lastY, lastZ) : 0
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
    const g = groupOf(load<i16>(i))
    const group = groups + g * groupSize * numberSize
    const joined = trunkDistance < nowhere ? jointBlend(group + jointAt * numberSize, x, y, z) : 0
    // What is farther than the nearest group so far, blends included, changes nothing.
    const most = best + joined + at(group, groupBlendAt)
    let whole = nowhere
    // Shoes touch the floor and are not pressed: what came before them in their limb already is.
    let pressed = false
    while (i < end) {
      const first: i32 = load<i16>(i)
      if (groupOf(first) !== g) break
      const p = partOf(first)
      const part = parts + p * partSize * numberSize
      const hint = hints + p * 2
      // Beyond this, blends included, the part does not change what came before it in its group.
      const partMost = whole + at(part, partReachAt)
      const farthest = partMost < most ? partMost : most
      const away = farthest + at(part, 3)
      const px = x - at(part, 0)
      const py = y - at(part, 1)
      const pz = z - at(part, 2)
      if (px * px + py * py + pz * pz > away * away) {
        while (i < end && partOf(load<i16>(i)) === p) i += 2
        continue
      }
      // The row that was nearest last time is asked first: then most others are refused at once.
      const guess: i32 = load<i16>(hint)
      let least = guess
      let d = guess < 0 ? nowhere : distanceToRow(kindOf(guess), rowAt(guess), x, y, z, farthest)
      while (i < end) {
        const row: i32 = load<i16>(i)
        if (partOf(row) !== p) break
        i += 2
        if (row === guess) continue
        const k = at(blends, row)
        const own = d + k
        const limit = own < farthest ? own : farthest
        const ball = balls + row * ballSize * numberSize
        const dx = x - at(ball, 0)
        const dy = y - at(ball, 1)
        const dz = z - at(ball, 2)
        const clear = limit + at(ball, 3)
        if (clear < 0 || dx * dx + dy * dy + dz * dz > clear * clear) continue
        const r = distanceToRow(kindOf(row), rowAt(row), x, y, z, limit)
        if (k > 0) d = smoothMinimum(d, r, k)
        else if (r < d) {
          d = r
          least = row
        }
      }
      if (at(part, partHasPlainFirstAt) === 1) store<i16>(hint, i16(least))
      if (d >= nowhere) continue
      if (at(part, partIsCutAt) === 1) {
        d = -smoothMinimum(
          -d,
          -beyondCut(part + partCutAt * numberSize, x, y, z),
          at(part, partCutAt + 6),
        )
      }
      if (floor && at(part, partIsPressedAt) === 0) {
        if (!pressed && whole < nowhere && z < pressHeight) {
          whole = -smoothMinimum(-whole, z, pressSoftness)
        }
        pressed = true
      }
      whole = smoothMinimum(whole, d, at(part, partBlendAt))
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
function beyondCut(cut: usize, x: f64, y: f64, z: f64): f64 {
  return (
    (x - at(cut, 0)) * at(cut, 3) + (y - at(cut, 1)) * at(cut, 4) + (z - at(cut, 2)) * at(cut, 5)
  )
}

/** How softly a limb grows out of the trunk here: full near the joint, then fading (smoothstep). */
function jointBlend(joint: usize, x: f64, y: f64, z: f64): f64 {
  const most = at(joint, 3)
  if (most === 0) return 0
  const dx = x - at(joint, 0)
  const dy = y - at(joint, 1)
  const dz = z - at(joint, 2)
  const squared = dx * dx + dy * dy + dz * dz
  const outer = at(joint, 5)
  if (squared >= outer * outer) return 0
  const inner = at(joint, 4)
  const away = Math.sqrt(squared)
  if (away <= inner) return most
  const t = (away - inner) / (outer - inner)
  return most * (1 - t * t * (3 - 2 * t))
}
