/** The figures of a pack: which phases are drawn, and their pictures, drawn when they are first asked for. */
import type { Pack } from '../content/pack.ts'
import { mirrorKept } from '../figure/mirror.ts'
import { figureRequest } from '../figure/request.ts'
import type { FigureRequest } from '../figure/request.ts'
import type { Sketches } from '../figure/sketches.ts'
import type { FigureStyle } from '../figure/style.ts'
import type { Exercise } from '../model/exercise.ts'
import type { PhaseName } from '../model/pose.ts'
import type { Variables } from '../style/compute-variables.ts'
import { figurePicture } from './figure-picture.ts'
import type { FinishSketch } from './figure-picture.ts'
import type { FindFigure } from './pictures.ts'

export interface Figures {
  isDrawn(exercise: Exercise, phase: PhaseName): boolean
  readonly find: FindFigure
}

/** Where nothing draws: words are printed in place of pictures. */
export const noFigures: Figures = {
  isDrawn: () => false,
  find: () => Promise.resolve(undefined),
}

/** The figures of a pack; `look` names the person who shows all of them, where one is to. */
export type FiguresOf = (pack: Pack, look?: string) => Figures

export interface FigureTools {
  readonly sketches: Sketches
  readonly styleOf: (variables: Variables, request: FigureRequest) => FigureStyle
  readonly finish: FinishSketch
}

export function createFigures({ sketches, styleOf, finish }: FigureTools): FiguresOf {
  return (pack, look) => ({
    isDrawn: ({ id }, phase) => figureRequest(pack, { exercise: id, phase, look }) !== undefined,
    async find({ exercise, phase, isMirrored }, variables) {
      const request = figureRequest(pack, { exercise, phase, look })
      if (request === undefined) return undefined
      const sketch = await sketches.of(request)
      const style = styleOf(variables, request)
      return figurePicture(isMirrored ? mirrorKept(sketch) : sketch, style, finish)
    },
  })
}
