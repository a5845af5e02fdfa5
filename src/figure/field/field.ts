/** The distance from a point to the solid, or to those of its rows that a list names. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Group } from '../solid.ts'
import { takeKernel, place } from '../kernel.ts'
import type { Kernel } from '../kernel.ts'
import { compile } from './program.ts'
import type { Program } from './program.ts'

/** Rows of a program that are asked together; a number, so that rays do not have to carry more. */
export type RowList = number

export interface Field {
  readonly program: Program
  /** Keeps lists of rows, which stand in the program's order, for as long as the field. */
  keep(lists: readonly (readonly number[])[]): readonly RowList[]
  /** Metres from a point to the rows of a list, less than 0 inside. */
  distanceTo(list: RowList, x: number, y: number, z: number): number
  /** The same, as if there was no floor. */
  distanceThroughFloor(list: RowList, x: number, y: number, z: number): number
  /** The row of the nearest group that is nearest to the point of the last `distanceTo`; -1 for none. */
  nearestRow(list: RowList): number
  /** The place of that point along a row's limb; 0 but for slices. */
  placeAlong(row: number): number
  /** The way out at a point: of length 1, or 0 where there is none. */
  outwardAt(list: RowList, x: number, y: number, z: number): Vec3
  /** For rays: see `kernel/rays.ts`. */
  readonly kernel: Kernel
}

export function createField(program: Program): Field {
  const kernel = takeKernel()
  const put = (array: ArrayBufferView) => place(kernel, array)
  kernel.open(
    put(program.kind),
    put(program.data),
    put(program.blend),
    put(program.ball),
    put(program.part),
    put(program.group),
    put(program.parts),
    put(program.groupRows),
    put(new Int16Array(program.partCount).fill(-1)),
    program.trunk,
  )
  return {
    program,
    kernel,
    keep: (lists) => {
      // One after another, each after its number of rows.
      const packed = new Int16Array(lists.reduce((sum, rows) => sum + 1 + rows.length, 0))
      let next = 0
      const starts = lists.map((rows) => {
        const start = next
        packed[next++] = rows.length
        for (const row of rows) packed[next++] = row
        return start
      })
      const address = put(packed)
      return starts.map((start) => address + start * packed.BYTES_PER_ELEMENT)
    },
    distanceTo: kernel.distanceTo,
    distanceThroughFloor: kernel.distanceThroughFloor,
    nearestRow: kernel.nearestRow,
    placeAlong: kernel.placeAlong,
    outwardAt: (list, x, y, z) => {
      kernel.findOutward(list, x, y, z)
      return [kernel.outwardX.value, kernel.outwardY.value, kernel.outwardZ.value]
    },
  }
}

/** The distance of points to groups of shapes, in metres, where no floor presses them flat. */
export function distanceToGroups(groups: readonly Group[]): (point: Vec3) => number {
  const field = createField(compile({ groups, isPressedByFloor: false }))
  const [all = 0] = field.keep([Array.from({ length: field.program.count }, (_, row) => row)])
  return ([x, y, z]) => field.distanceTo(all, x, y, z)
}
