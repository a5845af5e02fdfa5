/** Properties that follow the direction of text (CSS Logical Properties 1): start is left in English, right in Arabic. */

/** The property meant where text runs left to right, and where it runs right to left. */
export interface Logical {
  readonly ltr: string
  readonly rtl: string
}

const leftToRight = (property: (side: string) => string): Logical => ({
  ltr: property('left'),
  rtl: property('right'),
})

const rightToLeft = (property: (side: string) => string): Logical => ({
  ltr: property('right'),
  rtl: property('left'),
})

const margin = (side: string) => `margin-${side}`
const padding = (side: string) => `padding-${side}`
const border = (side: string) => `border-${side}`
const inset = (side: string) => side

export const logicalProperties: Readonly<Record<string, Logical>> = {
  'margin-inline-start': leftToRight(margin),
  'margin-inline-end': rightToLeft(margin),
  'padding-inline-start': leftToRight(padding),
  'padding-inline-end': rightToLeft(padding),
  'border-inline-start': leftToRight(border),
  'border-inline-end': rightToLeft(border),
  'inset-inline-start': leftToRight(inset),
  'inset-inline-end': rightToLeft(inset),
}
