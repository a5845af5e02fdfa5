/** The shadow where the body all but touches the floor. It runs on below the body, which is painted over it. */
import { place } from '../kernel.ts'
import type { Area } from '../sketch.ts'
import { outlineOf } from './picture.ts'
import type { Manner, Picture } from './picture.ts'

/** Floor nearer to the body than this lies in its contact shadow, in metres. */
const reach = 0.034
const manner: Manner = { leastArea: 0.0002, smoothing: 7, limit: 0.5 }

export function drawContactShadow(picture: Picture): readonly Area[] {
  const { floorDistance } = picture.buffers
  const mask = new Uint8Array(floorDistance.length)
  for (let i = 0; i < mask.length; i++) if ((floorDistance[i] ?? 1) < reach) mask[i] = 1
  const placeOf = (from: number, to: number): number => {
    const a = (floorDistance[from] ?? 1) - reach
    const b = (floorDistance[to] ?? 1) - reach
    return a < 0 === b < 0 ? 0.5 : a / (a - b)
  }
  const path = outlineOf(picture, place(picture.kernel, mask), placeOf, manner)
  return path.length > 0 ? [{ kind: 'area', role: { kind: 'contact-shadow' }, path }] : []
}
