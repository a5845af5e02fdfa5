/** A mistake, crossed out: two brush strokes beside the figure, and a ring round the joint that is wrong. */
import { turnThenTurn } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import type { Camera, View } from '../camera.ts'
import { project } from '../camera.ts'
import { placeOn } from '../pose/landmarks.ts'
import type { Landmark } from '../pose/landmarks.ts'
import { sides } from '../skeleton.ts'
import type { Skeleton } from '../skeleton.ts'
import type { Area } from '../sketch.ts'
import { normalAt, outlinePath, spaced } from './plane.ts'
import type { Place } from './plane.ts'

export const crossRadius = 0.1
const ringRadius = 0.105
const ringWidth = 0.014
const halo = 0.009
/** From the middle of the ring to the end of its halo. */
export const ringReach = ringRadius + ringWidth / 2 + halo

export interface MistakeMarks {
  readonly cross: Place
  /** Around the wrong joint; undefined where no joint is wrong. */
  readonly joint: Place | undefined
}

export function mistakeItems({ cross, joint }: MistakeMarks, view: View): readonly Area[] {
  const strokes = [
    brush([cross[0] - 0.72 * crossRadius, cross[1] + 0.8 * crossRadius], cross, 0.75),
    brush([cross[0] + 0.8 * crossRadius, cross[1] + 0.72 * crossRadius], cross, 0.8),
  ]
  const crossed = strokes.map((outline): Area => ({
    kind: 'area',
    role: { kind: 'mistake' },
    path: outlinePath(view, outline),
  }))
  if (joint === undefined) return crossed
  const band = (width: number) => [
    ...outlinePath(view, circle(joint, ringRadius + width / 2)),
    ...outlinePath(view, [...circle(joint, ringRadius - width / 2)].reverse()),
  ]
  return [
    { kind: 'area', role: { kind: 'mistake-halo' }, path: band(ringWidth + 2 * halo) },
    { kind: 'area', role: { kind: 'mistake' }, path: band(ringWidth) },
    ...crossed,
  ]
}

/** A stroke through the cross's middle, thick where the brush is pressed, slightly bent. */
function brush(from: Place, [cx, cy]: Place, bend: number): readonly Place[] {
  const [dx, dy] = [cx - from[0], cy - from[1]]
  const to: Place = [cx + dx, cy + dy]
  const middle: Place = [cx - dy * 0.06 * bend, cy + dx * 0.06 * bend]
  const line = spaced(curve(from, middle, to), 17)
  const half = (index: number): number => {
    const share = index / 16
    return 0.0125 * (0.32 + 0.68 * Math.sqrt(Math.sin(Math.PI * Math.min(1, share * 0.93 + 0.05))))
  }
  const side = (sign: 1 | -1): readonly Place[] =>
    line.map((place, index): Place => {
      const [nx, ny] = normalAt(line, index)
      return [place[0] + nx * half(index) * sign, place[1] + ny * half(index) * sign]
    })
  return [...side(1), ...[...side(-1)].reverse()]
}

function curve(a: Place, through: Place, b: Place): readonly Place[] {
  const control: Place = [2 * through[0] - (a[0] + b[0]) / 2, 2 * through[1] - (a[1] + b[1]) / 2]
  return Array.from({ length: 25 }, (_, i): Place => {
    const t = i / 24
    const s = 1 - t
    return [
      s * s * a[0] + 2 * s * t * control[0] + t * t * b[0],
      s * s * a[1] + 2 * s * t * control[1] + t * t * b[1],
    ]
  })
}

export function circle([x, y]: Place, radius: number, count = 48): readonly Place[] {
  return Array.from({ length: count }, (_, k): Place => {
    const angle = (2 * Math.PI * k) / count
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]
  })
}

/** Degrees: joints that differ less are right. */
const noticeable = 8

/** The joint whose angles differ most between two poses. */
export function wrongJoint(mistake: Skeleton, right: Skeleton): Landmark | undefined {
  let worst: Landmark | undefined
  let most = noticeable
  for (const { landmark, turnOf } of joints) {
    const difference = angleBetween(turnOf(mistake), turnOf(right))
    if (difference > most) {
      most = difference
      worst = landmark
    }
  }
  return worst
}

/** Where a landmark stands on the picture plane. */
export function placeOnPlane(skeleton: Skeleton, landmark: Landmark, camera: Camera): Place {
  const { x, y } = project(camera, placeOn(skeleton, landmark))
  return [x, y]
}

interface Joint {
  readonly landmark: Landmark
  /** The distal bone's axes as seen from the proximal one. */
  readonly turnOf: (skeleton: Skeleton) => Rotation
}

const joints: readonly Joint[] = [
  {
    landmark: 'waist',
    turnOf: ({ pelvis, spine }) => {
      const chest = spine[Math.floor(spine.length * 0.7)] ?? pelvis
      return relative(pelvis.axes, chest.axes)
    },
  },
  {
    landmark: 'neck',
    turnOf: ({ spine, head }) =>
      relative(spine[Math.floor(spine.length * 0.8)]?.axes ?? head.axes, head.axes),
  },
  {
    landmark: 'pelvis',
    turnOf: ({ pelvis }) => pelvis.axes,
  },
  ...sides.flatMap((side): readonly Joint[] => [
    {
      landmark: `${side} hip`,
      turnOf: ({ pelvis, legs }) => relative(pelvis.axes, legs[side].thigh),
    },
    {
      landmark: `${side} knee`,
      turnOf: ({ legs }) => relative(legs[side].thigh, legs[side].shank),
    },
    {
      landmark: `${side} ankle`,
      turnOf: ({ legs }) => relative(legs[side].shank, legs[side].foot),
    },
  ]),
]

function relative(proximal: Rotation, distal: Rotation): Rotation {
  const [a, b, c, d, e, f, g, h, i] = proximal
  return turnThenTurn([a, d, g, b, e, h, c, f, i], distal)
}

/** Degrees of the turn from one rotation to another. */
function angleBetween(a: Rotation, b: Rotation): number {
  const trace = a.reduce<number>((sum, value, index) => sum + value * (b[index] ?? 0), 0)
  return (Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2))) * 180) / Math.PI
}
