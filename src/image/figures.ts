/** The figures of a pack: which phases are drawn, and their pictures, drawn when they are first asked for. */
import { mirrorKept } from '../figure/mirror.ts'
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

export interface FiguresOptions {
  readonly sketches: Sketches
  /** What a phase is drawn from; undefined where the exercise, or a pose for it, does not exist. */
  readonly requestOf: (exercise: string, phase: PhaseName) => FigureRequest | undefined
  readonly styleOf: (variables: Variables, request: FigureRequest) => FigureStyle
  readonly finish: FinishSketch
}

export function createFigures({ sketches, requestOf, styleOf, finish }: FiguresOptions): Figures {
  return {
    isDrawn: ({ figure }, phase) => figure.phases[phase] !== undefined,
    async find({ exercise, phase, isMirrored }, variables) {
      const request = requestOf(exercise, phase)
      if (request === undefined) return undefined
      const sketch = await sketches.of(request)
      const style = styleOf(variables, request)
      return figurePicture(isMirrored ? mirrorKept(sketch) : sketch, style, finish)
    },
  }
}
