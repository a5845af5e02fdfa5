/** Which of the files a pack can make were asked for. */
import { suggest } from '../diagnostics/index.ts'
import { productionSuffix } from '../imposition/production.ts'
import type { Production } from '../imposition/production.ts'
import type { Selection } from './arguments.ts'
import type { Target } from './engine.ts'

export type Selected =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly message: string; readonly hint?: string | undefined }

/** A name that the pack does not have, or a choice that leaves nothing, is a mistake of usage. */
export function selectTargets(
  all: readonly Target[],
  selection: Selection,
  production: Production | undefined,
): Selected {
  const { documents, locales, papers, editions } = selection
  const unknown =
    firstUnknown('document', documents, unique(all.map(({ document }) => document))) ??
    firstUnknown('locale', locales, unique(all.map(({ locale }) => locale)))
  if (unknown !== undefined) return unknown
  const targets = all.filter(
    ({ document, locale, paper, edition }) =>
      isChosen(document, documents) &&
      isChosen(locale, locales) &&
      isChosen(paper, papers) &&
      isChosen(edition, editions),
  )
  if (targets.length === 0 && all.length > 0) {
    return {
      ok: false,
      message: 'no document exists in this combination of locale, paper and edition',
      hint: 'posepress list shows what there is',
    }
  }
  if (production === undefined) return { ok: true, targets }
  const asReadingPages = targets.filter((target) => target.production === undefined)
  return { ok: true, targets: asReadingPages.map((target) => producedAs(target, production)) }
}

/** The file's name says how it was produced. */
export function producedAs(target: Target, production: Production): Target {
  const path = target.path.replace(/\.pdf$/, `${productionSuffix(production)}.pdf`)
  return { ...target, production, path }
}

function isChosen(value: string, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(value)
}

function firstUnknown(
  kind: string,
  chosen: readonly string[],
  known: readonly string[],
): Selected | undefined {
  const word = chosen.find((name) => !known.includes(name))
  if (word === undefined) return undefined
  return { ok: false, message: `the pack has no ${kind} "${word}"`, hint: suggest(word, known) }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
