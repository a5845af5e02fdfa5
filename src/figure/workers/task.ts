/** What takes long about figures, as tasks that any thread can do: plain data in, bytes out. */
import { sketchBytes } from '../keep.ts'
import type { FigureRequest } from '../request.ts'
import type { Sketch } from '../sketch.ts'
import { studyBytes, studyFigure } from '../words/study.ts'
import type { SolveFigure, StudyRequest } from '../words/study.ts'
import { optimizeForDrawing } from '../../v8-flags.ts'

export type FigureTask =
  | { readonly kind: 'sketch'; readonly request: FigureRequest }
  | { readonly kind: 'study'; readonly request: StudyRequest }

/** Do a task. The same task gives the same bytes, whoever does it. */
export type DoTask = (task: FigureTask) => Promise<Uint8Array>

/** The code that draws, which is only loaded where there is something to do. */
export interface DrawingCode {
  readonly sketchFigure: (request: FigureRequest) => Sketch
  readonly solveFigure: SolveFigure
}

export function performTask(task: FigureTask, code: DrawingCode): Uint8Array {
  optimizeForDrawing()
  switch (task.kind) {
    case 'sketch':
      return sketchBytes(code.sketchFigure(task.request))
    case 'study':
      return studyBytes(studyFigure(task.request, code.solveFigure))
  }
}

/** Do tasks in this thread. */
export function doHere(load: () => Promise<DrawingCode>): DoTask {
  return async (task) => performTask(task, await load())
}
