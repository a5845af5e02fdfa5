/** Which rows of the program each tile of the picture may show, as lists (`distance.ts`). */
import { boxReachAt, boxSize } from '../field/layout'
import { allocate, at, byte, numbers, numberSize, put, putByte, zeros } from './memory'

/** Per tile: the address of its list, between which depths its rows lie, whether thin shapes are among them. */
export let tileLists: usize = 0
export let tileNear: usize = 0
export let tileFar: usize = 0
export let tileIsFine: usize = 0

/** Per tile: how many rows it shows. */
let counts: usize = 0
let isCounting = false

/**
 * Sorts rows, given by their boxes (`render/tiles.ts`), into tiles; `left` and `top` are of the view, `side` is that
 * of a tile, in metres.
 */
export function sortRows(
  boxes: usize,
  isFine: usize,
  rowCount: i32,
  columns: i32,
  lines: i32,
  left: f64,
  top: f64,
  side: f64,
): void {
  const count = columns * lines
  counts = zeros(count * 2)
  tileLists = allocate(count * 4)
  tileNear = numbers(count)
  tileFar = numbers(count)
  tileIsFine = zeros(count)
  for (let tile = 0; tile < count; tile++) {
    put(tileNear, tile, Infinity)
    put(tileFar, tile, -Infinity)
  }
  isCounting = true
  for (let row = 0; row < rowCount; row++) {
    sortRow(row, boxes, byte(isFine, row), columns, lines, left, top, side)
  }
  for (let tile = 0; tile < count; tile++) {
    const size = load<i16>(counts + tile * 2)
    const list = allocate(2 + 2 * i32(size))
    store<i16>(list, 0)
    store<i32>(tileLists + tile * 4, i32(list))
  }
  isCounting = false
  for (let row = 0; row < rowCount; row++) {
    sortRow(row, boxes, byte(isFine, row), columns, lines, left, top, side)
  }
}

function sortRow(
  row: i32,
  boxes: usize,
  isFine: i32,
  columns: i32,
  lines: i32,
  viewLeft: f64,
  viewTop: f64,
  side: f64,
): void {
  const box = boxes + row * boxSize * numberSize
  const x = at(box, 0)
  const y = at(box, 1)
  const alongX = at(box, 2)
  const alongY = at(box, 3)
  const halfAlong = at(box, 4)
  const halfAcross = at(box, 5)
  const depth = at(box, 6)
  const halfDepth = at(box, 7)
  const margin = (side / 2) * Math.SQRT2 + at(box, boxReachAt) + 0.004
  const spreadX = Math.abs(alongX) * halfAlong + Math.abs(alongY) * halfAcross + margin
  const spreadY = Math.abs(alongY) * halfAlong + Math.abs(alongX) * halfAcross + margin
  const left = max(0, i32(Math.floor((x - spreadX - viewLeft) / side)))
  const right = min(columns - 1, i32(Math.floor((x + spreadX - viewLeft) / side)))
  const top = max(0, i32(Math.floor((viewTop - y - spreadY) / side)))
  const bottom = min(lines - 1, i32(Math.floor((viewTop - y + spreadY) / side)))
  for (let line = top; line <= bottom; line++) {
    for (let column = left; column <= right; column++) {
      const dx = viewLeft + (column + 0.5) * side - x
      const dy = viewTop - (line + 0.5) * side - y
      const along = Math.max(0, Math.abs(dx * alongX + dy * alongY) - halfAlong)
      const across = Math.max(0, Math.abs(dy * alongX - dx * alongY) - halfAcross)
      if (along * along + across * across >= margin * margin) continue
      const tile = line * columns + column
      if (isCounting) {
        store<i16>(counts + tile * 2, load<i16>(counts + tile * 2) + 1)
        put(tileNear, tile, Math.min(at(tileNear, tile), depth - halfDepth))
        put(tileFar, tile, Math.max(at(tileFar, tile), depth + halfDepth))
        if (isFine === 1) putByte(tileIsFine, tile, 1)
      } else {
        const list = load<i32>(tileLists + tile * 4)
        const size = load<i16>(list) + 1
        store<i16>(list, size)
        store<i16>(list + 2 * i32(size), i16(row))
      }
    }
  }
}

/** For each of the tiles just sorted the address of the list of those of its rows that count; 0 for none. */
export function rowsThatCount(doesCount: usize, tiles: i32): usize {
  const lists = allocate(tiles * 4)
  for (let tile = 0; tile < tiles; tile++) {
    const all = load<i32>(tileLists + tile * 4)
    const size = i32(load<i16>(all))
    let kept = 0
    for (let k = 1; k <= size; k++) kept += byte(doesCount, load<i16>(all + 2 * k))
    store<i32>(lists + tile * 4, 0)
    if (kept === 0) continue
    const list = allocate(2 + 2 * kept)
    store<i16>(list, i16(kept))
    store<i32>(lists + tile * 4, i32(list))
    let next = list
    for (let k = 1; k <= size; k++) {
      const row = load<i16>(all + 2 * k)
      if (byte(doesCount, row) === 0) continue
      next += 2
      store<i16>(next, row)
    }
  }
  return lists
}
