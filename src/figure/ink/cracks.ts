/** What lies between neighbouring pixels: a step in depth, a crease or a change of material, and how strong. */
import type { Tissue } from '../solid.ts'
import { bytesAt, place, singlesAt } from '../kernel.ts'
import { faceTissue, handTissue, legTissue, strapTissue } from '../codes.ts'
import type { Picture } from './picture.ts'

export interface Cracks {
  /** One of the kinds (`codes.ts`) for each crack, 0 for none. */
  readonly kind: Uint8Array
  /** 1 for each crack that is of a kind. */
  readonly isOfAKind: Uint8Array
  /** Whether the material changes there, whatever else does. */
  readonly isSeam: Uint8Array
  /** Metres by which the nearer surface stands before the farther one's tangent plane. */
  readonly gap: Float32Array
}

function kindOfTissue(tissue: Tissue): number {
  switch (tissue) {
    case 'hand':
      return handTissue
    case 'head':
    case 'nose':
    case 'ear':
      return faceTissue
    case 'leg':
    case 'foot':
    case 'shoe':
      return legTissue
    case 'strap':
      return strapTissue
    default:
      return 0
  }
}

export function findCracks({ buffers, probe, kernel }: Picture): Cracks {
  const tissue = Uint8Array.from(probe.primitives, (shape) => kindOfTissue(shape.tissue))
  kernel.classifyCracks(place(kernel, tissue), 1 / buffers.pixelsPerMetre)
  const count = buffers.width * buffers.height * 2
  return {
    kind: bytesAt(kernel, kernel.crackKinds.value, count),
    isOfAKind: bytesAt(kernel, kernel.cracked.value, count),
    isSeam: bytesAt(kernel, kernel.seams.value, count),
    gap: singlesAt(kernel, kernel.gaps.value, count),
  }
}
