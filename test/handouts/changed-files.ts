/** A pack in which some files are not as they are on the disk. */
import type { PackFiles } from '../../src/content/pack-files.ts'

/** What becomes of a file; one that does not exist begins empty, undefined takes it away. */
export type Changes = Readonly<Record<string, (text: string) => string | undefined>>

export function changedFiles(files: PackFiles, changes: Changes): PackFiles {
  const texts = new Map<string, string | undefined>()
  for (const [path, change] of Object.entries(changes)) {
    texts.set(path, change(files.readText(path)?.text ?? ''))
  }
  return {
    ...files,
    readText(path) {
      if (!texts.has(path)) return files.readText(path)
      const text = texts.get(path)
      return text === undefined ? undefined : { path, text }
    },
    readBytes(path) {
      if (!texts.has(path)) return files.readBytes(path)
      const text = texts.get(path)
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    list(folder) {
      const own = [...texts].flatMap(([path, text]) =>
        text !== undefined && path.slice(0, path.lastIndexOf('/')) === folder ? [path] : [],
      )
      const others = files.list(folder).filter((path) => !texts.has(path))
      return [...others, ...own].sort()
    },
  }
}
