/** Closed contours of a mask, one point for each crack between a pixel inside and one outside. */
import type { CrackPlace, Polyline } from './grid.ts'

export interface Loop {
  readonly points: Polyline
  /** Square pixels; negative for holes. */
  readonly area: number
}

/** The pixels in which a mask may be set; right and bottom are the first beyond. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Outward normals of a pixel's sides, in the order in which the inside keeps to the left of the way along them. */
const normalX = [0, -1, 0, 1]
const normalY = [-1, 0, 1, 0]

/** Loops of at least `leastArea` square pixels; `placeOf` says where in its crack each point lies. */
export function traceMask(
  mask: Uint8Array,
  width: number,
  height: number,
  leastArea: number,
  placeOf: CrackPlace,
  extent: Extent = { left: 0, top: 0, right: width, bottom: height },
): readonly Loop[] {
  const isIn = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1
  // Only top sides: every loop has one, and starts there.
  const visited = new Uint8Array(width * height)
  const loops: Loop[] = []

  function follow(startX: number, startY: number, startSide: number): Loop {
    const points: number[] = []
    let x = startX
    let y = startY
    let side = startSide
    do {
      const pixel = y * width + x
      if (side === 0) visited[pixel] = 1
      const nx = normalX[side] ?? 0
      const ny = normalY[side] ?? 0
      const outX = x + nx
      const outY = y + ny
      const inside = outX >= 0 && outY >= 0 && outX < width && outY < height
      const share = inside ? placeOf(pixel, outY * width + outX) : 0.5
      points.push(x + 0.5 + nx * share, y + 0.5 + ny * share)
      const ahead = (side + 1) % 4
      const dx = normalX[ahead] ?? 0
      const dy = normalY[ahead] ?? 0
      if (!isIn(x + dx, y + dy)) side = ahead
      else {
        x += dx
        y += dy
        if (isIn(x + nx, y + ny)) {
          x += nx
          y += ny
          side = (side + 3) % 4
        }
      }
    } while (x !== startX || y !== startY || side !== startSide)
    return { points: Float64Array.from(points), area: -areaOf(points) }
  }

  for (let y = extent.top; y < extent.bottom; y++) {
    for (let x = extent.left; x < extent.right; x++) {
      const pixel = y * width + x
      if (mask[pixel] !== 1 || visited[pixel] === 1 || isIn(x, y - 1)) continue
      const loop = follow(x, y, 0)
      if (Math.abs(loop.area) >= leastArea) loops.push(loop)
    }
  }
  return loops
}

/** The area inside a closed polyline, positive where it turns from x towards y. */
export function areaOf(points: ArrayLike<number>): number {
  let twice = 0
  const size = points.length
  for (let i = 0; i < size; i += 2) {
    const j = (i + 2) % size
    twice += (points[i] ?? 0) * (points[j + 1] ?? 0) - (points[j] ?? 0) * (points[i + 1] ?? 0)
  }
  return twice / 2
}
