/** Cushion, ball, roller, step and wall as shapes, with the few lines that tell what they are. */
import { fromAxes, rotate, xAxis, yAxis, zAxis } from '../../geometry/rotation.ts'
import { add, addScaled } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Bone } from '../skeleton.ts'
import type { Material, Primitive, RoundedBox, SurfaceMark } from '../solid.ts'
import { propSizes } from './sizes.ts'

export interface Thing {
  readonly material: Material
  readonly primitives: readonly Primitive[]
  readonly marks: readonly SurfaceMark[]
}

export type ThingKind = 'cushion' | 'ball' | 'roller' | 'step' | 'wall'

export function thingOf(kind: ThingKind, place: Bone): Thing {
  switch (kind) {
    case 'cushion':
      return cushion(place)
    case 'ball':
      return ball(place)
    case 'roller':
      return roller(place)
    case 'step':
      return step(place)
    case 'wall':
      return wall(place)
  }
}

/** What lies on a cushion sinks into it: the cushion is higher beside it by this. */
const swelling = 0.018
/** Two are stacked for more height than this. */
const highestCushion = 0.15

function cushion(place: Bone): Thing {
  const { length, width } = propSizes.cushion
  const height = place.origin[2] + swelling
  const layers = height > highestCushion ? 2 : 1
  const thickness = height / layers
  const rounding = Math.min(0.045, thickness * 0.46)
  const boxes = Array.from({ length: layers }, (_, layer): RoundedBox => {
    const [x, y] = place.origin
    return {
      kind: 'rounded-box',
      centre: [x, y, thickness * (layer + 0.5)],
      axes: place.axes,
      halfSize: [width / 2, length / 2, thickness / 2],
      rounding,
      tissue: 'prop',
      blend: 0,
    }
  })
  const seams = boxes.map((box) =>
    rectangleMark(box, box.centre[2], 'detail', Math.max(0, rounding - 0.002)),
  )
  return { material: 'cushion', primitives: boxes, marks: seams }
}

function ball({ origin }: Bone): Thing {
  const { radius } = propSizes.ball
  return {
    material: 'ball',
    primitives: [
      {
        kind: 'round-cone',
        from: origin,
        to: origin,
        fromRadius: radius,
        toRadius: radius,
        tissue: 'prop',
        blend: 0,
      },
    ],
    marks: [],
  }
}

function roller({ origin, axes }: Bone): Thing {
  const { radius, length, rounding, hole } = propSizes.roller
  const along = yAxis(axes)
  const halfLength = length / 2
  const marks = [-1, 1].flatMap((end) => {
    const centre = addScaled(origin, along, end * halfLength)
    return [hole, radius - 0.012].map((size) => circleMark(centre, axes, size))
  })
  return {
    material: 'roller',
    primitives: [
      {
        kind: 'rounded-cylinder',
        centre: origin,
        axes: fromAxes(zAxis(axes), xAxis(axes), along),
        radius,
        halfLength,
        rounding,
        tissue: 'prop',
        blend: 0,
      },
    ],
    marks,
  }
}

function step({ origin, axes }: Bone): Thing {
  const { height, depth, width, tread, rounding } = propSizes.step
  const box: RoundedBox = {
    kind: 'rounded-box',
    centre: addScaled(origin, zAxis(axes), -height / 2),
    axes,
    halfSize: [depth / 2, width / 2, height / 2],
    rounding,
    tissue: 'prop',
    blend: 0,
  }
  const line = rectangleMark(box, origin[2] - tread, 'crease', rounding)
  return { material: 'step', primitives: [box], marks: [line] }
}

function wall({ origin, axes }: Bone): Thing {
  const { width, thickness, rounding } = propSizes.wall
  const [x, y, height] = addScaled(origin, xAxis(axes), -thickness / 2)
  const box: RoundedBox = {
    kind: 'rounded-box',
    centre: [x, y, height / 2],
    axes,
    halfSize: [thickness / 2, width / 2, height / 2],
    rounding,
    tissue: 'prop',
    blend: 0,
  }
  return { material: 'wall', primitives: [box], marks: [] }
}

/** A line round a box at one height; its corners are rounded as the box is. */
function rectangleMark(
  { centre, axes, halfSize }: RoundedBox,
  height: number,
  kind: SurfaceMark['kind'],
  rounding: number,
): SurfaceMark {
  const [x, y] = [halfSize[0], halfSize[1]]
  const corners = [
    [1, 1, 0],
    [-1, 1, 90],
    [-1, -1, 180],
    [1, -1, 270],
  ] as const
  const points = corners.flatMap(([sx, sy, from]): readonly Vec3[] =>
    [0, 30, 60, 90].map((turn) => {
      const angle = ((from + turn) * Math.PI) / 180
      const a = sx * (x - rounding) + Math.cos(angle) * rounding
      const b = sy * (y - rounding) + Math.sin(angle) * rounding
      return onBox(centre, axes, a, b, height)
    }),
  )
  const first = points[0]
  return {
    group: 'props',
    points: first === undefined ? points : [...withSteps(points), first],
    kind,
    weights: [1, 1, 1],
  }
}

function onBox(centre: Vec3, axes: Bone['axes'], a: number, b: number, height: number): Vec3 {
  const [x, y] = add(centre, rotate(axes, [a, b, 0]))
  return [x, y, height]
}

/** Points between those of long straight sides, so that a smooth curve through them stays straight. */
function withSteps(points: readonly Vec3[]): readonly Vec3[] {
  return points.flatMap((point, index): readonly Vec3[] => {
    const next = points[(index + 1) % points.length] ?? point
    const isLong = Math.hypot(next[0] - point[0], next[1] - point[1]) > 0.05
    const between = (share: number): Vec3 => [
      point[0] + (next[0] - point[0]) * share,
      point[1] + (next[1] - point[1]) * share,
      point[2],
    ]
    return isLong ? [point, between(0.04), between(0.5), between(0.96)] : [point]
  })
}

function circleMark(centre: Vec3, axes: Bone['axes'], radius: number): SurfaceMark {
  const points = Array.from({ length: 25 }, (_, i): Vec3 => {
    const angle = (2 * Math.PI * i) / 24
    return addScaled(
      addScaled(centre, xAxis(axes), Math.cos(angle) * radius),
      zAxis(axes),
      Math.sin(angle) * radius,
    )
  })
  return { group: 'props', points, kind: 'crease', weights: [0.9, 0.9, 0.9] }
}
