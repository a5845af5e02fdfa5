/** One content file: refused when it is no text, read as YAML, checked against its kind. */
import { diagnose, placeAt, type Diagnostic, type Report, type SourceFile } from '../diagnostics/index.ts'
import { checkShape } from './check-shape.ts'
import type { Kind } from './kinds.ts'
import type { Authored } from './pack.ts'
import { readYaml } from './yaml.ts'

/** More text than any content file has; refused before it is parsed. UTF-16 units, about bytes. */
export const LARGEST_FILE = 1_000_000

/** What a file describes, or undefined when there were errors, all reported. */
export function readFile<T>(
  id: string,
  source: SourceFile,
  kind: Kind<T>,
  report: Report,
): Authored<T> | undefined {
  if (!isText(source, report)) return undefined
  checkSchemaLine(source, kind.name, report)
  const file = readYaml(source, report)
  if (file === undefined) return undefined
  const value = checkShape(file, kind.schema, report)
  const problems: Diagnostic[] = []
  for (const check of kind.checks) check(file, (problem) => problems.push(problem))
  for (const problem of problems) report(problem)
  const isBroken = problems.some(({ severity }) => severity === 'error')
  return value === undefined || isBroken ? undefined : { id, value, file }
}

function isText(source: SourceFile, report: Report): boolean {
  const { path, text } = source
  if (text.length > LARGEST_FILE) {
    const megabytes = Math.round(text.length / (LARGEST_FILE / 10)) / 10
    report(diagnose('content-too-large', { path, megabytes }, placeAt({ path, text: '' }, 0)))
    return false
  }
  // U+FFFD stands where bytes were not UTF-8; the others are control characters.
   
  const strange = /[\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.exec(text)
  if (strange === null) return true
  const code = `U+${strange[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  report(diagnose('content-encoding', { code }, placeAt(source, strange.index)))
  return false
}

/** The comment by which editors find the schema. */
function checkSchemaLine(source: SourceFile, name: string, report: Report): void {
  const up = '../'.repeat(source.path.split('/').length - 2)
  // Files of assets/ are described beside those of content/.
  const folder = source.path.startsWith('assets/') ? `${up}../content/schemas` : `${up}schemas`
  const line = `# yaml-language-server: $schema=${folder}/${name}.json`
  const first = source.text.slice(0, 200).split(/\r?\n/, 1)[0]?.trimEnd()
  if (first === line || first === line.replace('=schemas', '=./schemas')) return
  report(diagnose('content-schema-line', { line }, placeAt(source, 0, first?.length)))
}
