/** Closed contours of a mask. */
import { allocate, byte, extend, putByte, zeros } from './memory'

/** Bytes of the last `followMask`. */
export let traced: i32 = 0

let columns = 0
let rows = 0
let pixels: usize = 0

/**
 * All loops round pixels that are 1, one after another: for each its number of cracks and then these, as four times
 * their pixel plus the side of it: 0 its top, 1 left, 2 bottom, 3 right. The inside keeps to the left of the way.
 */
export function followMask(
  mask: usize,
  width: i32,
  height: i32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): usize {
  columns = width
  rows = height
  pixels = mask
  // Only top sides: every loop has one, and starts there.
  const visited = zeros(width * height)
  const loops = allocate(0)
  traced = 0
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const pixel = y * width + x
      if (byte(mask, pixel) !== 1 || byte(visited, pixel) === 1 || isIn(x, y - 1)) continue
      const start = traced
      push(loops, 0)
      let u = x
      let v = y
      let side = 0
      do {
        const at = v * width + u
        if (side === 0) putByte(visited, at, 1)
        push(loops, at * 4 + side)
        const ahead = (side + 1) & 3
        const aheadU = u + outX(ahead)
        const aheadV = v + outY(ahead)
        if (!isIn(aheadU, aheadV)) side = ahead
        else {
          const besideU = aheadU + outX(side)
          const besideV = aheadV + outY(side)
          if (isIn(besideU, besideV)) {
            u = besideU
            v = besideV
            side = (side + 3) & 3
          } else {
            u = aheadU
            v = aheadV
          }
        }
      } while (u !== x || v !== y || side !== 0)
      store<i32>(loops + start, (traced - start) / 4 - 1)
    }
  }
  return loops
}

function push(loops: usize, value: i32): void {
  extend(4)
  store<i32>(loops + traced, value)
  traced += 4
}

function isIn(x: i32, y: i32): bool {
  return x >= 0 && y >= 0 && x < columns && y < rows && byte(pixels, y * columns + x) === 1
}

/** The way out of a pixel through one of its sides. */
function outX(side: i32): i32 {
  return side === 1 ? -1 : side === 3 ? 1 : 0
}

function outY(side: i32): i32 {
  return side === 0 ? -1 : side === 2 ? 1 : 0
}
