import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { compileKernel, kernelCodeFile } from '../../src/compile/kernel.js'

test('the compiled kernel is that of its sources (if not: node src/compile/kernel.js)', async () => {
  expect(await readFile(kernelCodeFile, 'utf8')).toBe(await compileKernel())
})
