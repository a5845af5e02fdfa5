/** A document with everything it refers to: the value that templates see. */
import { createHash } from 'node:crypto'
import { diagnose, placeAt, suggest, type Report } from '../diagnostics/index.ts'
import { exercisesOf } from '../model/document.ts'
import type { DocumentDescription, Handout, Routine, Source } from '../model/document.ts'
import { checkAddress } from './check-address.ts'
import { SOURCE_LOCALE, type Pack } from './pack.ts'
import { resolveItems, resolveRolling } from './resolve-routine.ts'

/** Every document that can be built from the pack, sorted by id. */
export function listDocuments(pack: Pack): readonly DocumentDescription[] {
  return [...pack.documents.entries.values()].map(({ value }) => value)
}

/**
 * The document with all it needs. Undefined when something it needs has errors (reported when the pack
 * was read), or when there is no such document or locale, which is reported here. So is an address that leads
 * nowhere: it matters to those who print this document, not to all who open the pack.
 */
export function resolveHandout(
  pack: Pack,
  documentId: string,
  { locale }: { readonly locale: string },
  report: Report,
): Handout | undefined {
  const document = pack.documents.entries.get(documentId)
  if (document === undefined) {
    if (!pack.documents.broken.has(documentId)) {
      const known = [...pack.documents.entries.keys(), ...pack.documents.broken].sort()
      const details = { kind: 'document', id: documentId, hint: suggest(documentId, known) }
      report(diagnose('content-unknown-id', details))
    }
    return undefined
  }
  const place = placeAt(document.file.source, 0)
  if (!hasLocale(pack, locale, report)) return undefined
  checkAddress(document, report)
  const routines = resolveAll(document.value.routines, (id) => resolveRoutine(id, pack))
  const topics = resolveAll(document.value.topics, (id) => pack.topics.entries.get(id)?.value)
  const brand = pack.brands.entries.get(document.value.brand)?.value
  const strings = pack.strings.entries.get(locale)?.value
  const [first] = routines ?? []
  if (!routines || !first || !topics || !brand || !strings || !pack.safety) return undefined
  const content = {
    document: document.value,
    routine: first.routine,
    routines: routines.map(({ routine }) => routine),
    topics,
    safety: pack.safety.value,
    brand,
    sources: sourcesOf(
      [
        ...routines.flatMap(({ sources }) => sources),
        ...topics.flatMap(({ sources }) => sources),
      ],
      pack,
    ),
    locale,
    strings,
  }
  return { ...content, contentHash: hashOf(content), place }
}

/** Eight hex digits that change when, and only when, the content does: SHA-256 of its canonical JSON. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 8)
}

function hasLocale(pack: Pack, locale: string, report: Report): boolean {
  const { entries, broken } = pack.strings
  if (!entries.has(locale)) {
    if (broken.has(locale)) return false
    const known = [...entries.keys(), ...broken].sort()
    const hint = known.length === 0 ? undefined : `known: ${known.join(', ')}`
    report(diagnose('content-no-locale', { locale, hint }))
    return false
  }
  if (locale === SOURCE_LOCALE) return true
  report(diagnose('content-no-translation', { locale }))
  return false
}

/** All of them, or undefined when one is missing (reported when the pack was read). */
function resolveAll<T>(
  ids: readonly string[],
  resolve: (id: string) => T | undefined,
): readonly T[] | undefined {
  const found = ids.flatMap((id) => resolve(id) ?? [])
  return found.length === ids.length ? found : undefined
}

interface SourcedRoutine {
  readonly routine: Routine
  /** Its own and those of its exercises. */
  readonly sources: readonly string[]
}

function resolveRoutine(id: string, pack: Pack): SourcedRoutine | undefined {
  const description = pack.routines.entries.get(id)?.value
  if (description === undefined) return undefined
  const { items: described, rolling: rollingDescribed, sources, ...words } = description
  const items = resolveItems(described, pack)
  const rolling = rollingDescribed && resolveRolling(rollingDescribed, pack)
  if (items === undefined || (rollingDescribed !== undefined && rolling === undefined)) return undefined
  const exercises = exercisesOf([{ items, rolling }])
  return {
    routine: { id, ...words, items, rolling },
    sources: [...sources, ...exercises.flatMap((exercise) => exercise.sources)],
  }
}

function sourcesOf(ids: readonly string[], pack: Pack): readonly Source[] {
  const named = new Set(ids)
  return [...(pack.sources?.value.values() ?? [])].filter(({ id }) => named.has(id))
}

/** JSON with the keys of each object sorted, so that only content counts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
