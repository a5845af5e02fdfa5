/** Flat areas: the whole body, each material on it, and the shaded part of each; far limbs apart. */
import type { Area, AreaRole } from '../sketch.ts'
import { materials } from '../render/materials.ts'
import { farGroups } from './far-limbs.ts'
import { dropIslands } from './islands.ts'
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
const soft: Manner = { leastArea: leastArea * 2, smoothing: 3, limit: 0.4 }

/** Painted in this order: later ones lie on top at seams. */
const order = [
  'skin', 'top', 'shorts', 'sock', 'shoe', 'sole', 'lace', 'hair', 'hair-tie',
  'cushion', 'ball', 'roller', 'step', 'band', 'strap',
] as const // prettier-ignore

export function drawAreas(picture: Picture): readonly Area[] {
  const { buffers, refiner, isBody, solid } = picture
  const { width, height, pixelsPerMetre } = buffers
  const far = farGroups(solid, buffers.camera)
  const rankOfMaterial = materials.map((material) => order.indexOf(material))
  // Each pixel's place in the order of painting: near and far of each material.
  const rank = Uint8Array.from(buffers.group, (group, i) =>
    isBody[i] === 0
      ? 255
      : (rankOfMaterial[buffers.material[i] ?? 0] ?? 0) * 2 + (far.has(group) ? 0 : 1),
  )
  const tone = toneOf(picture)
  const isShaded = Uint8Array.from(tone, (value, i) => Number(isBody[i] === 1 && value < 0))
  dropIslands(isShaded, isBody, width, height, leastShade * pixelsPerMetre * pixelsPerMetre)

  const ranks = [...new Set(rank)].filter((value) => value !== 255).sort((a, b) => a - b)
  const body: Area = {
    kind: 'area',
    role: { kind: 'body' },
    path: outlineOf(picture, isBody, refiner.edge, sharp),
  }
  const flat = ranks.map((value) => ({
    role: roleOf(value, false),
    path: outlineOf(picture, maskOf(rank, value, width), refiner.edge, sharp),
  }))
  const isoline = refiner.isoline(tone, 0)
  const shaded = ranks.map((value) => ({
    role: roleOf(value, true),
    path: outlineOf(picture, maskOf(rank, value, width, isShaded), isoline, soft),
  }))
  return [body, ...[...flat, ...shaded].map((area): Area => ({ kind: 'area', ...area }))].filter(
    ({ path }) => path.length > 0,
  )
}

function roleOf(rank: number, isShaded: boolean): AreaRole {
  const material = order[rank >> 1] ?? 'skin'
  return { kind: 'material', material, isShaded, isFar: rank % 2 === 0 }
}

/** The pixels of one rank, and those near them that later areas cover. */
function maskOf(rank: Uint8Array, value: number, width: number, within?: Uint8Array): Uint8Array {
  const isIn = (i: number) => !within || within[i] === 1
  let mask = rank.map((other, i) => Number(other === value && isIn(i)))
  for (let pass = 0; pass < trap; pass++) {
    const grown = Uint8Array.from(mask)
    for (let i = width; i < rank.length - width; i++) {
      if (mask[i] === 1) continue
      const other = rank[i] ?? 0
      if (other === 255 || other < value || !isIn(i)) continue
      if (
        mask[i - 1] === 1 ||
        mask[i + 1] === 1 ||
        mask[i - width] === 1 ||
        mask[i + width] === 1
      ) {
        grown[i] = 1
      }
    }
    mask = grown
  }
  return mask
}
