import { describe, expect, test } from 'vitest'
import { aboutY, unturned } from '../../../src/geometry/rotation.ts'
import type { Vec3 } from '../../../src/geometry/vec3.ts'
import { createField } from '../../../src/figure/field/field.ts'
import { compile } from '../../../src/figure/field/program.ts'
import type { Group, Primitive, Section } from '../../../src/figure/solid.ts'
import { ball, group, solidOf } from '../solids.ts'

function distanceTo(groups: readonly Group[], isPressed = false) {
  const field = createField(compile({ ...solidOf(groups), isPressedByFloor: isPressed }))
  const all = field.keep(Array.from({ length: field.program.count }, (_, row) => row))
  return ([x, y, z]: Vec3) => field.distanceTo(all, x, y, z)
}

const rest = { blend: 0, tissue: 'prop' } as const
const section = (z: number, radius: number): Section => ({
  centre: [0, 0, z],
  normal: [0, 0, 1],
  x: [1, 0, 0],
  y: [0, 1, 0],
  radii: [radius, radius, radius, radius],
  at: z,
})
const box: Primitive = {
  kind: 'rounded-box',
  centre: [0, 0, 0],
  axes: unturned,
  halfSize: [0.3, 0.2, 0.1],
  rounding: 0.02,
  ...rest,
}
const cone: Primitive = {
  kind: 'round-cone',
  from: [0, 0, 0],
  to: [0, 0, 0.5],
  fromRadius: 0.2,
  toRadius: 0.1,
  ...rest,
}
const lone: Primitive = { ...cone, to: [0, 0, 0.05] }
const cylinder: Primitive = {
  kind: 'rounded-cylinder',
  centre: [0, 0, 0],
  axes: aboutY(90),
  radius: 0.1,
  halfLength: 0.4,
  rounding: 0.02,
  ...rest,
}
const ribbon: Primitive = {
  kind: 'ribbon',
  points: [
    [0, 0, 0],
    [1, 0, 0],
  ],
  across: [
    [0, 1, 0],
    [0, 1, 0],
  ],
  halfWidth: 0.1,
  halfThickness: 0.01,
  isClosed: false,
  ...rest,
}
const slice: Primitive = { kind: 'slice', from: section(0, 0.2), to: section(1, 0.2), ...rest }
// The flank of the cone leans by asin(0.1 / 0.5): the way out from its middle is (cos, sin).
const lean = 0.2
const flank = Math.sqrt(1 - lean * lean)

describe('distances', () => {
  const cases: readonly [string, Primitive, Vec3, number][] = [
    ['a ball from outside', ball([0, 0, 0], 0.2), [0, 0.5, 0], 0.3],
    ['a ball from inside', ball([0, 0, 0], 0.2), [0.05, 0, 0], -0.15],
    ['a box before a face', box, [0.5, 0.1, 0], 0.2],
    ['a box off a corner', box, [0.38, 0.28, 0.08], 0.1 * Math.SQRT2 - 0.02],
    ['a box from inside', box, [0, 0, 0.05], -0.05],
    ['a cone beyond its wide end', cone, [0, 0, -0.5], 0.3],
    ['a cone beyond its thin end', cone, [0, 0, 1], 0.4],
    ['a cone off its flank', cone, [flank * 0.4, 0, 0.25 + lean * 0.4], 0.4 - 0.15],
    ['a cone of which one end is inside the other', lone, [0, 0.5, 0], 0.3],
    ['a cylinder along x', cylinder, [0, 0.3, 0], 0.2],
    ['a cylinder beyond its end', cylinder, [0.6, 0, 0], 0.2],
    ['a ribbon from above', ribbon, [0.5, 0, 0.3], 0.29],
    ['a ribbon beside its edge', ribbon, [0.5, 0.3, 0], 0.2],
    ['a slice from its side', slice, [0.5, 0, 0.5], 0.3],
    ['a slice beyond its end', slice, [0, 0, 1.4], 0.4],
    ['a slice from inside', slice, [0.1, 0, 0.5], -0.1],
  ]
  test.each(cases)('%s', (_, primitive, point, expected) => {
    expect(distanceTo([group('props', primitive)])(point)).toBeCloseTo(expected, 6)
  })

  test('an ellipsoid is exact on its surface and along its axes', () => {
    const egg: Primitive = {
      ...ball([0, 0, 0], 1),
      kind: 'ellipsoid',
      centre: [0, 0, 0],
      axes: unturned,
      radii: [0.1, 0.2, 0.3],
    }
    const distance = distanceTo([group('trunk', egg)])
    expect(distance([0.1, 0, 0])).toBeCloseTo(0, 9)
    expect(distance([0, 0, 0.5])).toBeCloseTo(0.2, 9)
    const third = 1 / Math.sqrt(3)
    expect(distance([0.1 * third, 0.2 * third, 0.3 * third])).toBeCloseTo(0, 9)
  })

  test('a cut takes away what lies beyond its plane', () => {
    const half: Primitive = {
      kind: 'ellipsoid',
      centre: [0, 0, 0],
      axes: unturned,
      radii: [0.2, 0.2, 0.2],
      blend: 0,
      tissue: 'hair',
      cuts: [{ kind: 'plane', point: [0, 0, 0], normal: [0, 0, 1] }],
    }
    const distance = distanceTo([group('hair', half)])
    expect(distance([0, 0, 0.1])).toBeCloseTo(0.1, 6)
    expect(distance([0, 0, -0.1])).toBeLessThan(-0.09)
  })

  test('shapes that blend swell by a quarter of the blend where they are equally near', () => {
    const pair = [ball([-0.1, 0, 0], 0.1), ball([0.1, 0, 0], 0.1, 0.04)]
    const plain = distanceTo([group('trunk', ball([-0.1, 0, 0], 0.1))])([0, 0, 0.1])
    expect(distanceTo([group('trunk', ...pair)])([0, 0, 0.1])).toBeCloseTo(plain - 0.01, 9)
  })

  test('a limb blends with the trunk at its joint and nowhere else', () => {
    const trunk = group('trunk', ball([-0.1, 0, 0], 0.1))
    const limb: Group = {
      ...group('left leg', ball([0.1, 0, 0], 0.1)),
      joint: { centre: [0, 0, 0], blend: 0.04, inner: 0.15, outer: 0.2 },
    }
    const distance = distanceTo([trunk, limb])
    const alone = distanceTo([trunk])
    expect(distance([0, 0, 0.1])).toBeCloseTo(alone([0, 0, 0.1]) - 0.01, 9)
    expect(distance([0, 0, 0.25])).toBeCloseTo(alone([0, 0, 0.25]), 9)
  })

  test('the floor presses flesh flat', () => {
    const sunk = group('left leg', ball([0, 0, 0.05], 0.1))
    expect(distanceTo([sunk], false)([0, 0, -0.02])).toBeCloseTo(-0.03, 9)
    expect(distanceTo([sunk], true)([0, 0, -0.02])).toBeCloseTo(0.02, 9)
  })

  test('shapes nearer than each other by the blend do not bend each other', () => {
    const alone = distanceTo([group('trunk', ball([-0.1, 0, 0], 0.1))])
    const pair = distanceTo([group('trunk', ball([-0.1, 0, 0], 0.1), ball([0.1, 0, 0], 0.1, 0.04))])
    expect(pair([-0.3, 0, 0])).toBe(alone([-0.3, 0, 0]))
  })
})
