/** A pack in a folder on disk. Nothing outside the folder can be read, whatever a file or a link says. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { PackFiles } from './pack-files.ts'

/** The files under `root`. A path with `..`, an absolute path, or a link that leads outside is as good as absent. */
export function diskFiles(root: string): PackFiles {
  const realRoot = realPath(root)

  /** Where a pack path really is on disk; undefined unless that is inside the pack. */
  function locate(path: string): string | undefined {
    if (realRoot === undefined || !isPlain(path)) return undefined
    const real = realPath(join(realRoot, ...path.split('/')))
    return real === realRoot || real?.startsWith(endWithSeparator(realRoot)) ? real : undefined
  }

  function read(path: string): Buffer | undefined {
    const real = locate(path)
    if (real === undefined) return undefined
    // Only plain files: reading a pipe or a device would wait for ever.
    return attempt(() => (statSync(real).isFile() ? readFileSync(real) : undefined))
  }

  function entries(folder: string, wanted: 'file' | 'folder'): readonly string[] {
    const real = locate(folder)
    const names = real === undefined ? undefined : attempt(() => readdirSync(real))
    return (names ?? [])
      .filter((name) => {
        const entry = locate(`${folder}/${name}`)
        const status = entry === undefined ? undefined : attempt(() => statSync(entry))
        return wanted === 'file' ? status?.isFile() === true : status?.isDirectory() === true
      })
      .sort()
  }

  return {
    readText: (path) => {
      const bytes = read(path)
      // Drops a byte order mark; bytes that are not UTF-8 become U+FFFD, which the reader reports.
      return bytes === undefined ? undefined : { path, text: new TextDecoder().decode(bytes) }
    },
    readBytes: read,
    list: (folder) => entries(folder, 'file').map((name) => `${folder}/${name}`),
    folders: (folder) => entries(folder, 'folder'),
  }
}

/** Names joined by single forward slashes: not absolute, no `.` or `..`, no backslash, drive letter or NUL. */
function isPlain(path: string): boolean {
  return path.split('/').every((name) => !['', '.', '..'].includes(name) && !/[\\:\0]/.test(name))
}

function endWithSeparator(path: string): string {
  return path.endsWith(sep) ? path : path + sep
}

function realPath(path: string): string | undefined {
  return attempt(() => realpathSync(path))
}

/** The file system's answer, or undefined when it refuses. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
