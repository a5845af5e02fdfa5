/** Results kept between runs: right, or not there at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diskKeptFiles, type KeptFiles } from '../../src/content/kept-files.ts'
import { readKeptSvg } from '../../src/image/kept-svg.ts'
import { createPdfCache } from '../../src/paint/pdf/cache.ts'

let folder: string
let kept: KeptFiles

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'))
  kept = diskKeptFiles(join(folder, 'a', 'b'), 1)
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const file = (): string => join(folder, 'a', 'b', 'x')

describe('a kept result', () => {
  test('is read as it was written, and leaves no other file', () => {
    expect(kept.read('x')).toBeUndefined()
    kept.write('x', Uint8Array.of(1, 2, 3))
    expect([...(kept.read('x') ?? [])]).toEqual([1, 2, 3])
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['x'])
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(9)])],
    ['emptied', () => Buffer.alloc(0)],
    ['only a checksum', (bytes: Buffer) => bytes.subarray(0, 4)],
  ])('that is %s is not there', (_, damage) => {
    kept.write('x', Uint8Array.of(1, 2, 3))
    writeFileSync(file(), damage(readFileSync(file())))
    expect(kept.read('x')).toBeUndefined()
  })

  test('that cannot be written is done without', () => {
    writeFileSync(join(folder, 'a'), 'a file where the folder should be')
    kept.write('x', Uint8Array.of(1))
    expect(kept.read('x')).toBeUndefined()
  })
})

test('an encoded drawing comes from the disk in the next run', () => {
  const stream = { bytes: Uint8Array.of(7, 8), length: 70_000 }
  const encode = () => stream
  createPdfCache(kept).drawings.get('key', encode)
  const again = createPdfCache(kept).drawings.get('key', () => {
    throw new Error('encoded again')
  })
  expect([[...again.bytes], again.length]).toEqual([[7, 8], 70_000])
})

describe('a drawing file', () => {
  const svg = (shape: string) => ({
    path: 'assets/x.svg',
    text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 8">${shape}</svg>`,
  })
  const read = (text: string) => {
    const codes: string[] = []
    return { drawing: readKeptSvg(svg(text), kept, ({ code }) => codes.push(code)), codes }
  }

  test('is the same drawing when it has been read before', () => {
    const [first, second] = [read('<rect width="4" height="4"/>'), read('<rect width="4" height="4"/>')]
    expect(readdirSync(join(folder, 'a', 'b'))).toHaveLength(1)
    expect({ ...second.drawing }).toEqual({ ...first.drawing })
  })

  test('with a problem says so in every run', () => {
    const shape = '<rect width="4" height="4" opacity="0.5"/>'
    expect([read(shape).codes, read(shape).codes]).toEqual([
      ['image-svg-unsupported'],
      ['image-svg-unsupported'],
    ])
  })
})
