/** Figures: what content says of a phase becomes a sketch. The pipeline of this stage, top to bottom. */
import type { PhaseName } from '../model/pose.ts'
import { composeSketch } from './annotate/compose.ts'
import { buildBody } from './body/build.ts'
import { cameraAt } from './camera.ts'
import { curveLines } from './curves.ts'
import { withKernels } from './kernel.ts'
import { solvePhases } from './pose/solve-phases.ts'
import { addProps } from './props/build.ts'
import type { FigureRequest } from './request.ts'
import type { Sketch } from './sketch.ts'

/** Poses → bodies with their props → one picture of the phase, its lines as curves. Pure: the same request is the same sketch. */
export function sketchFigure(request: FigureRequest): Sketch {
  return withKernels(() => sketchWithKernels(request))
}

function sketchWithKernels({ phase, description, body, look, feel }: FigureRequest): Sketch {
  const { azimuth, elevation } = description.camera
  const sketch = composeSketch({
    phase,
    scenes: solvePhases(description, body, look.footwear, phasesFor(phase)),
    camera: cameraAt(azimuth, elevation),
    stature: body.stature,
    arrow: description.arrow,
    wrong: description.wrong,
    solidOf: (scene, shown, hasMarks) => {
      // Only where the movement ends is it felt.
      const felt = shown === 'end' ? feel : []
      return addProps(buildBody(scene.skeleton, body, look, felt, { hasMarks }), scene)
    },
  })
  return curveLines(sketch)
}

/** The phases that count for the picture of one: a mistake is compared with the end, start and end are a pair. */
function phasesFor(phase: PhaseName): readonly PhaseName[] {
  return phase === 'mistake' ? ['end', 'mistake'] : ['start', 'end']
}
