/** Contacts of trunk and legs as numbers that are 0 when they hold. */
import { xAxis, yAxis, zAxis } from '../../../geometry/rotation.ts'
import {
  addScaled,
  distance,
  dot,
  mix,
  normalize,
  scale,
  subtract,
} from '../../../geometry/vec3.ts'
import type { Vec3 } from '../../../geometry/vec3.ts'
import { propSizes } from '../../props/sizes.ts'
import { otherSide, sides, type Arm, type Side, type Skeleton } from '../../skeleton.ts'
import type { Base } from '../bases.ts'
import {
  buttockOf,
  lowestOf,
  reachOf,
  reachOfThigh,
  thighRadius,
  type BodyPart,
  type Flesh,
} from '../flesh.ts'
import type { PoseContact } from '../phases.ts'
import type { PropKind } from './phrases.ts'

/** How deep the floor may press into a part, metres: soft flesh gives way, bone does not. */
export function softnessOf(part: BodyPart): number {
  return softness.get(part) ?? 0.004
}

const softness: ReadonlyMap<string, number> = new Map([
  ['pelvis', 0.028],
  ['back', 0.018],
  ['shoulders', 0.02],
  ['head', 0.008],
  ...sides.flatMap(
    (side) =>
      [
        [`${side} buttock`, 0.028],
        [`${side} hip`, 0.024],
        [`${side} shoulder`, 0.02],
        [`${side} upper arm`, 0.012],
        [`${side} thigh`, 0.014],
        [`${side} shin`, 0.01],
        [`${side} foot`, 0.002],
      ] as const,
  ),
])

export interface Gap {
  /** Metres between flesh and what it touches; negative when they overlap. */
  readonly gap: number
  /** How much overlap is flesh that gives way. */
  readonly soft: number
  /** 1 for what must hold; less for what is only wished. */
  readonly weight: number
}

export interface TouchSituation {
  readonly skeleton: Skeleton
  readonly flesh: Flesh
  /** Height of the lowest point of a part. */
  readonly bottomOf: (part: BodyPart) => number
  readonly base: Base
  /** Feet whose ankle is free are laid flat. */
  readonly isFlat: Readonly<Record<Side, boolean>>
  readonly placedArms: Readonly<Record<Side, Arm>>
}

const must = 1
/** A centimetre counts as a degree or so. */
const wish = 0.02

/** What a contact asks of a skeleton; always the same number of gaps for one contact. */
export function gapsOf(contact: PoseContact, situation: TouchSituation): readonly Gap[] {
  const { subject, target } = contact
  const { skeleton, flesh } = situation
  const { side } = subject
  switch (target.kind) {
    case 'floor': {
      const gaps = floorGaps(contact, situation, 0)
      if (target.place !== 'under hip' || side === undefined) return gaps
      const { hip, knee } = skeleton.legs[side]
      return [...gaps, ...planarGaps(hip, knee)]
    }
    case 'prop':
      return propGaps(contact, situation, target.prop, target.share)
    case 'wall':
      return [wallGap(situation)]
    case 'together':
      return subject.part === 'foot' || subject.part === 'knee'
        ? [togetherGap(subject.part, skeleton, flesh)]
        : []
    case 'body':
      if (subject.part === 'head' && target.of.part === 'arm') {
        return [headOnArmGap(situation, target.of.side ?? 'left')]
      }
      if (subject.part === 'ankle' && target.of.part === 'thigh' && side !== undefined) {
        return ankleOnThighGaps(skeleton, flesh, side)
      }
      if (subject.part === 'knee' && target.of.part === 'hand' && side !== undefined) {
        return [kneeBehindWristGap(situation, side, target.of.side ?? side)]
      }
      return []
    default:
      return []
  }
}

function floorGaps(
  { subject }: PoseContact,
  situation: TouchSituation,
  height: number,
): readonly Gap[] {
  const { skeleton, flesh, bottomOf, isFlat } = situation
  const { part, side } = subject
  const above = (name: BodyPart): Gap => ({
    gap: bottomOf(name) - height,
    soft: softnessOf(name),
    weight: must,
  })
  if (side === undefined) {
    return part === 'head' || part === 'back' || part === 'pelvis' || part === 'shoulders'
      ? [above(part)]
      : []
  }
  switch (part) {
    case 'leg': {
      const parts = (
        [`${side} thigh`, `${side} knee`, `${side} shin`, `${side} foot`] as const
      ).map((name) => above(name))
      const nearest = parts.reduce((best, gap) => (gap.gap < best.gap ? gap : best))
      // Thigh and foot both, where that is possible.
      return [
        nearest,
        { ...above(`${side} foot`), weight: wish },
        { ...above(`${side} knee`), soft: 0.03, weight: wish / 2 },
      ]
    }
    case 'shin':
      return [
        above(`${side} shin`),
        { ...above(`${side} foot`), soft: 0.02, weight: wish },
        { ...above(`${side} knee`), soft: 0.02, weight: wish },
      ]
    case 'foot':
      return isFlat[side] ? soleGaps(skeleton, flesh, side, height) : [above(`${side} foot`)]
    case 'shoulder':
    case 'buttock':
    case 'hip':
    case 'thigh':
    case 'knee':
      return [above(`${side} ${part}`)]
    default:
      return []
  }
}

/** Heel and both sides of the ball at one height. */
function soleGaps(skeleton: Skeleton, flesh: Flesh, side: Side, height: number): readonly Gap[] {
  const { ankle, foot } = skeleton.legs[side]
  const { unit, soleDepth } = flesh
  const corner = (x: number, y: number) =>
    addScaled(
      addScaled(addScaled(ankle, xAxis(foot), x * unit), yAxis(foot), y * unit),
      zAxis(foot),
      -soleDepth,
    )
  return [corner(-0.04, 0), corner(0.13, 0.04), corner(0.13, -0.04)].map((point) => ({
    gap: point[2] - height,
    soft: 0.001,
    weight: must,
  }))
}

function propGaps(
  contact: PoseContact,
  situation: TouchSituation,
  prop: PropKind,
  share: number | undefined,
): readonly Gap[] {
  const { skeleton, flesh, bottomOf, isFlat } = situation
  const { part, side } = contact.subject
  switch (prop) {
    case 'step':
      if (part === 'foot' && side !== undefined && isFlat[side]) {
        return soleGaps(skeleton, flesh, side, propSizes.step.height)
      }
      return floorGaps(contact, situation, propSizes.step.height)
    case 'roller': {
      if (side === undefined) return []
      const top = 2 * propSizes.roller.radius
      const lowest =
        part === 'thigh'
          ? -reachOfThigh(side, share ?? 0.5, down, skeleton, flesh)
          : bottomOf(`${side} knee`)
      return [{ gap: lowest - top, soft: 0.008, weight: must }]
    }
    case 'ball': {
      const { height } = ballUnder(contact, skeleton, flesh)
      return [{ gap: height - propSizes.ball.radius, soft: 0.012, weight: must }]
    }
    case 'cushion': {
      // Under the pelvis the cushion is as thick as there is room for.
      const { pad, give, lowest, highest } = propSizes.cushion
      const room = part === 'pelvis' || part === 'buttock' ? bottomOf('pelvis') : undefined
      if (room === undefined) {
        return floorGaps(contact, situation, pad).map((gap) => ({ ...gap, soft: gap.soft + give }))
      }
      return [
        { gap: Math.max(0, room - highest) + Math.min(0, room - lowest), soft: 0, weight: must },
      ]
    }
  }
}

const down: Vec3 = [0, 0, -1]

/** Where the centre of a ball is that presses a buttock, or the tail bone, from below. */
export function ballUnder(
  { subject, target }: PoseContact,
  skeleton: Skeleton,
  flesh: Flesh,
): { readonly x: number; readonly y: number; readonly height: number } {
  const { radius } = propSizes.ball
  const { unit } = flesh
  if (subject.side === undefined) {
    const { origin, axes } = skeleton.pelvis
    const lowest = lowestOf('pelvis', skeleton, flesh)
    const tail = addScaled(origin, xAxis(axes), -0.05 * unit)
    return { x: tail[0], y: tail[1], height: lowest - radius }
  }
  const share = target.kind === 'prop' ? target.share : undefined
  // A lower place on the buttock, towards the thigh.
  const forwards = share !== undefined && share >= 0.5 ? 0.5 : 0
  const { centre, axes, radii } = buttockOf(subject.side, skeleton, flesh)
  const thigh = skeleton.legs[subject.side]
  const along = subtract(thigh.knee, thigh.hip)
  const flat = Math.hypot(along[0], along[1]) || 1
  const size = Math.hypot(forwards, 1)
  const way: Vec3 = [
    ((along[0] / flat) * forwards) / size,
    ((along[1] / flat) * forwards) / size,
    -1 / size,
  ]
  const [a, b, c] = [xAxis(axes), yAxis(axes), zAxis(axes)]
  const local = [
    dot(a, way) * radii[0] ** 2,
    dot(b, way) * radii[1] ** 2,
    dot(c, way) * radii[2] ** 2,
  ] as const
  const support = Math.sqrt(
    local[0] * dot(a, way) + local[1] * dot(b, way) + local[2] * dot(c, way),
  )
  const surface = addScaled(
    addScaled(addScaled(centre, a, local[0] / support), b, local[1] / support),
    c,
    local[2] / support,
  )
  const middle = addScaled(surface, way, radius)
  return { x: middle[0], y: middle[1], height: middle[2] }
}

/** Between two knees, or the nearest places of two feet from heel to ball. */
function togetherGap(part: 'foot' | 'knee', { legs }: Skeleton, flesh: Flesh): Gap {
  const { left, right } = legs
  if (part === 'knee') {
    return { gap: distance(left.knee, right.knee) - 0.1 * flesh.unit, soft: 0.02, weight: must }
  }
  const midlines = [left, right].map(({ ankle, foot }) =>
    [-0.03, 0.02, 0.07, 0.12].map((forwards) =>
      addScaled(
        addScaled(ankle, xAxis(foot), forwards * flesh.unit),
        zAxis(foot),
        -0.5 * flesh.soleDepth,
      ),
    ),
  )
  const [ofLeft = [], ofRight = []] = midlines
  const apart = ofLeft.flatMap((a) => ofRight.map((b) => distance(a, b)))
  return { gap: Math.min(...apart) - 0.08 * flesh.unit, soft: 0.02, weight: must }
}

/** Where somebody's front is, level: who lies on the back or the tummy has it above or below, and the head instead. */
export function frontOf({ axes, heading }: Base): Vec3 {
  const [x, y] = xAxis(axes)
  return Math.hypot(x, y) > 0.5 ? normalize([x, y, 0]) : heading
}

/** Back and buttocks in one upright plane. */
function wallGap({ skeleton, flesh, base }: TouchSituation): Gap {
  const behind = scale(frontOf(base), -1)
  const gap = reachOf('back', behind, skeleton, flesh) - reachOf('pelvis', behind, skeleton, flesh)
  return { gap, soft: 0.01, weight: must }
}

function planarGaps(a: Vec3, b: Vec3): readonly Gap[] {
  return [
    { gap: a[0] - b[0], soft: 0, weight: wish },
    { gap: a[1] - b[1], soft: 0, weight: wish },
  ]
}

/** The head's side rests on the arm below it. */
function headOnArmGap({ skeleton, flesh, bottomOf, placedArms }: TouchSituation, side: Side): Gap {
  const arm = placedArms[side]
  const { origin, axes } = skeleton.head
  const middle = addScaled(origin, zAxis(axes), 0.08 * flesh.unit)
  const onUpper = nearestShare(middle, arm.shoulder, arm.elbow)
  const onFore = nearestShare(middle, arm.elbow, arm.wrist)
  const upper = mix(arm.shoulder, arm.elbow, onUpper)
  const fore = mix(arm.elbow, arm.wrist, onFore)
  const nearest =
    planar(middle, upper) < planar(middle, fore)
      ? { point: upper, radius: 0.04 }
      : { point: fore, radius: 0.034 }
  const gap = bottomOf('head') - (nearest.point[2] + nearest.radius * flesh.unit)
  return { gap, soft: 0.016, weight: must }
}

function planar(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

function nearestShare([x, y]: Vec3, a: Vec3, b: Vec3): number {
  const along = [b[0] - a[0], b[1] - a[1]] as const
  const size = along[0] ** 2 + along[1] ** 2
  if (size === 0) return 0
  return Math.max(0, Math.min(1, ((x - a[0]) * along[0] + (y - a[1]) * along[1]) / size))
}

/** How far a knee lies behind a wrist on the floor, metres on the reference body. */
export const kneeBehindWrist = 0.11

/** A hand that stays where it was does not come to the knee: the knee comes to it, within a few centimetres. */
function kneeBehindWristGap(
  { skeleton, flesh, base, placedArms }: TouchSituation,
  side: Side,
  hand: Side,
): Gap {
  const between = subtract(placedArms[hand].wrist, skeleton.legs[side].knee)
  const away = dot(between, base.heading) - kneeBehindWrist * flesh.unit
  return { gap: Math.max(0, Math.abs(away) - 0.03), soft: 0, weight: must }
}

/** Above the ankle's outer knuckle, on the front of the other thigh and not on its kneecap. */
function ankleOnThighGaps(skeleton: Skeleton, flesh: Flesh, side: Side): readonly Gap[] {
  const { knee, ankle } = skeleton.legs[side]
  const leg = skeleton.legs[otherSide(side)]
  const low = addScaled(ankle, subtract(knee, ankle), 0.15)
  const along = subtract(leg.knee, leg.hip)
  const level = dot(subtract(low, leg.hip), along) / dot(along, along)
  const share = Math.max(0.3, Math.min(0.93, level))
  const away = subtract(low, mix(leg.hip, leg.knee, share))
  const radius = thighRadius(share, flesh) + 0.036 * flesh.unit
  const inFront = dot(away, xAxis(leg.thigh))
  return [
    { gap: Math.hypot(...away) - radius, soft: 0.016, weight: must },
    { gap: Math.max(0, 0.35 * radius - inFront), soft: 0, weight: must },
  ]
}
