import { describe, expect, test } from 'vitest'
import { render } from '../../../src/figure/render/render.ts'
import { renderSilhouette } from '../../../src/figure/render/silhouette.ts'
import { materials } from '../../../src/figure/render/materials.ts'
import { unturned } from '../../../src/geometry/rotation.ts'
import type { Primitive } from '../../../src/figure/solid.ts'
import { ball, group, level, solidOf, square } from '../solids.ts'

const pixelsPerMetre = 300
const pixelAt = (width: number, x: number, z: number) =>
  Math.floor((square.top - z) * pixelsPerMetre) * width +
  Math.floor((x - square.left) * pixelsPerMetre)

describe('render', () => {
  const solid = solidOf([group('trunk', ball([0, 0, 0], 0.2))], ({ point }) =>
    point[0] < 0 ? 'top' : 'shorts',
  )
  const { buffers, probe } = render(solid, level, square, pixelsPerMetre)
  const { width } = buffers

  test('the depth of a ball is that of a sphere, also between the rays cast', () => {
    let worst = 0
    for (let i = 0; i < buffers.depth.length; i++) {
      const x = square.left + ((i % width) + 0.5) / pixelsPerMetre
      const z = square.top - (Math.floor(i / width) + 0.5) / pixelsPerMetre
      const away = Math.sqrt(x * x + z * z)
      if (away > 0.19) continue
      const near = Math.sqrt(0.04 - away * away)
      // Measured across the surface.
      const error = (Math.abs((buffers.depth[i] ?? 0) + near) * near) / 0.2
      worst = Math.max(worst, error)
    }
    expect(worst).toBeLessThan(0.0012)
  })

  test('normals point away from the middle', () => {
    const i = pixelAt(width, 0.1, 0.1)
    expect(buffers.normalRight[i]).toBeCloseTo(0.5, 1)
    expect(buffers.normalUp[i]).toBeCloseTo(0.5, 1)
    expect(buffers.normalNear[i]).toBeCloseTo(Math.SQRT1_2, 1)
  })

  test('what is not met is told apart', () => {
    const i = pixelAt(width, 0.25, 0.25)
    expect(buffers.depth[i]).toBe(Infinity)
    expect([buffers.group[i], buffers.primitive[i], buffers.material[i]]).toEqual([255, -1, 255])
  })

  test('each pixel knows its material and primitive', () => {
    const left = pixelAt(width, -0.1, 0)
    const right = pixelAt(width, 0.1, 0)
    expect(materials[buffers.material[left] ?? 0]).toBe('top')
    expect(materials[buffers.material[right] ?? 0]).toBe('shorts')
    expect(probe.primitives[buffers.primitive[left] ?? -1]?.kind).toBe('ellipsoid')
  })

  test('the probe meets the surface between pixels', () => {
    const depth = probe.depthAt(90.25, 90.25)
    expect(depth).toBeCloseTo(-0.2, 3)
    expect(probe.placeAt(90.25, 90.25)?.group).toBe('trunk')
    expect(probe.depthAt(2, 2)).toBe(Infinity)
    expect(probe.placeAt(2, 2)).toBeUndefined()
  })

  test('corners between forms are closed, open sides are open', () => {
    const pair = solidOf([
      group('trunk', ball([-0.1, 0, 0], 0.1)),
      group('left leg', ball([0.1, 0, 0], 0.1)),
    ])
    const seen = render(pair, level, square, pixelsPerMetre).buffers
    expect(seen.openness[pixelAt(width, -0.02, 0)]).toBeLessThan(0.75)
    expect(seen.openness[pixelAt(width, -0.16, 0)]).toBeGreaterThan(0.95)
  })

  test('the floor knows how near the body is, also below it', () => {
    const above = { right: [1, 0, 0], up: [0, 0.6, 0.8], forward: [0, 0.8, -0.6] } as const
    const resting = solidOf([group('trunk', ball([0, 0, 0.1], 0.1))])
    const seen = render(resting, above, square, pixelsPerMetre).buffers
    const centre = pixelAt(seen.width, 0, 0)
    expect(seen.floorDistance[centre]).toBeLessThan(0.002)
    const aside = pixelAt(seen.width, 0.09, 0)
    expect(seen.floorDistance[aside]).toBeCloseTo(Math.sqrt(0.0181) - 0.1, 2)
  })
})

describe('renderSilhouette', () => {
  test('stays as it is while its edge is asked for, also where it has filled a gap that no ray met', () => {
    const box = (x: number): Primitive => ({
      kind: 'rounded-box',
      centre: [x, 0, 0],
      axes: unturned,
      halfSize: [0.05, 0.05, 0.1],
      rounding: 0.001,
      blend: 0,
      tissue: 'prop',
    })
    // A pixel wide, round the middle of an odd column.
    const gap = 1 / pixelsPerMetre
    const middle = square.left + 91.5 * gap
    const solid = solidOf([
      group('props', box(middle - 0.05 - gap / 2), box(middle + 0.05 + gap / 2)),
    ])
    const silhouette = renderSilhouette(solid, level, square, pixelsPerMetre)
    const { isCovered, width } = silhouette
    const before = Uint8Array.from(isCovered)
    for (let i = 0; i + width < before.length; i++) {
      for (const next of [i + 1, i + width]) {
        if (before[i] !== before[next]) silhouette.edgeBetween(i, next)
      }
    }
    expect(before[pixelAt(width, middle, 0.05)]).toBe(1)
    expect(isCovered).toEqual(before)
  })

  test('covers what the full picture covers, but for single pixels at its edge', () => {
    const solid = solidOf([group('trunk', ball([0, 0, 0], 0.2), ball([0.15, 0, 0.15], 0.05))])
    const full = render(solid, level, square, pixelsPerMetre).buffers
    const { isCovered } = renderSilhouette(solid, level, square, pixelsPerMetre)
    let differing = 0
    for (let i = 0; i < isCovered.length; i++) {
      if ((isCovered[i] === 1) !== (full.group[i] !== 255)) differing++
    }
    expect(differing).toBeLessThan(4)
  })
})
