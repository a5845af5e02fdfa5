/** Results kept between runs: only what can be made again from the pack, and never a word of what is printed. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** By name. A name says all that a result was made from, so that a kept result is never out of date. */
export interface KeptFiles {
  /** Undefined when nothing is kept under this name, or when it has been damaged. */
  read(name: string): Uint8Array | undefined
  /** Does its best: a full disk or a folder that may not be written is no reason not to print. */
  write(name: string, bytes: Uint8Array): void
}

/** Keeps nothing. */
export const nothingKept: KeptFiles = { read: () => undefined, write: () => undefined }

/** Bytes of the checksum before what is kept. */
const checksumLength = 4

/** Keep results in a folder; `processId` marks the files that this process is writing. */
export function diskKeptFiles(folder: string, processId: number): KeptFiles {
  return {
    read(name) {
      try {
        const file = readFileSync(join(folder, name))
        const bytes = file.subarray(checksumLength)
        return file.length > checksumLength && file.readUInt32LE(0) === crc32(bytes)
          ? bytes
          : undefined
      } catch {
        return undefined
      }
    },
    write(name, bytes) {
      const temporary = join(folder, `.${name}.${processId}`)
      const checksum = Buffer.alloc(checksumLength)
      checksum.writeUInt32LE(crc32(bytes), 0)
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(temporary, Buffer.concat([checksum, bytes]))
        renameSync(temporary, join(folder, name))
      } catch {
        discard(temporary)
      }
    },
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Nothing was written there, or nothing can be done about it.
  }
}
