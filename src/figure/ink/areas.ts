/** Flat areas: the whole body, each material on it, and the shaded part of each; far limbs apart. */
import { numbersAt, place, singlesAt } from '../kernel.ts'
import type { Area, AreaRole } from '../sketch.ts'
import { materials } from '../render/materials.ts'
import type { Extent } from '../trace/loops.ts'
import { farGroups } from './far-limbs.ts'
import { leastHole } from './lines.ts'
import { outlineOf } from './picture.ts'
import type { Manner, Picture } from './picture.ts'
import { toneOf } from './shade.ts'

/** Square metres: smaller bodies and materials are specks. */
const leastArea = 0.00004
/** Smaller patches of shade, or of light in it, only trouble the eye. */
const leastShade = 0.0009
/** Pixels by which an area runs on below those painted after it, so that no gap shows between them. */
const trap = 2

const sharp: Manner = { leastArea, smoothing: 1.4, limit: 0.3 }
const outer: Manner = { leastArea: leastHole, smoothing: 1.4, limit: 0.3 }
const soft: Manner = { leastArea: leastArea * 2, smoothing: 3, limit: 0.4 }

/** Painted in this order: later ones lie on top at seams. */
const order = [
  'skin', 'top', 'shorts', 'sock', 'shoe', 'sole', 'lace', 'hair', 'hair-tie',
  'wall', 'cushion', 'ball', 'roller', 'step', 'band', 'strap',
] as const // prettier-ignore

export function drawAreas(picture: Picture): readonly Area[] {
  const { buffers, refiner, solid, kernel } = picture
  const { width, height, pixelsPerMetre } = buffers
  const tone = toneOf(picture)
  const shade = kernel.findShaded(tone)
  kernel.dropIslands(shade, leastShade * pixelsPerMetre * pixelsPerMetre)
  const rank = rankPixels(picture, farGroups(solid, buffers.camera))
  const isoline = refiner.isoline(singlesAt(kernel, tone, width * height), 0)
  const flat: Area[] = []
  const shaded: Area[] = []
  for (const [value, extent] of extentsOf(picture, rank)) {
    const { left, top, right, bottom } = extent
    const maskOf = (within: number): number =>
      kernel.findMask(rank, value, within, left, top, right, bottom, trap)
    const before = kernel.allocate(0)
    flat.push({
      kind: 'area',
      role: roleOf(value, false),
      path: outlineOf(picture, maskOf(kernel.isBody.value), refiner.edge, sharp, extent),
    })
    shaded.push({
      kind: 'area',
      role: roleOf(value, true),
      path: outlineOf(picture, maskOf(shade), isoline, soft, extent),
    })
    kernel.free(before)
  }
  const body: Area = {
    kind: 'area',
    role: { kind: 'body' },
    path: outlineOf(picture, kernel.isBody.value, refiner.edge, outer),
  }
  return [body, ...flat, ...shaded].filter(({ path }) => path.length > 0)
}

/** Where each pixel's place in the order of painting stands in the kernel: far and near of each material. */
function rankPixels({ kernel }: Picture, far: ReadonlySet<number>): number {
  const placeOfMaterial = Uint8Array.from(materials, (material) => order.indexOf(material))
  const isFar = Uint8Array.from({ length: 256 }, (_, group) => Number(far.has(group)))
  return kernel.findRanks(place(kernel, placeOfMaterial), place(kernel, isFar))
}

/** Where each rank is found, with room to grow. */
function extentsOf({ kernel }: Picture, rank: number): readonly (readonly [number, Extent])[] {
  const numbers = numbersAt(kernel, kernel.findExtents(rank, trap), order.length * 2 * 4)
  return Array.from({ length: order.length * 2 }, (_, value) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = numbers.subarray(4 * value)
    return [value, { left, top, right, bottom }] as const
  }).filter(([, { right }]) => right > 0)
}

function roleOf(rank: number, isShaded: boolean): AreaRole {
  const material = order[rank >> 1] ?? 'skin'
  return { kind: 'material', material, isShaded, isFar: rank % 2 === 0 }
}
