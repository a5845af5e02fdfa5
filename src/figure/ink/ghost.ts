/** The outline of another phase of the movement, as one closed path. */
import type { Path } from '../../geometry/path.ts'
import { renderSilhouette } from '../render/silhouette.ts'
import type { Camera, View } from '../camera.ts'
import type { Solid } from '../solid.ts'
import { traceMask } from '../trace/loops.ts'
import { fitPath } from '../trace/fit.ts'
import { fairLoop, toMetres } from './picture.ts'

/** Square metres: smaller patches and holes are left out. */
const leastArea = 0.0004
/** A ghost is faint: half the resolution of the figure does, with edges found between pixels. */
const pixelsPerMetre = 160

/** In metres on the picture plane, y downwards, from the view's top left corner. */
export function drawGhost(solid: Solid, camera: Camera, view: View): Path {
  const silhouette = renderSilhouette(solid, camera, view, pixelsPerMetre)
  const { width, height, isCovered } = silhouette
  const least = leastArea * pixelsPerMetre * pixelsPerMetre
  return traceMask(isCovered, width, height, least, (from, to) =>
    silhouette.edgeBetween(from, to),
  ).flatMap(({ points }) => toMetres(fitPath(fairLoop(points, 1.2), 0.3, true), pixelsPerMetre))
}
