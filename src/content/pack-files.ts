/** The files of a pack: the only way the program reads what authors wrote. No path leads outside. */
import type { SourceFile } from '../diagnostics/index.ts'

/**
 * A folder with `content/`, `templates/` and `assets/`. Paths are relative to it, with forward slashes.
 * An implementation refuses paths that leave the folder, also through symbolic links.
 */
export interface PackFiles {
  /** The text of a file, or undefined when it does not exist or may not be read. */
  readText(path: string): SourceFile | undefined
  readBytes(path: string): Uint8Array | undefined
  /** Paths of the files directly in a folder, sorted by code unit; empty when there is no such folder. */
  list(folder: string): readonly string[]
  /** Names of the folders directly in a folder, sorted by code unit; empty when there is no such folder. */
  folders(folder: string): readonly string[]
}
