/** Every word of the shipped content, and every word of the shipped sheets. */
import type { Authored, Shelf } from '../../src/content/pack.ts'
import type { Exercise } from '../../src/model/exercise.ts'
import { readPdf } from '../paint/support/read-pdf.ts'
import { readBlocks } from '../support/reading-order.ts'
import { printedFile, shippedPack, shippedTargets } from './shipped.ts'

const { pack } = shippedPack

const shelves: readonly Shelf<unknown>[] = [
  pack.exercises,
  pack.routines,
  pack.documents,
  pack.topics,
  pack.brands,
  pack.strings,
]
const authored: readonly Authored<unknown>[] = [
  ...shelves.flatMap(({ entries }) => [...entries.values()]),
  ...(pack.safety === undefined ? [] : [pack.safety]),
]

/** What authors wrote, by file: the values, one a line, without keys and comments. */
export const writtenWords: ReadonlyMap<string, string> = new Map(
  authored.map(({ value, file }) => [file.source.path, stringsIn(value).join('\n')]),
)

/** All sentences of one file, for its own claims. */
export function wordsOf(file: string): string {
  const words = writtenWords.get(`content/${file}.yaml`)
  if (words === undefined) throw new Error(`no content/${file}.yaml`)
  return words
}

/** What each sheet says aloud, figures included, one block a line. */
export async function spokenSheets(): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map<string, string>()
  for (const [name, target] of shippedTargets) {
    const blocks = readBlocks(readPdf((await printedFile(target)).bytes))
    sheets.set(name, blocks.map(({ text }) => text).join('\n'))
  }
  return sheets
}

/** The sheets of one document, on every paper. */
export async function spokenSheetsOf(document: string): Promise<readonly string[]> {
  const sheets = [...(await spokenSheets())]
  const found = sheets.flatMap(([name, text]) => (name.startsWith(`${document}.`) ? [text] : []))
  if (found.length === 0) throw new Error(`no document ${document}`)
  return found
}

/** Where a text occurs, in content files and on sheets: empty when nobody reads it. */
export async function placesOf(pattern: RegExp): Promise<readonly string[]> {
  const all = [...writtenWords, ...(await spokenSheets())]
  return all.flatMap(([place, text]) => (pattern.test(text) ? [place] : []))
}

export function exerciseOf(id: string): Exercise {
  const found = pack.exercises.entries.get(id)?.value
  if (found === undefined) throw new Error(`no exercise ${id}`)
  return found
}

/** The steps as one text: how to set up, then how to move. */
export function stepsOf(id: string): { readonly start: string; readonly end: string } {
  const { start, end } = exerciseOf(id).steps
  return { start: start.join(' '), end: end.join(' ') }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
