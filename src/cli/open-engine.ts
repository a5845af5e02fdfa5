/** Connects the commands to the pipeline: every document of a pack in every paper and edition it exists in. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import packageDescription from '../../package.json' with { type: 'json' }
import { buildDocument } from '../build.ts'
import { diskFiles } from '../content/disk-files.ts'
import { diskKeptFiles, nothingKept } from '../content/kept-files.ts'
import type { KeptFiles } from '../content/kept-files.ts'
import type { Pack } from '../content/pack.ts'
import { listDocuments } from '../content/resolve.ts'
import { diagnose } from '../diagnostics/index.ts'
import type { Diagnostic } from '../diagnostics/index.ts'
import { drawHere } from '../figure/workers/load.ts'
import { createPool } from '../figure/workers/pool.ts'
import type { DoTask } from '../figure/workers/task.ts'
import { arrangementFor } from '../imposition/production.ts'
import type { Edition, Paper } from '../model/document.ts'
import { openPress, readContent } from '../press.ts'
import type { Press } from '../press.ts'
import type { OpenEngine, Target } from './engine.ts'
import { figureCatalogue } from './figure-catalogue.ts'
import { producedAs } from './select-targets.ts'

export const openEngine: OpenEngine = async ({ pack: folder, date, onProgress }) => {
  const files = diskFiles(folder)
  const press = openPress(files, {
    kept: keptFiles(folder),
    draw: drawer(),
    onFigure: (done, asked) => onProgress?.(`drawing figures ${done}/${asked}`),
  })
  const { pack, problems } = await readContent(files)
  return {
    problems,
    targets: targetsOf(pack),
    figures: figureCatalogue(press, pack),
    build: (target) => buildDocument(press, pack, target, date),
    async check(targets) {
      const diagnostics: Diagnostic[] = []
      for (const target of targets) {
        diagnostics.push(...(await buildDocument(press, pack, target, date)).diagnostics)
      }
      const figures = await figureCatalogue(press, pack).check([...pack.exercises.entries.keys()])
      return [...diagnostics, ...figures, ...missingFigures(press, pack, targets)]
    },
  }
}

/** Threads draw where the program is compiled, and this one where it is not. */
function drawer(): DoTask {
  const entry = new URL('./figure-worker.js', import.meta.url)
  if (!existsSync(entry)) return drawHere
  return createPool({ entry, threads: availableParallelism(), here: drawHere })
}

/** Beside the packages that are installed for the pack, where tools keep what they can make again. */
function keptFiles(folder: string): KeptFiles {
  const packages = join(folder, 'node_modules')
  if (!existsSync(packages)) return nothingKept
  // A folder for each version: another one may read or encode the same drawing otherwise.
  return diskKeptFiles(
    join(packages, '.cache', 'posepress', packageDescription.version),
    process.pid,
  )
}

/** Pages as they are read, and the same on the sheets that the document says. */
function targetsOf(pack: Pack): readonly Target[] {
  const locales = [...pack.strings.entries.keys()]
  return locales.flatMap((locale) =>
    listDocuments(pack).flatMap(({ id, papers, editions, sheets }) =>
      papers.flatMap((paper) =>
        editions.flatMap((edition): readonly Target[] => {
          const path = `${locale}/${fileName(id, paper, edition)}`
          const target = { document: id, locale, paper, edition, path }
          if (sheets === undefined) return [target]
          return [target, producedAs(target, { arrangement: arrangementFor(sheets, paper) })]
        }),
      ),
    ),
  )
}

/** Phases that a sheet shows in words because nothing draws them yet. */
function missingFigures(
  press: Press,
  pack: Pack,
  targets: readonly Target[],
): readonly Diagnostic[] {
  const routines = new Set(
    targets.flatMap(({ document }) => pack.documents.entries.get(document)?.value.routines ?? []),
  )
  const figures = press.figuresOf(pack)
  const shown = [...routines].flatMap((id) => pack.routines.entries.get(id)?.value.items ?? [])
  return shown.flatMap(({ exercise }) => {
    const described = pack.exercises.entries.get(exercise)
    if (described === undefined) return []
    return (['start', 'end'] as const)
      .filter((phase) => !figures.isDrawn(described.value, phase))
      .map((phase) => {
        const place = described.file.placeOf(['figure', 'phases', phase])
        return diagnose('content-no-drawing', { exercise, phase }, place)
      })
  })
}

function fileName(document: string, paper: Paper, edition: Edition): string {
  return edition === 'standard' ? `${document}.${paper}.pdf` : `${document}.${paper}.${edition}.pdf`
}
