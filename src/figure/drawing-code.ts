/** All the code that poses and draws, in one module: threads run it, and others load it when there is something to draw. */
import { solvePhases } from './pose/solve-phases.ts'
import type { SolveScenes } from './words/study.ts'

export { sketchFigure } from './index.ts'

// Not called from here: what finishes sketches counts for the version of the drawing code.
export { finishSketch } from './finish/finish.ts'

export const solveScenes: SolveScenes = ({ description, body, footwear }) =>
  solvePhases(description, body, footwear)
