/** The looks of figures that editions begin with: a document's own colours are set over them. */
import type { FigureStyle } from '../style.ts'
import { black, hex, white } from './tones.ts'

/** Flat colours for paper and screen; feel-it area and arrow in the colour of strengthening. */
export const standardStyle: FigureStyle = {
  manner: 'tones',
  isGreyscale: false,
  colors: {},
  ink: hex('#14202b'),
  feel: hex('#c8381e'),
  arrow: hex('#c8381e'),
  mat: hex('#eef1f3'),
  ghost: hex('#dfe5ea'),
  hasGhost: true,
  outline: 0.8,
  thinnest: 0.5,
}

/** Pure black and white, thicker lines: what survives a copy of a copy. */
export const photocopyStyle: FigureStyle = {
  ...standardStyle,
  manner: 'photocopy',
  ink: black,
  feel: black,
  arrow: black,
  mat: white,
  ghost: white,
  outline: 1.05,
  thinnest: 0.75,
}

/** Lines alone. */
export const outlineStyle: FigureStyle = { ...standardStyle, manner: 'outline', mat: white }
