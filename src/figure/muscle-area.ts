/** Where a muscle lies under the skin: the "feel it here" area of a figure. */
import type { Vec3 } from '../geometry/vec3.ts'
import type { GroupName } from './solid.ts'

export interface MuscleArea {
  /** As content names it, for example `gluteus-medius`. */
  readonly muscle: string
  /** Only the surface of these groups shows it. */
  readonly groups: readonly GroupName[]
  /** In the middle of the area, on the surface, and the way out from it: where a second view would look from. */
  readonly centre: Vec3
  readonly outward: Vec3
  /** Below 1 inside; 0 at the core. Smooth. */
  field(point: Vec3): number
  /** Directions of the fibres through the area, as polylines just under the surface: hatching follows them. */
  readonly fibres: readonly (readonly Vec3[])[]
}
