/** Which cells of a coarse mask the pieces of a solid cover: each as the convex hull of its points, seen by the camera. */
import { rightX, rightY, rightZ, upX, upY, upZ } from './camera'
import { cornerCount, findHull, indexAt } from './hull'
import { at, byte, numbers, numberSize, put, putByte, zeros } from './memory'

/** Cells: pieces are joined by some flesh, so a cell of which they cover a little counts. */
const allowance: f64 = 0.4

let columns = 0
let rows = 0
let left: f64 = 0
let top: f64 = 0
let cellsPerMetre: f64 = 0

/** The size of a mask in cells, and its upper left corner on the picture plane in metres. */
export function openMask(width: i32, height: i32, viewLeft: f64, viewTop: f64, density: f64): void {
  columns = width
  rows = height
  left = viewLeft
  top = viewTop
  cellsPerMetre = density
}

/** `points` holds the pieces one after another, x, y, z; for each piece `sizes` says how many, and whether the floor presses it flat. */
export function coverPieces(points: usize, sizes: usize, isPressed: usize, pieces: i32): usize {
  const mask = zeros(columns * rows)
  let from = points
  for (let piece = 0; piece < pieces; piece++) {
    const count = load<i32>(sizes + 4 * piece)
    const flat = flatten(from, count, byte(isPressed, piece) === 1)
    fillConvex(mask, flat, findHull(flat, count), cornerCount)
    from += 3 * count * numberSize
  }
  return mask
}

/** The points on the picture plane. */
function flatten(points: usize, count: i32, isPressed: bool): usize {
  const flat = numbers(2 * count)
  for (let i = 0; i < count; i++) {
    const x = at(points, 3 * i)
    const y = at(points, 3 * i + 1)
    const height = at(points, 3 * i + 2)
    // Soft flesh is pressed flat on the floor.
    const z = isPressed ? Math.max(0, height) : height
    put(flat, 2 * i, x * rightX + y * rightY + z * rightZ)
    put(flat, 2 * i + 1, x * upX + y * upY + z * upZ)
  }
  return flat
}

/** Covers the cells whose centres lie between the corners. */
function fillConvex(mask: usize, flat: usize, hull: usize, count: i32): void {
  const corners = numbers(2 * count)
  let highest: f64 = Infinity
  let lowest: f64 = -Infinity
  for (let i = 0; i < count; i++) {
    const corner = indexAt(hull, i)
    put(corners, 2 * i, (at(flat, 2 * corner) - left) * cellsPerMetre - 0.5)
    const y = (top - at(flat, 2 * corner + 1)) * cellsPerMetre - 0.5
    put(corners, 2 * i + 1, y)
    highest = Math.min(highest, y)
    lowest = Math.max(lowest, y)
  }
  const first = i32(Math.max(0, Math.ceil(highest)))
  const last = i32(Math.min(rows - 1, Math.floor(lowest)))
  for (let row = first; row <= last; row++) {
    let from: f64 = Infinity
    let to: f64 = -Infinity
    for (let i = 0; i < count; i++) {
      const j = i + 1 === count ? 0 : i + 1
      const y0 = at(corners, 2 * i + 1)
      const y1 = at(corners, 2 * j + 1)
      if (y0 < row === y1 < row) continue
      const x0 = at(corners, 2 * i)
      const x = x0 + ((at(corners, 2 * j) - x0) * (row - y0)) / (y1 - y0)
      from = Math.min(from, x)
      to = Math.max(to, x)
    }
    if (from > to) continue
    const end = i32(Math.min(columns - 1, Math.floor(to + allowance)))
    for (let x = i32(Math.max(0, Math.ceil(from - allowance))); x <= end; x++) {
      putByte(mask, row * columns + x, 1)
    }
  }
}
