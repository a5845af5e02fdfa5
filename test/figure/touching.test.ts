/** What is said to stand on the floor does so as it is drawn, with the flesh, socks and soles of the person who shows it. */
import { expect, test } from 'vitest'
import { buildBody } from '../../src/figure/body/build.ts'
import { distanceToGroup } from './distance.ts'
import { solveAll } from '../../src/figure/pose/solve-phases.ts'
import { figureRequest } from '../../src/figure/request.ts'
import type { Skeleton } from '../../src/figure/skeleton.ts'
import type { Group } from '../../src/figure/solid.ts'
import type { Vec3 } from '../../src/geometry/vec3.ts'
import { shippedPack } from '../handouts/shipped.ts'

const { pack } = shippedPack
const ids = [...pack.exercises.entries.keys()]

/** Hard parts: flesh is pressed flat where it lies. */
const parts = ['hand', 'knee', 'foot'] as const
const sides = ['left', 'right'] as const

test.each(ids)('%s: hands, knees and feet on the floor reach it, within 3 mm', (exercise) => {
  const request = figureRequest(pack, { exercise, phase: 'end', look: undefined })
  if (request === undefined) throw new Error(`${exercise} has no end`)
  const { description, body, look } = request
  const away: string[] = []
  for (const [phase, { pose, scene }] of solveAll(description, body, look.footwear)) {
    const { groups } = buildBody(scene.skeleton, body, look, [])
    for (const side of sides) {
      for (const part of parts) {
        if (pose.contacts.get(`${side} ${part}`)?.target.kind !== 'floor') continue
        const limb = groups.find(
          ({ name }) => name === `${side} ${part === 'hand' ? 'arm' : 'leg'}`,
        )
        const height = limb && lowestNear(limb, placeOf(scene.skeleton, side, part))
        // Above the floor, or so deep in it that it is seen.
        if (height === undefined || height > 0.003 || height < -0.02) {
          away.push(`${phase}, ${side} ${part}: ${((height ?? NaN) * 1000).toFixed(0)} mm`)
        }
      }
    }
  }
  expect(away).toEqual([])
})

function placeOf(
  { arms, legs }: Skeleton,
  side: (typeof sides)[number],
  part: (typeof parts)[number],
): Vec3 {
  switch (part) {
    case 'hand':
      return arms[side].wrist
    case 'knee':
      return legs[side].knee
    case 'foot':
      return legs[side].ankle
  }
}

/** The height of the lowest place of a limb within 20 cm, to the millimetre. */
function lowestNear(limb: Group, [x, y]: Vec3): number {
  const range = Array.from({ length: 41 }, (_, index) => (index - 20) / 100)
  const isThere = (height: number): boolean =>
    range.some((dx) => range.some((dy) => distanceToGroup(limb, [x + dx, y + dy, height]) <= 0))
  for (let millimetres = -30; millimetres <= 60; millimetres += 1) {
    if (isThere(millimetres / 1000)) return millimetres / 1000
  }
  return Infinity
}
