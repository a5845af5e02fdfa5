/** Figures as pictures: finished in a style for the size they are placed at, when their paths are asked for. */
import { createHash } from 'node:crypto'
import type { PathItem } from '../drawing.ts'
import type { KeptSketch } from '../figure/keep.ts'
import type { Sketch } from '../figure/sketch.ts'
import type { FigureStyle } from '../figure/style.ts'
import type { Size } from '../geometry/rect.ts'
import type { Picture } from './picture.ts'

/** Colours and line weights for a sketch that is printed this large. */
export type FinishSketch = (
  sketch: Sketch,
  style: FigureStyle,
  size: Size,
) => { readonly items: readonly PathItem[] }

/** The natural size of a figure: one to ten, so that somebody who lies is 17 cm long. */
const pointsPerMetre = 283

/** A figure of `sketch`, which is not unpacked before somebody wants to see it. */
export function figurePicture(
  sketch: KeptSketch,
  style: FigureStyle,
  finish: FinishSketch,
): Picture {
  const width = sketch.width * pointsPerMetre
  const height = sketch.height * pointsPerMetre
  const styleText = JSON.stringify(style)
  return {
    kind: 'figure',
    width,
    height,
    at(placed) {
      const size = { width: hundredths(placed.width), height: hundredths(placed.height) }
      const text = [sketch.key, styleText, size.width, size.height].join('\n')
      const key = createHash('sha256').update(text).digest('hex')
      let items: readonly PathItem[] | undefined
      return {
        key,
        ...size,
        // A file that was encoded before needs the key alone.
        get items() {
          return (items ??= finish(sketch.read(), style, size).items)
        },
      }
    },
  } satisfies Picture
}

/** Sizes that differ by less are one: nobody sees it, and the drawing is written once. */
function hundredths(length: number): number {
  return Math.round(length * 100) / 100
}
