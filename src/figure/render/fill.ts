/** Which pixels need a ray of their own: those between samples that do not agree. */
import type { Buffers } from './buffers.ts'
import { blockSize } from './march.ts'
import type { Marcher } from './march.ts'
import type { Sampler } from './sample.ts'
import type { Tiles } from './tiles.ts'

/** Pixels between samples. */
const step = 4
/** Samples of one smooth surface may leave each other's tangent plane by this much, in metres. */
const bend = 0.003
/** Least cosine between their normals. */
const turn = 0.8

export function fillSamples(
  sampler: Sampler,
  tiles: Tiles,
  marcher: Marcher,
  buffers: Buffers,
): void {
  const { width, height, pixelsPerMetre } = buffers
  const isEmpty = (x: number, y: number) => marcher.startOf(x, y) === Infinity
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) if (!isEmpty(x + 0.5, y + 0.5)) sampler.trace(x, y)
  }
  const { primitives, clearance, state } = sampler
  const tissueOf = (i: number) => primitives[buffers.primitive[i] ?? -1]?.tissue
  const areAlike = (i: number, j: number): boolean =>
    buffers.group[i] === buffers.group[j] &&
    buffers.material[i] === buffers.material[j] &&
    tissueOf(i) === tissueOf(j)

  /** Whether the four corners of a square see one smooth piece of surface, or nothing at all. */
  function isSmooth(x: number, y: number, size: number): boolean {
    const a = y * width + x
    const b = a + size
    const c = a + size * width
    const d = c + size
    const depth = buffers.depth
    const da = depth[a] ?? 0
    const db = depth[b] ?? 0
    const dc = depth[c] ?? 0
    const dd = depth[d] ?? 0
    if (da === Infinity && db === Infinity && dc === Infinity && dd === Infinity) {
      const clear = (size * 0.75) / pixelsPerMetre
      return (
        (clearance[a] ?? 0) > clear &&
        (clearance[b] ?? 0) > clear &&
        (clearance[c] ?? 0) > clear &&
        (clearance[d] ?? 0) > clear
      )
    }
    if (da === Infinity || db === Infinity || dc === Infinity || dd === Infinity) return false
    return (
      isFlat(a, b, size, 0) &&
      isFlat(a, c, 0, size) &&
      isFlat(d, b, 0, -size) &&
      isFlat(d, c, -size, 0)
    )
  }

  /** Whether two samples lie near each other's tangent planes. */
  function isFlat(i: number, j: number, dx: number, dy: number): boolean {
    const { depth, normalRight: nr, normalUp: nu, normalNear: nn } = buffers
    const ir = nr[i] ?? 0
    const iu = nu[i] ?? 0
    const near = nn[i] ?? 0
    const jr = nr[j] ?? 0
    const ju = nu[j] ?? 0
    const jn = nn[j] ?? 0
    if (ir * jr + iu * ju + near * jn < turn) return false
    const mr = dx / pixelsPerMetre
    const mu = -dy / pixelsPerMetre
    const rise = (depth[i] ?? 0) - (depth[j] ?? 0)
    // Distances along the normals, so that steep surfaces are not refused.
    const fromI = ir * mr + iu * mu + near * rise
    const fromJ = jr * mr + ju * mu + jn * rise
    return Math.abs(fromI) < bend && Math.abs(fromJ) < bend
  }

  function fillSquare(x: number, y: number, size: number): void {
    const a = y * width + x
    if (buffers.depth[a] === Infinity) return
    const b = a + size
    const c = a + size * width
    const d = c + size
    const isOne = areAlike(a, b) && areAlike(a, c) && areAlike(a, d)
    for (let v = 0; v <= size; v++) {
      for (let u = 0; u <= size; u++) {
        const i = a + v * width + u
        if (state[i] !== 0) continue
        state[i] = 2
        const s = u / size
        const t = v / size
        mixInto(buffers.depth, i, a, b, c, d, s, t)
        mixInto(buffers.normalRight, i, a, b, c, d, s, t)
        mixInto(buffers.normalUp, i, a, b, c, d, s, t)
        mixInto(buffers.normalNear, i, a, b, c, d, s, t)
        if (isOne) {
          buffers.group[i] = buffers.group[a] ?? 0
          buffers.material[i] = buffers.material[a] ?? 0
          const nearest = t < 0.5 ? (s < 0.5 ? a : b) : s < 0.5 ? c : d
          buffers.primitive[i] = buffers.primitive[nearest] ?? 0
        } else sampler.label(x + u, y + v)
      }
    }
  }

  /** Casts the rays of a square's middle, its edges' middles and its corners. */
  function traceSquare(x: number, y: number, size: number): void {
    const half = size / 2
    for (let v = 0; v <= size; v += half) {
      for (let u = 0; u <= size; u += half) {
        const i = (y + v) * width + x + u
        if (state[i] !== 0) continue
        if (isClear(x, y, size, u, v)) state[i] = 2
        else sampler.trace(x + u, y + v)
      }
    }
  }

  /** Whether a corner's ray missed by so much that a pixel near it misses too. */
  function isClear(x: number, y: number, size: number, u: number, v: number): boolean {
    for (let q = 0; q <= size; q += size) {
      for (let p = 0; p <= size; p += size) {
        const corner = (y + q) * width + x + p
        if (buffers.depth[corner] !== Infinity || state[corner] !== 1) continue
        const away = Math.sqrt((u - p) * (u - p) + (v - q) * (v - q)) / pixelsPerMetre
        if ((clearance[corner] ?? 0) > away * 1.5 + 0.001) return true
      }
    }
    return false
  }

  function square(x: number, y: number, size: number, isFine: boolean): void {
    const mustSplit = isFine && size === step && buffers.depth[y * width + x] !== Infinity
    if (!mustSplit && isSmooth(x, y, size)) {
      fillSquare(x, y, size)
      return
    }
    traceSquare(x, y, size)
    if (size === 2) return
    for (const v of [0, 2]) for (const u of [0, 2]) square(x + u, y + v, 2, isFine)
  }

  for (let y = 0; y < height - 1; y += step) {
    for (let x = 0; x < width - 1; x += step) {
      const isBlockEmpty =
        isEmpty(x + 0.5, y + 0.5) &&
        (x % blockSize === 0 || y % blockSize === 0 || isEmpty(x + step, y + step))
      const corners = y * width + x
      const seen =
        buffers.depth[corners] !== Infinity ||
        buffers.depth[corners + step] !== Infinity ||
        buffers.depth[corners + step * width] !== Infinity ||
        buffers.depth[corners + step * width + step] !== Infinity
      if (isBlockEmpty && !seen) continue
      square(x, y, step, tiles.isFine[marcher.tileAt(x, y)] === 1)
    }
  }
  // The last column and row belong to no square.
  for (let y = 0; y < height; y++) if (!isEmpty(width - 0.5, y + 0.5)) sampler.trace(width - 1, y)
  for (let x = 0; x < width; x++) if (!isEmpty(x + 0.5, height - 0.5)) sampler.trace(x, height - 1)
}

function mixInto(
  values: Float32Array,
  i: number,
  a: number,
  b: number,
  c: number,
  d: number,
  s: number,
  t: number,
): void {
  const top = (values[a] ?? 0) * (1 - s) + (values[b] ?? 0) * s
  const bottom = (values[c] ?? 0) * (1 - s) + (values[d] ?? 0) * s
  values[i] = top * (1 - t) + bottom * t
}
