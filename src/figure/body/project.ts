/** Points drawn down onto the skin: lines and muscle fibres lie exactly on the surface of the posed body. */
import { distance, type Vec3 } from '../../geometry/vec3.ts'
import { createField } from '../field/field.ts'
import { compile } from '../field/program.ts'
import type { Group, GroupName } from '../solid.ts'

/** Part of a body's surface, near some points. */
export interface Skin {
  /** The nearest point of the surface, `lift` metres above it. */
  onto(point: Vec3, lift?: number): Vec3
  /** The way out of the surface. */
  outward(point: Vec3): Vec3
}

/** The surface of some groups, always with the trunk, as far as it can matter within `reach` metres of the points. */
export type SkinNear = (names: readonly GroupName[], points: readonly Vec3[], reach: number) => Skin

/** The skin of a body whose first group is the trunk; the floor does not press it flat. */
export function skinOf(groups: readonly Group[]): SkinNear {
  const program = compile({ groups, isPressedByFloor: false })
  const field = createField(program)

  function rowsNear(
    names: readonly GroupName[],
    points: readonly Vec3[],
    reach: number,
  ): readonly number[] {
    const [x, y, z] = meanOf(points)
    const radius = Math.max(0, ...points.map((point) => distance(point, [x, y, z]))) + reach
    const isMeant = groups.map(({ name }) => name === 'trunk' || names.includes(name))
    const { ball, count, group } = program
    const rows: number[] = []
    for (let row = 0; row < count; row++) {
      if (isMeant[group[row] ?? -1] !== true) continue
      const dx = (ball[4 * row] ?? 0) - x
      const dy = (ball[4 * row + 1] ?? 0) - y
      const dz = (ball[4 * row + 2] ?? 0) - z
      const away = (ball[4 * row + 3] ?? 0) + radius
      if (dx * dx + dy * dy + dz * dz < away * away) rows.push(row)
    }
    return rows
  }

  return (names, points, reach) => {
    const list = field.keep(rowsNear(names, points, reach))
    const outward = ([x, y, z]: Vec3) => field.outwardAt(list, x, y, z)
    return {
      outward,
      onto: (point, lift = 0) => {
        let at = point
        for (let step = 0; step < 7; step++) {
          const off = field.distanceTo(list, ...at) - lift
          if (Math.abs(off) < 0.0002) break
          const way = outward(at)
          // Distances inside are bounds, and bodies are bent: no long leaps.
          const leap = Math.max(-0.03, Math.min(0.03, off))
          at = [at[0] - way[0] * leap, at[1] - way[1] * leap, at[2] - way[2] * leap]
        }
        return at
      },
    }
  }
}

function meanOf(points: readonly Vec3[]): Vec3 {
  const sum = points.reduce<Vec3>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0])
  const count = Math.max(1, points.length)
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}
