/** The numbers of materials in the buffers. */
import type { Material } from '../solid.ts'

/** Materials in the order of the numbers in `Buffers.material`. */
export const materials: readonly Material[] = [
  'skin', 'top', 'shorts', 'hair', 'hair-tie', 'shoe', 'sole', 'lace', 'sock',
  'band', 'strap', 'cushion', 'ball', 'roller', 'step', 'wall',
] // prettier-ignore
