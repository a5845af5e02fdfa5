import { describe, expect, test } from 'vitest'
import { matUnder } from '../../../src/figure/annotate/mat.ts'
import { mistakeItems, wrongJoint } from '../../../src/figure/annotate/mistake.ts'
import { movedGroups, movementPath } from '../../../src/figure/annotate/movement.ts'
import { cameraFacing } from '../../../src/figure/annotate/second-view.ts'
import { cameraAt } from '../../../src/figure/camera.ts'
import { landmarks, placeOn } from '../../../src/figure/pose/landmarks.ts'
import { dot, scale } from '../../../src/geometry/vec3.ts'
import { posed } from '../posed.ts'

const lifted = { 'right leg': 'free' }
const standing = posed('standing').skeleton
const supine = posed('supine').skeleton
const legUp = posed('supine', { 'right hip': { flexion: 60 } }, lifted).skeleton
const kneeling = posed('quadruped').skeleton

describe('the mat', () => {
  test.each([
    { name: 'somebody on the back', skeletons: [supine, legUp] },
    { name: 'somebody on all fours', skeletons: [kneeling] },
    { name: 'somebody standing', skeletons: [standing] },
  ])('lies under all that touches the floor: $name', ({ skeletons }) => {
    const mat = matUnder(skeletons, cameraAt(20, 15))
    const corners = mat?.corners ?? []
    for (const skeleton of skeletons) {
      for (const name of landmarks) {
        const [x, y, z] = placeOn(skeleton, name)
        if (z > 0.2) continue
        // Counterclockwise: everything is to the left of every edge, with flesh to spare.
        corners.forEach(([ax, ay], index) => {
          const [bx, by] = corners[(index + 1) % corners.length] ?? [0, 0]
          const size = Math.hypot(bx - ax, by - ay)
          const room = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / size
          expect(room).toBeGreaterThan(0.06)
        })
      }
    }
  })
})

describe('what moves', () => {
  test('is the leg that is lifted, and nothing else', () => {
    expect(movedGroups(supine, legUp, 1.68)).toEqual(['right leg'])
  })

  test('is nothing between equal poses, and no arrow leads there', () => {
    expect(movedGroups(supine, supine, 1.68)).toEqual([])
    expect(movementPath(supine, supine, { stature: 1.68 })).toBeUndefined()
  })

  test('leads the arrow along the arc of its far end', () => {
    const path = movementPath(supine, legUp, { stature: 1.68 }) ?? []
    const { hip } = supine.legs.right
    const away = path.map(([x, y, z]) => Math.hypot(x - hip[0], y - hip[1], z - hip[2]))
    expect(path).toHaveLength(13)
    expect(Math.max(...away) - Math.min(...away)).toBeLessThan(0.03)
    expect(path[12]).toEqual(placeOn(legUp, 'right ankle'))
  })

  test('has no arrow from one position into quite another', () => {
    expect(movementPath(standing, supine, { stature: 1.68 })).toBeUndefined()
  })
})

describe('a mistake', () => {
  test('is marked at the joint that is bent wrongly', () => {
    const joints = { 'right hip': { flexion: 60 }, 'right knee': { flexion: 40 } }
    const bent = posed('supine', joints, lifted).skeleton
    expect(wrongJoint(bent, legUp)).toBe('right knee')
  })

  test('that is none has no ring', () => {
    expect(wrongJoint(legUp, legUp)).toBeUndefined()
    const view = { left: 0, right: 1, bottom: 0, top: 1 }
    const items = mistakeItems({ cross: [0.8, 0.8], joint: undefined }, view)
    expect(items.map(({ role }) => role.kind)).toEqual(['mistake', 'mistake'])
  })
})

test('a second view faces the muscle, and is not seen from below the floor if it need not be', () => {
  const outward = [0, 0.94, 0.34] as const
  const area = {
    muscle: 'm',
    groups: [],
    centre: [0, 0, 0],
    outward,
    field: () => 1,
    fibres: [],
  } as const
  const { forward } = cameraFacing(area, cameraAt(0, 10))
  expect(dot(scale(forward, -1), outward)).toBeGreaterThan(0.6)
  expect(forward[2]).toBeLessThanOrEqual(0)
})
