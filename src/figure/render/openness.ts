/** How open the sky is over each pixel: one step along the normal asks how near the next surface is. */
import { place, scratchKernel, singlesAt } from '../kernel.ts'
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
  const kernel = scratchKernel()
  const grid = place(kernel, coarse)
  const seen = place(kernel, depth)
  const mixed = kernel.mixKnown(grid, columns, lines, step, width, height, seen)
  openness.set(singlesAt(kernel, mixed, openness.length))
}
