/** npm run test:accept NAME: what the last test run made becomes the reference. One at a time, so that each is looked at. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder =
  process.env.REFERENCE_FOLDER ?? fileURLToPath(new URL('../reference/', import.meta.url))

const waiting = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map((file) => file.split(sep).join('/'))
      .filter((file) => /\.actual\.\w+$/.test(file))
      .map((file) => ({ file, name: file.replace('.actual', '') }))
  : []

const [wanted, ...others] = process.argv.slice(2)
const found = waiting.filter(({ name }) => name === wanted || name.replace(/\.\w+$/, '') === wanted)

if (wanted === undefined || others.length > 0) {
  stop('Name one reference.')
} else if (found.length !== 1) {
  stop(found.length === 0 ? `Nothing is waiting under ${wanted}.` : `${wanted} is ambiguous.`)
} else {
  const [{ file, name }] = found
  renameSync(join(folder, file), join(folder, name))
  rmSync(join(folder, file.replace('.actual.', '.diff.')), { force: true })
  console.log(`accepted ${name}`)
}

function stop(message) {
  const names = waiting.map(({ name }) => `\n  npm run test:accept ${name}`).join('')
  console.error(`${message}${names === '' ? ' No reference differs.' : ` Waiting:${names}`}`)
  process.exitCode = 2
}
