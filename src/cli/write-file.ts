/** Files written whole or not at all: under another name first, then renamed. */
import { readdirSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const temporaryName = /^\..+\.(\d+)\.posepress-part$/

export interface FileWriter {
  /** Replace a file; what was there before stays until the new one is complete on the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Take away what is half written, at once: for Ctrl-C. */
  abandon(): void
}

/** `processId` marks our own temporary files; `isAlive` tells whether another's writer still runs. */
export function createFileWriter(
  processId: number,
  isAlive: (processId: number) => boolean,
): FileWriter {
  const unfinished = new Set<string>()
  const cleaned = new Set<string>()
  return {
    async write(path, bytes) {
      const folder = dirname(path)
      await mkdir(folder, { recursive: true })
      if (!cleaned.has(folder)) removeLeftovers(folder, processId, isAlive)
      cleaned.add(folder)
      const temporary = join(folder, `.${basename(path)}.${processId}.posepress-part`)
      unfinished.add(temporary)
      try {
        const file = await open(temporary, 'w')
        try {
          await file.writeFile(bytes)
          // Without this, a power cut may leave the new name with nothing behind it.
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(temporary, path)
      } catch (thrown) {
        await rm(temporary, { force: true })
        throw thrown
      } finally {
        unfinished.delete(temporary)
      }
    },
    abandon() {
      for (const path of unfinished) rmSync(path, { force: true })
      unfinished.clear()
    },
  }
}

/** Parts that a crash has left behind. Our own number on one is a coincidence: we have written nothing yet. */
function removeLeftovers(
  folder: string,
  processId: number,
  isAlive: (processId: number) => boolean,
): void {
  for (const name of readdirSync(folder)) {
    const writer = Number(temporaryName.exec(name)?.[1] ?? NaN)
    if (Number.isNaN(writer) || (writer !== processId && isAlive(writer))) continue
    rmSync(join(folder, name), { force: true })
  }
}
