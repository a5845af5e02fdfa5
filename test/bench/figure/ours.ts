/** One figure from nothing in this process: prints what each step took, as JSON. Bundled by `run.mjs` here. */
import { diskFiles } from '../../../src/content/disk-files.ts'
import { readPack } from '../../../src/content/read-pack.ts'
import { buildBody } from '../../../src/figure/body/build.ts'
import { cameraAt, project } from '../../../src/figure/camera.ts'
import type { View } from '../../../src/figure/camera.ts'
import { drawBody } from '../../../src/figure/ink/body.ts'
import { drawGhost } from '../../../src/figure/ink/ghost.ts'
import { curveLines } from '../../../src/figure/curves.ts'
import { finishSketch } from '../../../src/figure/finish/finish.ts'
import { standardStyle } from '../../../src/figure/finish/manners.ts'
import { keptSketch, sketchBytes } from '../../../src/figure/keep.ts'
import { landmarks, placeOn } from '../../../src/figure/pose/landmarks.ts'
import { solvePhases } from '../../../src/figure/pose/solve-phases.ts'
import { figureResolution, render } from '../../../src/figure/render/render.ts'
import { figureRequest } from '../../../src/figure/request.ts'
import { now } from './clock.mjs'

const [root = '', exercise = '', phase = 'start', rounds = '1'] = process.argv.slice(2)
const pack = readPack(diskFiles(root), () => undefined)
const request = figureRequest(pack, {
  exercise,
  phase: phase === 'end' ? 'end' : 'start',
  look: undefined,
})
if (!request) throw new Error(`no figure: ${exercise}`)
const { description, body, look } = request
const margin = 0.2
/** Points: 6 cm, as in a handout. */
const printedWidth = 170

const runs = Array.from({ length: Number(rounds) }, () => {
  const times = [now()]
  const scenes = solvePhases(description, body, look.footwear)
  const scene = scenes[request.phase]
  const start = scenes.start
  if (!scene || !start) throw new Error('not solved')
  times.push(now())
  const solid = buildBody(scene.skeleton, body, look, request.feel)
  times.push(now())
  const camera = cameraAt(description.camera.azimuth, description.camera.elevation)
  const places = landmarks.map((name) => project(camera, placeOn(scene.skeleton, name)))
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const view: View = {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.min(...ys) - margin,
    top: Math.max(...ys) + margin,
  }
  const { buffers, probe } = render(solid, camera, view, figureResolution)
  times.push(now())
  const { items } = drawBody(solid, buffers, probe)
  times.push(now())
  if (phase === 'end') drawGhost(buildBody(start.skeleton, body, look, []), camera, view)
  times.push(now())
  const width = view.right - view.left
  const height = view.top - view.bottom
  const bytes = sketchBytes(curveLines({ key: '', width, height, items }))
  times.push(now())
  const sketch = keptSketch('', bytes).read()
  times.push(now())
  finishSketch(sketch, standardStyle, look, printedWidth)
  times.push(now())
  const [solve, build, look_, ink, ghost, curves, kept, finish] = times
    .slice(1)
    .map((time, i) => time - (times[i] ?? 0))
  return { solve, build, render: look_, ink, ghost, curves, kept, finish }
})
process.stdout.write(JSON.stringify(runs))
