/** The descriptors of @font-face, with the grammar of their values. */

export const fontDescriptors = {
  'font-family': '<string> | <custom-ident>+',
  'font-weight': 'normal | bold | <number [1,1000]>',
  'font-style': 'normal | italic',
  src: '<url> [ format( [ <string> | <custom-ident> ] ) ]?',
  'unicode-range': '<urange>#',
} as const

export type FontDescriptor = keyof typeof fontDescriptors

export function isFontDescriptor(name: string): name is FontDescriptor {
  return Object.hasOwn(fontDescriptors, name)
}
