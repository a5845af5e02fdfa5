/** Which rows each tile of the picture may show: the others need not be asked there. */
import { dot } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import type { Field, RowList } from '../field/field.ts'
import { boxReachAt, boxSize, coneKind, radiiAt, rowSize, sliceKind } from '../field/layout.ts'
import type { Program } from '../field/program.ts'
import { bytesAt, integersAt, numbersAt, place } from '../kernel.ts'

/** Width and height of a tile in pixels. */
export const tileSize = 8

export interface Tiles {
  readonly columns: number
  readonly rows: number
  /** Per tile: the list of the rows that it may show. */
  readonly lists: ArrayLike<RowList>
  /** Depths between which the rows of a tile lie. */
  readonly near: Float64Array
  readonly far: Float64Array
  /** Whether thin shapes are among them. */
  readonly isFine: Uint8Array
}

/** A rectangle of the picture at an angle that holds the image of a row, in metres. */
interface Box {
  readonly x: number
  readonly y: number
  readonly alongX: number
  readonly alongY: number
  readonly halfAlong: number
  readonly halfAcross: number
  readonly depth: number
  readonly halfDepth: number
}

export function tileRows(
  field: Field,
  camera: Camera,
  view: View,
  pixelsPerMetre: number,
  width: number,
  height: number,
): Tiles {
  const { program, kernel } = field
  const columns = Math.ceil(width / tileSize)
  const rows = Math.ceil(height / tileSize)
  const boxes = new Float64Array(program.count * boxSize)
  for (let row = 0; row < program.count; row++) {
    const box = boxOf(program, row, camera)
    const numbers = [
      box.x, box.y, box.alongX, box.alongY, box.halfAlong, box.halfAcross, box.depth, box.halfDepth,
    ] // prettier-ignore
    boxes.set(numbers, row * boxSize)
    boxes[row * boxSize + boxReachAt] = program.reach[row] ?? 0
  }
  kernel.sortRows(
    place(kernel, boxes),
    place(kernel, program.isFine),
    program.count,
    columns,
    rows,
    view.left,
    view.top,
    tileSize / pixelsPerMetre,
  )
  const count = columns * rows
  return {
    columns,
    rows,
    lists: integersAt(kernel, kernel.tileLists.value, count),
    near: numbersAt(kernel, kernel.tileNear.value, count),
    far: numbersAt(kernel, kernel.tileFar.value, count),
    isFine: bytesAt(kernel, kernel.tileIsFine.value, count),
  }
}

function boxOf(program: Program, row: number, camera: Camera): Box {
  const b = row * 4
  const radius = program.ball[b + 3] ?? 0
  const ball: Vec3 = [program.ball[b] ?? 0, program.ball[b + 1] ?? 0, program.ball[b + 2] ?? 0]
  const x = dot(ball, camera.right)
  const y = dot(ball, camera.up)
  const depth = dot(ball, camera.forward)
  const o = row * rowSize
  const triple = (i: number): Vec3 => [
    program.data[o + i] ?? 0,
    program.data[o + i + 1] ?? 0,
    program.data[o + i + 2] ?? 0,
  ]
  const kind = program.kind[row]
  const around = { x, y, depth, halfDepth: radius }
  if (kind === coneKind) {
    const axis = triple(3)
    const ax = dot(axis, camera.right)
    const ay = dot(axis, camera.up)
    const size = Math.sqrt(ax * ax + ay * ay)
    const widest = Math.max(program.data[o + 6] ?? 0, program.data[o + 7] ?? 0)
    if (size > 1e-6) {
      const direction = { alongX: ax / size, alongY: ay / size }
      return { ...around, ...direction, halfAlong: size / 2 + widest, halfAcross: widest }
    }
  }
  if (kind === sliceKind) return { ...around, ...sliceBox(triple, program.data, o, camera, radius) }
  return { ...around, alongX: 1, alongY: 0, halfAlong: radius, halfAcross: radius }
}

/** A slice is a disc: seen from its side it is thin. */
function sliceBox(
  triple: (i: number) => Vec3,
  data: Float64Array,
  o: number,
  camera: Camera,
  radius: number,
): Pick<Box, 'alongX' | 'alongY' | 'halfAlong' | 'halfAcross'> {
  const normal = triple(3)
  const nx = dot(normal, camera.right)
  const ny = dot(normal, camera.up)
  const size = Math.sqrt(nx * nx + ny * ny)
  if (size < 0.1) return { alongX: 1, alongY: 0, halfAlong: radius, halfAcross: radius }
  const alongX = nx / size
  const alongY = ny / size
  let widest = 0
  for (let i = radiiAt; i < radiiAt + 4; i++) {
    widest = Math.max(widest, data[o + i] ?? 0, (data[o + i] ?? 0) + (data[o + i + 4] ?? 0))
  }
  // How far a disc with this normal reaches along the direction.
  const tilts = [normal, triple(9)].map((other) => {
    const facing = dot(other, camera.right) * alongX + dot(other, camera.up) * alongY
    return Math.sqrt(Math.max(0, 1 - facing * facing))
  })
  const step = triple(12)
  const stepX = dot(step, camera.right)
  const stepY = dot(step, camera.up)
  const halfAlong = Math.abs(stepX * alongX + stepY * alongY) / 2 + widest * Math.max(...tilts)
  const halfAcross = widest + Math.abs(stepY * alongX - stepX * alongY) / 2
  return { alongX, alongY, halfAlong: halfAlong + 0.001, halfAcross: halfAcross + 0.001 }
}
