/** Small patches of a mask turned round: specks are dropped and pinholes closed. */

/** Changes `mask`: each connected patch of fewer than `least` pixels, within `domain`, becomes the other value. */
export function dropIslands(
  mask: Uint8Array,
  domain: Uint8Array,
  width: number,
  height: number,
  least: number,
): void {
  const seen = new Uint8Array(mask.length)
  const stack = new Int32Array(mask.length)
  const patch = new Int32Array(mask.length)
  for (let start = 0; start < mask.length; start++) {
    if (seen[start] === 1 || domain[start] === 0) continue
    const value = mask[start] ?? 0
    let top = 0
    let size = 0
    stack[top++] = start
    seen[start] = 1
    while (top > 0) {
      const i = stack[--top] ?? 0
      patch[size++] = i
      const x = i % width
      const y = (i - x) / width
      for (let side = 0; side < 4; side++) {
        const u = x + (side === 0 ? 1 : side === 1 ? -1 : 0)
        const v = y + (side === 2 ? 1 : side === 3 ? -1 : 0)
        if (u < 0 || v < 0 || u >= width || v >= height) continue
        const j = v * width + u
        if (seen[j] === 1 || domain[j] === 0 || mask[j] !== value) continue
        seen[j] = 1
        stack[top++] = j
      }
    }
    if (size < least) for (let k = 0; k < size; k++) mask[patch[k] ?? 0] = 1 - value
  }
}
