/** A pack held in memory: for tests, and for callers who have no folder. */
import type { PackFiles } from './pack-files.ts'

/** Files by path (`content/brands/plain.yaml`); text is kept as UTF-8. */
export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): PackFiles {
  const byPath = new Map(Object.entries(files))
  const paths = [...byPath.keys()].sort()
  return {
    readText: (path) => {
      const content = byPath.get(path)
      if (content === undefined) return undefined
      return { path, text: typeof content === 'string' ? content : new TextDecoder().decode(content) }
    },
    readBytes: (path) => {
      const content = byPath.get(path)
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
    list: (folder) =>
      paths.filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')),
    folders: (folder) => [
      ...new Set(
        paths
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1).split('/'))
          .flatMap(([name, ...rest]) => (name !== undefined && rest.length > 0 ? [name] : [])),
      ),
    ],
  }
}
