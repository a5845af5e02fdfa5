/** Numbers that say what a crack is, and between which tissues it lies. Read by TypeScript and by the kernel. */

export const contourCrack = 1
export const creaseCrack = 2
export const seamCrack = 3
/** Between fingers, and on the face: thin lines. */
export const fineCrack = 4

export const handTissue = 1
export const faceTissue = 2
export const strapTissue = 3
