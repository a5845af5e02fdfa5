/** Draws what the camera saw: areas first, then what is felt, then the ink. */
import type { Buffers, Probe } from '../render/buffers.ts'
import type { SketchItem } from '../sketch.ts'
import type { Solid } from '../solid.ts'
import { drawAreas } from './areas.ts'
import { drawContactShadow } from './contact-shadow.ts'
import { findCracks } from './cracks.ts'
import { drawFeel } from './feel.ts'
import { drawInnerLines, drawSilhouettes, silhouetteLine } from './lines.ts'
import { drawMarks } from './marks.ts'
import { createPicture } from './picture.ts'

export interface InkOptions {
  readonly hasContactShadow: boolean
  /** Which of the solid's muscle areas to draw; all when undefined. */
  readonly feel?: readonly string[]
}

export interface DrawnBody {
  /** In the order of painting. The contact shadow is the first. */
  readonly items: readonly SketchItem[]
  /** How much of each muscle area the camera sees, 0 to 1. */
  readonly visibleShares: ReadonlyMap<string, number>
}

export function drawBody(
  solid: Solid,
  buffers: Buffers,
  probe: Probe,
  options: InkOptions = { hasContactShadow: true },
): DrawnBody {
  const picture = createPicture(solid, buffers, probe)
  const wanted = options.feel
  const felt = solid.feel
    .filter(({ muscle }) => !wanted || wanted.includes(muscle))
    .map((area) => drawFeel(picture, area))
  const silhouettes = drawSilhouettes(picture)
  return {
    items: [
      ...(options.hasContactShadow ? drawContactShadow(picture) : []),
      ...drawAreas(picture),
      ...felt.flatMap(({ areas }) => areas),
      ...felt.flatMap(({ fibres }) => fibres),
      ...drawInnerLines(picture, findCracks(picture), silhouettes),
      ...silhouettes.map((points) => silhouetteLine(points, buffers.pixelsPerMetre)),
      ...drawMarks(picture),
    ],
    visibleShares: new Map(felt.map(({ muscle, visibleShare }) => [muscle, visibleShare])),
  }
}
