/** Figures from nothing, one after another on one thread: prints what each took, as JSON. Bundled by `run.mjs` here. */
import { diskFiles } from '../../../src/content/disk-files.ts'
import { readPack } from '../../../src/content/read-pack.ts'
import { finishSketch } from '../../../src/figure/finish/finish.ts'
import { standardStyle } from '../../../src/figure/finish/manners.ts'
import * as drawingCode from '../../../src/figure/drawing-code.ts'
import { keptSketch } from '../../../src/figure/keep.ts'
import { figureRequest } from '../../../src/figure/request.ts'
import { performTask } from '../../../src/figure/workers/task.ts'
import { now } from './clock.mjs'

const [root = '', ...names] = process.argv.slice(2)
const pack = readPack(diskFiles(root), () => undefined)
/** Points: 6 cm. */
const printedWidth = 170

const drawn = names.map((name) => {
  const [exercise = '', phase] = name.split(' ')
  const wanted = { exercise, phase: phase === 'end' ? 'end' : 'start', look: undefined } as const
  const request = figureRequest(pack, wanted)
  if (!request) throw new Error(`no figure: ${name}`)
  const start = now()
  const bytes = performTask({ kind: 'sketch', request }, drawingCode)
  finishSketch(keptSketch('', bytes).read(), standardStyle, request.look, printedWidth)
  return { request, bytes, drawing: now() - start }
})

// What a build with nothing new to draw does for each figure; too short for a clock that ticks.
const finished = drawn.map(({ request, bytes }) => {
  const start = performance.now()
  finishSketch(keptSketch('', bytes).read(), standardStyle, request.look, printedWidth)
  return performance.now() - start
})
process.stdout.write(JSON.stringify({ drawing: drawn.map(({ drawing }) => drawing), finished }))
