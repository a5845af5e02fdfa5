import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { compileKernel, kernelCodeFile } from '../../src/compile/kernel.js'
import { bytesAt, numbersAt, place, takeKernel, withKernels } from '../../src/figure/kernel.ts'
import type { Kernel } from '../../src/figure/kernel.ts'

test('the compiled kernel is that of its sources (if not: node src/compile/kernel.js)', async () => {
  expect(await readFile(kernelCodeFile, 'utf8')).toBe(await compileKernel())
})

describe('instances', () => {
  test('are free again when the task that took them is done, also when it fails', () => {
    const inside = withKernels(() => [takeKernel(), takeKernel()])
    expect(inside[0]).not.toBe(inside[1])
    expect(() =>
      withKernels(() => {
        takeKernel()
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(withKernels(takeKernel)).toBe(inside[0])
  })

  test('are not shared by a task and one within it', () => {
    withKernels(() => {
      const outer = takeKernel()
      expect(withKernels(takeKernel)).not.toBe(outer)
    })
  })

  test('keep what is placed until it is given back, also when memory grows', () => {
    const kernel = takeKernel()
    const numbers = Float64Array.of(1, 2.5, -3)
    const first = place(kernel, numbers)
    const large = place(kernel, new Uint8Array(1_000_000).fill(7))
    expect(numbersAt(kernel, first, 3)).toEqual(numbers)
    expect(bytesAt(kernel, large + 999_999, 1)).toEqual(Uint8Array.of(7))
    kernel.free(large)
    expect(place(kernel, Uint8Array.of(1))).toBe(large)
    expect(numbersAt(kernel, first, 3)).toEqual(numbers)
  })
})

describe('pixels', () => {
  /** A picture of a few letters: `.` for nothing, others for groups and materials. */
  function pictureOf(...lines: readonly string[]): { kernel: Kernel; count: number } {
    const kernel = takeKernel()
    const letters = [...lines.join('')]
    const count = letters.length
    const codes = letters.map((letter) => (letter === '.' ? 255 : letter.charCodeAt(0) - 97))
    const singles = place(kernel, new Float32Array(count))
    const bytes = place(kernel, Uint8Array.from(codes))
    const primitives = place(kernel, new Int16Array(count))
    const width = lines[0]?.length ?? 0
    kernel.openPicture(
      width,
      lines.length,
      singles,
      singles,
      singles,
      singles,
      singles,
      bytes,
      bytes,
      primitives,
    )
    return { kernel, count }
  }
  const rows = (mask: Uint8Array, width: number): readonly string[] =>
    (mask.join('').match(new RegExp(`.{${width}}`, 'g')) ?? []).map(String)

  test('specks are dropped and pinholes closed, but only within the body', () => {
    const { kernel, count } = pictureOf('aaaaaa', 'aaaaaa', 'aaaaa.', 'aaaa..')
    const mask = place(kernel, Uint8Array.of(...[...'110001110000111000111000'].map(Number)))
    kernel.dropIslands(mask, 2)
    expect(rows(bytesAt(kernel, mask, count), 6)).toEqual(['110000', '110000', '111000', '111000'])
  })

  test('an area runs on below what is painted after it, by as many pixels as it may', () => {
    const { kernel, count } = pictureOf('aabbb.', 'aabbb.', 'aabbb.', 'aabbb.', 'aabbb.')
    const rank = kernel.findRanks(
      place(kernel, Uint8Array.of(0, 1)),
      place(kernel, new Uint8Array(256)),
    )
    const extents = numbersAt(kernel, kernel.findExtents(rank, 2), 16)
    expect([...extents.subarray(4, 8)]).toEqual([0, 0, 4, 5])
    const mask = kernel.findMask(rank, 1, kernel.isBody.value, 0, 0, 4, 5, 1)
    // The outermost pixels of the extent are never grown into.
    expect(rows(bytesAt(kernel, mask, count), 6)).toEqual([
      '110000',
      '111000',
      '111000',
      '111000',
      '110000',
    ])
  })
})

test('the nearest point is near enough and not among those left out', () => {
  const kernel = takeKernel()
  const points = place(kernel, Float64Array.of(0, 0, 1, 0, 2, 0, 5, 0))
  expect(kernel.nearestPoint(points, 4, -1, -1, 1.1, 0, 3)).toBe(1)
  expect(kernel.nearestPoint(points, 4, 0, 2, 1.1, 0, 3)).toBe(2)
  expect(kernel.nearestPoint(points, 4, 0, 4, 1.1, 0, 3)).toBe(-1)
  expect(kernel.nearestPoint(points, 4, -1, -1, 9, 0, 3)).toBe(-1)
})

test('a mask covers the convex hull of each piece, and what the floor presses flat above it only', () => {
  const kernel = takeKernel()
  // Seen from the front: x to the right, z upwards.
  kernel.aim(1, 0, 0, 0, 0, 1, 0, 1, 0)
  kernel.openMask(8, 8, 0, 6, 1)
  const square = [1, 0, -1, 5, 0, -1, 5, 0, 3, 1, 0, 3, 3, 0, 2]
  const covered = (isPressed: number): readonly string[] => {
    const address = kernel.coverPieces(
      place(kernel, Float64Array.from(square)),
      place(kernel, Int32Array.of(5)),
      place(kernel, Uint8Array.of(isPressed)),
      1,
    )
    return (bytesAt(kernel, address, 64).join('').match(/.{8}/g) ?? []).map(String)
  }
  const [empty, full] = ['00000000', '01111000']
  expect(covered(0)).toEqual([empty, empty, empty, full, full, full, full, empty])
  expect(covered(1)).toEqual([empty, empty, empty, full, full, full, empty, empty])
})
