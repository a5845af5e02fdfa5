/** What lies between neighbouring pixels: a step in depth, a crease or a change of material, and how strong. */
import type { Tissue } from '../solid.ts'
import { crackBelow, crackBeside } from '../trace/grid.ts'
import type { Picture } from './picture.ts'

export const contourCrack = 1
export const creaseCrack = 2
export const seamCrack = 3
/** Between fingers, and on the face: thin lines. */
export const fineCrack = 4

export interface Cracks {
  /** One of the kinds for each crack, 0 for none. */
  readonly kind: Uint8Array
  /** Whether the material changes there, whatever else does. */
  readonly isSeam: Uint8Array
  /** Metres by which the nearer surface stands before the farther one's tangent plane. */
  readonly gap: Float32Array
}

/** Least gaps in metres that are drawn, between limbs and within one. */
const leastBetween = 0.0035
const leastWithin = 0.008
const leastFine = 0.004
const leastFace = 0.0035
/** On a face a larger gap is an outline. */
const mostFace = 0.02
/** Normals that turn by more than this cosine over one pixel make a crease. */
const creaseTurn = 0.72
const fineTurn = 0.8

const handTissue = 1
const faceTissue = 2
const strapTissue = 3

function kindOfTissue(tissue: Tissue): number {
  switch (tissue) {
    case 'hand':
      return handTissue
    case 'head':
    case 'nose':
    case 'ear':
      return faceTissue
    case 'strap':
      return strapTissue
    default:
      return 0
  }
}

export function findCracks({ buffers, probe, isBody }: Picture): Cracks {
  const { width, height, pixelsPerMetre, depth, normalRight, normalUp, normalNear } = buffers
  const { group, primitive, material } = buffers
  const kind = new Uint8Array(width * height * 2)
  const gap = new Float32Array(width * height * 2)
  const isSeam = new Uint8Array(width * height * 2)
  const tissue = Uint8Array.from(probe.primitives, (shape) => kindOfTissue(shape.tissue))
  const pixel = 1 / pixelsPerMetre

  function classify(i: number, j: number, dx: number, dy: number, crack: number): void {
    if (isBody[i] === 0 || isBody[j] === 0) return
    const isFirstNear = (depth[i] ?? 0) <= (depth[j] ?? 0)
    const near = isFirstNear ? i : j
    const far = isFirstNear ? j : i
    // From the far pixel to the near one, in the camera's axes.
    const mr = (isFirstNear ? -dx : dx) * pixel
    const mu = (isFirstNear ? dy : -dy) * pixel
    const facing = Math.max(0.2, normalNear[far] ?? 0)
    const slope = ((normalRight[far] ?? 0) * mr + (normalUp[far] ?? 0) * mu) / facing
    const step = (depth[far] ?? 0) + slope - (depth[near] ?? 0)
    gap[crack] = step
    if (material[i] !== material[j]) isSeam[crack] = 1
    const a = tissue[primitive[i] ?? 0] ?? 0
    const b = tissue[primitive[j] ?? 0] ?? 0
    const isBetween = group[i] !== group[j]
    if (a === strapTissue && b === strapTissue) return
    const isHand = a === handTissue && b === handTissue
    const isFace = a === faceTissue && b === faceTissue
    if (isFace && step > leastFace && step < mostFace) kind[crack] = fineCrack
    else if (isHand && step > leastFine) kind[crack] = fineCrack
    else if (step > (isBetween ? leastBetween : leastWithin)) kind[crack] = contourCrack
    else {
      const turn =
        (normalRight[i] ?? 0) * (normalRight[j] ?? 0) +
        (normalUp[i] ?? 0) * (normalUp[j] ?? 0) +
        (normalNear[i] ?? 0) * (normalNear[j] ?? 0)
      const isConcave =
        ((normalRight[j] ?? 0) - (normalRight[i] ?? 0)) * dx -
          ((normalUp[j] ?? 0) - (normalUp[i] ?? 0)) * dy <
        0
      if (isConcave && turn < (isHand ? fineTurn : creaseTurn) && (isBetween || isHand)) {
        kind[crack] = isHand ? fineCrack : creaseCrack
      } else if (isSeam[crack] === 1) kind[crack] = seamCrack
    }
  }

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      if (isBody[i] === 0) continue
      if (x + 1 < width) classify(i, i + 1, 1, 0, crackBeside(i))
      if (y + 1 < height) classify(i, i + width, 0, 1, crackBelow(i))
    }
  }
  return { kind, gap, isSeam }
}
