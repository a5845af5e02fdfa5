/** Damaged packs: the program never crashes, always says what is wrong, and never spoils what was good. */
import fc from 'fast-check'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildDocument } from '../../src/build.ts'
import { openEngine } from '../../src/cli/open-engine.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import { createFileWriter } from '../../src/cli/write-file.ts'
import { diskFiles } from '../../src/content/disk-files.ts'
import type { Diagnostic, DiagnosticCode } from '../../src/diagnostics/index.ts'
import { sketchBytes } from '../../src/figure/keep.ts'
import { studyBytes } from '../../src/figure/words/study.ts'
import type { DoTask } from '../../src/figure/workers/task.ts'
import { createFontLoader } from '../../src/text/font-source.ts'
import { changedFiles } from './changed-files.ts'
import { authoredFiles, damages } from './mutations.ts'
import { openPack, print, repository, shippedPack, shippedTargets } from './shipped.ts'

/** What is missing altogether has no place: the message names it. */
const absent: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'content-no-locale',
  'content-no-safety',
  'content-unknown-id',
  'style-not-found',
  'template-not-found',
  'text-no-fonts',
])

const files = authoredFiles(repository)
const folder = mkdtempSync(join(tmpdir(), 'posepress-random-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('any damage ends in a file, or in an error with its place', async () => {
  const targets = shippedTargets.map(([, target]) => target)
  const { fontCache } = shippedPack.press
  const [, target] = shippedTargets[0] ?? expect.fail('no documents')
  const before = await print(shippedPack, target)
  let built = 0
  let failed = 0
  await fc.assert(
    fc.asyncProperty(damages(files), fc.constantFrom(...targets), async (spoilt, asked) => {
      const changes = Object.fromEntries(spoilt.map(({ path, text }) => [path, () => text]))
      const damaged = changedFiles(diskFiles(repository), changes)
      const { press: cold, pack, problems } = await openPack(damaged, { draw: drawNothing })
      // Parsed fonts are shared by all runs: no damage may spoil them for the next.
      const press = { ...cold, fontCache, loadFont: createFontLoader(damaged, fontCache) }
      const { bytes, diagnostics } = await buildDocument(press, pack, asked)
      const errors = [...problems, ...diagnostics].filter(({ severity }) => severity === 'error')
      for (const { message } of [...problems, ...diagnostics]) expect(message).not.toBe('')
      if (bytes !== undefined) {
        built += 1
        expect(isWhole(bytes)).toBe(true)
      } else {
        failed += 1
        expect(errors.filter((error) => absent.has(error.code) || hasPlace(error))).not.toEqual([])
      }
    }),
    { seed: 20261122, numRuns: 100 },
  )
  expect(Buffer.compare((await print(shippedPack, target)).bytes, before.bytes)).toBe(0)
  // Otherwise the damage is too small, or too large, to test anything.
  expect(Math.min(built, failed)).toBeGreaterThan(20)
}, 120_000)

test('a failed build leaves good files as they are, and nothing half written', async () => {
  const [pack, out] = [join(folder, 'pack'), join(folder, 'out')]
  for (const name of ['content', 'templates', 'assets']) {
    cpSync(join(repository, name), join(pack, name), { recursive: true })
  }
  // Where figures are kept from one build to the next.
  mkdirSync(join(pack, 'node_modules'))
  expect((await build(pack, out)).code).toBe(0)
  const names = filesIn(out)
  expect(names.length).toBeGreaterThan(0)
  let failures = 0

  await fc.assert(
    fc.asyncProperty(damages(files), async (spoilt) => {
      for (const { path, text } of spoilt) {
        if (text === undefined) rmSync(join(pack, path), { force: true })
        else writeFileSync(join(pack, path), text)
      }
      const before = new Map(names.map((name) => [name, readFileSync(join(out, name))]))
      const { code, written } = await build(pack, out)
      expect(filesIn(out)).toEqual(names)
      for (const name of names) {
        const now = readFileSync(join(out, name))
        expect(isWhole(now)).toBe(true)
        if (written.includes(join(out, name))) continue
        failures += 1
        expect(now.equals(before.get(name) ?? Buffer.alloc(0))).toBe(true)
      }
      if (written.length < names.length / 2) expect(code).not.toBe(0)
      for (const { path, text } of files) writeFileSync(join(pack, path), text)
    }),
    { seed: 20261123, numRuns: 20 },
  )
  expect(failures).toBeGreaterThan(5)
}, 120_000)

/** In place of figures, which would be drawn anew for each damaged pose: an empty picture, and nothing known. */
const drawNothing: DoTask = ({ kind }) =>
  Promise.resolve(
    kind === 'sketch'
      ? sketchBytes({
          key: '',
          width: 1,
          height: 1,
          head: { x: 0, y: 0, width: 0, height: 0 },
          items: [],
        })
      : studyBytes({ phases: {}, missed: [] }),
  )

/** The A4 sheets, by the command line with everything real but the terminal. */
async function build(
  pack: string,
  out: string,
): Promise<{ readonly code: number; readonly written: readonly string[] }> {
  const printed: string[] = []
  const code = await runCommandLine(['build', '--paper', 'a4', '--pack', pack, '--out', out], {
    terminal: {
      out: (text) => void printed.push(text),
      err: () => undefined,
      isOutInteractive: false,
      isErrInteractive: false,
      columns: 80,
      environment: {},
    },
    openEngine,
    writer: createFileWriter(process.pid, () => true),
    now: () => 0,
  })
  return { code, written: printed.join('').split('\n') }
}

function hasPlace({ place }: Diagnostic): boolean {
  return place !== undefined && place.file !== '' && place.line >= 1 && place.column >= 1
}

function isWhole(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes)
  return (
    text.subarray(0, 5).toString('latin1') === '%PDF-' &&
    text.subarray(-6).toString('latin1').trimEnd() === '%%EOF'
  )
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
