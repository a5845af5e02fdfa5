/** Threads cannot run TypeScript on every Node we support: what they run is compiled here. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPool } from '../../../src/figure/workers/pool.ts'
import { doHere } from '../../../src/figure/workers/task.ts'
import type { DoTask, FigureTask } from '../../../src/figure/workers/task.ts'
import { smallCode, smallRequest } from './small-sketch.ts'

const folder = mkdtempSync(join(tmpdir(), 'posepress-pool-'))
const entry = pathToFileURL(join(folder, 'thread.mjs'))
const root = fileURLToPath(new URL('../../../', import.meta.url))

beforeAll(async () => {
  const source = [
    `import { parentPort } from 'node:worker_threads'`,
    `import { serveTasks } from './src/figure/workers/serve.ts'`,
    `import { smallCode } from './test/figure/keep/small-sketch.ts'`,
    `serveTasks(parentPort, smallCode)`,
  ].join('\n')
  await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    outfile: fileURLToPath(entry),
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const here = doHere(() => Promise.resolve(smallCode))
const turns = [0, 1, 2, 3, 4, 5]

function taskOf(turn: number): FigureTask {
  return { kind: 'sketch', request: smallRequest(turn) }
}

function drawAll(doTask: DoTask): Promise<readonly Uint8Array[]> {
  return Promise.all(turns.map((turn) => doTask(taskOf(turn))))
}

function nobody(): Promise<never> {
  throw new Error('drawn here')
}

describe('figures drawn by threads', () => {
  test.each([1, 2, 8])('%i of them draw what this thread draws, in order', async (threads) => {
    const pool = createPool({ entry, threads, here: nobody })
    expect((await drawAll(pool)).map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(
      (await drawAll(here)).map((bytes) => Buffer.from(bytes).toString('hex')),
    )
  })

  test('a bug in one drawing is told with its stack, and the others are drawn', async () => {
    const pool = createPool({ entry, threads: 2, here: nobody })
    const outcomes = await Promise.allSettled([-1, 0, 1].map((turn) => pool(taskOf(turn))))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(outcomes[0]).toMatchObject({
      reason: { message: expect.stringMatching(/cannot look from there\n +at .*drawSmall/) },
    })
  })

  test.each([
    ['there is no such module', 'export {}', 'missing.mjs'],
    ['the module is broken', 'throw new Error("broken")', 'broken.mjs'],
  ])('this thread draws when %s', async (_what, source, name) => {
    writeFileSync(join(folder, 'broken.mjs'), source)
    const pool = createPool({ entry: pathToFileURL(join(folder, name)), threads: 2, here })
    expect(await drawAll(pool)).toEqual(await drawAll(here))
    expect(await drawAll(pool)).toEqual(await drawAll(here))
  })
})
