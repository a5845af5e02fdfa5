/**
 * Draws the pictures of src/figure/README.md and README.md: `node test/support/draw-movements.mjs`, after
 * `npm run compile`. A pair for each movement in test/fixtures/movements, the wall sit that the guide writes, and
 * one sheet of all shipped figures. Names draw only these: `node test/support/draw-movements.mjs hip-flexion figures`.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { parse, stringify } from 'yaml'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const program = join(repository, 'dist', 'posepress.js')
const pictures = join(repository, 'assets', 'pictures')
const movements = parse(
  readFileSync(join(repository, 'test/fixtures/movements/movements.yaml'), 'utf8'),
)

/** Pixels: twice as many as are shown, for sharp screens. */
const pairHeight = 280
const drawnWidth = 900

const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.includes(name)

const folder = mkdtempSync(join(tmpdir(), 'movements-'))
try {
  copyPeople()
  const names = Object.keys(movements).filter(isWanted)
  if (names.length > 0) await drawMovements(names)
  if (isWanted('wall-sit')) await drawExample()
  if (isWanted('figures')) await drawSheet()
} finally {
  rmSync(folder, { recursive: true })
}

async function drawMovements(names) {
  writeMovements(names)
  // No areas where it is felt: these pictures are about joints.
  const muscles = join(folder, 'assets/body/muscles.yaml')
  renameSync(muscles, `${muscles}.aside`)
  figure(
    ['--all', '--png', '--width', String(drawnWidth), '--look', 'mei', '--pack', folder],
    folder,
  )
  renameSync(`${muscles}.aside`, muscles)
  mkdirSync(join(pictures, 'movements'), { recursive: true })
  for (const name of names) {
    const parts = await Promise.all(
      ['start', 'end'].map((phase) => cropped(`${name}-${phase}.png`, movements[name].crop)),
    )
    await writePalette(join(pictures, 'movements', `${name}.png`), await beside(parts))
  }
}

/** The exercise that src/figure/README.md teaches, just as it is printed there. */
async function drawExample() {
  const guide = readFileSync(join(repository, 'src/figure/README.md'), 'utf8')
  const [, yaml] = /```yaml\n(# yaml-language-server[^]*?)```/.exec(guide) ?? []
  writeExercise('wall-sit', parse(yaml))
  figure(
    ['wall-sit', '--png', '--width', String(drawnWidth), '--look', 'ana', '--pack', folder],
    folder,
  )
  const parts = await Promise.all(
    ['start', 'end'].map((phase) => cropped(`wall-sit-${phase}.png`, undefined, 440)),
  )
  await writePalette(join(pictures, 'wall-sit.png'), await beside(parts))
}

async function drawSheet() {
  const file = join(folder, 'sheet.png')
  figure(['--sheet', '--phase', 'end', '--png', '--width', '3300', '--out', file], repository)
  await writePalette(join(pictures, 'figures.png'), sharp(file).resize({ width: 1650 }))
}

/** Figures are drawn even when something is wrong with their poses; that is said here. */
function figure(options, cwd) {
  const { status, stderr } = spawnSync(process.execPath, [program, 'figure', ...options], { cwd })
  if (status !== 0) console.error(String(stderr))
}

function copyPeople() {
  for (const path of ['assets/body', 'content/locales', 'content/safety.yaml']) {
    cpSync(join(repository, path), join(folder, path), { recursive: true })
  }
  mkdirSync(join(folder, 'content/exercises'), { recursive: true })
  writeFileSync(
    join(folder, 'content/sources.yaml'),
    stringify({ 'willy-2019': { title: 'None' } }),
  )
}

/** One exercise for each movement; its words are only there because exercises have words. */
function writeMovements(names) {
  for (const name of names) {
    const { camera, both = {}, end, contacts = {} } = movements[name]
    const exercise = {
      name,
      kind: 'strength',
      purpose: 'Shows a movement',
      muscles: { primary: ['quadriceps'] },
      dosage: { sets: 1, reps: 1, sides: 'none', rest: '5 s', 'days-per-week': 1 },
      steps: { start: ['Stand tall.'], end: ['Move the joint.'] },
      feel: 'nothing.',
      mistake: 'nothing.',
      easier: 'nothing.',
      harder: 'nothing.',
      sources: ['willy-2019'],
      figure: {
        camera,
        phases: {
          start: { base: 'standing', joints: both, contacts },
          end: { from: 'start', joints: end },
        },
      },
    }
    writeExercise(name, exercise)
  }
}

function writeExercise(name, exercise) {
  writeFileSync(join(folder, 'content/exercises', `${name}.yaml`), stringify(exercise))
}

async function cropped(file, [left, top, right, bottom] = [0, 0, 1, 1], height = pairHeight) {
  const image = sharp(join(folder, 'out/figures', file))
  const whole = await image.metadata()
  const box = {
    left: Math.round(left * whole.width),
    top: Math.round(top * whole.height),
    width: Math.round((right - left) * whole.width),
    height: Math.round((bottom - top) * whole.height),
  }
  const part = image.extract(box).resize({ height })
  const { data, info } = await part.png().toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}

function beside(parts) {
  const gap = 24
  const width = parts.reduce((sum, part) => sum + part.width, gap)
  let left = 0
  const placed = parts.map(({ input, width: own }) => {
    const place = { input, left, top: 0 }
    left += own + gap
    return place
  })
  const background = '#ffffff'
  const height = Math.max(...parts.map((part) => part.height))
  return sharp({ create: { width, height, channels: 3, background } }).composite(placed)
}

async function writePalette(path, image) {
  const { data } = await image.png().toBuffer({ resolveWithObject: true })
  await sharp(data).png({ palette: true, colours: 24, dither: 0, effort: 10 }).toFile(path)
  console.log(path.slice(repository.length))
}
