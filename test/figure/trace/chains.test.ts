import { describe, expect, test } from 'vitest'
import { chainCracks } from '../../../src/figure/trace/chains.ts'
import { crackBelow, crackBeside } from '../../../src/figure/trace/grid.ts'
import { traceMask } from '../../../src/figure/trace/loops.ts'

const middle = () => 0.5

function maskOf(picture: string): { mask: Uint8Array; width: number; height: number } {
  const lines = picture.trim().split(/\s+/)
  const mask = Uint8Array.from(lines.join(''), (cell) => Number(cell === '#'))
  return { mask, width: lines[0]?.length ?? 0, height: lines.length }
}

describe('traceMask', () => {
  const areas = (picture: string, least = 0) => {
    const { mask, width, height } = maskOf(picture)
    return traceMask(mask, width, height, least, middle).map(({ area }) => area)
  }

  test('a single pixel is a loop of four points round it', () => {
    const { mask, width, height } = maskOf('... .#. ...')
    const [loop] = traceMask(mask, width, height, 0, middle)
    expect([...(loop?.points ?? [])]).toEqual([1.5, 1, 1, 1.5, 1.5, 2, 2, 1.5])
  })

  test('a hole runs the other way', () => {
    const [outer = 0, hole = 0] = areas('##### #...# #...# #...# #####')
    expect(outer).toBeGreaterThan(0)
    expect(hole).toBeLessThan(0)
  })

  test('pixels that touch at a corner are two areas', () => {
    expect(areas('#. .#')).toHaveLength(2)
  })

  test('a mask may reach the edge of the picture', () => {
    expect(areas('## ##')).toHaveLength(1)
  })

  test('small loops are left out', () => {
    expect(areas('#.... ..... ..### ..### ..###', 2)).toHaveLength(1)
  })
})

describe('chainCracks', () => {
  const width = 12
  const height = 12
  const marked = (cracks: readonly number[]) => {
    const all = new Uint8Array(width * height * 2)
    for (const crack of cracks) all[crack] = 1
    return all
  }
  const row = (y: number, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => crackBelow(y * width + from + i))
  const column = (x: number, from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => crackBeside((from + i) * width + x))

  test('a straight line of cracks is one chain with two free ends', () => {
    const [chain, ...rest] = chainCracks(marked(row(5, 2, 10)), width, height, middle)
    expect(rest).toEqual([])
    expect(chain?.ends).toEqual([1, 1])
    expect([...(chain?.points ?? [])].filter((_, i) => i % 2 === 1)).toEqual(Array(8).fill(6))
  })

  test('at a junction the line goes straight on, and the third ends there', () => {
    const cracks = [...row(5, 0, 12), ...column(5, 6, 12)]
    const chains = chainCracks(marked(cracks), width, height, middle)
    expect(chains.map(({ cracks: own }) => own.length).sort((a, b) => a - b)).toEqual([6, 12])
    const branch = chains.find(({ cracks: own }) => own.length === 6)
    expect([...(branch?.ends ?? [])].sort()).toEqual([1, 3])
  })

  test('short spurs are pruned', () => {
    const cracks = [...row(5, 0, 12), ...column(5, 6, 9)]
    const chains = chainCracks(marked(cracks), width, height, middle)
    expect(chains.map(({ cracks: own }) => own.length)).toEqual([12])
  })

  test('a ring is closed', () => {
    const cracks = [...row(3, 4, 8), ...row(7, 4, 8), ...column(3, 4, 8), ...column(7, 4, 8)]
    const [chain] = chainCracks(marked(cracks), width, height, middle)
    expect(chain?.isClosed).toBe(true)
    expect(chain?.cracks).toHaveLength(16)
  })
})
