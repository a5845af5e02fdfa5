/** The same content makes the same bytes, whatever was built before, beside, where and when. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Target } from '../../src/build.ts'
import { figureCode } from '../../src/compile/figure-code.js'
import { diskFiles } from '../../src/content/disk-files.ts'
import {
  everyTarget,
  openPack,
  print,
  printedFile,
  repository,
  shippedPack,
  shippedTargets,
  type OpenPack,
} from './shipped.ts'

const targets = shippedTargets.map(([, target]) => target)

/** The hash of each shipped document, in the order of `shippedTargets`. */
let expected: readonly string[] = []
/** A folder outside the repository; and one inside, where packages are found. */
let elsewhere = ''
let bundle = ''

beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'posepress-'))
  const cache = join(repository, 'node_modules/.cache/posepress')
  mkdirSync(cache, { recursive: true })
  bundle = mkdtempSync(join(cache, 'test-'))
  expected = await inOrder(targets, async (target) => sha256((await printedFile(target)).bytes))
})

afterAll(() => {
  for (const folder of [elsewhere, bundle]) rmSync(folder, { recursive: true, force: true })
})

test('documents differ from one another', () => {
  expect(new Set(expected).size).toBe(targets.length)
})

describe('the bytes do not depend on', () => {
  test('how often a press has printed the document', async () => {
    expect(await hashesOf(shippedPack, targets)).toEqual(expected)
  })

  test('the order in which a press prints', async () => {
    const backwards = await hashesOf(await openPack(), targets.toReversed())
    expect(backwards.toReversed()).toEqual(expected)
  })

  test('what else a press has printed', async () => {
    const alone = await inOrder(
      targets,
      async (target) => (await hashesOf(await openPack(), [target]))[0],
    )
    expect(alone).toEqual(expected)
  })

  test('what a press prints at the same time', async () => {
    const pack = await openPack()
    const together = await Promise.all(targets.map((target) => print(pack, target)))
    expect(together.map(({ bytes }) => sha256(bytes))).toEqual(expected)
  })

  test('where the pack lies', async () => {
    const copy = join(elsewhere, 'a copy, ü')
    for (const folder of ['content', 'templates', 'assets']) {
      cpSync(join(repository, folder), join(copy, folder), { recursive: true })
    }
    expect(await hashesOf(await openPack(diskFiles(copy)), targets)).toEqual(expected)
  })

  // Builds everything twice.
  test(
    'the command line, the time zone, the language and the folder of the process',
    { timeout: 120_000 },
    async () => {
      await build({
        entryPoints: { posepress: join(repository, 'src/cli/main.ts') },
        outdir: bundle,
        outExtension: { '.js': '.mjs' },
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'node',
        packages: 'external',
        define: { FIGURE_CODE: JSON.stringify(figureCode()) },
      })
      const places = [
        { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
        { TZ: 'America/Adak', LANG: 'C', LC_ALL: 'C' },
      ]
      const built = await inOrder([...places.entries()], async ([index, environment]) => {
        const out = join(elsewhere, `out ${index}`)
        await promisify(execFile)(
          process.execPath,
          [join(bundle, 'posepress.mjs'), 'build', '--pack', repository, '--out', out],
          { cwd: elsewhere, env: { PATH: process.env['PATH'], ...environment } },
        )
        return new Map(
          filesIn(out).map((file) => [relative(out, file), sha256(readFileSync(file))] as const),
        )
      })
      const [here, there] = built
      expect(here).toEqual(there)
      // Every document in every paper and edition, and the sheets that some are put on.
      expect(here?.size).toBeGreaterThan(everyTarget.length)
      expect([...(here?.values() ?? [])]).toEqual(expect.arrayContaining([...expected]))
    },
  )
})

/** One after the other: at the same time is a test of its own. */
async function inOrder<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = []
  for (const item of items) results.push(await work(item))
  return results
}

function hashesOf(pack: OpenPack, wanted: readonly Target[]): Promise<readonly string[]> {
  return inOrder(wanted, async (target) => sha256((await print(pack, target)).bytes))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
