/** Skeletons on the way from one pose to another: for arrows, and for checks of the path. */
import {
  aboutAxis,
  radiansPerDegree,
  rotate,
  turnThenTurn,
  unrotate,
  xAxis,
  zAxis,
} from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import { add, addScaled, distance, length, mix, scale, subtract } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { spineAt } from '../body/spine.ts'
import {
  sides,
  type Arm,
  type Bone,
  type Leg,
  type Skeleton,
  type SpinePlace,
} from '../skeleton.ts'
import { placeOn, type Landmark } from './landmarks.ts'
import { bendArm } from './reach.ts'

/** Every joint turned by a share of its way; what stays in place in both poses stays in place between them. */
export function skeletonBetween(a: Skeleton, b: Skeleton, share: number): Skeleton {
  if (share === 0) return a
  if (share === 1) return b
  const pelvis: Bone = {
    origin: mix(a.pelvis.origin, b.pelvis.origin, share),
    axes: between(a.pelvis.axes, b.pelvis.axes, share),
  }
  const spine = spineBetween(pelvis, a, b, share)
  const moved = place({ pelvis, spine }, a, b, share)
  return stayPut(moved, a, b, share)
}

function place(
  { pelvis, spine }: Pick<Skeleton, 'pelvis' | 'spine'>,
  a: Skeleton,
  b: Skeleton,
  share: number,
): Skeleton {
  const shoulders = shouldersOf({ spine }, a)
  const shouldersA = shouldersOf(a, a)
  const shouldersB = shouldersOf(b, b)
  const neck = neckBetween(shoulders, [a, shouldersA], [b, shouldersB], share)
  const headOrigin = neck[neck.length - 1]?.origin ?? a.head.origin
  const legOf = (side: 'left' | 'right'): Leg =>
    legBetween(pelvis, [a.pelvis, a.legs[side]], [b.pelvis, b.legs[side]], share)
  const armOf = (side: 'left' | 'right'): Arm =>
    armBetween(shoulders, [shouldersA, a.arms[side]], [shouldersB, b.arms[side]], share)
  return {
    pelvis,
    spine,
    neck,
    head: {
      origin: headOrigin,
      axes: carry(
        shoulders.axes,
        [shouldersA.axes, a.head.axes],
        [shouldersB.axes, b.head.axes],
        share,
      ),
    },
    legs: { left: legOf('left'), right: legOf('right') },
    arms: { left: armOf('left'), right: armOf('right') },
  }
}

/** Where the arms' turning is measured from: the spine at the height of the shoulders. */
function shouldersOf({ spine }: Pick<Skeleton, 'spine'>, { spine: places }: Skeleton): Bone {
  const top = places[places.length - 1]?.height ?? 0.56
  return spineAt({ spine }, top * 0.777)
}

/** A rotation part of the way to another, about the one axis that leads there. */
function between(a: Rotation, b: Rotation, share: number): Rotation {
  const way = turnThenTurn(transposed(a), b)
  const spin: Vec3 = [way[7] - way[5], way[2] - way[6], way[3] - way[1]]
  const sine = length(spin) / 2
  const cosine = (way[0] + way[4] + way[8] - 1) / 2
  const angle = Math.atan2(sine, cosine) / radiansPerDegree
  if (sine < 1e-9)
    return cosine > 0 ? a : turnThenTurn(a, aboutAxis(halfTurnAxis(way), 180 * share))
  return turnThenTurn(a, aboutAxis(scale(spin, 1 / (2 * sine)), angle * share))
}

function halfTurnAxis(way: Rotation): Vec3 {
  const axis: Vec3 = [
    Math.sqrt(Math.max(0, (way[0] + 1) / 2)),
    Math.sqrt(Math.max(0, (way[4] + 1) / 2)),
    Math.sqrt(Math.max(0, (way[8] + 1) / 2)),
  ]
  return [axis[0], way[1] < 0 ? -axis[1] : axis[1], way[2] < 0 ? -axis[2] : axis[2]]
}

function transposed([a, b, c, d, e, f, g, h, i]: Rotation): Rotation {
  return [a, d, g, b, e, h, c, f, i]
}

type Pair = readonly [proximal: Rotation, distal: Rotation]

/** A distal bone's axes, its turn from the proximal one being part of the way from one pair's to another's. */
function carry(proximal: Rotation, [pa, da]: Pair, [pb, db]: Pair, share: number): Rotation {
  const turn = between(turnThenTurn(transposed(pa), da), turnThenTurn(transposed(pb), db), share)
  return turnThenTurn(proximal, turn)
}

/** A point that hangs on a bone, as seen from its axes, part of the way. */
function hang(
  bone: Bone,
  [boneA, a]: readonly [Bone, Vec3],
  [boneB, b]: readonly [Bone, Vec3],
  share: number,
): Vec3 {
  const local = mix(
    unrotate(boneA.axes, subtract(a, boneA.origin)),
    unrotate(boneB.axes, subtract(b, boneB.origin)),
    share,
  )
  return add(bone.origin, rotate(bone.axes, local))
}

function spineBetween(
  pelvis: Bone,
  a: Skeleton,
  b: Skeleton,
  share: number,
): readonly SpinePlace[] {
  const axes = a.spine.map((placeA, index) => {
    const placeB = b.spine[index] ?? placeA
    return carry(pelvis.axes, [a.pelvis.axes, placeA.axes], [b.pelvis.axes, placeB.axes], share)
  })
  const heights = a.spine.map(({ height }) => height)
  const middle = heights.findIndex((height) => height > -1e-9)
  const origins: Vec3[] = []
  origins[middle] = pelvis.origin
  const upAt = (index: number) => zAxis(axes[index] ?? pelvis.axes)
  const along = (from: Vec3, low: number, sign: 1 | -1): Vec3 => {
    const step = (heights[low + 1] ?? 0) - (heights[low] ?? 0)
    return addScaled(
      addScaled(from, upAt(low), (sign * step) / 2),
      upAt(low + 1),
      (sign * step) / 2,
    )
  }
  for (let index = middle + 1; index < heights.length; index += 1) {
    origins[index] = along(origins[index - 1] ?? pelvis.origin, index - 1, 1)
  }
  for (let index = middle - 1; index >= 0; index -= 1) {
    origins[index] = along(origins[index + 1] ?? pelvis.origin, index, -1)
  }
  return heights.map((height, index) => ({
    height,
    origin: origins[index] ?? pelvis.origin,
    axes: axes[index] ?? pelvis.axes,
  }))
}

function neckBetween(
  shoulders: Bone,
  [a, shouldersA]: readonly [Skeleton, Bone],
  [b, shouldersB]: readonly [Skeleton, Bone],
  share: number,
): readonly Bone[] {
  return a.neck.map((bone, index) => {
    const other = b.neck[index] ?? bone
    return {
      origin: hang(shoulders, [shouldersA, bone.origin], [shouldersB, other.origin], share),
      axes: carry(
        shoulders.axes,
        [shouldersA.axes, bone.axes],
        [shouldersB.axes, other.axes],
        share,
      ),
    }
  })
}

function legBetween(
  pelvis: Bone,
  [pelvisA, a]: readonly [Bone, Leg],
  [pelvisB, b]: readonly [Bone, Leg],
  share: number,
): Leg {
  const hip = hang(pelvis, [pelvisA, a.hip], [pelvisB, b.hip], share)
  const thigh = carry(pelvis.axes, [pelvisA.axes, a.thigh], [pelvisB.axes, b.thigh], share)
  const shank = carry(thigh, [a.thigh, a.shank], [b.thigh, b.shank], share)
  const foot = carry(shank, [a.shank, a.foot], [b.shank, b.foot], share)
  const knee = addScaled(hip, zAxis(thigh), -distance(a.hip, a.knee))
  const ankle = addScaled(knee, zAxis(shank), -distance(a.knee, a.ankle))
  return { hip, knee, ankle, thigh, shank, foot }
}

function armBetween(
  shoulders: Bone,
  [shouldersA, a]: readonly [Bone, Arm],
  [shouldersB, b]: readonly [Bone, Arm],
  share: number,
): Arm {
  const shoulder = hang(shoulders, [shouldersA, a.shoulder], [shouldersB, b.shoulder], share)
  const upperArm = carry(
    shoulders.axes,
    [shouldersA.axes, a.upperArm],
    [shouldersB.axes, b.upperArm],
    share,
  )
  const forearm = carry(upperArm, [a.upperArm, a.forearm], [b.upperArm, b.forearm], share)
  const forearmAtWrist = carry(
    forearm,
    [a.forearm, a.forearmAtWrist],
    [b.forearm, b.forearmAtWrist],
    share,
  )
  const hand = carry(forearmAtWrist, [a.forearmAtWrist, a.hand], [b.forearmAtWrist, b.hand], share)
  const elbow = addScaled(shoulder, zAxis(upperArm), -distance(a.shoulder, a.elbow))
  const wrist = addScaled(elbow, zAxis(forearm), -distance(a.elbow, a.wrist))
  const handShape = share < 0.5 ? a.handShape : b.handShape
  return { shoulder, elbow, wrist, upperArm, forearm, forearmAtWrist, hand, handShape }
}

/** What is nearer than this to its place in the other pose has not moved, metres. */
const staying = 0.02
const supports: readonly Landmark[] = sides.flatMap((side): Landmark[] => [
  `${side} ankle`,
  `${side} knee`,
])

/** The whole moves so that knees and ankles that stay are where they were; hands that stay are reached for. */
function stayPut(skeleton: Skeleton, a: Skeleton, b: Skeleton, share: number): Skeleton {
  const shifts = supports.flatMap((name) => {
    const from = placeOn(a, name)
    const to = placeOn(b, name)
    if (distance(from, to) > staying) return []
    return [subtract(mix(from, to, share), placeOn(skeleton, name))]
  })
  const shift = scale(shifts.reduce(add, [0, 0, 0]), 1 / Math.max(1, shifts.length))
  const moved = moveBy(skeleton, shift)
  const armOf = (side: 'left' | 'right'): Arm => {
    const [from, to] = [a.arms[side], b.arms[side]]
    const arm = moved.arms[side]
    if (distance(from.wrist, to.wrist) > staying) return arm
    const goal = {
      wrist: mix(from.wrist, to.wrist, share),
      hand: between(from.hand, to.hand, share),
      handShape: arm.handShape,
      pole: scale(xAxis(arm.upperArm), -1),
    }
    return bendArm(arm.shoulder, goal, {
      upperArm: distance(from.shoulder, from.elbow),
      forearm: distance(from.elbow, from.wrist),
    })
  }
  return { ...moved, arms: { left: armOf('left'), right: armOf('right') } }
}

/** The same skeleton somewhere else. */
export function moveBy(skeleton: Skeleton, shift: Vec3): Skeleton {
  const bone = <T extends Bone>(it: T): T => ({ ...it, origin: add(it.origin, shift) })
  const leg = (it: Leg): Leg => ({
    ...it,
    hip: add(it.hip, shift),
    knee: add(it.knee, shift),
    ankle: add(it.ankle, shift),
  })
  const arm = (it: Arm): Arm => ({
    ...it,
    shoulder: add(it.shoulder, shift),
    elbow: add(it.elbow, shift),
    wrist: add(it.wrist, shift),
  })
  return {
    pelvis: bone(skeleton.pelvis),
    spine: skeleton.spine.map(bone),
    neck: skeleton.neck.map(bone),
    head: bone(skeleton.head),
    legs: { left: leg(skeleton.legs.left), right: leg(skeleton.legs.right) },
    arms: { left: arm(skeleton.arms.left), right: arm(skeleton.arms.right) },
  }
}
