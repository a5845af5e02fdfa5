/** How each primitive is laid out as a row of numbers for the distance functions, with its bounding ball. */
import { addScaled, dot, length, mix, normalize, subtract } from '../../geometry/vec3.ts'
import { xAxis, yAxis, zAxis } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Cut, Ellipsoid, Primitive, Ribbon, RoundCone, Slice } from '../solid.ts'
import {
  ballKind, boxKind, coneKind, cylinderKind, ellipsoidKind, ribbonKind, sliceKind,
} from './layout.ts' // prettier-ignore

const mostCuts = 4

export interface Row {
  readonly kind: number
  readonly data: readonly number[]
  readonly centre: Vec3
  readonly radius: number
  readonly isFine: boolean
}

/** Thinner than this, in metres, counts as fine: fingers, ears, noses, straps. */
const fineRadius = 0.02

export function rowsOf(primitive: Primitive): readonly Row[] {
  switch (primitive.kind) {
    case 'slice':
      return [sliceRow(primitive)]
    case 'ellipsoid':
      return [ellipsoidRow(primitive)]
    case 'round-cone':
      return [coneRow(primitive)]
    case 'rounded-box':
      return [
        {
          kind: boxKind,
          data: [
            ...primitive.centre,
            ...axesRow(primitive.axes),
            ...primitive.halfSize.map((half) => half - primitive.rounding),
            primitive.rounding,
          ],
          centre: primitive.centre,
          radius: length(primitive.halfSize),
          isFine: Math.min(...primitive.halfSize) < fineRadius / 2,
        },
      ]
    case 'rounded-cylinder':
      return [
        {
          kind: cylinderKind,
          data: [
            ...primitive.centre,
            ...zAxis(primitive.axes),
            primitive.radius - primitive.rounding,
            primitive.halfLength - primitive.rounding,
            primitive.rounding,
          ],
          centre: primitive.centre,
          radius: Math.sqrt(primitive.radius ** 2 + primitive.halfLength ** 2),
          isFine: primitive.radius < fineRadius,
        },
      ]
    case 'ribbon':
      return ribbonRows(primitive)
  }
}

function sliceRow({ from, to }: Slice): Row {
  const [a, b, c, d] = from.radii
  const [e, f, g, h] = to.radii
  const widest = Math.max(a, b, c, d, e, f, g, h)
  return {
    kind: sliceKind,
    data: [
      ...from.centre, ...from.normal, ...to.centre, ...to.normal,
      ...subtract(to.centre, from.centre),
      ...from.x, ...subtract(to.x, from.x),
      ...from.y, ...subtract(to.y, from.y),
      a, b, c, d, e - a, f - b, g - c, h - d,
      from.at, to.at - from.at,
    ], // prettier-ignore
    centre: mix(from.centre, to.centre, 0.5),
    radius: widest + length(subtract(to.centre, from.centre)) / 2 + 0.001,
    isFine: Math.min(a + b, c + d) / 2 < fineRadius,
  }
}

function ellipsoidRow({ centre, axes, radii, cuts = [] }: Ellipsoid): Row {
  const kept = cuts.slice(0, mostCuts)
  return {
    kind: ellipsoidKind,
    data: [
      ...centre,
      ...axesRow(axes),
      ...radii,
      ...radii.map((radius) => 1 / radius),
      kept.length,
      ...kept.flatMap(cutRow),
    ],
    centre,
    radius: Math.max(...radii),
    isFine: Math.min(...radii) < fineRadius,
  }
}

function cutRow(cut: Cut): readonly number[] {
  return cut.kind === 'plane'
    ? [0, ...cut.point, ...cut.normal]
    : [1, ...cut.centre, cut.radius, 0, 0]
}

function coneRow({ from, to, fromRadius, toRadius }: RoundCone): Row {
  const axis = subtract(to, from)
  const squared = dot(axis, axis)
  const slope = fromRadius - toRadius
  // One end swallows the other: only its ball is left.
  if (squared <= slope * slope + 1e-12) {
    const centre = fromRadius > toRadius ? from : to
    const radius = Math.max(fromRadius, toRadius)
    return {
      kind: ballKind,
      data: [...centre, radius],
      centre,
      radius,
      isFine: radius < fineRadius,
    }
  }
  return {
    kind: coneKind,
    data: [
      ...from, ...axis, fromRadius, toRadius,
      squared, slope, squared - slope * slope, 1 / squared,
    ], // prettier-ignore
    centre: mix(from, to, 0.5),
    radius: Math.sqrt(squared) / 2 + Math.max(fromRadius, toRadius),
    isFine: Math.min(fromRadius, toRadius) < fineRadius,
  }
}

/** One row for each piece of the polyline, its width turning evenly from end to end. */
function ribbonRows(ribbon: Ribbon): readonly Row[] {
  const { points, across, halfWidth, halfThickness } = ribbon
  const last = points.length - 1
  return points.flatMap((from, index) => {
    if (index === last && !ribbon.isClosed) return []
    const next = index === last ? 0 : index + 1
    const to = points[next] ?? from
    const start = across[index] ?? [0, 0, 1]
    const end = across[next] ?? start
    const along = subtract(to, from)
    if (length(along) < 1e-9) return []
    const turned = dot(start, end) < 0 ? addScaled([0, 0, 0], end, -1) : end
    return [
      {
        kind: ribbonKind,
        data: [
          ...from,
          ...along,
          1 / dot(along, along),
          ...flatten(start, along),
          ...subtract(flatten(turned, along), flatten(start, along)),
          halfWidth,
          halfThickness,
        ],
        centre: mix(from, to, 0.5),
        radius: length(along) / 2 + halfWidth + halfThickness,
        isFine: halfWidth < fineRadius,
      },
    ]
  })
}

function flatten(across: Vec3, along: Vec3): Vec3 {
  return normalize(addScaled(across, along, -dot(across, along) / dot(along, along)))
}

function axesRow(axes: Rotation): readonly number[] {
  return [...xAxis(axes), ...yAxis(axes), ...zAxis(axes)]
}
