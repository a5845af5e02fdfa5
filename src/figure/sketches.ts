/** The sketches of figures: kept from an earlier run, or drawn now, each once. */
import { nothingKept } from '../content/kept-files.ts'
import type { KeptFiles } from '../content/kept-files.ts'
import { keptSketch } from './keep.ts'
import type { KeptSketch } from './keep.ts'
import { requestKey } from './request.ts'
import type { FigureRequest } from './request.ts'
import type { DoTask } from './workers/task.ts'

export interface Sketches {
  /** The sketch of a request. Asked for many at once, it has them drawn side by side. */
  of(request: FigureRequest): Promise<KeptSketch>
}

export interface SketchesOptions {
  readonly doTask: DoTask
  /** Changes with the code that draws. */
  readonly version: string
  readonly kept?: KeptFiles
  /** Told after each figure how many of those asked for are drawn: only what is not kept counts. */
  readonly onProgress?: (done: number, asked: number) => void
}

export function createSketches(options: SketchesOptions): Sketches {
  const { doTask, version, kept = nothingKept, onProgress } = options
  const known = new Map<string, Promise<KeptSketch>>()
  let asked = 0
  let done = 0

  const drawNow = async (name: string, request: FigureRequest): Promise<Uint8Array> => {
    asked += 1
    onProgress?.(done, asked)
    const bytes = await doTask({ kind: 'sketch', request })
    kept.write(name, bytes)
    done += 1
    onProgress?.(done, asked)
    if (done === asked) [done, asked] = [0, 0]
    return bytes
  }

  const find = async (key: string, request: FigureRequest): Promise<KeptSketch> => {
    const name = `sketch-${key}`
    return keptSketch(key, kept.read(name) ?? (await drawNow(name, request)))
  }

  return {
    of(request) {
      const key = requestKey(request, version)
      const sketch = known.get(key) ?? find(key, request)
      known.set(key, sketch)
      return sketch
    },
  }
}
