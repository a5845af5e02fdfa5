import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrowItems, planArrow } from '../../../src/figure/annotate/arrow.ts'
import { freePlace } from '../../../src/figure/annotate/free-place.ts'
import { cellsPerMetre, isCoveredAt } from '../../../src/figure/annotate/mask.ts'
import type { Mask } from '../../../src/figure/annotate/mask.ts'
import type { Place } from '../../../src/figure/annotate/plane.ts'
import type { View } from '../../../src/figure/camera.ts'
import { flatten } from '../../../src/figure/finish/polygon.ts'

const view: View = { left: -1, right: 1, bottom: 0, top: 1.2 }

function maskWhere(isCovered: (x: number, y: number) => boolean): Mask {
  const width = (view.right - view.left) * cellsPerMetre
  const height = (view.top - view.bottom) * cellsPerMetre
  const cells = Uint8Array.from({ length: width * height }, (_, i) => {
    const x = view.left + ((i % width) + 0.5) / cellsPerMetre
    const y = view.top - (Math.floor(i / width) + 0.5) / cellsPerMetre
    return isCovered(x, y) ? 1 : 0
  })
  return { view, width, height, isCovered: cells }
}

/** An arc of a limb's end that turns about a joint. */
function arc(joint: Place, radius: number, from: number, to: number): readonly Place[] {
  return Array.from({ length: 13 }, (_, i): Place => {
    const angle = ((from + ((to - from) * i) / 12) * Math.PI) / 180
    return [joint[0] + Math.cos(angle) * radius, joint[1] + Math.sin(angle) * radius]
  })
}

/** A limb as a thick line from the origin. */
function limb(angle: number, size: number, thickness: number): (x: number, y: number) => boolean {
  const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  return (x, y) => {
    const along = Math.min(size, Math.max(0, x * c + (y - 0.3) * s))
    return Math.hypot(x - along * c, y - 0.3 - along * s) < thickness
  }
}

const ground = (_: number, y: number): boolean => y < 0.1

describe('the arrow', () => {
  test('nowhere touches the figure, wherever the limb has come to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 80 }),
        fc.double({ min: 0.3, max: 0.8, noNaN: true }),
        fc.double({ min: 0.03, max: 0.09, noNaN: true }),
        (angle, size, thickness) => {
          const shape = limb(angle, size, thickness)
          const figure = maskWhere((x, y) => shape(x, y) || ground(x, y))
          const path = arc([0, 0.3], size, 0, angle)
          const arrow = planArrow(path, { figure, ghost: undefined, view })
          if (arrow === undefined) throw new Error('no room for an arrow')
          const [area] = arrowItems(arrow, view)
          for (const ring of flatten(area?.path ?? [], 0.01)) {
            for (let i = 0; i < ring.length; i += 2) {
              const at: Place = [view.left + (ring[i] ?? 0), view.top - (ring[i + 1] ?? 0)]
              expect(isCoveredAt(figure, at)).toBe(false)
            }
          }
        },
      ),
      { seed: 9, numRuns: 40 },
    )
  })

  test('lies ahead of what moves rather than beside it, when both are as far', () => {
    const figure = maskWhere((x, y) => Math.abs(x) < 0.2 && y > 0.2 && y < 0.55)
    const path = Array.from({ length: 13 }, (_, i): Place => [0, 0.3 + i * 0.02])
    const arrow = planArrow(path, { figure, ghost: undefined, view })
    for (const [x, y] of arrow?.line ?? [[1, 0]]) {
      expect(Math.abs(x)).toBeLessThan(0.2)
      expect(y).toBeGreaterThan(0.55)
    }
  })

  test('goes the way of the movement', () => {
    const figure = maskWhere(limb(60, 0.6, 0.05))
    const arrow = planArrow(arc([0, 0.3], 0.6, 0, 60), { figure, ghost: undefined, view })
    const [tail, tip] = [arrow?.line[0], arrow?.line[arrow.line.length - 1]]
    expect((tip?.[1] ?? 0) - (tail?.[1] ?? 0)).toBeGreaterThan(0.2)
  })

  test('prefers not to cross the ghost', () => {
    const figure = maskWhere(limb(60, 0.6, 0.05))
    const ghost = maskWhere(limb(0, 0.6, 0.05))
    const arrow = planArrow(arc([0, 0.3], 0.6, 0, 60), { figure, ghost, view })
    expect(arrow?.line.filter((place) => isCoveredAt(ghost, place))).toEqual([])
  })

  test('of a short way is drawn long enough to read', () => {
    const path: readonly Place[] = [
      [0, 0.5],
      [0, 0.54],
      [0, 0.58],
    ]
    const arrow = planArrow(path, { figure: maskWhere(ground), ghost: undefined, view })
    const [tail, tip] = [arrow?.line[0], arrow?.line[arrow.line.length - 1]]
    expect((tip?.[1] ?? 0) - (tail?.[1] ?? 0)).toBeCloseTo(0.2, 2)
  })

  test('is left out where there is no room at all', () => {
    const figure = maskWhere(() => true)
    const around = { figure, ghost: undefined, view }
    expect(planArrow(arc([0, 0.6], 0.1, 0, 60), around)).toBeUndefined()
  })
})

describe('a free place', () => {
  test('is clear of the figure and of what is taken, and near', () => {
    const mask = maskWhere((x, y) => y < 0.6 && x > -0.5)
    const taken: Place = [-0.7, 0.3]
    const [x, y] = freePlace(0.15, [0, 0.3], { masks: [mask], taken: [taken], view })
    for (let angle = 0; angle < 360; angle += 10) {
      const turn = (angle * Math.PI) / 180
      const at: Place = [x + 0.15 * Math.cos(turn), y + 0.15 * Math.sin(turn)]
      expect(isCoveredAt(mask, at)).toBe(false)
    }
    expect(Math.hypot(x - taken[0], y - taken[1])).toBeGreaterThan(0.15)
    expect(y + 0.15).toBeLessThanOrEqual(view.top + 0.001)
  })

  test('lies beside a picture that is full', () => {
    const [x, y] = freePlace(0.15, [0, 0.5], { masks: [maskWhere(() => true)], taken: [], view })
    expect(x < view.left || x > view.right || y > view.top).toBe(true)
  })
})
