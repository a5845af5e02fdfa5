import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { diskFiles } from '../../src/content/disk-files.ts'
import { memoryFiles } from '../../src/content/memory-files.ts'
import type { PackFiles } from '../../src/content/pack-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'pack-'))
const root = join(folder, 'pack')

mkdirSync(join(root, 'content', 'b'), { recursive: true })
mkdirSync(join(folder, 'pack-next-door'))
writeFileSync(join(folder, 'secret.yaml'), 'secret')
writeFileSync(join(folder, 'pack-next-door', 'x.yaml'), 'secret')
writeFileSync(join(root, 'content', 'z.yaml'), '\uFEFFname: é')
writeFileSync(join(root, 'content', 'a.yaml'), 'name: a')
writeFileSync(join(root, 'content', 'b', 'c.yaml'), 'name: c')
writeFileSync(join(root, 'content', 'latin.yaml'), Buffer.from([0x6e, 0xe9]))
symlinkSync(join(folder, 'secret.yaml'), join(root, 'content', 'link.yaml'))
symlinkSync(folder, join(root, 'content', 'out'))
symlinkSync(join(folder, 'pack-next-door'), join(root, 'content', 'next'))
symlinkSync('a.yaml', join(root, 'content', 'inside.yaml'))
symlinkSync('loop.yaml', join(root, 'content', 'loop.yaml'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('files on disk', () => {
  const files = diskFiles(root)

  test.each([
    'content/../../secret.yaml',
    '../secret.yaml',
    join(folder, 'secret.yaml'),
    join(root, 'content', 'a.yaml'),
    'content/link.yaml',
    'content/out/secret.yaml',
    'content/next/x.yaml',
    'content/loop.yaml',
    'content//a.yaml',
    'content/./a.yaml',
    'content\\a.yaml',
    'content/a.yaml\0',
    'C:/a.yaml',
    'content/none.yaml',
    'content/b',
    '',
  ])('are not read from %j', (path) => {
    expect(files.readText(path)).toBeUndefined()
    expect(files.readBytes(path)).toBeUndefined()
  })

  test('are text without a byte order mark', () => {
    expect(files.readText('content/z.yaml')).toEqual({ path: 'content/z.yaml', text: 'name: é' })
  })

  test('show bytes that are not UTF-8 as U+FFFD', () => {
    expect(files.readText('content/latin.yaml')?.text).toBe('n\uFFFD')
  })

  test('are read through a link that stays inside', () => {
    expect(files.readText('content/inside.yaml')?.text).toBe('name: a')
  })

  test('are listed in order, without folders and without links that lead out', () => {
    const names = ['a', 'inside', 'latin', 'z'].map((name) => `content/${name}.yaml`)
    expect(files.list('content')).toEqual(names)
    expect(files.folders('content')).toEqual(['b'])
  })

  test('are none in a folder that does not exist, or is not in the pack', () => {
    for (const path of ['none', '..', 'content/out', 'content/a.yaml']) {
      expect(files.list(path)).toEqual([])
      expect(files.folders(path)).toEqual([])
    }
    expect(diskFiles(join(folder, 'none')).list('content')).toEqual([])
  })
})

test('files in memory answer as files on disk do', () => {
  const disk = diskFiles(root)
  const memory = memoryFiles({
    'content/z.yaml': 'name: é',
    'content/a.yaml': 'name: a',
    'content/b/c.yaml': 'name: c',
  })
  const answers = (files: PackFiles) => ({
    text: files.readText('content/z.yaml'),
    bytes: [...(files.readBytes('content/b/c.yaml') ?? [])],
    list: files.list('content/b'),
    folders: files.folders('content'),
    none: [files.readText('x'), files.readBytes('x'), files.list('x'), files.folders('x')],
  })
  expect(answers(memory)).toEqual(answers(disk))
})
