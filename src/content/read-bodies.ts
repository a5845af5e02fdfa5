/** The people of the figures, from assets/body: builds, looks and muscles. */
import { diagnose, suggest, type Report } from '../diagnostics/index.ts'
import type { BodyModel } from '../model/body.ts'
import { kinds } from './kinds.ts'
import type { Authored, Pack } from './pack.ts'
import type { PackFiles } from './pack-files.ts'
import { readFile } from './read-file.ts'
import { isId } from './schemas/fields.ts'

const folder = 'assets/body'

/** Every file of assets/body; all problems are reported. */
export function readBodies(
  files: PackFiles,
  report: Report,
): Pick<Pack, 'bodies' | 'looks' | 'muscles'> {
  const entries = new Map<string, Authored<BodyModel>>()
  const broken = new Set<string>()
  for (const path of files.list(folder)) {
    const id = /^(.*)\.yaml$/.exec(path.slice(folder.length + 1))?.[1]
    if (id === undefined || !isId(id) || id === 'looks' || id === 'muscles') continue
    const source = files.readText(path)
    if (source === undefined) continue
    const authored = readFile(id, source, kinds.body, report)
    if (authored === undefined) broken.add(id)
    else entries.set(id, { ...authored, value: { id, ...authored.value } })
  }
  const bodies = { entries, broken }
  const looks = readOne(files, 'looks', (source) => readFile('looks', source, kinds.looks, report))
  const muscles = readOne(files, 'muscles', (source) =>
    readFile('muscles', source, kinds.muscles, report),
  )
  checkBuilds(looks, bodies, report)
  return { bodies, looks, muscles }
}

function readOne<T>(
  files: PackFiles,
  name: string,
  read: (source: NonNullable<ReturnType<PackFiles['readText']>>) => T | undefined,
): T | undefined {
  const source = files.readText(`${folder}/${name}.yaml`)
  return source === undefined ? undefined : read(source)
}

/** Each look names a build that exists. */
function checkBuilds(looks: Pack['looks'], bodies: Pack['bodies'], report: Report): void {
  if (looks === undefined) return
  const known = [...bodies.entries.keys(), ...bodies.broken].sort()
  for (const { id, body } of looks.value.values()) {
    if (known.includes(body)) continue
    const details = { kind: 'body', id: body, hint: suggest(body, known) }
    report(diagnose('content-unknown-id', details, looks.file.placeOf([id, 'body'])))
  }
}
