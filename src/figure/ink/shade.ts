/** The second tone (`kernel/shade.ts`): where the body turns from the light. */
import { bodySheet, hairSheet, headSheet, noSheet, thingSheet } from '../codes.ts'
import { place } from '../kernel.ts'
import type { GroupName } from '../solid.ts'
import type { Picture } from './picture.ts'

/** Radii of the two passes of smoothing, in metres. */
const radii = [0.0105, 0.0125]

/** A shirt and an arm shade as one surface where they are one; a head and its hair do not. */
const sheets: Readonly<Partial<Record<GroupName, number>>> = {
  head: headSheet,
  hair: hairSheet,
  props: thingSheet,
}

/** Where the tone stands in the picture's kernel: a number for each pixel, below 0 in the shade. */
export function toneOf({ kernel, solid, buffers }: Picture): number {
  const sheetOfGroup = new Uint8Array(256).fill(noSheet)
  solid.groups.forEach(({ name }, group) => {
    sheetOfGroup[group] = sheets[name] ?? bodySheet
  })
  return radii.reduce(
    (tone, radius) =>
      kernel.smoothTone(tone, Math.max(1, Math.round(radius * buffers.pixelsPerMetre))),
    kernel.findTone(place(kernel, sheetOfGroup)),
  )
}
