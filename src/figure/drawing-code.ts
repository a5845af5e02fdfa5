/** All the code that poses and draws, in one module: threads run it, and others load it when there is something to draw. */
import { missedContacts } from './pose/check.ts'
import { solvePhases } from './pose/solve-phases.ts'
import type { SolveFigure } from './words/study.ts'

export { sketchFigure } from './index.ts'

export const solveFigure: SolveFigure = ({ description, body, footwear }) => ({
  scenes: solvePhases(description, body, footwear),
  missed: missedContacts(description, body, footwear),
})
