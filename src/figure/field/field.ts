/** The distance from a point to the solid, or to those of its rows that a list names. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Group } from '../solid.ts'
import { place, takeKernel } from '../kernel.ts'
import type { Kernel } from '../kernel.ts'
import { compile } from './program.ts'
import type { Program } from './program.ts'

/** Rows of a program that are asked together: where their list stands in the kernel's memory. */
export type RowList = number

export interface Field {
  readonly program: Program
  /** Has the program in its memory; what is not said here is asked of it (`kernel/distance.ts`, `kernel/rays.ts`). */
  readonly kernel: Kernel
  /** Keeps a list of rows, which stand in the program's order, for as long as the field. */
  keep(rows: readonly number[]): RowList
  /** Metres from a point to the rows of a list, less than 0 inside. */
  distanceTo(list: RowList, x: number, y: number, z: number): number
  /** The way out at a point: of length 1, or 0 where there is none. */
  outwardAt(list: RowList, x: number, y: number, z: number): Vec3
}

export function createField(program: Program): Field {
  const kernel = takeKernel()
  const put = (array: ArrayBufferView) => place(kernel, array)
  kernel.openProgram(
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
    // After their number.
    keep: (rows) => put(Int16Array.of(rows.length, ...rows)),
    distanceTo: kernel.distanceTo,
    outwardAt: (list, x, y, z) => {
      kernel.findOutward(list, x, y, z)
      return [kernel.outwardX.value, kernel.outwardY.value, kernel.outwardZ.value]
    },
  }
}

/** The distance of points to groups of shapes, in metres, where no floor presses them flat. */
export function distanceToGroups(groups: readonly Group[]): (point: Vec3) => number {
  const field = createField(compile({ groups, isPressedByFloor: false }))
  const all = field.keep(Array.from({ length: field.program.count }, (_, row) => row))
  return ([x, y, z]) => field.distanceTo(all, x, y, z)
}
