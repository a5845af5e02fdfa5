/** Figures: what content says of a phase becomes a sketch. The pipeline of this stage, top to bottom. */
import { buildBody } from './body/build.ts'
import { cameraAt, project } from './camera.ts'
import type { Camera, View } from './camera.ts'
import { drawBody } from './ink/body.ts'
import { landmarks, placeOn } from './pose/landmarks.ts'
import { solvePhases } from './pose/solve-phases.ts'
import { render } from './render/render.ts'
import type { FigureRequest } from './request.ts'
import type { Skeleton } from './skeleton.ts'
import type { Sketch } from './sketch.ts'

/** Fine enough for a poster: between pixels, contours are refined on the solid itself. */
const pixelsPerMetre = 360
/** Flesh and hair around the joints, metres. */
const margin = 0.24

/** Pose → body → picture → ink. Pure: the same request is the same sketch. */
export function sketchFigure(request: FigureRequest): Sketch {
  const { phase, description, body, look, feel } = request
  const scene = solvePhases(description, body, look.footwear)[phase]
  if (scene === undefined) return { key: '', width: 1, height: 1, items: [] }
  const camera = cameraAt(description.camera.azimuth, description.camera.elevation)
  const view = viewOf(scene.skeleton, camera)
  const solid = buildBody(scene.skeleton, body, look, phase === 'end' ? feel : [])
  const { buffers, probe } = render(solid, camera, view, pixelsPerMetre)
  const { items } = drawBody(solid, buffers, probe)
  return { key: '', width: view.right - view.left, height: view.top - view.bottom, items }
}

function viewOf(skeleton: Skeleton, camera: Camera): View {
  const places = landmarks.map((name) => project(camera, placeOn(skeleton, name)))
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.min(...ys) - margin,
    top: Math.max(...ys) + margin,
  }
}
