/** The solid as flat arrays of numbers: what the distance loop reads. Rows of `data` are laid out in `rows.ts`. */
import { length, subtract } from '../../geometry/vec3.ts'
import type { Group, Part, Primitive, Solid } from '../solid.ts'
import { ballSize, rowSize } from './layout.ts'
import { rowsOf } from './rows.ts'
import type { Row } from './rows.ts'

/** One row of `data` for each shape; a ribbon has one for each of its pieces. */
export interface Program {
  readonly groups: readonly Group[]
  /** All primitives of the solid, in order. */
  readonly primitives: readonly Primitive[]
  /** Which of the solid's groups each primitive is in. */
  readonly groupOfPrimitive: Uint8Array
  readonly count: number
  readonly kind: Uint8Array
  readonly data: Float64Array
  readonly blend: Float64Array
  /** Index of the primitive, the part and the group of each row. */
  readonly primitive: Int16Array
  readonly part: Int16Array
  readonly group: Uint8Array
  /** Bounding balls: x, y, z, radius. */
  readonly ball: Float64Array
  /** How far from a row's surface it still bends another surface. */
  readonly reach: Float64Array
  readonly partCount: number
  /** Rows of numbers per part and per group (`layout.ts`). */
  readonly parts: Float64Array
  readonly groupRows: Float64Array
  /** Index of the trunk among the groups, -1 for none. */
  readonly trunk: number
  /** Whether a row is so thin that pixels between samples may miss it. */
  readonly isFine: Uint8Array
}

export function compile({
  groups,
  isPressedByFloor,
}: Pick<Solid, 'groups' | 'isPressedByFloor'>): Program {
  const parts = groups.flatMap((group) => group.parts)
  const primitives = parts.flatMap((part) => part.primitives)
  const rows = entriesOf(groups)
  const rowsOfPart: Row[][] = parts.map(() => [])
  for (const { part, row } of rows) rowsOfPart[part]?.push(row)
  const program: Program = {
    groups,
    primitives,
    groupOfPrimitive: new Uint8Array(primitives.length),
    count: rows.length,
    kind: new Uint8Array(rows.length),
    data: new Float64Array(rows.length * rowSize),
    blend: new Float64Array(rows.length),
    primitive: new Int16Array(rows.length),
    part: new Int16Array(rows.length),
    group: new Uint8Array(rows.length),
    ball: new Float64Array(rows.length * ballSize),
    reach: new Float64Array(rows.length),
    partCount: parts.length,
    parts: Float64Array.from(
      parts.flatMap((part, index) => partRow(part, rowsOfPart[index] ?? [], isPressedByFloor)),
    ),
    groupRows: Float64Array.from(groups.flatMap(groupRow)),
    trunk: groups.findIndex((group) => group.name === 'trunk'),
    isFine: new Uint8Array(rows.length),
  }
  rows.forEach(({ row, blend, reach, primitive, part, group }, index) => {
    program.kind[index] = row.kind
    program.data.set(row.data, index * rowSize)
    program.blend[index] = blend
    program.primitive[index] = primitive
    program.groupOfPrimitive[primitive] = group
    program.part[index] = part
    program.group[index] = group
    program.ball.set([...row.centre, row.radius], index * ballSize)
    program.reach[index] = reach
    program.isFine[index] = Number(row.isFine)
  })
  return program
}

interface Entry {
  readonly row: Row
  readonly blend: number
  readonly reach: number
  /** Indices. */
  readonly primitive: number
  readonly part: number
  readonly group: number
}

function entriesOf(groups: readonly Group[]): readonly Entry[] {
  const entries: Entry[] = []
  let [primitiveIndex, partIndex] = [0, 0]
  groups.forEach((group, groupIndex) => {
    // Only the trunk and the limb itself meet at a joint.
    const joints = (group.name === 'trunk' ? groups : [group]).flatMap(({ joint }) => joint ?? [])
    const between = Math.max(0, ...group.parts.map((part) => part.blend))
    for (const { primitives } of group.parts) {
      const within = Math.max(between, ...primitives.map((primitive) => primitive.blend))
      for (const primitive of primitives) {
        for (const row of rowsOf(primitive)) {
          const near = joints.filter(
            ({ centre, outer }) => length(subtract(centre, row.centre)) < outer + row.radius,
          )
          entries.push({
            row,
            // Pieces of one ribbon lie end to end: they must not swell where they meet.
            blend: primitive.kind === 'ribbon' ? 0 : primitive.blend,
            reach: Math.max(within, ...near.map((joint) => joint.blend)),
            primitive: primitiveIndex,
            part: partIndex,
            group: groupIndex,
          })
        }
        primitiveIndex += 1
      }
      partIndex += 1
    }
  })
  return entries
}

function partRow(part: Part, rows: readonly Row[], isPressedByFloor: boolean): readonly number[] {
  return [
    ...ballAround(rows),
    part.blend,
    reachOfPart(part),
    Number(isPressedByFloor && isSoft(part)),
    Number(hasPlainFirst(part)),
    ...cutRow(part.cut),
  ]
}

/** Round the middle of the box that holds the balls of the rows: x, y, z, radius. */
function ballAround(rows: readonly Row[]): readonly number[] {
  const middle = (axis: 0 | 1 | 2): number => {
    const from = Math.min(...rows.map(({ centre, radius }) => centre[axis] - radius))
    const to = Math.max(...rows.map(({ centre, radius }) => centre[axis] + radius))
    return (from + to) / 2
  }
  const centre = [middle(0), middle(1), middle(2)] as const
  const reaches = rows.map((row) => length(subtract(row.centre, centre)) + row.radius)
  return [...centre, Math.max(0, ...reaches)]
}

function isSoft({ primitives }: Part): boolean {
  return primitives.every(({ tissue }) => !unpressed.some((hard) => hard === tissue))
}

const unpressed = ['shoe', 'prop', 'band', 'strap'] as const

function hasPlainFirst({ primitives }: Part): boolean {
  const blends = primitives.map((primitive) => (primitive.kind === 'ribbon' ? 0 : primitive.blend))
  const smooth = blends.findIndex((blend) => blend > 0)
  return smooth < 0 || blends.slice(smooth).every((blend) => blend > 0)
}

function widestBlend({ parts }: Group): number {
  const within = parts.flatMap(({ primitives }) => primitives.map(({ blend }) => blend))
  const cuts = parts.map(({ cut }) => cut?.softness ?? 0)
  return Math.max(0, ...parts.map(({ blend }) => blend)) + Math.max(0, ...within, ...cuts)
}

function reachOfPart({ blend, cut, primitives }: Part): number {
  return blend + (cut?.softness ?? 0) + Math.max(0, ...primitives.map((shape) => shape.blend))
}

function cutRow(cut: Part['cut']): readonly number[] {
  return cut ? [1, ...cut.point, ...cut.normal, cut.softness] : [0, 0, 0, 0, 0, 0, 0, 0]
}

function groupRow(group: Group): readonly number[] {
  const { joint } = group
  return [
    widestBlend(group),
    ...(joint ? [...joint.centre, joint.blend, joint.inner, joint.outer] : [0, 0, 0, 0, 0, 0]),
  ]
}
