/** A stylesheet with everything it imports, read from the pack. */
import { diagnose, suggest } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { PackFiles } from '../content/pack-files.ts'
import { resolvePackPath } from './pack-path.ts'
import { createStyleGrammar } from './parse-scope.ts'
import { parseStylesheet } from './parse.ts'
import { placeOf } from './span.ts'
import { combineStylesheets, emptyStylesheet } from './stylesheet.ts'
import type { Stylesheet, StylesheetImport } from './stylesheet.ts'

/**
 * Read a stylesheet and its imports. Imported rules stand before the importing ones; a file imported
 * twice counts once, at its first place.
 */
export function loadStylesheet(files: PackFiles, path: string, report: Report): Stylesheet {
  const source = files.readText(path)
  if (source === undefined) {
    report(diagnose('style-not-found', { path, hint: hintFor(files, path) }))
    return emptyStylesheet
  }
  const grammar = createStyleGrammar()
  const loaded = new Set<string>([path])
  const load = (sheet: Stylesheet, from: string, chain: readonly string[]): Stylesheet => {
    const imported = sheet.imports.map((item) => follow(item, from, chain))
    return combineStylesheets([...imported, { ...sheet, imports: [] }])
  }
  const follow = (item: StylesheetImport, from: string, chain: readonly string[]): Stylesheet => {
    const target = resolvePackPath(from, item.path)
    if (target === undefined) {
      report(diagnose('style-outside-pack', { path: item.path }, placeOf(item.span)))
      return emptyStylesheet
    }
    if (chain.includes(target)) {
      report(diagnose('style-import-cycle', { path: target }, placeOf(item.span)))
      return emptyStylesheet
    }
    if (loaded.has(target)) return emptyStylesheet
    const found = files.readText(target)
    if (found === undefined) {
      const details = { path: target, hint: hintFor(files, target) }
      report(diagnose('style-not-found', details, placeOf(item.span)))
      return emptyStylesheet
    }
    loaded.add(target)
    return load(parseStylesheet(found, report, grammar), target, [...chain, target])
  }
  return load(parseStylesheet(source, report, grammar), path, [path])
}

function hintFor(files: PackFiles, path: string): string | undefined {
  const folder = path.split('/').slice(0, -1).join('/')
  return suggest(
    path,
    files.list(folder).filter((name) => name.endsWith('.css')),
  )
}
