/** The second tone (`kernel/shade.ts`): where the body turns from the light. */
import { place } from '../kernel.ts'
import type { Picture } from './picture.ts'

/** Radii of the two passes of smoothing, in metres. */
const radii = [0.0105, 0.0125]

/** Where the tone stands in the picture's kernel: a number for each pixel, below 0 in the shade. */
export function toneOf({ kernel, solid, buffers }: Picture): number {
  // A shirt and an arm shade as one surface where they are one; a head and its hair do not.
  const sheetOfGroup = new Uint8Array(256).fill(9)
  solid.groups.forEach(({ name }, group) => {
    sheetOfGroup[group] = name === 'head' ? 1 : name === 'hair' ? 2 : name === 'props' ? 3 : 0
  })
  return radii.reduce(
    (tone, radius) =>
      kernel.smoothTone(tone, Math.max(1, Math.round(radius * buffers.pixelsPerMetre))),
    kernel.findTone(place(kernel, sheetOfGroup)),
  )
}
