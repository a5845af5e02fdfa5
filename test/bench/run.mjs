/** node run.mjs: print the handout with every peer in turn, and write the table of README.md. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { folder } from './handouts.mjs'

const { values: options } = parseArgs({
  options: {
    /** One handout in a fresh process. */
    rounds: { type: 'string', default: '7' },
    /** Many in one process. */
    'warm-rounds': { type: 'string', default: '3' },
    count: { type: 'string', default: '50' },
    peers: { type: 'string', default: 'typst,pdfkit,posepress,posepress-first-run' },
    /** Keep README.md as it is. */
    'dry-run': { type: 'boolean', default: false },
  },
})
const peers = options.peers.split(',')
const count = Number(options.count)
/** The first handouts of a process pay for reading fonts and for compiling JavaScript. */
const warmUp = Math.min(10, Math.floor(count / 2))
const reference = peers[0]

if (!existsSync(`${folder}/../../dist/index.js`)) fail('first run: npm run compile (at the top)')
if (!existsSync(`${folder}/node_modules`)) fail('first run: npm ci (here)')

const loadBefore = loadavg()[0]
// Once, unmeasured: so that every file is in the page cache.
for (const peer of peers) print(peer, 1, 'cold')

const cold = inTurns('one handout', Number(options.rounds), (peer) => print(peer, 1, 'cold'))
const warm = inTurns('many handouts', Number(options['warm-rounds']), (peer) => {
  const run = print(peer, count, 'warm')
  return { ...run, each: median(run.milliseconds.slice(warmUp)) }
})

const table = [...speedTable(), '', ...outputTable(), '', conditions()].join('\n')
console.log(table)
if (!options['dry-run']) writeBetweenMarkers(`${folder}/README.md`, table)

/** Interleaved, each round beginning with another peer: a busy minute of the machine hits all alike. */
function inTurns(title, rounds, measure) {
  const runs = Object.fromEntries(peers.map((peer) => [peer, []]))
  for (let round = 0; round < rounds; round += 1) {
    const first = round % peers.length
    for (const peer of [...peers.slice(first), ...peers.slice(0, first)]) {
      runs[peer].push(measure(peer))
    }
    process.stderr.write(`${title}: round ${round + 1} of ${rounds}\n`)
  }
  return runs
}

/** One process; `wall` is from its start to its end, in milliseconds. */
function print(peer, handouts, kind) {
  // Node reads this certificate file at every start, before it runs anything.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['print.mjs', peer, String(handouts), `out/${kind}/${peer}`],
    { cwd: folder, env, encoding: 'utf8', maxBuffer: 1e8 },
  )
  const wall = performance.now() - start
  if (status !== 0) fail(`${peer} failed:\n${stderr}`)
  return { wall, ...JSON.parse(stdout.trim().split('\n').at(-1)) }
}

function speedTable() {
  const columns = [
    ['cold ms', cold, ({ wall }) => wall, 0],
    ['cold CPU ms', cold, ({ cpu }) => cpu, 0],
    ['warm ms', warm, ({ each }) => each, 1],
    [`${count} handouts s`, warm, ({ wall }) => wall / 1000, 2],
    ['peak MB', warm, ({ megabytes }) => megabytes, 0],
  ]
  const head = ['', ...columns.flatMap(([name]) => [name, '×'])]
  const rows = peers.map((peer) => [
    peer,
    ...columns.flatMap(([, runs, valueOf, digits]) => [
      median(runs[peer].map(valueOf)).toFixed(digits),
      ratio(runs, peer, valueOf).toFixed(2),
    ]),
  ])
  return tableLines(head, rows)
}

/** The median of the ratios within each round: rounds are comparable, minutes are not. */
function ratio(runs, peer, valueOf) {
  return median(runs[peer].map((run, round) => valueOf(run) / valueOf(runs[reference][round])))
}

function outputTable() {
  const rows = peers.map((peer) => {
    const file = `${folder}/out/cold/${peer}/0.pdf`
    const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout ?? ''
    const say = (name) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(info)?.[1] ?? '?'
    const xmp = readFileSync(file).toString('latin1')
    const claims = [
      /pdfuaid:part/.test(xmp) ? 'PDF/UA-1' : '',
      /pdfaid:part/.test(xmp) ? 'PDF/A' : '',
    ]
    return [
      peer,
      (statSync(file).size / 1024).toFixed(0),
      say('Pages'),
      say('Tagged'),
      claims.filter(Boolean).join(', ') || '-',
    ]
  })
  return tableLines(['', 'KB', 'pages', 'tagged', 'claims'], rows)
}

function conditions() {
  const [{ model }] = cpus()
  return [
    `Node ${process.version}, ${cpus().length} cores (${model.trim()}),`,
    `${options.rounds} cold and ${options['warm-rounds']} warm rounds, interleaved;`,
    `load average ${loadBefore.toFixed(2)} before and ${loadavg()[0].toFixed(2)} after.`,
  ].join(' ')
}

function tableLines(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    line(head.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ]
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function writeBetweenMarkers(file, text) {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(
    /(<!-- results -->\n)[^]*(\n<!-- \/results -->)/,
    (_, start, end) => `${start}\n${text}\n${end}`,
  )
  writeFileSync(file, after)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
