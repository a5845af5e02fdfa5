/** How open the sky is over each pixel: one step along the normal asks how near the next surface is. */
import type { Buffers } from './buffers.ts'
import type { Marcher } from './march.ts'

/** Metres along the normal: corners tighter than this are dark. */
const stride = 0.035
/** Pixels between the places asked; those between are mixed. */
const step = 4

export function fillOpenness(marcher: Marcher, buffers: Buffers): void {
  const { width, height, pixelsPerMetre, view, depth, openness } = buffers
  const at = (x: number, y: number): number => {
    const i = y * width + x
    const d = depth[i] ?? Infinity
    if (d === Infinity) return -1
    const nr = buffers.normalRight[i] ?? 0
    const nu = buffers.normalUp[i] ?? 0
    const nn = buffers.normalNear[i] ?? 0
    const r = view.left + (x + 0.5) / pixelsPerMetre + nr * stride
    const u = view.top - (y + 0.5) / pixelsPerMetre + nu * stride
    const f = d - nn * stride
    const found = marcher.distanceBehind(r, u, f)
    return Math.min(1, Math.max(0, found / stride))
  }
  const columns = Math.floor((width - 1) / step) + 1
  const lines = Math.floor((height - 1) / step) + 1
  const coarse = new Float32Array(columns * lines)
  for (let y = 0; y < lines; y++) {
    for (let x = 0; x < columns; x++) coarse[y * columns + x] = at(x * step, y * step)
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      if (depth[i] === Infinity) continue
      openness[i] = between(coarse, columns, lines, x / step, y / step)
    }
  }
}

/** The mean of the four samples around, without those that saw nothing. */
function between(
  coarse: Float32Array,
  columns: number,
  lines: number,
  x: number,
  y: number,
): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  let sum = 0
  let weights = 0
  for (let v = 0; v <= 1; v++) {
    for (let u = 0; u <= 1; u++) {
      if (left + u >= columns || top + v >= lines) continue
      const value = coarse[(top + v) * columns + left + u] ?? -1
      const weight = (1 - Math.abs(left + u - x)) * (1 - Math.abs(top + v - y))
      if (value < 0 || weight <= 0) continue
      sum += value * weight
      weights += weight
    }
  }
  return weights > 0 ? sum / weights : 1
}
