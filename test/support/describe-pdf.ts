/** A finished file as text that reads in a diff: its pages, bookmarks, and what a screen reader hears. */
import { asText, nameOf, readPdf, type Pdf, type Value } from '../paint/support/read-pdf.ts'
import { structureText } from '../paint/support/read-structure.ts'
import { idOf, listOf } from './accessibility/tree.ts'

/** For `expectText('handout.tags', …)`. Lengths are points, with two decimals. */
export function describePdf(bytes: Uint8Array): string {
  const pdf = readPdf(bytes)
  return [
    'pages',
    ...pdf.pages().map((_, index) => `  ${index + 1}: ${boxes(pdf, index)}`),
    'bookmarks',
    ...bookmarks(pdf, pdf.get(pdf.catalog, 'Outlines'), 1),
    'tags',
    structureText(pdf).replace(/^(?=.)/gm, '  '),
  ].join('\n')
}

function boxes(pdf: Pdf, index: number): string {
  const page = pdf.pages()[index]?.page
  const names = ['MediaBox', 'BleedBox', 'TrimBox'].filter((name) => page?.has(name) === true)
  return names.map((name) => `${name} ${numbers(pdf, page?.get(name))}`).join(', ')
}

/** The items under one, and what is under them. */
function bookmarks(pdf: Pdf, parent: Value | undefined, depth: number): readonly string[] {
  const lines: string[] = []
  let item = pdf.get(parent, 'First')
  while (item !== undefined) {
    const [target, , , y] = listOf(pdf, pdf.get(item, 'Dest'))
    const page = pdf.pages().findIndex(({ reference }) => reference.id === idOf(target)) + 1
    const title = asText(pdf.get(item, 'Title'))
    lines.push(`${'  '.repeat(depth)}${title}, page ${page} at ${rounded(pdf.resolve(y))}`)
    lines.push(...bookmarks(pdf, item, depth + 1))
    item = pdf.get(item, 'Next')
  }
  return lines
}

function numbers(pdf: Pdf, value: Value | undefined): string {
  return listOf(pdf, value)
    .map((item) => rounded(pdf.resolve(item)))
    .join(' ')
}

function rounded(value: Value | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : (nameOf(value) ?? '-')
}
