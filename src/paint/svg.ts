/** Drawings as SVG: the same paths as in PDF, for the web and for eyes that compare. */
import type { Color, Drawing, PathItem, Stroke } from '../drawing.ts'
import type { Point, Size } from '../geometry/rect.ts'
import { pathData } from './svg-path.ts'

/** An SVG file of a drawing, one path on a line, with coordinates to a hundredth. */
export function drawingToSvg(drawing: Drawing): string {
  return svgFile(drawing, drawing.items.map(pathElement))
}

/** A drawing as a part of a larger one, its top left corner at a place. */
export function drawingGroup(drawing: Drawing, { x, y }: Point): readonly string[] {
  const open = `<g transform="translate(${decimal(x)} ${decimal(y)})">`
  return [open, ...drawing.items.map(pathElement), '</g>']
}

/** An SVG file around its elements, in points. */
export function svgFile(size: Size, elements: readonly string[]): string {
  const [width, height] = [decimal(size.width), decimal(size.height)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">`,
    ...elements,
    '</svg>',
    '',
  ].join('\n')
}

function pathElement({ path, fill, stroke, fillRule }: PathItem): string {
  const attributes = [
    `d="${pathData(path)}"`,
    `fill="${fill === undefined ? 'none' : hexColor(fill)}"`,
    ...(fillRule === 'evenodd' ? ['fill-rule="evenodd"'] : []),
    ...(stroke === undefined ? [] : strokeAttributes(stroke)),
  ]
  return `<path ${attributes.join(' ')}/>`
}

function strokeAttributes({ color, width, cap, join, dash }: Stroke): readonly string[] {
  return [
    `stroke="${hexColor(color)}"`,
    `stroke-width="${decimal(width)}"`,
    ...(cap === undefined || cap === 'butt' ? [] : [`stroke-linecap="${cap}"`]),
    ...(join === undefined || join === 'miter' ? [] : [`stroke-linejoin="${join}"`]),
    // PDF's limit; SVG's own is 4.
    ...(join === undefined || join === 'miter' ? ['stroke-miterlimit="10"'] : []),
    ...(dash === undefined || dash.length === 0
      ? []
      : [`stroke-dasharray="${dash.map(decimal).join(' ')}"`]),
  ]
}

function hexColor({ red, green, blue }: Color): string {
  const channel = (value: number): string =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${channel(red)}${channel(green)}${channel(blue)}`.replace(
    /^#(.)\1(.)\2(.)\3$/,
    '#$1$2$3',
  )
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}
