import { describe, expect, test } from 'vitest'
import { buildProps } from '../../../src/figure/props/build.ts'
import { propSizes } from '../../../src/figure/props/sizes.ts'
import { strapRibbon } from '../../../src/figure/props/strap.ts'
import { thingOf } from '../../../src/figure/props/things.ts'
import { placeOn } from '../../../src/figure/pose/landmarks.ts'
import { unturned } from '../../../src/geometry/rotation.ts'
import { distance } from '../../../src/geometry/vec3.ts'
import { posed } from '../posed.ts'

describe('things', () => {
  test('a ball rests on the floor', () => {
    const { radius } = propSizes.ball
    const { primitives, material } = thingOf('ball', { origin: [0, 0, radius], axes: unturned })
    expect(material).toBe('ball')
    expect(primitives).toMatchObject([{ from: [0, 0, radius], fromRadius: radius }])
  })

  test('a step reaches from its top down to the floor', () => {
    const { height } = propSizes.step
    const { primitives } = thingOf('step', { origin: [1, 2, height], axes: unturned })
    expect(primitives).toMatchObject([
      {
        centre: [1, 2, height / 2],
        halfSize: [propSizes.step.depth / 2, propSizes.step.width / 2, height / 2],
      },
    ])
  })

  test.each([
    { height: 0.06, layers: 1 },
    { height: 0.22, layers: 2 },
  ])(
    'a cushion $height m high is $layers thick, and swells beside what lies on it',
    ({ height, layers }) => {
      const { primitives } = thingOf('cushion', { origin: [0, 0, height], axes: unturned })
      expect(primitives).toHaveLength(layers)
      const tops = primitives.map((box) =>
        box.kind === 'rounded-box' ? box.centre[2] + box.halfSize[2] : 0,
      )
      const bottoms = primitives.map((box) =>
        box.kind === 'rounded-box' ? box.centre[2] - box.halfSize[2] : 1,
      )
      expect(Math.min(...bottoms)).toBeCloseTo(0, 9)
      expect(Math.max(...tops)).toBeGreaterThan(height)
      expect(Math.max(...tops)).toBeLessThan(height + 0.03)
    },
  )

  test('the lines of a roller lie on its ends', () => {
    const { marks } = thingOf('roller', { origin: [0, 0, 0.075], axes: unturned })
    for (const { points } of marks) {
      for (const [, y] of points) expect(Math.abs(y)).toBeCloseTo(propSizes.roller.length / 2, 9)
    }
  })
})

describe('a strap', () => {
  const { skeleton } = posed('supine', { 'right hip': { flexion: 80 } })
  // A ball of 6 cm round the middle of the foot stands for the foot.
  const middle = placeOn(skeleton, 'right foot')
  const legDistance = (_: unknown, point: readonly [number, number, number]): number =>
    distance(point, middle) - 0.06

  test('runs from one fist round the foot to the other', () => {
    const ribbon = strapRibbon(skeleton, { foot: 'right', hands: ['left', 'right'] }, legDistance)
    const points = ribbon?.points ?? []
    const grips = [points[0], points[points.length - 2]]
    for (const side of ['left', 'right'] as const) {
      const hand = placeOn(skeleton, `${side} hand`)
      const nearest = Math.min(...grips.map((grip) => (grip ? distance(grip, hand) : 1)))
      expect(nearest).toBeLessThan(0.05)
    }
    for (const point of points.slice(1, -2)) {
      expect(distance(point, middle)).toBeGreaterThan(0.059)
      expect(distance(point, middle)).toBeLessThan(0.1)
    }
  })

  test('held by one hand, comes back to it', () => {
    const points =
      strapRibbon(skeleton, { foot: 'right', hands: ['right'] }, legDistance)?.points ?? []
    expect(points[0]).toEqual(points[points.length - 2])
  })

  test('nobody holds is not drawn', () => {
    expect(strapRibbon(skeleton, { foot: 'right', hands: [] }, legDistance)).toBeUndefined()
  })
})

test('a scene with only a mat builds nothing: mats are drawn', () => {
  const scene = posed('supine', {}, {}, ['mat'])
  expect(buildProps(scene, []).group.parts).toEqual([])
})
