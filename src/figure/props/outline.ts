/** Where a plane cuts a limb: its outline, found by asking the distance to the skin along rays. */
import { add, scale } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Flat } from './hull.ts'

/** A plane through `centre`, with two directions of length 1 at right angles. */
export interface CutPlane {
  readonly centre: Vec3
  readonly u: Vec3
  readonly v: Vec3
}

/** Rays round the centre, one each 6 degrees. */
const rays = 60
/** Nothing that is cut here is thicker, in metres. */
const farthest = 0.22
const halvings = 14

export function placeIn({ centre, u, v }: CutPlane, [a, b]: Flat): Vec3 {
  return add(centre, add(scale(u, a), scale(v, b)))
}

/** Points `lift` metres outside the surface, whose inside is where `distance` is negative, counterclockwise. */
export function outlineInPlane(
  plane: CutPlane,
  distance: (point: Vec3) => number,
  lift: number,
): readonly Flat[] {
  return Array.from({ length: rays }, (_, ray): Flat => {
    const angle = (2 * Math.PI * ray) / rays
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    let [inside, outside] = [0, farthest]
    for (let i = 0; i < halvings; i++) {
      const middle = (inside + outside) / 2
      if (distance(placeIn(plane, [c * middle, s * middle])) < lift) inside = middle
      else outside = middle
    }
    const radius = (inside + outside) / 2
    return [c * radius, s * radius]
  })
}
