/** The documents of this repository, built once for each test file, with what the stages between content and file make of them. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDocument, layoutMarkup, type BuildResult, type Target } from '../../src/build.ts'
import { diskFiles } from '../../src/content/disk-files.ts'
import { diskKeptFiles } from '../../src/content/kept-files.ts'
import type { PackFiles } from '../../src/content/pack-files.ts'
import type { Pack } from '../../src/content/pack.ts'
import { listDocuments, resolveHandout } from '../../src/content/resolve.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'
import { standardStyle } from '../../src/figure/finish/manners.ts'
import type { BoxSource, Page } from '../../src/layout/fragment.ts'
import { exercisesOf } from '../../src/model/document.ts'
import type { DocumentDescription, Handout } from '../../src/model/document.ts'
import { openPress, readContent, type Press, type PressOptions } from '../../src/press.ts'
import type { StyledDocument } from '../../src/style/computed.ts'
import { handoutView, type HandoutView } from '../../src/template/view.ts'

export const repository = fileURLToPath(new URL('../../', import.meta.url))

/** A pack opened for printing. */
export interface OpenPack {
  readonly press: Press
  readonly pack: Pack
  /** What is wrong with the pack as a whole. */
  readonly problems: readonly Diagnostic[]
}

/** Figures are drawn once for all tests, and anew when the code that draws them has changed. */
const kept = diskKeptFiles(join(repository, 'node_modules/.cache/posepress/test'), process.pid)

/** Open a press as the command line does; every test that builds goes through here. */
export async function openPack(
  files: PackFiles = diskFiles(repository),
  options: PressOptions = { kept },
): Promise<OpenPack> {
  return { press: openPress(files, options), ...(await readContent(files)) }
}

export const shippedPack = await openPack()

// Here, where no test waits for it: it takes half a minute when nothing is kept yet.
await drawFigures(shippedPack)

/** Draw what the documents show. */
async function drawFigures({ press, pack }: OpenPack): Promise<void> {
  for (const { value } of pack.routines.entries.values()) {
    for (const { exercise } of value.items) {
      const figures = press.figuresOf(pack)
      const authored = pack.exercises.entries.get(exercise)
      if (authored !== undefined) await figures.study([authored.value])
      for (const phase of ['start', 'end'] as const) {
        await figures.find({ exercise, phase, isMirrored: false }, standardStyle)
      }
    }
  }
}

type NamedTarget = readonly [name: string, target: Target]

/** Every document in every locale, paper and edition, with the name its file has. */
export const everyTarget: readonly NamedTarget[] = targetsOf(shippedPack.pack).map((target) => [
  nameOf(target),
  target,
])

/** Those that are read in the hand, a page or two: the handouts. */
export const shippedTargets = everyTarget.filter(([, target]) => isHandout(target))

/** Posters, cards, pockets, trackers, booklets. */
export const sheetTargets = everyTarget.filter(([, target]) => !isHandout(target))

function isHandout(target: Target): boolean {
  return descriptionOf(target).template === 'handout'
}

export function targetsOf(pack: Pack): readonly Target[] {
  return [...pack.strings.entries.keys()].flatMap((locale) =>
    listDocuments(pack).flatMap(({ id, papers, editions }) =>
      papers.flatMap((paper) =>
        editions.map((edition) => ({ document: id, locale, paper, edition })),
      ),
    ),
  )
}

/** `glute-circuit-handout.a4`; other locales and editions say so. */
export function nameOf({ document, locale, paper, edition }: Target): string {
  return [
    document,
    paper,
    ...(edition === 'standard' ? [] : [edition]),
    ...(locale === 'en' ? [] : [locale]),
  ].join('.')
}

export interface Printed extends BuildResult {
  readonly bytes: Uint8Array
}

const printed = new Map<Target, Promise<Printed>>()

/** The finished file; throws what is wrong when there is none. */
export function printedFile(target: Target): Promise<Printed> {
  const known = printed.get(target) ?? print(shippedPack, target)
  printed.set(target, known)
  return known
}

export async function print({ press, pack }: OpenPack, target: Target): Promise<Printed> {
  const result = await buildDocument(press, pack, target)
  if (result.bytes === undefined) throw new Error(describe(result.diagnostics))
  return { ...result, bytes: result.bytes }
}

export function describe(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(
      ({ code, message, place }) => `${place?.file ?? '?'}:${place?.line ?? 0} ${code} ${message}`,
    )
    .join('\n')
}

/** What lies between the content of a document and its file. */
export interface LaidOut {
  readonly handout: Handout
  readonly view: HandoutView
  readonly styled: StyledDocument
  readonly pages: readonly Page[]
  /** The root of the tree that the pages' boxes come from. */
  readonly source: BoxSource
}

const laidOut = new Map<Target, Promise<LaidOut>>()

export function laidOutPages(target: Target): Promise<LaidOut> {
  const known = laidOut.get(target) ?? layOut(shippedPack, target)
  laidOut.set(target, known)
  return known
}

/** The stages of `printTemplate` up to pages. */
export async function layOut({ press, pack }: OpenPack, target: Target): Promise<LaidOut> {
  const report = (): void => undefined
  const handout = resolveHandout(pack, target.document, target, report)
  if (handout === undefined) throw new Error(`${target.document} cannot be resolved`)
  const { paper, edition, locale } = target
  const figures = press.figuresOf(pack, handout.document.look)
  const { isDrawn } = figures
  const { describe } = await figures.study(exercisesOf(handout.routines))
  const view = handoutView(handout, { paper, edition, isDrawn, describe, report })
  const { template } = handout.document
  const markup = press.templates.render(template, view, report)
  if (markup === undefined) throw new Error(`${target.document} has no markup`)
  const { styled, pages, source } = await layoutMarkup(press, markup, {
    template,
    language: locale,
    figures,
    report,
  })
  return { handout, view, styled, pages, source }
}

export function descriptionOf({ document }: Target): DocumentDescription {
  const found = shippedPack.pack.documents.entries.get(document)?.value
  if (found === undefined) throw new Error(`no document ${document}`)
  return found
}
