/** Everything authors wrote, read and checked: all files, all problems, in the order of files and lines. */
import { diagnose, placeAt, type Diagnostic, type Place, type Report } from '../diagnostics/index.ts'
import type { LocaleStrings } from '../model/document.ts'
import { checkReferences } from './check-references.ts'
import { kinds, type Kind } from './kinds.ts'
import { SOURCE_LOCALE, type Authored, type Pack, type Shelf } from './pack.ts'
import type { PackFiles } from './pack-files.ts'
import { readBodies } from './read-bodies.ts'
import { readFile } from './read-file.ts'
import { asId, isId } from './schemas/fields.ts'

/** Read the pack and report everything that is wrong with it, sorted by file and line. */
export function readPack(files: PackFiles, report: Report): Pack {
  const problems: Diagnostic[] = []
  const collect: Report = (problem) => problems.push(problem)
  const pack = readAll(files, collect)
  checkReferences(pack, files, collect)
  for (const problem of problems.sort(byPlace)) report(problem)
  return pack
}

function readAll(files: PackFiles, report: Report): Pack {
  const folder = <T, U>(name: string, kind: Kind<T>, finish: (value: T, id: string) => U) =>
    readFolder({ files, report, folder: `content/${name}`, kind, finish })
  const safety = readSingle(files, 'safety', kinds.safety, report)
  if (safety === undefined && files.readText('content/safety.yaml') === undefined) {
    report(diagnose('content-no-safety', { path: 'content/safety.yaml' }))
  }
  const sources = readSingle(files, 'sources', kinds.sources, report)
  const areSourcesBroken =
    sources === undefined && files.readText('content/sources.yaml') !== undefined
  return {
    exercises: folder('exercises', kinds.exercise, (value, id) => ({ id, ...value })),
    routines: folder('routines', kinds.routine, (value) => value),
    documents: folder('documents', kinds.document, (value, id) => ({ id, ...value })),
    topics: folder('topics', kinds.topic, (value, id) => ({ id, ...value })),
    brands: folder('brands', kinds.brand, (value, id) => ({ id, ...value })),
    strings: readLocales(files, report),
    ...readBodies(files, report),
    safety,
    sources,
    areSourcesBroken,
  }
}

interface Folder<T, U> {
  readonly files: PackFiles
  readonly report: Report
  readonly folder: string
  readonly kind: Kind<T>
  /** Adds what the file does not say itself: its id. */
  readonly finish: (value: T, id: string) => U
}

function readFolder<T, U>({ files, report, folder, kind, finish }: Folder<T, U>): Shelf<U> {
  const entries = new Map<string, Authored<U>>()
  const broken = new Set<string>()
  const pathOf = new Map<string, string>()
  for (const path of files.list(folder)) {
    const id = idOfFile(path, report)
    const source = id === undefined ? undefined : files.readText(path)
    if (id === undefined || source === undefined) continue
    const other = pathOf.get(id)
    if (other !== undefined) {
      report(diagnose('content-two-files', { id, other }, placeAt(source, 0)))
      continue
    }
    pathOf.set(id, path)
    const authored = readFile(id, source, kind, report)
    if (authored === undefined) broken.add(id)
    else entries.set(id, { ...authored, value: finish(authored.value, id) })
  }
  return { entries, broken }
}

/** The id a file name stands for; undefined for a file that is not content. */
function idOfFile(path: string, report: Report): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith('.') || name === 'README.md') return undefined
  const id = /^(.*)\.ya?ml$/.exec(name)?.[1]
  if (id === undefined) {
    report(diagnose('content-not-yaml', { name }, beginning(path)))
    return undefined
  }
  if (isId(id)) return id
  const better = asId(id)
  const details = { name, better: better === undefined ? undefined : `${better}.yaml` }
  report(diagnose('content-file-name', details, beginning(path)))
  return undefined
}

/** A file of which there is one: content/safety.yaml. */
function readSingle<T>(
  files: PackFiles,
  id: string,
  kind: Kind<T>,
  report: Report,
): Authored<T> | undefined {
  const source = files.readText(`content/${id}.yaml`)
  return source === undefined ? undefined : readFile(id, source, kind, report)
}

/** Language, script, region, as in BCP 47: `en`, `sr-Latn`, `pt-BR`. */
const localePattern = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/

function readLocales(files: PackFiles, report: Report): Pack['strings'] {
  const entries = new Map<string, Authored<LocaleStrings>>()
  const broken = new Set<string>()
  for (const locale of files.folders('content/locales')) {
    const source = files.readText(`content/locales/${locale}/strings.yaml`)
    if (source === undefined) continue
    if (!localePattern.test(locale)) {
      report(diagnose('content-locale-name', { name: locale }, placeAt(source, 0)))
      continue
    }
    const authored = readFile(locale, source, kinds.strings, report)
    if (authored === undefined) broken.add(locale)
    else entries.set(locale, authored)
  }
  const original = entries.get(SOURCE_LOCALE)
  for (const [locale, { value, file }] of entries) {
    for (const name of Object.keys(original?.value ?? {})) {
      if (Object.hasOwn(value, name)) continue
      report(diagnose('content-missing-string', { name, locale }, placeAt(file.source, 0)))
    }
  }
  return { entries, broken }
}

/** The place of a file as a whole, when there is no line to show. */
function beginning(path: string): Place {
  return placeAt({ path, text: '' }, 0)
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [one, other] = [a.place, b.place]
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined)
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column
}
