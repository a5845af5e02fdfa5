/** The face as an illustrator draws it: brows, calm eyes, a hint of nose, a mouth, ears, lines of age, glasses. */
import type { Vec3 } from '../../geometry/vec3.ts'
import type { Look } from '../../model/body.ts'
import type { Bone } from '../skeleton.ts'
import type { SurfaceMark } from '../solid.ts'
import type { MarkShape } from './marks.ts'
import { inBone } from './shapes.ts'

type Stroke = Pick<MarkShape, 'kind' | 'weights' | 'lift' | 'dotRadius'> & {
  /** Forward, to the left, upwards from the skull's base; metres on the reference body. */
  readonly points: readonly Vec3[]
  /** Drawn on both halves of the face. */
  readonly isPaired: boolean
}

export function faceMarks(head: Bone, look: Look, unit: number): readonly MarkShape[] {
  const strokes = [
    ...brows(look),
    ...features,
    ...mouth(look),
    // A moustache covers the lines beside the mouth.
    ...(look.age === 'young' || look.beard ? [] : linesOfMiddleAge),
    ...(look.age === 'old' ? linesOfOldAge : []),
    ...(look.glasses ? glasses : []),
  ]
  return strokes.flatMap(({ points, isPaired, ...stroke }) =>
    (isPaired ? [1, -1] : [1]).map((sign) => ({
      ...stroke,
      ...(stroke.dotRadius !== undefined && { dotRadius: stroke.dotRadius * unit }),
      group: 'head' as const,
      points: points.map(([x, y, z]) => inBone(head, x * unit, y * sign * unit, z * unit)),
    })),
  )
}

function stroke(
  kind: SurfaceMark['kind'],
  weights: SurfaceMark['weights'],
  points: readonly Vec3[],
  isPaired = true,
): Stroke {
  return { kind, weights, points, isPaired }
}

/** Short hair and beards go with stronger brows. */
function brows(look: Look): readonly Stroke[] {
  const weight = look.beard || look.hair === 'short' ? 1.25 : 1
  return [
    stroke(
      'feature',
      [0.75 * weight, 1.15 * weight, 0.25],
      [
        [0.1, 0.0165, 0.083],
        [0.096, 0.034, 0.087],
        [0.085, 0.0505, 0.0805],
      ],
    ),
  ]
}

/** The corners a little up; a beard leaves the lips alone. */
function mouth({ beard }: Look): readonly Stroke[] {
  const half = beard ? 0.0145 : 0.0188
  const corner = beard ? 0.0055 : 0.007
  const line = stroke(
    'feature',
    [0.25, 1, 0.25],
    [
      [beard ? 0.092 : 0.088, half, corner],
      [0.096, beard ? 0.0085 : 0.011, 0.0042],
      [0.099, 0, 0.0046],
      [0.096, beard ? -0.0085 : -0.011, 0.0042],
      [beard ? 0.092 : 0.088, -half, corner],
    ],
    false,
  )
  return beard ? [line] : [line, underLip]
}

const underLip: Stroke = stroke(
  'detail',
  [0.1, 0.8, 0.1],
  [
    [0.09, 0.0085, -0.0125],
    [0.093, 0, -0.014],
    [0.09, -0.0085, -0.0125],
  ],
  false,
)

const features: readonly Stroke[] = [
  // Upper lid, iris, and the outer half of the lower lid.
  stroke(
    'feature',
    [0.3, 1.1, 0.55],
    [
      [0.094, 0.0175, 0.0585],
      [0.096, 0.0255, 0.0655],
      [0.093, 0.036, 0.0655],
      [0.084, 0.0475, 0.0575],
    ],
  ),
  { ...stroke('feature', [1, 1, 1], [[0.095, 0.0315, 0.0605]]), dotRadius: 0.0054 },
  stroke(
    'detail',
    [0.1, 0.6, 0.2],
    [
      [0.092, 0.027, 0.0535],
      [0.09, 0.0365, 0.0538],
      [0.084, 0.0435, 0.0562],
    ],
  ),
  // Wing of the nose and nostril.
  stroke(
    'detail',
    [0.3, 0.9, 0.2],
    [
      [0.105, 0.0135, 0.0405],
      [0.103, 0.0162, 0.035],
      [0.104, 0.0125, 0.0295],
    ],
  ),
  stroke(
    'detail',
    [0.4, 1, 0.2],
    [
      [0.106, 0.0085, 0.0285],
      [0.11, 0.0045, 0.0292],
    ],
  ),
  // The rim of the ear's shell.
  stroke(
    'detail',
    [0.2, 0.9, 0.2],
    [
      [0.0135, 0.084, 0.066],
      [0.003, 0.087, 0.0695],
      [-0.0035, 0.087, 0.058],
      [0.002, 0.084, 0.043],
    ],
  ),
  stroke(
    'detail',
    [0.2, 0.7, 0.1],
    [
      [0.012, 0.084, 0.056],
      [0.0145, 0.083, 0.047],
      [0.009, 0.083, 0.042],
    ],
  ),
]

const linesOfMiddleAge: readonly Stroke[] = [
  stroke(
    'detail',
    [0.1, 0.7, 0.1],
    [
      [0.097, 0.0185, 0.0295],
      [0.09, 0.0265, 0.018],
      [0.085, 0.0285, 0.008],
    ],
  ),
]

const linesOfOldAge: readonly Stroke[] = [
  stroke(
    'detail',
    [0.1, 0.6, 0.1],
    [
      [0.089, 0.0245, 0.047],
      [0.087, 0.035, 0.0465],
      [0.081, 0.043, 0.0495],
    ],
  ),
  stroke(
    'detail',
    [0.5, 0.5, 0.05],
    [
      [0.077, 0.052, 0.06],
      [0.069, 0.057, 0.0635],
    ],
  ),
  stroke(
    'detail',
    [0.5, 0.5, 0.05],
    [
      [0.077, 0.052, 0.0565],
      [0.069, 0.0575, 0.0555],
    ],
  ),
  stroke(
    'detail',
    [0.05, 0.6, 0.05],
    [
      [0.095, 0.028, 0.1085],
      [0.1, 0, 0.111],
      [0.095, -0.028, 0.1085],
    ],
    false,
  ),
]

/** Round rims in front of the eyes. */
const rim: readonly Vec3[] = Array.from({ length: 13 }, (_, index) => {
  const angle = (index / 12) * 2 * Math.PI
  return [0.1, 0.032 + 0.0175 * Math.cos(angle), 0.059 + 0.0155 * Math.sin(angle)]
})

const glasses: readonly Stroke[] = [
  { ...stroke('feature', [0.9, 0.9, 0.9], rim), lift: 0.004 },
  {
    ...stroke(
      'feature',
      [0.9, 0.8, 0.9],
      [
        [0.104, 0.0145, 0.063],
        [0.108, 0, 0.066],
        [0.104, -0.0145, 0.063],
      ],
      false,
    ),
    lift: 0.002,
  },
  {
    ...stroke(
      'feature',
      [0.8, 0.7, 0.4],
      [
        [0.083, 0.0495, 0.063],
        [0.06, 0.062, 0.066],
        [0.02, 0.075, 0.07],
      ],
    ),
    lift: 0.002,
  },
]
