/** How near the body is to the floor: the contact shadow lies where it almost touches. */
import { integersAt, place, scratchKernel, singlesAt } from '../kernel.ts'
import type { Buffers } from './buffers.ts'
import type { Field } from '../field/field.ts'
import type { Frame } from './march.ts'
import type { Program } from '../field/program.ts'
import { tileSize } from './tiles.ts'
import type { Tiles } from './tiles.ts'

/** Pixels between the places asked. */
const step = 4
/** Rows whose bounding balls end higher than this above the floor cast no contact shadow. */
const height = 0.08

/** Fills `floorDistance` for every pixel through which the floor would be seen, also behind the body. */
export function fillFloor(field: Field, tiles: Tiles, frame: Frame, buffers: Buffers): void {
  const { camera, view, pixelsPerMetre } = frame
  const { right, up, forward } = camera
  // A camera level with the floor or below sees no floor.
  if (forward[2] > -0.02) return
  const { width, floorDistance } = buffers
  const { kernel, program } = field
  const count = tiles.lists.length
  const lists = integersAt(
    kernel,
    kernel.rowsThatCount(place(kernel, lowRows(program)), count),
    count,
  )
  const columns = Math.floor((buffers.width - 1) / step) + 1
  const lines = Math.floor((buffers.height - 1) / step) + 1
  const coarse = new Float32Array(columns * lines).fill(Infinity)
  for (let tile = 0; tile < count; tile++) {
    const list = lists[tile] ?? 0
    if (list === 0) continue
    const left = (tile % tiles.columns) * tileSize
    const top = Math.floor(tile / tiles.columns) * tileSize
    for (let y = top; y < Math.min(top + tileSize, buffers.height); y += step) {
      for (let x = left; x < Math.min(left + tileSize, buffers.width); x += step) {
        const r = view.left + (x + 0.5) / pixelsPerMetre
        const u = view.top - (y + 0.5) / pixelsPerMetre
        const ox = right[0] * r + up[0] * u
        const oy = right[1] * r + up[1] * u
        const depth = -(right[2] * r + up[2] * u) / forward[2]
        const px = ox + forward[0] * depth
        const py = oy + forward[1] * depth
        coarse[(y / step) * columns + x / step] = kernel.distanceThroughFloor(list, px, py, 0)
      }
    }
  }
  const scratch = scratchKernel()
  const grid = place(scratch, coarse)
  const mixed = scratch.mixGrid(grid, columns, lines, step, width, buffers.height)
  floorDistance.set(singlesAt(scratch, mixed, floorDistance.length))
}

function lowRows(program: Program): Uint8Array {
  const isLow = new Uint8Array(program.count)
  for (let row = 0; row < program.count; row++) {
    const b = row * 4
    isLow[row] = Number((program.ball[b + 2] ?? 0) - (program.ball[b + 3] ?? 0) < height)
  }
  return isLow
}
