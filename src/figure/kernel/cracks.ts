/** What lies between neighbouring pixels: a step in depth, a crease or a change of material. */
import { byte, putByte, putSingle, single, zeros } from './memory'
import {
  depth, group, height, isBody, material, normalNear, normalRight, normalUp, primitive, width,
} from './picture' // prettier-ignore
import {
  contourCrack, creaseCrack, faceTissue, fineCrack, handTissue, legTissue, seamCrack, shortsMaterial,
  strapTissue,
} from '../codes' // prettier-ignore

/** Least gaps in metres that are drawn, between limbs and within one. */
const leastBetween: f64 = 0.0035
const leastWithin: f64 = 0.008
const leastFine: f64 = 0.004
const leastFace: f64 = 0.0035
/** On a face a larger gap is an outline. */
const mostFace: f64 = 0.02
/** Normals that turn by more than this cosine over one pixel make a crease. */
const creaseTurn: f64 = 0.72
const fineTurn: f64 = 0.8

/** Per crack, in the numbering of `trace/grid.ts`: kind, whether it has one, whether the material changes, gap in metres. */
export let crackKinds: usize = 0
export let cracked: usize = 0
export let seams: usize = 0
export let gaps: usize = 0

let tissues: usize = 0
let pixel: f64 = 0

export function classifyCracks(tissueOfPrimitive: usize, metresPerPixel: f64): void {
  tissues = tissueOfPrimitive
  pixel = metresPerPixel
  crackKinds = zeros(width * height * 2)
  cracked = zeros(width * height * 2)
  seams = zeros(width * height * 2)
  gaps = zeros(width * height * 2 * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      if (byte(isBody, i) === 0) continue
      if (x + 1 < width) classify(i, i + 1, 1, 0, 2 * i)
      if (y + 1 < height) classify(i, i + width, 0, 1, 2 * i + 1)
    }
  }
}

function classify(i: i32, j: i32, dx: f64, dy: f64, crack: i32): void {
  if (byte(isBody, j) === 0) return
  const isFirstNear = single(depth, i) <= single(depth, j)
  const near = isFirstNear ? i : j
  const far = isFirstNear ? j : i
  // From the far pixel to the near one, in the camera's axes.
  const mr = (isFirstNear ? -dx : dx) * pixel
  const mu = (isFirstNear ? dy : -dy) * pixel
  const facing = Math.max(0.2, single(normalNear, far))
  const slope = (single(normalRight, far) * mr + single(normalUp, far) * mu) / facing
  const step = single(depth, far) + slope - single(depth, near)
  putSingle(gaps, crack, step)
  const isSeam = byte(material, i) !== byte(material, j)
  if (isSeam) putByte(seams, crack, 1)
  const a = tissueAt(i)
  const b = tissueAt(j)
  const isBetween = byte(group, i) !== byte(group, j)
  if (a === strapTissue && b === strapTissue) return
  const isHand = a === handTissue && b === handTissue
  const isFace = a === faceTissue && b === faceTissue
  let kind = 0
  if (isFace && step > leastFace && step < mostFace) kind = fineCrack
  else if (isHand && step > leastFine) kind = fineCrack
  else if (step > (isBetween ? leastBetween : leastWithin)) kind = contourCrack
  else {
    const turn =
      single(normalRight, i) * single(normalRight, j) +
      single(normalUp, i) * single(normalUp, j) +
      single(normalNear, i) * single(normalNear, j)
    const isConcave =
      (single(normalRight, j) - single(normalRight, i)) * dx -
        (single(normalUp, j) - single(normalUp, i)) * dy <
      0
    const most = isHand ? fineTurn : creaseTurn
    if (
      (isConcave && turn < most && (isBetween || isHand)) ||
      (isBetween && isLegOnLeg(i, j, a, b))
    ) {
      kind = isHand ? fineCrack : creaseCrack
    } else if (isSeam) kind = seamCrack
  }
  if (kind === 0) return
  putByte(crackKinds, crack, kind)
  putByte(cracked, crack, 1)
}

/** One leg lies on the other: inked also where they touch so closely that neither a step nor a fold is left. */
function isLegOnLeg(i: i32, j: i32, a: i32, b: i32): bool {
  if (a !== legTissue || b !== legTissue) return false
  // Below the crotch the legs of shorts are one cloth.
  return byte(material, i) !== shortsMaterial || byte(material, j) !== shortsMaterial
}

function tissueAt(i: i32): i32 {
  return byte(tissues, load<i16>(primitive + 2 * i))
}
