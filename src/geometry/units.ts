/** Lengths are plain numbers in PDF points (1/72 in), y downwards; other units are converted here, once, at the edge. */

/** A length in PDF points. */
export type Pt = number

export const pointsPerInch = 72
export const pointsPerMillimetre = 72 / 25.4

/** Points to millimetres, for what people read. */
export function toMillimetres(length: Pt): number {
  return length / pointsPerMillimetre
}

/** Millimetres to points. */
export function fromMillimetres(length: number): Pt {
  return length * pointsPerMillimetre
}
