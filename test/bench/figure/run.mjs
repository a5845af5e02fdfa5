/** node figure/run.mjs [--study=folder]: how long figures take, beside the study they began with. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { clockName } from './clock.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    /** The study's folder; without it, the times recorded in times.json. */
    study: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
})
const rounds = Number(options.rounds)
const recordFile = `${here}times.json`
const out = `${here}../out/figure`

/** The exercises that the study draws, by our names and its own; start and end of each. */
const exercises = [
  ['clamshell', 'clamshell'],
  ['donkey-kick', 'donkey-kick'],
  ['fire-hydrant', 'fire-hydrant'],
  ['straight-leg-raise', 'straight-leg-raise'],
  ['side-leg-raise', 'side-leg-raise'],
  ['hamstring-stretch', 'hamstring-strap'],
  ['kneeling-hip-stretch', 'runners-lunge'],
  ['half-pigeon', 'half-pigeon'],
]
const figures = exercises.flatMap(([ours, theirs]) =>
  ['start', 'end'].map((phase) => ({ ours: `${ours} ${phase}`, study: `${theirs} ${phase}` })),
)

mkdirSync(out, { recursive: true })
const { build } = await import(`${root}node_modules/esbuild/lib/main.js`)
await build({
  entryPoints: [`${here}ours.ts`],
  outfile: `${out}/ours.mjs`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
})

const draw = {
  ours: (names) => run(`${out}/ours.mjs`, root, ...names),
  study: (names) => run(`${here}study.mjs`, `${out}/study`, ...names),
}
if (options.study) copyStudy(options.study)
const times = options.study ? measure(['ours', 'study']) : measure(['ours'])
const recorded = JSON.parse(readFileSync(recordFile, 'utf8'))
const conditions = `Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${clockName}, load average ${loadavg()[0].toFixed(1)}`
const result = {
  figures: Object.fromEntries(
    figures.map(({ ours }, index) => {
      const study = times.study?.drawing[index] ?? recorded.figures[ours].study
      return [ours, compared(study, times.ours.drawing[index])]
    }),
  ),
  all: compared(
    sum(times.study?.drawing ?? Object.values(recorded.figures).map(({ study }) => study)),
    sum(times.ours.drawing),
  ),
  first: Object.fromEntries(
    figures.map(({ ours }, index) => {
      const study = times.study?.first[index] ?? recorded.first[ours].study
      return [ours, compared(study, times.ours.first[index])]
    }),
  ),
  finished: tenths(Math.max(...times.ours.finished)),
  conditions,
}
console.table(result.figures)
console.table({ all: result.all })
console.table(result.first)
console.log(
  `from a kept sketch to a finished drawing: at most ${result.finished} ms\n${conditions}`,
)
if (options.study) writeFileSync(recordFile, `${JSON.stringify(result, undefined, 2)}\n`)

/** Medians of the rounds. In turns: a busy minute of the machine hits both. */
function measure(names) {
  const taken = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const all = draw[name](figures.map((figure) => figure[name]))
      const first = figures.map((figure) => draw[name]([figure[name]]).drawing[0])
      taken[name].push({ ...all, first })
      process.stderr.write(`${name}: round ${round + 1} of ${rounds}\n`)
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const of = (key) =>
        taken[name][0][key]?.map((_, index) => median(taken[name].map((each) => each[key][index])))
      return [name, { drawing: of('drawing'), finished: of('finished'), first: of('first') }]
    }),
  )
}

function compared(study, ours) {
  return { study: Math.round(study), ours: Math.round(ours), times: tenths(study / ours) }
}

/** The study writes beside itself and finds its libraries above itself. */
function copyStudy(folder) {
  const copy = `${out}/study`
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  spawnSync('chmod', ['-R', 'u+w', copy])
}

function run(script, ...parameters) {
  const child = spawnSync(process.execPath, [script, ...parameters], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(`${script}: ${child.stderr}`)
  return JSON.parse(child.stdout)
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}

function tenths(value) {
  return Math.round(value * 10) / 10
}
