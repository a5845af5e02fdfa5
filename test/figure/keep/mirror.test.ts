import { describe, expect, test } from 'vitest'
import { keptSketch, sketchBytes } from '../../../src/figure/keep.ts'
import { mirrorKept, mirrorSketch } from '../../../src/figure/mirror.ts'
import { smallSketch } from './small-sketch.ts'

describe('the other side of a sketch', () => {
  const mirrored = mirrorSketch(smallSketch)

  test('is as large, and has a name of its own', () => {
    expect([mirrored.width, mirrored.height, mirrored.key]).toEqual([1.5, 0.75, 'small-mirrored'])
  })

  test('has its head on the other side', () => {
    expect(mirrored.head).toEqual({ x: 1, y: 0.125, width: 0.25, height: 0.25 })
  })

  test('has every point as far from the right edge as it was from the left', () => {
    expect(mirrored.items[0]).toEqual({
      kind: 'area',
      role: { kind: 'material', material: 'top', isShaded: true, isFar: false },
      path: [
        { type: 'move', x: 1.25, y: 0.5 },
        { type: 'line', x: 0.25, y: 0.5 },
        { type: 'curve', x1: 0.25, y1: 0.25, x2: 0.75, y2: 0.125, x: 1, y: 0.125 },
        { type: 'close' },
      ],
    })
  })

  test('keeps heights and line weights', () => {
    expect(mirrored.items[2]).toEqual({
      kind: 'curve',
      role: 'silhouette',
      isClosed: false,
      controls: new Float32Array([1.25, 0.5, 0.5, 1, 0.5, 1, 0.5, 0.5, 1, 0.25, 0.5, 1]),
    })
  })

  test('leans its dots the other way', () => {
    expect(mirrored.items[3]).toEqual({
      kind: 'dot',
      x: 1.125,
      y: 0.25,
      radii: [0.0625, 0.03125],
      angle: -30,
    })
  })

  test('mirrored again is the sketch', () => {
    expect(mirrorSketch(mirrored).items).toEqual(smallSketch.items)
  })

  test('is the same for a kept sketch', () => {
    const kept = mirrorKept(keptSketch('small', sketchBytes(smallSketch)))
    expect([kept.key, kept.width]).toEqual(['small-mirrored', 1.5])
    expect(kept.read()).toEqual(mirrored)
  })
})
