/** A hand: palm with the balls of thumb and little finger, four fingers of three bones, a thumb that opposes. */
import {
  aboutX,
  aboutY,
  rotate,
  turnThenTurn,
  xAxis,
  yAxis,
  zAxis,
} from '../../geometry/rotation.ts'
import { addScaled, normalize, scale, type Vec3 } from '../../geometry/vec3.ts'
import { signOf, type Arm, type Bone, type HandShape, type Side } from '../skeleton.ts'
import type { Part, Primitive, Section } from '../solid.ts'
import { ellipsoid, inBone, loft, roundCone, type Sign } from './shapes.ts'

interface FingerBend {
  /** Degrees at the knuckle, the middle joint and the last joint. */
  readonly bends: readonly [knuckle: number, middle: number, last: number]
  /** Degrees between neighbouring fingers. */
  readonly spread: number
  /** Degrees by which each finger bends more than its neighbour on the thumb's side. */
  readonly cascade: number
  /** Directions of the thumb's three bones: palmar, towards the thumb's side, distal. */
  readonly thumb: readonly [Vec3, Vec3, Vec3]
}

const shapes: Readonly<Record<HandShape, FingerBend>> = {
  flat: {
    bends: [3, 5, 3],
    spread: 6,
    cascade: 0,
    thumb: [
      [0.16, 0.72, 0.68],
      [0.04, 0.6, 0.8],
      [-0.06, 0.5, 0.86],
    ],
  },
  relaxed: {
    bends: [12, 18, 10],
    spread: 2,
    cascade: 4,
    thumb: [
      [0.42, 0.55, 0.72],
      [0.3, 0.22, 0.93],
      [0.24, 0.06, 0.97],
    ],
  },
  grip: {
    bends: [62, 92, 54],
    spread: 0,
    cascade: 4,
    thumb: [
      [0.7, 0.5, 0.5],
      [0.72, -0.35, 0.6],
      [0.25, -0.92, 0.3],
    ],
  },
  cup: {
    bends: [30, 34, 22],
    spread: 1.5,
    cascade: 2,
    thumb: [
      [0.5, 0.6, 0.62],
      [0.45, 0.3, 0.84],
      [0.42, 0.12, 0.9],
    ],
  },
  fist: {
    bends: [76, 100, 62],
    spread: 0,
    cascade: 5,
    thumb: [
      [0.72, 0.45, 0.53],
      [0.66, -0.5, 0.56],
      [0.1, -0.98, 0.2],
    ],
  },
}

/** Across the palm: distance from the wrist, half thickness, shift to the thumb's side, half width. Metres. */
const palm = [
  [-0.012, 0.0172, 0, 0.0262],
  [0.012, 0.0168, 0.001, 0.0285],
  [0.036, 0.0158, 0.001, 0.0345],
  [0.06, 0.0146, 0.001, 0.0392],
  [0.08, 0.0128, 0.0012, 0.0405],
  [0.094, 0.0098, 0.0015, 0.0375],
] as const

/** Index to little finger: offset to the thumb's side, distance from the wrist, lengths of the bones, radius. */
const fingers = [
  [0.0292, 0.088, 0.041, 0.0235, 0.0165, 0.0087],
  [0.0104, 0.093, 0.044, 0.0265, 0.0175, 0.0089],
  [-0.0086, 0.0905, 0.041, 0.025, 0.0172, 0.0085],
  [-0.0268, 0.082, 0.0325, 0.019, 0.0155, 0.0077],
] as const

const thumbLengths = [0.041, 0.031, 0.022] as const
const thumbRadii = [0.0165, 0.0122, 0.0108, 0.0086] as const

export function handPart(arm: Arm, side: Side, unit: number): Part {
  const hand: HandFrame = { origin: arm.wrist, axes: arm.hand, sign: signOf(side), unit }
  const shape = shapes[arm.handShape]
  return {
    primitives: [
      ...palmShapes(hand),
      ...fingers.flatMap((_, index) => finger(hand, shape, index)),
      ...thumb(hand, shape),
    ],
    blend: 0.012 * unit,
  }
}

/** Where what a gripping hand holds runs through it, and in which direction: across the palm, under the fingers. */
export function gripOf(
  arm: Arm,
  side: Side,
  unit: number,
): { readonly centre: Vec3; readonly along: Vec3 } {
  const hand: HandFrame = { origin: arm.wrist, axes: arm.hand, sign: signOf(side), unit }
  return { centre: inHand(hand, 0.026, 0.002, 0.077), along: yAxis(arm.hand) }
}

interface HandFrame extends Bone {
  readonly sign: Sign
  readonly unit: number
}

/** Palmar, towards the thumb's side, distal: metres on the reference body. */
function inHand(hand: HandFrame, palmar: number, radial: number, distal: number): Vec3 {
  const { sign, unit } = hand
  return inBone(hand, palmar * unit, radial * sign * unit, -distal * unit)
}

function palmShapes(hand: HandFrame): readonly Primitive[] {
  const { unit } = hand
  const sections = palm.map(([distal, thick, shift, half]): Section => {
    return {
      centre: inHand(hand, 0, shift, distal),
      normal: scale(zAxis(hand.axes), -1),
      x: xAxis(hand.axes),
      y: yAxis(hand.axes),
      radii: [thick * unit, thick * 0.96 * unit, half * unit, half * unit],
      at: distal,
    }
  })
  return [
    ...loft(sections, 'hand'),
    // The ball of the thumb, and the one of the little finger.
    ellipsoid({
      centre: inHand(hand, 0.011, 0.0165, 0.034),
      axes: hand.axes,
      radii: [0.0135 * unit, 0.016 * unit, 0.027 * unit],
      tissue: 'hand',
      blend: 0.012,
    }),
    ellipsoid({
      centre: inHand(hand, 0.009, -0.02, 0.034),
      axes: hand.axes,
      radii: [0.0115 * unit, 0.0135 * unit, 0.028 * unit],
      tissue: 'hand',
      blend: 0.012,
    }),
  ]
}

function finger(hand: HandFrame, shape: FingerBend, index: number): readonly Primitive[] {
  const row = fingers[index]
  if (row === undefined) return []
  const [radial, distal, ...sizes] = row
  const [proximal, middle, last, radius] = sizes.map((size) => size * hand.unit)
  if (!proximal || !middle || !last || !radius) return []
  const spread = turnThenTurn(hand.axes, aboutX(hand.sign * (1.4 - index) * shape.spread))
  // Flexion turns the fingers towards the palm, +x.
  const along = (bend: number) => rotate(turnThenTurn(spread, aboutY(-bend)), [0, 0, -1])
  const [atKnuckle, atMiddle, atLast] = shape.bends
  const first = atKnuckle + index * shape.cascade
  const second = first + atMiddle + index * shape.cascade
  const knuckle = inHand(hand, 0.0005, radial, distal - 0.006)
  const a = addScaled(knuckle, along(first), proximal)
  const b = addScaled(a, along(second), middle)
  const c = addScaled(b, along(second + atLast), last)
  return [
    roundCone(knuckle, a, [radius * 1.1, radius], 'hand', 0.005 * hand.unit),
    roundCone(a, b, [radius, radius * 0.93], 'hand', 0.002 * hand.unit),
    roundCone(b, c, [radius * 0.93, radius * 0.78], 'hand', 0.002 * hand.unit),
  ]
}

function thumb(hand: HandFrame, shape: FingerBend): readonly Primitive[] {
  const root = inHand(hand, 0.007, 0.02, 0.018)
  const points: Vec3[] = [root]
  for (const [index, [palmar, radial, distal]] of shape.thumb.entries()) {
    const direction = rotate(hand.axes, normalize([palmar, radial * hand.sign, -distal]))
    const before = points[index] ?? root
    points.push(addScaled(before, direction, (thumbLengths[index] ?? 0) * hand.unit))
  }
  return points
    .slice(1)
    .map((to, index) =>
      roundCone(
        points[index] ?? root,
        to,
        [(thumbRadii[index] ?? 0) * hand.unit, (thumbRadii[index + 1] ?? 0) * hand.unit],
        'hand',
        (index === 0 ? 0.013 : 0.003) * hand.unit,
      ),
    )
}
