/** Muscle areas: fibres from origin to insertion laid onto the skin, and a smooth field around them. */
import { distance, mix, type Vec3 } from '../../geometry/vec3.ts'
import type { BonePlace, MuscleModel } from '../../model/body.ts'
import type { MuscleArea } from '../muscle-area.ts'
import { signOf, type Bone, type Side, type Skeleton } from '../skeleton.ts'
import type { GroupName } from '../solid.ts'
import { curveThrough, placeOnLine } from './curve.ts'
import type { SkinNear } from './project.ts'
import { inBone } from './shapes.ts'
import { glutealAxes } from './spine.ts'

/** A muscle that a figure shows, on one side. */
export interface FeltMuscle {
  readonly muscle: MuscleModel
  readonly side: Side
}

/** Points on each fibre, and fibres laid between two neighbouring ones. */
const pointsOnFibre = 9

export function muscleArea(
  { muscle, side }: FeltMuscle,
  skeleton: Skeleton,
  skinNear: SkinNear,
  unit: number,
): MuscleArea {
  const names = muscle.on.map((part): GroupName => (part === 'trunk' ? 'trunk' : `${side} leg`))
  const written = muscle.fibres.map((fibre) =>
    curveThrough(
      fibre.map((place) => placeOf(place, skeleton, side, unit)),
      6,
    ),
  )
  const skin = skinNear([`${side} leg`], written.flat(), 0.07)
  const fibres = withMiddles(written).map((line) =>
    Array.from({ length: pointsOnFibre }, (_, index) =>
      skin.onto(placeOnLine(line, index / (pointsOnFibre - 1)), -0.001),
    ),
  )
  const all = fibres.flat()
  const mean = meanOf(all)
  const nearest = all.reduce(
    (a, b) => (distance(b, mean) < distance(a, mean) ? b : a),
    all[0] ?? mean,
  )
  const centre = skin.onto(nearest)
  const field = fieldOf(fibres, muscle.width * unit)
  return { muscle: muscle.id, groups: names, centre, outward: skin.outward(centre), field, fibres }
}

function placeOf({ bone, at }: BonePlace, skeleton: Skeleton, side: Side, unit: number): Vec3 {
  const [forward, outward, up] = at
  return inBone(
    muscleBone(bone, skeleton, side),
    forward * unit,
    outward * signOf(side) * unit,
    up * unit,
  )
}

function muscleBone(bone: BonePlace['bone'], skeleton: Skeleton, side: Side): Bone {
  const leg = skeleton.legs[side]
  switch (bone) {
    case 'pelvis':
      return skeleton.pelvis
    case 'buttock':
      return { origin: skeleton.pelvis.origin, axes: glutealAxes(skeleton, leg) }
    case 'thigh':
      return { origin: leg.hip, axes: leg.thigh }
    case 'shank':
      return { origin: leg.knee, axes: leg.shank }
  }
}

/** Two more fibres between each two, so that the area has no furrows and its ends are round. */
function withMiddles(lines: readonly (readonly Vec3[])[]): readonly (readonly Vec3[])[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]
    if (next === undefined) return [line]
    const between = [1 / 3, 2 / 3].map((way) =>
      line.map((_, step): Vec3 => {
        const share = step / (line.length - 1)
        return mix(placeOnLine(line, share), placeOnLine(next, share), way)
      }),
    )
    return [line, ...between]
  })
}

/** Metres over which neighbouring fibres' fields melt together, in shares of the width. */
const melt = 0.45

/**
 * 0 on a fibre in its thick middle, 1 at the edge of the area. Muscles are spindles: towards both ends the area
 * narrows to 0.7 of its width.
 */
function fieldOf(fibres: readonly (readonly Vec3[])[], width: number): (point: Vec3) => number {
  const lines = fibres.map((fibre) =>
    fibre.slice(1).map((to, index) => {
      const count = fibre.length - 1
      const first = widthAt(index / count) * width
      const last = widthAt((index + 1) / count) * width
      return { from: fibre[index] ?? to, to, first, last }
    }),
  )
  const centre = meanOf(fibres.flat())
  const reach = Math.max(...fibres.flat().map((point) => distance(point, centre))) + 4 * width
  return (point) => {
    const away = distance(point, centre)
    if (away > reach) return 4 + (away - reach) / width
    let value = Infinity
    for (const line of lines) {
      let share = Infinity
      for (const segment of line) share = Math.min(share, shareBeside(segment, point))
      if (value === Infinity) {
        value = share
        continue
      }
      const h = Math.max(melt - Math.abs(value - share), 0) / melt
      value = Math.min(value, share) - h * h * melt * 0.25
    }
    return Math.max(0, value)
  }
}

interface Segment {
  readonly from: Vec3
  readonly to: Vec3
  /** Width of the area at both ends. */
  readonly first: number
  readonly last: number
}

/** How far a point is from a piece of fibre, in shares of the width there. */
function shareBeside({ from, to, first, last }: Segment, point: Vec3): number {
  const [ax, ay, az] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const [px, py, pz] = [point[0] - from[0], point[1] - from[1], point[2] - from[2]]
  const size = ax * ax + ay * ay + az * az
  const t = Math.min(1, Math.max(0, size === 0 ? 0 : (px * ax + py * ay + pz * az) / size))
  const [ox, oy, oz] = [px - ax * t, py - ay * t, pz - az * t]
  return Math.sqrt(ox * ox + oy * oy + oz * oz) / (first + (last - first) * t)
}

function widthAt(share: number): number {
  return 0.7 + 0.3 * (4 * share * (1 - share)) ** 0.6
}

function meanOf(points: readonly Vec3[]): Vec3 {
  const sum = points.reduce<Vec3>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0])
  const count = Math.max(1, points.length)
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}
