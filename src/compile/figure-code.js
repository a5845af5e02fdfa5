/** A name for the code that draws figures: the hash of its sources, so that nothing an older one drew is taken for its work. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../', import.meta.url))

/** The folders of src/ that a drawing depends on. */
const folders = ['geometry', 'model', 'figure']

export function figureCode() {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = readdirSync(source + folder, { recursive: true }).filter((name) =>
      name.endsWith('.ts'),
    )
    for (const name of names.sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(`${source}${folder}/${name}`))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
