import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unturned } from '../../../src/geometry/rotation.ts'
import type { Path } from '../../../src/geometry/path.ts'
import { cameraAt } from '../../../src/figure/camera.ts'
import { drawBody } from '../../../src/figure/ink/body.ts'
import { drawGhost } from '../../../src/figure/ink/ghost.ts'
import { render } from '../../../src/figure/render/render.ts'
import type { Area, Line, SketchItem } from '../../../src/figure/sketch.ts'
import type { Group, GroupName, Material, Primitive, Solid } from '../../../src/figure/solid.ts'
import { ball, group, level, solidOf, square } from '../solids.ts'

function draw(solid: Solid, pixelsPerMetre = 300): readonly SketchItem[] {
  const { buffers, probe } = render(solid, level, square, pixelsPerMetre)
  return drawBody(solid, buffers, probe).items
}

const areasOf = (items: readonly SketchItem[]): readonly Area[] =>
  items.flatMap((item) => (item.kind === 'area' ? [item] : []))
const linesOf = (items: readonly SketchItem[], role: Line['role']): readonly Line[] =>
  items.flatMap((item) => (item.kind === 'line' && item.role === role ? [item] : []))
const bodyOf = (items: readonly SketchItem[]) =>
  areasOf(items).find(({ role }) => role.kind === 'body')?.path ?? []

/** The ends of all segments, in metres from the middle of the view, y upwards. */
const placesOn = (path: Path) =>
  path.flatMap((segment) =>
    segment.type === 'close' ? [] : [[segment.x - 0.3, 0.3 - segment.y] as const],
  )
const pointsOf = ({ points }: Line) =>
  Array.from({ length: points.length / 3 }, (_, i) => ({
    x: (points[3 * i] ?? 0) - 0.3,
    y: 0.3 - (points[3 * i + 1] ?? 0),
    weight: points[3 * i + 2] ?? 0,
  }))

/** Every subpath closes, and ends where it began. */
function expectClosed(path: Path): void {
  let start: readonly [number, number] | undefined
  let end: readonly [number, number] | undefined
  for (const segment of path) {
    if (segment.type === 'move') {
      expect(start).toBeUndefined()
      start = [segment.x, segment.y]
    } else if (segment.type === 'close') {
      expect(end).toEqual(start)
      start = undefined
    } else end = [segment.x, segment.y]
  }
  expect(start).toBeUndefined()
}

describe('a ball', () => {
  const items = draw(solidOf([group('trunk', ball([0, 0, 0], 0.2))]))

  test('its area is a circle to a third of a millimetre', () => {
    const places = placesOn(bodyOf(items))
    expect(places.length).toBeGreaterThan(2)
    for (const [x, y] of places) {
      expect(Math.abs(Math.sqrt(x * x + y * y) - 0.2)).toBeLessThan(0.0003)
    }
  })

  test('its silhouette is one closed line on the same circle, heavier below', () => {
    const [line, ...rest] = linesOf(items, 'silhouette')
    expect(rest).toEqual([])
    if (!line) throw new Error('no silhouette')
    expect(line.isClosed).toBe(true)
    const points = pointsOf(line)
    for (const { x, y } of points) {
      expect(Math.abs(Math.sqrt(x * x + y * y) - 0.2)).toBeLessThan(0.0003)
    }
    const lowest = points.reduce((a, b) => (b.y < a.y ? b : a))
    const highest = points.reduce((a, b) => (b.y > a.y ? b : a))
    expect(lowest.weight).toBeGreaterThan(highest.weight + 0.3)
  })

  test('no other line is drawn on it', () => {
    expect(items.filter((item) => item.kind === 'line' && item.role !== 'silhouette')).toEqual([])
  })

  test('its shade begins where normal times light is 0.02', () => {
    const shaded = areasOf(items).find(({ role }) => role.kind === 'material' && role.isShaded)
    const inner = placesOn(shaded?.path ?? []).filter(([x, y]) => x * x + y * y < 0.17 ** 2)
    expect(inner.length).toBeGreaterThan(0)
    for (const [x, y] of inner) {
      const near = Math.sqrt(0.04 - x * x - y * y)
      const facing = (-0.42 * x + 0.72 * y + 0.55 * near) / 0.2
      // Smoothing over a centimetre moves the boundary by a few millimetres: 0.04 of the radius.
      expect(Math.abs(facing - 0.02)).toBeLessThan(0.04)
    }
  })

  test('its ghost is the same circle', () => {
    const ghost = drawGhost(solidOf([group('trunk', ball([0, 0, 0], 0.2))]), level, square)
    expectClosed(ghost)
    for (const [x, y] of placesOn(ghost)) {
      expect(Math.abs(Math.sqrt(x * x + y * y) - 0.2)).toBeLessThan(0.0005)
    }
  })
})

describe('two balls, one before the other', () => {
  const front = ball([-0.05, -0.1, 0], 0.1)
  const back = ball([0.05, 0.1, 0], 0.1)
  const items = draw(solidOf([group('trunk', back), group('left leg', front)]))

  test('one contour follows the nearer and ends on the silhouette', () => {
    const [contour, ...rest] = linesOf(items, 'contour')
    expect(rest).toEqual([])
    if (!contour) throw new Error('no contour')
    const points = pointsOf(contour)
    for (const { x, y } of points.slice(1, -1)) {
      expect(Math.abs(Math.sqrt((x + 0.05) ** 2 + y ** 2) - 0.1)).toBeLessThan(0.0006)
    }
    // The circles cross at x = 0, at the height of the root of 0.1² - 0.05².
    for (const end of [points[0], points[points.length - 1]]) {
      expect(Math.abs(end?.x ?? 1)).toBeLessThan(0.006)
      expect(Math.abs(Math.abs(end?.y ?? 0) - Math.sqrt(0.0075))).toBeLessThan(0.006)
    }
  })
})

describe('two balls so deep in each other that neither step nor fold shows', () => {
  const balls = [ball([-0.03, 0, 0], 0.15), ball([0.03, 0, 0], 0.15)] as const
  const inkOf = (groups: readonly Group[], material: Material = 'skin') =>
    draw(solidOf(groups, () => material)).filter(
      (item) => item.kind === 'line' && item.role !== 'silhouette',
    )
  const legs = [group('left leg', balls[0]), group('right leg', balls[1])]

  test('one leg on the other is inked where they meet', () => {
    const [line, ...rest] = linesOf(draw(solidOf(legs)), 'crease')
    expect(rest).toEqual([])
    if (!line) throw new Error('no line')
    for (const { x } of pointsOf(line)) expect(Math.abs(x)).toBeLessThan(0.5 / 300)
    const heights = pointsOf(line).map(({ y }) => y)
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.26)
  })

  test('the legs of shorts, parts of one leg, and other limbs are not', () => {
    expect(inkOf(legs, 'shorts')).toEqual([])
    expect(inkOf([group('left leg', ...balls)])).toEqual([])
    const [first, second] = balls.map((shape) => ({ ...shape, tissue: 'arm' as const }))
    if (!first || !second) throw new Error('no balls')
    expect(inkOf([group('left arm', first), group('right arm', second)])).toEqual([])
  })
})

describe('a ball of two materials', () => {
  const items = draw(
    solidOf([group('trunk', ball([0, 0, 0], 0.2))], ({ point }) =>
      point[2] > 0.03 ? 'top' : 'shorts',
    ),
  )

  test('the seam is one line at the height where the material changes', () => {
    const [seam, ...rest] = linesOf(items, 'seam')
    expect(rest).toEqual([])
    if (!seam) throw new Error('no seam')
    for (const { y } of pointsOf(seam).slice(2, -2)) expect(Math.abs(y - 0.03)).toBeLessThan(0.0004)
  })

  test('the areas leave no gap between them: the first runs on below the second', () => {
    const pathOf = (material: string) =>
      areasOf(items).find(
        ({ role }) => role.kind === 'material' && role.material === material && !role.isShaded,
      )?.path ?? []
    const lowestTop = Math.min(...placesOn(pathOf('top')).map(([, y]) => y))
    const highestShorts = Math.max(...placesOn(pathOf('shorts')).map(([, y]) => y))
    expect(lowestTop).toBeLessThan(0.027)
    expect(Math.abs(highestShorts - 0.03)).toBeLessThan(0.001)
  })
})

describe('a muscle area', () => {
  const field = ([x, , z]: readonly [number, number, number]) => Math.sqrt(x * x + z * z) / 0.08
  const felt = (outward: 1 | -1): Solid => ({
    ...solidOf([group('trunk', ball([0, 0, 0], 0.2))]),
    feel: [
      {
        muscle: 'gluteus-medius',
        groups: ['trunk'],
        centre: [0, 0.2 * outward, 0],
        outward: [0, outward, 0],
        field,
        fibres: [
          [
            [-0.05, 0.19 * outward, 0],
            [0, 0.195 * outward, 0],
            [0.05, 0.19 * outward, 0],
          ],
        ],
      },
    ],
  })

  test('is drawn where it is seen, with its core and fibres', () => {
    const solid = felt(-1)
    const { buffers, probe } = render(solid, level, square, 300)
    const { items, visibleShares } = drawBody(solid, buffers, probe)
    expect(visibleShares.get('gluteus-medius')).toBe(1)
    const parts = areasOf(items).flatMap(({ role }) => (role.kind === 'feel' ? [role.part] : []))
    expect(parts).toEqual(['area', 'core'])
    expect(linesOf(items, 'fibre')).toHaveLength(1)
    const edge = areasOf(items).find(({ role }) => role.kind === 'feel')?.path ?? []
    for (const [x, y] of placesOn(edge)) {
      expect(Math.abs(Math.sqrt(x * x + y * y) - 0.08)).toBeLessThan(0.0006)
    }
  })

  test('on the far side it counts as hidden', () => {
    const solid = felt(1)
    const { buffers, probe } = render(solid, level, square, 300)
    expect(drawBody(solid, buffers, probe).visibleShares.get('gluteus-medius')).toBe(0)
  })

  test('is left out when it is not asked for', () => {
    const solid = felt(-1)
    const { buffers, probe } = render(solid, level, square, 300)
    const { items } = drawBody(solid, buffers, probe, { hasContactShadow: false, feel: [] })
    expect(areasOf(items).filter(({ role }) => role.kind === 'feel')).toEqual([])
  })
})

describe('marks', () => {
  const marked = (y: number): Solid => ({
    ...solidOf([group('trunk', ball([0, 0, 0], 0.2))]),
    marks: [
      {
        group: 'trunk',
        kind: 'fold',
        weights: [0.3, 1, 0.3],
        points: [
          [-0.05, y, 0],
          [0, y * 1.03, 0],
          [0.05, y, 0],
        ],
      },
      {
        group: 'trunk',
        kind: 'feature',
        weights: [1, 1, 1],
        points: [[0, y, 0.03]],
        dotRadius: 0.005,
      },
    ],
  })

  test('are drawn on the side that is seen, thin at their ends', () => {
    const items = draw(marked(-0.194))
    const [fold] = linesOf(items, 'fold')
    const weights = fold ? pointsOf(fold).map(({ weight }) => weight) : []
    expect(weights[0]).toBeCloseTo(0.3, 1)
    expect(Math.max(...weights)).toBeCloseTo(1, 1)
    expect(items.filter((item) => item.kind === 'dot')).toHaveLength(1)
  })

  test('are hidden on the other side', () => {
    const items = draw(marked(0.194))
    expect(items.filter((item) => item.kind === 'dot')).toEqual([])
    expect(linesOf(items, 'fold')).toEqual([])
  })
})

describe('any solid', () => {
  const names: readonly GroupName[] = ['trunk', 'left leg', 'right arm']
  const coordinate = fc.double({ min: -0.15, max: 0.15, noNaN: true })
  const point = fc.tuple(coordinate, coordinate, coordinate)
  const radius = fc.double({ min: 0.01, max: 0.1, noNaN: true })
  const blend = fc.constantFrom(0, 0.02)
  const primitive: fc.Arbitrary<Primitive> = fc.oneof(
    fc
      .record({ at: point, radius, blend })
      .map(({ at, ...rest }) => ball(at, rest.radius, rest.blend)),
    fc
      .record({ from: point, to: point, fromRadius: radius, toRadius: radius, blend })
      .map((shape): Primitive => ({ kind: 'round-cone', tissue: 'hand', ...shape })),
    fc
      .record({ centre: point, size: radius, blend })
      .map(({ centre, size, ...rest }): Primitive => ({
        kind: 'rounded-box',
        tissue: 'prop',
        centre,
        axes: unturned,
        halfSize: [size, size * 2, size],
        rounding: size / 4,
        ...rest,
      })),
  )
  const solids = fc
    .array(fc.record({ name: fc.constantFrom(...names), primitive }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((shapes) =>
      solidOf(
        names.flatMap((name) => {
          const own = shapes.filter((shape) => shape.name === name)
          return own.length > 0 ? [group(name, ...own.map((shape) => shape.primitive))] : []
        }),
        ({ point: [x] }) => (x < 0 ? 'top' : 'skin'),
      ),
    )

  test('has closed outlines, no NaN, and the same sketch twice', () => {
    const camera = cameraAt(30, 20)
    const look = (solid: Solid) => {
      const { buffers, probe } = render(solid, camera, square, 120)
      return drawBody(solid, buffers, probe).items
    }
    fc.assert(
      fc.property(solids, (solid) => {
        const items = look(solid)
        for (const { path } of areasOf(items)) {
          expectClosed(path)
          for (const place of placesOn(path)) expect(place.every(Number.isFinite)).toBe(true)
        }
        for (const item of items) {
          if (item.kind === 'line') expect(item.points.every(Number.isFinite)).toBe(true)
        }
        expect(look(solid)).toEqual(items)
      }),
      { seed: 3, numRuns: 25 },
    )
  })
})
