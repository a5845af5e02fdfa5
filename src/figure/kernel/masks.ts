/** Masks of pixels: 1 where something is, 0 elsewhere. */
import { allocate, byte, numbers, putByte, single, zeros } from './memory'
import { group, height, isBody, material, width } from './picture'

/** The rank of what is not painted. */
const unpainted = 255

/** Where the body's tone is below 0. */
export function findShaded(tone: usize): usize {
  const mask = zeros(width * height)
  for (let i = 0; i < width * height; i++) {
    if (byte(isBody, i) === 1 && single(tone, i) < 0) putByte(mask, i, 1)
  }
  return mask
}

/** Changes a mask: each connected patch of fewer than `least` pixels, within the body, becomes the other value. */
export function dropIslands(mask: usize, least: f64): void {
  const seen = zeros(width * height)
  const patch = allocate(width * height * 4)
  for (let start = 0; start < width * height; start++) {
    if (byte(seen, start) === 1 || byte(isBody, start) === 0) continue
    const value = byte(mask, start)
    // What is in the patch, and from `next` on has neighbours that were not looked at.
    let size = 0
    store<i32>(patch + 4 * size++, start)
    putByte(seen, start, 1)
    for (let next = 0; next < size; next++) {
      const i = load<i32>(patch + 4 * next)
      const x = i % width
      for (let side = 0; side < 4; side++) {
        if (side === 0 && x === width - 1) continue
        if (side === 1 && x === 0) continue
        const j = i + (side === 0 ? 1 : side === 1 ? -1 : side === 2 ? width : -width)
        if (j < 0 || j >= width * height) continue
        if (byte(seen, j) === 1 || byte(isBody, j) === 0 || byte(mask, j) !== value) continue
        putByte(seen, j, 1)
        store<i32>(patch + 4 * size++, j)
      }
    }
    if (f64(size) >= least) continue
    for (let k = 0; k < size; k++) putByte(mask, load<i32>(patch + 4 * k), 1 - value)
  }
}

/** Each pixel's place in the order of painting: twice that of its material, and one more where its group is near. */
export function findRanks(placeOfMaterial: usize, isFarGroup: usize): usize {
  const rank = zeros(width * height)
  for (let i = 0; i < width * height; i++) {
    const place = byte(placeOfMaterial, byte(material, i))
    const isFar = byte(isFarGroup, byte(group, i))
    putByte(rank, i, byte(isBody, i) === 0 ? unpainted : place * 2 + 1 - isFar)
  }
  return rank
}

/**
 * Where each rank is found, with room to grow by `trap` pixels: left, top, and the first column and row beyond, as
 * four numbers for each rank. Those of a rank that is nowhere are 0.
 */
export function findExtents(rank: usize, trap: i32): usize {
  const extents = numbers(4 * unpainted)
  memory.fill(extents, 0, 4 * unpainted * 8)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = byte(rank, y * width + x)
      if (value === unpainted) continue
      const extent = extents + value * 32
      const isNew = load<f64>(extent, 16) === 0
      store<f64>(
        extent,
        isNew ? f64(max(0, x - trap)) : Math.min(load<f64>(extent), f64(max(0, x - trap))),
        0,
      )
      if (isNew) store<f64>(extent, f64(max(0, y - trap)), 8)
      store<f64>(extent, Math.max(load<f64>(extent, 16), f64(min(width, x + trap + 1))), 16)
      store<f64>(extent, f64(min(height, y + trap + 1)), 24)
    }
  }
  return extents
}

/** The pixels of one rank, and those within `trap` of them that later areas cover. Only pixels of `within` count. */
export function findMask(
  rank: usize,
  value: i32,
  within: usize,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
  trap: i32,
): usize {
  const mask = zeros(width * height)
  for (let y = top; y < bottom; y++) {
    for (let i = y * width + left; i < y * width + right; i++) {
      if (byte(rank, i) === value && byte(within, i) === 1) putByte(mask, i, 1)
    }
  }
  // Passes are told apart by their number.
  for (let pass = 1; pass <= trap; pass++) {
    for (let y = max(1, top); y < bottom - 1; y++) {
      for (let i = y * width + max(1, left); i < y * width + right - 1; i++) {
        const other = byte(rank, i)
        if (other === unpainted || other <= value || byte(mask, i) !== 0) continue
        if (byte(within, i) === 0) continue
        if (
          isBefore(byte(mask, i - 1), pass) ||
          isBefore(byte(mask, i + 1), pass) ||
          isBefore(byte(mask, i - width), pass) ||
          isBefore(byte(mask, i + width), pass)
        ) {
          putByte(mask, i, pass + 1)
        }
      }
    }
  }
  for (let y = top; y < bottom; y++) {
    for (let i = y * width + left; i < y * width + right; i++) {
      if (byte(mask, i) !== 0) putByte(mask, i, 1)
    }
  }
  return mask
}

function isBefore(cell: i32, pass: i32): bool {
  return cell !== 0 && cell <= pass
}
