/** One figure from nothing in this process: prints what it took, as JSON. Bundled by `run.mjs` here. */
import { diskFiles } from '../../../src/content/disk-files.ts'
import { readPack } from '../../../src/content/read-pack.ts'
import { finishSketch } from '../../../src/figure/finish/finish.ts'
import { standardStyle } from '../../../src/figure/finish/manners.ts'
import { sketchFigure } from '../../../src/figure/index.ts'
import { keptSketch, sketchBytes } from '../../../src/figure/keep.ts'
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
/** Points: 6 cm. */
const printedWidth = 170

const runs = Array.from({ length: Number(rounds) }, () => {
  const start = now()
  const sketch = sketchFigure(request)
  const drawn = now()
  const bytes = sketchBytes(sketch)
  const written = now()
  const kept = keptSketch('', bytes).read()
  const read = now()
  finishSketch(kept, standardStyle, request.look, printedWidth)
  return { drawing: drawn - start, kept: read - written, finish: now() - read }
})
process.stdout.write(JSON.stringify(runs))
