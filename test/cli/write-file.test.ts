import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileWriter } from '../../src/cli/write-file.ts'

describe('a file is written whole or not at all', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'posepress-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const text = (value: string): Uint8Array => new TextEncoder().encode(value)

  test('folders are made, an older file is replaced, nothing else stays', async () => {
    const writer = createFileWriter(100, () => false)
    const path = join(folder, 'en', 'a.pdf')
    await writer.write(path, text('old'))
    await writer.write(path, text('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(join(folder, 'en'))).toEqual(['a.pdf'])
  })

  test('a failure leaves what was there', async () => {
    const writer = createFileWriter(100, () => false)
    const path = join(folder, 'a.pdf')
    mkdirSync(join(path, 'in the way'), { recursive: true })
    await expect(writer.write(path, text('new'))).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  test('leftovers of a crash go, those of a running program stay', async () => {
    const leftovers = [
      '.a.pdf.7.posepress-part',
      '.a.pdf.8.posepress-part',
      '.a.pdf.100.posepress-part',
      '.mine',
    ]
    for (const name of leftovers) writeFileSync(join(folder, name), '')
    const writer = createFileWriter(100, (processId) => processId === 8)
    await writer.write(join(folder, 'b.pdf'), text('b'))
    expect(readdirSync(folder).sort()).toEqual(['.a.pdf.8.posepress-part', '.mine', 'b.pdf'])
  })
})
