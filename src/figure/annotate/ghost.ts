/** The ghost: limbs of the first pose that are elsewhere in the second, and look out behind the figure. */
import { distance } from '../../geometry/vec3.ts'
import type { Camera, View } from '../camera.ts'
import { drawGhost } from '../ink/ghost.ts'
import { placeOn } from '../pose/landmarks.ts'
import type { Skeleton } from '../skeleton.ts'
import type { Area } from '../sketch.ts'
import type { Solid } from '../solid.ts'
import { maskOf, shareOutside } from './mask.ts'
import type { Mask } from './mask.ts'
import { movedGroups, onlyGroups } from './movement.ts'

/** Of a limb: when less of it looks out behind the figure, slivers would only blur the outline. */
const leastOutside = 0.3
/** Of the stature: when the hips go farther, the two poses are two pictures, not one movement. */
const farthest = 0.15

export interface Ghost {
  readonly solid: Solid
  readonly mask: Mask
}

export interface GhostPhase {
  readonly skeleton: Skeleton
  readonly solid: Solid
}

/** `figure` is what the end covers. Undefined where nothing moves far enough. */
export function planGhost(
  start: GhostPhase,
  end: Skeleton,
  figure: Mask,
  { camera, stature }: { readonly camera: Camera; readonly stature: number },
): Ghost | undefined {
  const hips = distance(placeOn(start.skeleton, 'pelvis'), placeOn(end, 'pelvis'))
  if (hips > farthest * stature) return undefined
  const names = movedGroups(start.skeleton, end, stature).filter((name) => {
    const mask = maskOf(onlyGroups(start.solid, [name]), camera, figure.view)
    return shareOutside(mask, figure) >= leastOutside
  })
  // A head or an arm alone tells nothing: they go with the trunk.
  const hasTrunk = names.includes('trunk')
  const shown = names.filter((name) => hasTrunk || name.endsWith('leg'))
  if (shown.length === 0) return undefined
  const solid = onlyGroups(start.solid, shown)
  return { solid, mask: maskOf(solid, camera, figure.view) }
}

export function ghostItems({ solid }: Ghost, camera: Camera, view: View): readonly Area[] {
  const path = drawGhost(solid, camera, view)
  return path.length === 0 ? [] : [{ kind: 'area', role: { kind: 'ghost' }, path }]
}
