/** Balls and rollers roll: the body travels with them, what is planted stays, what slides goes along. */
import { describe, expect, test } from 'vitest'
import { movementPath } from '../../../src/figure/annotate/movement.ts'
import { placeOn, type Landmark } from '../../../src/figure/pose/landmarks.ts'
import { solvePhases } from '../../../src/figure/pose/solve-phases.ts'
import type { Scene } from '../../../src/figure/scene.ts'
import { distance, mix, subtract } from '../../../src/geometry/vec3.ts'
import type { Vec3 } from '../../../src/geometry/vec3.ts'
import { exerciseOf } from '../../handouts/pack-words.ts'
import { testBody } from '../bodies.ts'

interface Rolling {
  readonly id: string
  /** Along the right thigh at the start: 0 is the hip. */
  readonly share: number
  readonly planted: readonly Landmark[]
  readonly sliding: readonly Landmark[]
}

const onRollers: readonly Rolling[] = [
  {
    id: 'roll-back-thigh',
    share: 0.24,
    planted: ['left wrist', 'right wrist', 'left ankle'],
    sliding: ['right ankle'],
  },
  {
    id: 'roll-front-thigh',
    share: 0.24,
    planted: ['left elbow', 'right elbow'],
    sliding: ['left ankle', 'right ankle'],
  },
  {
    id: 'roll-outer-thigh',
    share: 0.38,
    planted: ['right elbow', 'left ankle'],
    sliding: ['right ankle'],
  },
]
const all: readonly Rolling[] = [
  ...onRollers,
  {
    id: 'roll-buttock',
    share: 0,
    planted: ['left wrist', 'right wrist', 'left ankle', 'right ankle'],
    sliding: [],
  },
]

describe.each(all)('$id', ({ id, planted, sliding }) => {
  test('the thing under it rolls with the body, half as far', () => {
    const { start, end } = phasesOf(id)
    const thing = distance(thingIn(start), thingIn(end))
    const body = distance(start.skeleton.pelvis.origin, end.skeleton.pelvis.origin)
    expect(thing).toBeGreaterThan(0.03)
    // Pelvis and thigh turn a little on the way.
    expect(Math.abs(thing / body - 0.5)).toBeLessThan(0.08)
  })

  test('has an arrow', () => {
    const { start, end } = phasesOf(id)
    expect(movementPath(start.skeleton, end.skeleton, { stature: 1.68 })).toBeDefined()
  })

  test('what is planted stays, what slides goes with the body', () => {
    const { start, end } = phasesOf(id)
    const way = (name: Landmark) =>
      distance(placeOn(start.skeleton, name), placeOn(end.skeleton, name))
    for (const name of planted) expect(way(name), name).toBeLessThan(0.012)
    for (const name of sliding) expect(way(name), name).toBeGreaterThan(0.08)
  })
})

test.each(onRollers)('$id: the roller does not slip under the thigh', ({ id, share }) => {
  const { start, end } = phasesOf(id)
  const over = ({ skeleton }: Scene) =>
    mix(skeleton.legs.right.hip, skeleton.legs.right.knee, share)
  const [x, y] = subtract(over(end), over(start))
  const [rolledX, rolledY] = subtract(thingIn(end), thingIn(start))
  expect(Math.hypot(rolledX - x / 2, rolledY - y / 2)).toBeLessThan(0.004)
})

function phasesOf(id: string): { readonly start: Scene; readonly end: Scene } {
  const { start, end } = solvePhases(exerciseOf(id).figure, testBody)
  if (start === undefined || end === undefined) throw new Error(`${id} is not posed`)
  return { start, end }
}

function thingIn({ props }: Scene): Vec3 {
  for (const prop of props)
    if (prop.kind === 'ball' || prop.kind === 'roller') return prop.place.origin
  throw new Error('nothing rolls')
}
