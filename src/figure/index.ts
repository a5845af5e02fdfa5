/** Figures: what content says of a phase becomes a sketch. The pipeline of this stage, top to bottom. */
import { composeSketch } from './annotate/compose.ts'
import { buildBody } from './body/build.ts'
import { cameraAt } from './camera.ts'
import { solvePhases } from './pose/solve-phases.ts'
import { addProps } from './props/build.ts'
import type { FigureRequest } from './request.ts'
import type { Sketch } from './sketch.ts'

/** Poses → bodies with their props → one picture of the phase. Pure: the same request is the same sketch. */
export function sketchFigure({ phase, description, body, look, feel }: FigureRequest): Sketch {
  const { azimuth, elevation } = description.camera
  return composeSketch({
    phase,
    scenes: solvePhases(description, body, look.footwear),
    camera: cameraAt(azimuth, elevation),
    stature: body.stature,
    solidOf: (scene, shown) => {
      // Only where the movement ends is it felt.
      const felt = shown === 'end' ? feel : []
      return addProps(buildBody(scene.skeleton, body, look, felt), scene)
    },
  })
}
