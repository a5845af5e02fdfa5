/** Paths at the printed size, as exact as files hold them. */
import { mapPath } from '../../geometry/map-path.ts'
import type { Path } from '../../geometry/path.ts'
import type { Pt } from '../../geometry/units.ts'

/** From metres to points, in one pass: to a hundredth, or as many `steps` as a point has. */
export function scaled(path: Path, scale: number, steps = 100): Path {
  const at = (length: number): Pt => Math.round(length * scale * steps) / steps + 0
  return mapPath(path, at)
}

/** To a hundredth of a point. */
export function rounded(length: Pt): Pt {
  return Math.round(length * 100) / 100 + 0
}
