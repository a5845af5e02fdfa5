/** Flat areas: the whole body, each material on it, and the shaded part of each; far limbs apart. */
import type { Area, AreaRole } from '../sketch.ts'
import { materials } from '../render/materials.ts'
import type { Extent } from '../trace/loops.ts'
import { farGroups } from './far-limbs.ts'
import { leastHole } from './lines.ts'
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
const outer: Manner = { leastArea: leastHole, smoothing: 1.4, limit: 0.3 }
const soft: Manner = { leastArea: leastArea * 2, smoothing: 3, limit: 0.4 }

/** Painted in this order: later ones lie on top at seams. */
const order = [
  'skin', 'top', 'shorts', 'sock', 'shoe', 'sole', 'lace', 'hair', 'hair-tie',
  'wall', 'cushion', 'ball', 'roller', 'step', 'band', 'strap',
] as const // prettier-ignore

export function drawAreas(picture: Picture): readonly Area[] {
  const { buffers, refiner, isBody, solid } = picture
  const { width, height, pixelsPerMetre } = buffers
  const tone = toneOf(picture)
  const isShaded = new Uint8Array(tone.length)
  for (let i = 0; i < tone.length; i++) isShaded[i] = isBody[i] === 1 && (tone[i] ?? 0) < 0 ? 1 : 0
  dropIslands(isShaded, isBody, width, height, leastShade * pixelsPerMetre * pixelsPerMetre)

  const rank = rankPixels(picture, farGroups(solid, buffers.camera))
  const extents = extentsOf(rank, width)
  const isoline = refiner.isoline(tone, 0)
  const flat: Area[] = []
  const shaded: Area[] = []
  for (const [value, extent] of [...extents].sort(([a], [b]) => a - b)) {
    const all = maskOf(rank, value, width, extent)
    const dark = maskOf(rank, value, width, extent, isShaded)
    flat.push({
      kind: 'area',
      role: roleOf(value, false),
      path: outlineOf(picture, all, refiner.edge, sharp, extent),
    })
    shaded.push({
      kind: 'area',
      role: roleOf(value, true),
      path: outlineOf(picture, dark, isoline, soft, extent),
    })
  }
  const body: Area = {
    kind: 'area',
    role: { kind: 'body' },
    path: outlineOf(picture, isBody, refiner.edge, outer),
  }
  return [body, ...flat, ...shaded].filter(({ path }) => path.length > 0)
}

const unpainted = 255

/** Each pixel's place in the order of painting: far and near of each material. */
function rankPixels({ buffers, isBody }: Picture, far: ReadonlySet<number>): Uint8Array {
  const rankOfMaterial = materials.map((material) => order.indexOf(material))
  const rank = new Uint8Array(isBody.length).fill(unpainted)
  const isFar = Uint8Array.from({ length: 256 }, (_, group) => Number(far.has(group)))
  for (let i = 0; i < rank.length; i++) {
    if (isBody[i] === 0) continue
    const place = rankOfMaterial[buffers.material[i] ?? 0] ?? 0
    rank[i] = place * 2 + 1 - (isFar[buffers.group[i] ?? 0] ?? 0)
  }
  return rank
}

/** Where each rank is found, with room to grow. */
function extentsOf(rank: Uint8Array, width: number): ReadonlyMap<number, Extent> {
  const height = rank.length / width
  const extents = new Map<number, Extent>()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = rank[y * width + x] ?? unpainted
      if (value === unpainted) continue
      const known = extents.get(value)
      if (known && x - trap >= known.left && x + trap < known.right && y + trap < known.bottom) {
        continue
      }
      extents.set(value, {
        left: Math.max(0, Math.min(known?.left ?? x, x - trap)),
        top: known?.top ?? Math.max(0, y - trap),
        right: Math.min(width, Math.max(known?.right ?? 0, x + trap + 1)),
        bottom: Math.min(height, y + trap + 1),
      })
    }
  }
  return extents
}

function roleOf(rank: number, isShaded: boolean): AreaRole {
  const material = order[rank >> 1] ?? 'skin'
  return { kind: 'material', material, isShaded, isFar: rank % 2 === 0 }
}

/** The pixels of one rank, and those near them that later areas cover. */
function maskOf(
  rank: Uint8Array,
  value: number,
  width: number,
  { left, top, right, bottom }: Extent,
  within?: Uint8Array,
): Uint8Array {
  const mask = new Uint8Array(rank.length)
  for (let y = top; y < bottom; y++) {
    for (let i = y * width + left; i < y * width + right; i++) {
      if (rank[i] === value && (!within || within[i] === 1)) mask[i] = 1
    }
  }
  for (let pass = 1; pass <= trap; pass++) {
    for (let y = Math.max(1, top); y < bottom - 1; y++) {
      for (let i = y * width + Math.max(1, left); i < y * width + right - 1; i++) {
        const other = rank[i] ?? 0
        if (other === unpainted || other <= value || mask[i] !== 0) continue
        if (within && within[i] === 0) continue
        if (
          isBefore(mask[i - 1], pass) ||
          isBefore(mask[i + 1], pass) ||
          isBefore(mask[i - width], pass) ||
          isBefore(mask[i + width], pass)
        ) {
          mask[i] = pass + 1
        }
      }
    }
  }
  // Passes were told apart by their number: now all count the same.
  for (let y = top; y < bottom; y++) {
    for (let i = y * width + left; i < y * width + right; i++) if (mask[i] !== 0) mask[i] = 1
  }
  return mask
}

function isBefore(cell: number | undefined, pass: number): boolean {
  return cell !== undefined && cell !== 0 && cell <= pass
}
