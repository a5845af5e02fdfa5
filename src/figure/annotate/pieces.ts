/** A solid in convex pieces, each given by a few points of its outline as the camera sees it: near enough for a mask. */
import { rotate, xAxis, yAxis, zAxis } from '../../geometry/rotation.ts'
import { add, addScaled, cross, dot } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Camera } from '../camera.ts'
import type { Ellipsoid, Primitive, Ribbon, Section, Solid } from '../solid.ts'

/** Points round a section, a disc or a ball. */
const around = 16
const cosines = Array.from({ length: around }, (_, k) => Math.cos((2 * Math.PI * k) / around))
const sines = Array.from({ length: around }, (_, k) => Math.sin((2 * Math.PI * k) / around))

export interface Piece {
  /** Their convex hull is the piece. */
  readonly points: readonly Vec3[]
  /** Soft flesh is pressed flat on the floor. */
  readonly isPressed: boolean
}

/** The convex pieces that a solid is made of. */
export function piecesOf(solid: Solid, camera: Camera): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { name, parts } of solid.groups) {
    const isPressed = solid.isPressedByFloor && name !== 'props'
    for (const { primitives } of parts) {
      for (const primitive of primitives) {
        for (const points of pointsOf(primitive, camera)) pieces.push({ points, isPressed })
      }
    }
  }
  return pieces
}

function pointsOf(primitive: Primitive, camera: Camera): readonly (readonly Vec3[])[] {
  switch (primitive.kind) {
    case 'slice':
      return [[...ringOf(primitive.from), ...ringOf(primitive.to)]]
    case 'ellipsoid':
      return [rimOf(primitive, camera)]
    case 'round-cone': {
      const { from, to, fromRadius, toRadius } = primitive
      const { right, up } = camera
      return [[...circle(from, right, up, fromRadius), ...circle(to, right, up, toRadius)]]
    }
    case 'rounded-box': {
      const { centre, axes, halfSize } = primitive
      const [x, y, z] = halfSize
      return [signs.map(([i, j, k]) => add(centre, rotate(axes, [i * x, j * y, k * z])))]
    }
    case 'rounded-cylinder': {
      const { centre, axes, radius, halfLength } = primitive
      const along = zAxis(axes)
      return [
        [-halfLength, halfLength].flatMap((way) =>
          circle(addScaled(centre, along, way), xAxis(axes), yAxis(axes), radius),
        ),
      ]
    }
    case 'ribbon':
      return ribbonPieces(primitive)
  }
}

const signs = [-1, 1].flatMap((i) => [-1, 1].flatMap((j) => [-1, 1].map((k) => [i, j, k] as const)))

function circle(centre: Vec3, x: Vec3, y: Vec3, radius: number): readonly Vec3[] {
  return cosines.map((cosine, k) =>
    addScaled(addScaled(centre, x, cosine * radius), y, (sines[k] ?? 0) * radius),
  )
}

function ringOf({ centre, x, y, radii }: Section): readonly Vec3[] {
  return cosines.map((cosine, k) => {
    const sine = sines[k] ?? 0
    const across = cosine * (cosine > 0 ? radii[0] : radii[1])
    return addScaled(addScaled(centre, x, across), y, sine * (sine > 0 ? radii[2] : radii[3]))
  })
}

/** The points of an ellipsoid that lie farthest in each direction of the picture plane. */
function rimOf({ centre, axes, radii }: Ellipsoid, { right, up }: Camera): readonly Vec3[] {
  const turned = [xAxis(axes), yAxis(axes), zAxis(axes)]
  return cosines.map((cosine, k) => {
    const towards = addScaled(
      [right[0] * cosine, right[1] * cosine, right[2] * cosine],
      up,
      sines[k] ?? 0,
    )
    let size = 0
    let sum: Vec3 = [0, 0, 0]
    for (let i = 0; i < 3; i++) {
      const axis = turned[i] ?? towards
      const radius = radii[i] ?? 0
      const share = dot(axis, towards) * radius
      size += share * share
      sum = addScaled(sum, axis, share * radius)
    }
    return addScaled(centre, sum, 1 / (Math.sqrt(size) || 1))
  })
}

/** One piece for each stretch of the polyline: its width at both ends, and its thickness. */
function ribbonPieces(ribbon: Ribbon): readonly (readonly Vec3[])[] {
  const { points, across, halfWidth, halfThickness, isClosed } = ribbon
  const last = points.length - 1
  return points.flatMap((from, index) => {
    if (index === last && !isClosed) return []
    const next = index === last ? 0 : index + 1
    const to = points[next] ?? from
    const sideFrom = across[index] ?? [0, 0, 1]
    const sideTo = across[next] ?? sideFrom
    const along: Vec3 = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
    const size = Math.sqrt(dot(along, along))
    const through = cross(along, sideFrom)
    const thick = size > 0 ? halfThickness / size : 0
    return [
      [-1, 1].flatMap((side) =>
        [-thick, thick].flatMap((deep) => [
          addScaled(addScaled(from, sideFrom, side * halfWidth), through, deep),
          addScaled(addScaled(to, sideTo, side * halfWidth), through, deep),
        ]),
      ),
    ]
  })
}
