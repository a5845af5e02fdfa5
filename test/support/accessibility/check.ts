/** The conditions of the Matterhorn Protocol 1.1 that a program can check, over a finished file. */
import { readPdf, type Pdf } from '../../paint/support/read-pdf.ts'
import { checkContent } from './content-rules.ts'
import { checkDocument } from './document-rules.ts'
import { checkFonts } from './font-rules.ts'
import { checkStructure } from './structure-rules.ts'
import { readTree } from './tree.ts'

/**
 * What is wrong, as `13-004 Figure without alternative text`; nothing is wrong when it is empty. Reads only files
 * of this program's own shape (one cross-reference table, composite fonts); veraPDF says the last word.
 */
export function checkAccessibility(bytes: Uint8Array): readonly string[] {
  return accessibilityFailures(readPdf(bytes))
}

export function accessibilityFailures(pdf: Pdf): readonly string[] {
  const failures: string[] = []
  const fail = (condition: string, message: string): void => {
    failures.push(`${condition} ${message}`)
  }
  checkDocument(pdf, fail)
  const elements = readTree(pdf)
  checkStructure(pdf, elements, fail)
  checkFonts(pdf, checkContent(pdf, elements, fail), fail)
  return failures
}
