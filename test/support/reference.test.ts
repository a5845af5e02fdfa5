/** The tools of reference tests: rendering, comparing, accepting. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPdfCache } from '../../src/paint/pdf/cache.ts'
import { writePdf } from '../../src/paint/pdf/write.ts'
import { documentOf, textAt } from '../paint/support/document-of.ts'
import { difference, decodePng, encodePng, posterized, renderPages, type Raster } from './raster.ts'
import { expectPicture, expectText } from './reference.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** White, with black pixels at these places. */
function dots(
  width: number,
  height: number,
  ...black: readonly (readonly [number, number])[]
): Raster {
  const data = new Uint8Array(width * height * 4).fill(255)
  for (const [x, y] of black) data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3)
  return { width, height, data }
}

describe('pages', () => {
  const square = [
    { type: 'move', x: 10, y: 20 },
    { type: 'line', x: 30, y: 20 },
    { type: 'line', x: 30, y: 60 },
    { type: 'line', x: 10, y: 60 },
    { type: 'close' },
  ] as const
  const red = { red: 1, green: 0, blue: 0 }

  test('are rendered at a pixel a point, with red as red', async () => {
    const pdf = await writePdf(
      documentOf([{ kind: 'path', path: square, fill: red }], [textAt('b')]),
      createPdfCache(),
    )
    const pages = await renderPages(pdf)
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [300, 400],
      [300, 400],
    ])
    const at = (x: number, y: number) =>
      [...(pages[0]?.data.subarray(4 * (y * 300 + x)) ?? [])].slice(0, 4)
    expect(at(20, 40)).toEqual([255, 0, 0, 255])
    expect(at(40, 40)).toEqual([255, 255, 255, 255])
  })
})

describe('a picture survives PNG', () => {
  const gradient = (levels: number): Raster => ({
    width: 64,
    height: 64,
    data: Uint8Array.from({ length: 64 * 64 * 4 }, (_, index) =>
      index % 4 === 3 ? 255 : ((index >> 2) * (1 + (index % 4)) * 7) % levels,
    ),
  })

  test.each([
    ['of two colours', dots(7, 3, [0, 0], [6, 2])],
    ['of many colours', gradient(256)],
    ['of 16 levels', posterized(gradient(256))],
    ['of 200 colours', gradient(200)],
  ])('%s', async (_name, picture) => {
    expect(difference(picture, await decodePng(await encodePng(picture))).share).toBe(0)
  })
})

test.each([
  ['equal pictures', dots(10, 10, [1, 1]), dots(10, 10, [1, 1]), 0],
  ['one pixel of a hundred', dots(10, 10), dots(10, 10, [3, 3]), 0.01],
  ['another size', dots(10, 10), dots(10, 20), 0.5],
])('difference: %s', (_name, before, after, share) => {
  expect(difference(before, after).share).toBe(share)
})

describe('a reference picture', () => {
  test('that was never accepted fails and waits', async () => {
    await expect(expectPicture('new', dots(2, 2), { folder })).rejects.toThrow(
      'new.png was never accepted. Look at it; when it is right: npm run test:accept new',
    )
    expect(readdirSync(folder)).toEqual(['new.actual.png'])
  })

  test('that differs too much fails with both pictures; one that is right again clears them', async () => {
    writeFileSync(join(folder, 'a.png'), await encodePng(dots(10, 10)))
    await expect(expectPicture('a', dots(10, 10, [3, 3]), { folder })).rejects.toThrow(
      '1.00 % of a.png differ',
    )
    expect(readdirSync(folder).sort()).toEqual(['a.actual.png', 'a.diff.png', 'a.png'])
    await expectPicture('a', dots(10, 10, [3, 3]), { folder, tolerance: 0.01 })
    expect(readdirSync(folder)).toEqual(['a.png'])
  })
})

describe('a reference text', () => {
  test('names the first line that differs', () => {
    writeFileSync(join(folder, 'a.tags'), 'Document\n  P\n')
    expectText('a.tags', 'Document\n  P\n', { folder })
    expect(() => {
      expectText('a.tags', 'Document\n  H1\n', { folder })
    }).toThrow('a.tags differs: line 2 was "  P" and is "  H1"')
    expect(readFileSync(join(folder, 'a.actual.tags'), 'utf8')).toBe('Document\n  H1\n')
  })
})

describe('accepting', () => {
  const accept = (...names: readonly string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('accept.mjs', import.meta.url)), ...names], {
      encoding: 'utf8',
      env: { ...process.env, REFERENCE_FOLDER: folder },
    })

  test('takes over one reference and clears what belonged to it', () => {
    for (const file of ['a.png', 'a.actual.png', 'a.diff.png', 'b.actual.tags']) {
      writeFileSync(join(folder, file), file)
    }
    expect(accept('a').stdout).toBe('accepted a.png\n')
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('a.actual.png')
    expect(readdirSync(folder).sort()).toEqual(['a.png', 'b.actual.tags'])
  })

  test.each([[[]], [['a', 'b']], [['c']]])('never takes over all: %j', (names) => {
    writeFileSync(join(folder, 'a.actual.png'), '')
    writeFileSync(join(folder, 'b.actual.png'), '')
    const { status, stderr } = accept(...names)
    expect(status).toBe(2)
    expect(stderr).toContain('npm run test:accept a.png\n  npm run test:accept b.png')
    expect(existsSync(join(folder, 'a.png'))).toBe(false)
  })
})
