/** Figures as pictures: finished in a style for the size they are placed at, when their paths are asked for. */
import { createHash } from 'node:crypto'
import type { PathItem } from '../drawing.ts'
import type { KeptSketch } from '../figure/keep.ts'
import type { Sketch } from '../figure/sketch.ts'
import type { FigureStyle } from '../figure/style.ts'
import type { Rect } from '../geometry/rect.ts'
import type { Pt } from '../geometry/units.ts'
import type { Look } from '../model/body.ts'
import type { Picture } from './picture.ts'

/** Colours and line weights for a sketch that is printed so wide. */
export type FinishSketch = (
  sketch: Sketch,
  style: FigureStyle,
  look: Look,
  printedWidth: Pt,
) => { readonly items: readonly PathItem[] }

/** How one figure looks in one document. */
export interface FigureFinish {
  readonly style: FigureStyle
  readonly look: Look
  readonly finish: FinishSketch
}

/** The natural size of a figure: one to ten, so that somebody who lies is 17 cm long. */
const pointsPerMetre = 283

/** A figure of `sketch`, which is not unpacked before somebody wants to see it. */
export function figurePicture(
  sketch: KeptSketch,
  { style, look, finish }: FigureFinish,
): Extract<Picture, { kind: 'figure' }> {
  const styleText = JSON.stringify(style)
  return {
    kind: 'figure',
    width: sketch.width * pointsPerMetre,
    height: sketch.height * pointsPerMetre,
    at(placed) {
      const width = hundredths(placed.width)
      const height = hundredths((width * sketch.height) / sketch.width)
      const key = createHash('sha256')
        .update([sketch.key, styleText, width].join('\n'))
        .digest('hex')
      let items: readonly PathItem[] | undefined
      return {
        key,
        width,
        height,
        keepWhole: [scaled(sketch.head, width / sketch.width)],
        // A file that was encoded before needs the key alone.
        get items() {
          return (items ??= finish(sketch.read(), style, look, width).items)
        },
      }
    },
  }
}

function scaled({ x, y, width, height }: Rect, factor: number): Rect {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor }
}

/** Sizes that differ by less are one: nobody sees it, and the drawing is written once. */
function hundredths(length: number): number {
  return Math.round(length * 100) / 100
}
