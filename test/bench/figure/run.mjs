/** node figure/run.mjs [--study=folder]: how long a figure takes, beside the study it began with. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    rounds: { type: 'string', default: '5' },
    exercise: { type: 'string', default: 'donkey-kick' },
  },
})
const rounds = Number(options.rounds)
const recordFile = `${here}times.json`
const out = `${here}../out/figure`
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
const study = options.study && copyStudy(options.study)
const recorded = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : {}

const result = {}
for (const phase of ['start', 'end']) {
  const ours = []
  const theirs = []
  // In turns: a busy minute of the machine hits both.
  for (let round = 0; round < rounds; round += 1) {
    ours.push(run(`${out}/ours.mjs`, root, options.exercise, phase)[0])
    if (study) theirs.push(run(`${here}study.mjs`, study, options.exercise, phase))
    process.stderr.write(`${phase}: round ${round + 1} of ${rounds}\n`)
  }
  const warm = run(`${out}/ours.mjs`, root, options.exercise, phase, '8').slice(3)
  const drawing = (runs) => round(median(runs.map((each) => each.drawing)))
  result[phase] = {
    study: study ? round(median(theirs)) : recorded[phase]?.study,
    drawing: drawing(ours),
    warm: drawing(warm),
    kept: tenths(median(warm.map(({ kept }) => kept))),
    finished: tenths(median(warm.map(({ kept, finish }) => kept + finish))),
  }
}
const conditions = `Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}), ${clockName}, load average ${loadavg()[0].toFixed(1)}`
for (const [phase, each] of Object.entries(result)) {
  const times = each.study ? (each.study / each.drawing).toFixed(1) : '?'
  console.log(
    `${options.exercise} ${phase}: study ${each.study ?? '?'} ms; ours ${each.drawing} ms (${times} times faster), ` +
      `warm ${each.warm} ms; kept ${each.kept} ms, from the kept sketch to a finished drawing ${each.finished} ms`,
  )
}
console.log(conditions)
if (study) writeFileSync(recordFile, `${JSON.stringify({ ...result, conditions }, undefined, 2)}\n`)

/** The study writes beside itself and finds its libraries above itself. */
function copyStudy(folder) {
  const copy = `${out}/study`
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  spawnSync('chmod', ['-R', 'u+w', copy])
  return copy
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

function tenths(value) {
  return Math.round(value * 10) / 10
}

function round(value) {
  return Math.round(value)
}
