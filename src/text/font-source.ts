/** Where the bytes of a font come from: the pack, or an installed font package. Nothing else is read. */
import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { PackFiles } from '../content/pack-files.ts'
import type { FontFace } from '../style/computed.ts'
import type { FontCache } from './font-cache.ts'

/** Finds the bytes of a face's `source`; says why when it cannot. */
export type LoadFont = (face: FontFace, report: Report) => Uint8Array | undefined

/** Read fonts from the pack, each once, and `npm:@expo-google-fonts/<family>/<file>` from installed packages. */
export function createFontLoader(files: PackFiles, cache: FontCache): LoadFont {
  // The same bytes each time: the cache knows them again without hashing them for every document.
  const packFiles = new Map<string, Uint8Array | undefined>()
  const readPackFile = (path: string): Uint8Array | undefined => {
    if (!packFiles.has(path)) packFiles.set(path, files.readBytes(path))
    return packFiles.get(path)
  }
  return (face, report) => {
    const { source, place } = face
    if (isElsewhere(source)) {
      report(diagnose('text-font-source', { source }, place))
      return undefined
    }
    const bytes = source.startsWith(packagePrefix)
      ? readPackageFile(source.slice(packagePrefix.length), cache)
      : readPackFile(source)
    if (bytes === undefined) report(diagnose('text-font-not-found', { source }, place))
    return bytes
  }
}

const packagePrefix = 'npm:'

/** Packages that hold nothing but fonts: a template must not be able to read any other installed file. */
const packagedFont = /^(@expo-google-fonts\/[a-z0-9-]+)\/(?:[\w-]+\/)*[\w-]+\.(?:ttf|otf)$/

/** Another scheme, or a package outside the allowed scope. */
function isElsewhere(source: string): boolean {
  if (source.startsWith(packagePrefix))
    return !packagedFont.test(source.slice(packagePrefix.length))
  return /^[a-z][a-z0-9+.-]*:/i.test(source) || source.startsWith('//')
}

function readPackageFile(specifier: string, cache: FontCache): Uint8Array | undefined {
  const known = cache.packageFiles.get(specifier)
  if (known !== undefined) return known
  const packageName = packagedFont.exec(specifier)?.[1]
  if (packageName === undefined) return undefined
  try {
    const { resolve } = createRequire(import.meta.url)
    const folder = dirname(realpathSync(resolve(`${packageName}/package.json`)))
    const file = realpathSync(resolve(specifier))
    if (!file.startsWith(folder + sep)) return undefined
    const bytes = readFileSync(file)
    cache.packageFiles.set(specifier, bytes)
    return bytes
  } catch {
    // Not installed: the caller reports it with the place of the @font-face rule.
    return undefined
  }
}
