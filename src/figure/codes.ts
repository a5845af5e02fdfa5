/** Numbers by which the drawing steps and the kernel call things; both compilers read this file. */

/** No group, and no material. */
export const none = 255

/** Of cracks between pixels. */
export const contourCrack = 1
export const creaseCrack = 2
export const seamCrack = 3
/** Between fingers, and on the face: thin lines. */
export const fineCrack = 4

/** Of tissues that meet there. */
export const handTissue = 1
export const faceTissue = 2
export const strapTissue = 3
/** Of thigh, shank, foot and shoe. */
export const legTissue = 4

/** Where shorts and leggings stand in the list of materials. */
export const shortsMaterial = 2

/** Of surfaces that shade as one: limbs and trunk, head, hair, things, nothing. */
export const bodySheet = 0
export const headSheet = 1
export const hairSheet = 2
export const thingSheet = 3
export const noSheet = 9
