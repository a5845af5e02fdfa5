/** References between files: every id names something that exists, and nothing lies about unused. */
import { diagnose, suggest, type Place, type Report } from '../diagnostics/index.ts'
import { sessionMinutes } from '../model/dosage.ts'
import type { Authored, Pack, Shelf } from './pack.ts'
import type { PackFiles } from './pack-files.ts'
import { resolveItems, resolveRolling } from './resolve-routine.ts'
import { shorten } from './schemas/fields.ts'
import type { RoutineDescription } from './schemas/routine.ts'

/** Longer sessions are not kept up: at most this many minutes. */
export const LONGEST_SESSION = 30

/** Check all references of a pack. What names a file that has errors itself is not reported again. */
export function checkReferences(pack: Pack, files: PackFiles, report: Report): void {
  const templates = templatesOf(files)
  for (const document of pack.documents.entries.values()) {
    const { file, value } = document
    const { routines, topics, brand, template, date, reviewBy, look } = value
    const isList = Array.isArray(file.valueOf(['routine']))
    for (const [index, id] of routines.entries()) {
      const place = file.placeOf(isList ? ['routine', index] : ['routine'])
      checkId('routine', id, pack.routines, place, report)
    }
    for (const [index, id] of topics.entries()) {
      checkId('topic', id, pack.topics, file.placeOf(['topics', index]), report)
    }
    checkId('brand', brand, pack.brands, file.placeOf(['brand']), report)
    if (!templates.includes(template)) {
      reportUnknown('template', template, templates, file.placeOf(['template']), report)
    }
    checkLook(look, pack, file.placeOf(['look']), report)
    if (reviewBy <= date.slice(0, reviewBy.length)) {
      report(diagnose('content-review-passed', { reviewBy, date }, file.placeOf(['review-by'])))
    }
  }
  for (const { value, file } of pack.exercises.entries.values()) {
    checkLook(value.figure.look, pack, file.placeOf(['figure', 'look']), report)
  }
  for (const routine of pack.routines.entries.values()) checkRoutine(routine, pack, report)
  for (const { value, file } of pack.brands.entries.values()) {
    if (value.logo === undefined || files.readBytes(value.logo) !== undefined) continue
    report(diagnose('content-not-found', { path: shorten(value.logo) }, file.placeOf(['logo'])))
  }
  checkSources(pack, report)
  checkUnused(pack, report)
}

/** Who shows the figures. A pack without looks, or with broken ones, knows nobody to compare with. */
function checkLook(look: string | undefined, pack: Pack, place: Place, report: Report): void {
  const looks = pack.looks?.value
  if (look === undefined || looks === undefined || looks.has(look)) return
  reportUnknown('look', look, [...looks.keys()], place, report)
}

function checkId(
  kind: string,
  id: string,
  shelf: Shelf<unknown>,
  place: Place,
  report: Report,
): void {
  if (shelf.entries.has(id) || shelf.broken.has(id)) return
  const known = [...shelf.entries.keys(), ...shelf.broken].sort()
  reportUnknown(kind, id, known, place, report)
}

function reportUnknown(
  kind: string,
  id: string,
  known: readonly string[],
  place: Place,
  report: Report,
): void {
  const hint = known.length === 0 ? `there is no ${kind} yet` : suggest(shorten(id), known)
  report(diagnose('content-unknown-id', { kind, id: shorten(id), hint }, place))
}

/** A template is a folder of templates/ with a Handlebars file of its name. */
function templatesOf(files: PackFiles): readonly string[] {
  return files
    .folders('templates')
    .filter((name) => files.list(`templates/${name}`).includes(`templates/${name}/${name}.hbs`))
}

function checkRoutine(routine: Authored<RoutineDescription>, pack: Pack, report: Report): void {
  const { value, file } = routine
  const placed = value.items.map((item, index) => ({ item, path: ['exercises', index] as const }))
  for (const [index, { item, path }] of placed.entries()) {
    const isText = typeof file.valueOf(path) === 'string'
    const place = file.placeOf(isText ? path : [...path, 'exercise'])
    checkExerciseId(item.exercise, 'strength or stretch', pack, place, report)
    const before = placed.slice(0, index)
    if (before.some((other) => other.item.exercise === item.exercise)) {
      report(diagnose('content-repeated', { field: 'exercises', entry: item.exercise }, place))
    }
    if (item.harderOptionOf === undefined) continue
    const target = before.find((other) => other.item.exercise === item.harderOptionOf)
    if (target !== undefined && target.item.harderOptionOf === undefined) continue
    const hint =
      target === undefined
        ? 'it stands after the exercise that it replaces'
        : 'an option has no options of its own'
    const details = { exercise: item.harderOptionOf, hint }
    report(diagnose('content-harder-option', details, file.placeOf([...path, 'harder-option-of'])))
  }
  for (const [index, id] of (value.rolling?.spots ?? []).entries()) {
    checkExerciseId(id, 'rolling', pack, file.placeOf(['rolling', 'spots', index]), report)
  }
  checkLength(routine, pack, report)
}

function checkExerciseId(
  id: string,
  wanted: 'rolling' | 'strength or stretch',
  pack: Pack,
  place: Place,
  report: Report,
): void {
  checkId('exercise', id, pack.exercises, place, report)
  const kind = pack.exercises.entries.get(id)?.value.kind
  if (kind === undefined || (kind === 'rolling') === (wanted === 'rolling')) return
  report(diagnose('content-wrong-exercise-kind', { id, kind, wanted }, place))
}

function checkLength({ value, file }: Authored<RoutineDescription>, pack: Pack, report: Report): void {
  const items = resolveItems(value.items, pack)
  const rolling = value.rolling && resolveRolling(value.rolling, pack)
  if (items === undefined || (value.rolling !== undefined && rolling === undefined)) return
  const minutes = sessionMinutes(items, rolling)
  if (minutes <= LONGEST_SESSION) return
  const place = file.placeOfField(['exercises'])
  report(diagnose('content-long-session', { minutes, most: LONGEST_SESSION }, place))
}

function checkSources(pack: Pack, report: Report): void {
  const known = pack.sources === undefined ? [] : [...pack.sources.value.keys()]
  // A sources file with errors has been reported; without one, each name is unknown.
  if (pack.areSourcesBroken) return
  for (const { value, file } of claimants(pack)) {
    for (const [index, id] of value.sources.entries()) {
      if (known.includes(id)) continue
      reportUnknown('source', id, known, file.placeOf(['sources', index]), report)
    }
  }
}

function claimants(pack: Pack): readonly Authored<{ readonly sources: readonly string[] }>[] {
  return [pack.exercises, pack.routines, pack.topics].flatMap(
    (shelf: Shelf<{ readonly sources: readonly string[] }>) => [...shelf.entries.values()],
  )
}

/** What nothing names, save routines: a pack may hold more of them than it prints. Not asked where a broken file may be the one that names it. */
function checkUnused(pack: Pack, report: Report): void {
  const documents = [...pack.documents.entries.values()].map(({ value }) => value)
  const routines = [...pack.routines.entries.values()].map(({ value }) => value)
  if (pack.documents.broken.size === 0) {
    reportUnused('brand', pack.brands, documents.map(({ brand }) => brand), report)
  }
  if (pack.routines.broken.size === 0) {
    const used = routines.flatMap(({ items, rolling }) => [
      ...items.map(({ exercise }) => exercise),
      ...(rolling?.spots ?? []),
    ])
    reportUnused('exercise', pack.exercises, used, report)
  }
  const broken = [pack.exercises, pack.routines, pack.topics].some((shelf) => shelf.broken.size > 0)
  if (broken || pack.sources === undefined) return
  const cited = new Set(claimants(pack).flatMap(({ value }) => value.sources))
  for (const id of pack.sources.value.keys()) {
    if (cited.has(id)) continue
    const place = pack.sources.file.placeOfField([id])
    report(diagnose('content-unused', { kind: 'source', id }, place))
  }
}

function reportUnused(
  kind: string,
  shelf: Shelf<unknown>,
  used: readonly string[],
  report: Report,
): void {
  for (const { id, file } of shelf.entries.values()) {
    if (used.includes(id)) continue
    report(diagnose('content-unused', { kind, id }, file.placeOf([])))
  }
}
