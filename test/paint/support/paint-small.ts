/** Small documents from markup to PDF, for tests. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Diagnostic } from '../../../src/diagnostics/index.ts'
import type { DocumentMetadata, PaintedDocument } from '../../../src/drawing.ts'
import { createPdfCache } from '../../../src/paint/pdf/cache.ts'
import { writePdf } from '../../../src/paint/pdf/write.ts'
import { paintDocument } from '../../../src/paint/page.ts'
import type { PageStyle } from '../../../src/style/computed.ts'
import type { Element } from '../../../src/template/markup.ts'
import { readPdf, type Pdf } from './read-pdf.ts'
import { layOut, type StyleOf } from './small-pages.ts'

export const metadata: DocumentMetadata = {
  title: 'Knees',
  language: 'en',
  author: 'A club',
  subject: 'Exercises',
  keywords: ['knee', 'running'],
  date: 1_700_000_000,
}

export function paintSmall(
  root: Element,
  styleOf?: StyleOf,
  page?: Partial<PageStyle>,
): { readonly document: PaintedDocument; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = []
  const { pages, source } = layOut(root, styleOf, page)
  const document = paintDocument(pages, source, metadata, {
    report: (problem) => problems.push(problem),
    imageAtSize: () => undefined,
  })
  return { document, problems }
}

export async function writeSmall(document: PaintedDocument): Promise<Pdf> {
  return readPdf(await writePdf(document, createPdfCache()))
}

/**
 * Whether a program of the machine can be used; a test that needs it is skipped where it is missing, but on a
 * build server a missing program is a failure.
 */
export function hasProgram(program: string): boolean {
  const isThere = spawnSync(program, ['--version']).error === undefined
  if (!isThere && process.env['CI'] !== undefined) throw new Error(`${program} is not installed`)
  return isThere
}

/** What a program prints about a file; throws when it fails. */
export function inspect(program: string, options: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'paint-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, pdf)
    return execFileSync(program, [...options, file], { encoding: 'utf8', stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
