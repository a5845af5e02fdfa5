/** Hair: a cap with a hairline, and what each style adds; loose hair falls with gravity. */
import { aboutY, rotate, turnThenTurn, type Rotation } from '../../geometry/rotation.ts'
import { add, addScaled, length, normalize, subtract, type Vec3 } from '../../geometry/vec3.ts'
import type { HairStyle } from '../../model/body.ts'
import type { Bone } from '../skeleton.ts'
import type { Cut, Group, Primitive, Tissue } from '../solid.ts'
import { ellipsoid, inBone, roundCone } from './shapes.ts'

export function hairGroup(head: Bone, style: HairStyle, unit: number): Group | undefined {
  if (style === 'bald') return undefined
  const primitives = hairShapes(scalp(head, unit), style)
  return { name: 'hair', parts: [{ primitives, blend: 0 }] }
}

interface Scalp extends Bone {
  readonly unit: number
  at(x: number, y: number, z: number): Vec3
}

function scalp(head: Bone, unit: number): Scalp {
  return { ...head, unit, at: (x, y, z) => inBone(head, x * unit, y * unit, z * unit) }
}

function hairShapes(head: Scalp, style: Exclude<HairStyle, 'bald'>): readonly Primitive[] {
  switch (style) {
    case 'bun':
      return [cap(head, 0.0085), ...bun(head)]
    case 'ponytail':
      return [cap(head, 0.0085), ...ponytail(head)]
    case 'short':
      return [cap(head, 0.0055), crop(head)]
    case 'bob':
      return [cap(head, 0.012), ...bob(head)]
  }
}

/** The cap stands `thick` metres off the skull and ends at forehead, temples and nape. */
function cap(head: Scalp, thick: number): Primitive {
  const { unit } = head
  const plane = (x: number, z: number, nx: number, nz: number): Cut => ({
    kind: 'plane',
    point: head.at(x, 0, z),
    normal: rotate(head.axes, normalize([nx, 0, nz])),
  })
  return blob(
    head,
    'hair',
    [0.003, 0, 0.091],
    [0.096 + thick, 0.0725 + thick, 0.089 + thick],
    0,
    head.axes,
    [
      { kind: 'ball', centre: head.at(0.118, 0, 0.028), radius: 0.116 * unit },
      plane(0.03, 0.028, 0.28, -0.96),
    ],
  )
}

/** Longer on top than at the sides. */
function crop(head: Scalp): Primitive {
  const { unit } = head
  return blob(
    head,
    'hair',
    [0.004, 0, 0.122],
    [0.1, 0.075, 0.068],
    0.012,
    turnThenTurn(head.axes, aboutY(-7)),
    [{ kind: 'ball', centre: head.at(0.122, 0, 0.03), radius: 0.116 * unit }],
  )
}

function bun(head: Scalp): readonly Primitive[] {
  return [
    blob(head, 'hair', [-0.062, 0, 0.172], [0.042, 0.047, 0.039], 0.006),
    blob(
      head,
      'hair-tie',
      [-0.046, 0, 0.152],
      [0.033, 0.036, 0.011],
      0,
      turnThenTurn(head.axes, aboutY(-26)),
    ),
  ]
}

/** Down to the chin at the sides and to the nape behind. */
function bob(head: Scalp): readonly Primitive[] {
  return [
    blob(head, 'hair', [-0.052, 0, 0.048], [0.058, 0.07, 0.085], 0.03),
    ...[1, -1].map((sign) =>
      blob(head, 'hair', [-0.012, sign * 0.066, 0.045], [0.044, 0.024, 0.082], 0.03),
    ),
  ]
}

const tailRadii = [0.018, 0.026, 0.031, 0.032, 0.031, 0.027, 0.021, 0.013, 0.005]
const tailStep = 0.03

/** On a head that is bent down a ponytail falls over to the nape and the right. */
const fallsOver: Vec3 = [0, -0.45, -0.9]

/** A ponytail leaves the head backwards and bends downwards, over the head and the floor, never through them. */
function ponytail(head: Scalp): readonly Primitive[] {
  const { unit } = head
  const root = head.at(-0.088, 0, 0.128)
  const over = rotate(head.axes, fallsOver)
  let direction = rotate(head.axes, normalize([-1, 0, 0.35]))
  const tie = roundCone(
    root,
    addScaled(root, direction, 0.013 * unit),
    [0.021 * unit, 0.019 * unit],
    'hair-tie',
    0,
  )
  const middle = head.at(0.004, 0, 0.09)
  const shapes: Primitive[] = [tie]
  let from = addScaled(root, direction, 0.016 * unit)
  for (const [index, radius] of tailRadii.entries()) {
    const next = tailRadii[index + 1]
    if (next === undefined) break
    // Gravity alone would leave standing what points straight up.
    const rising = Math.max(0, direction[2] - 0.5)
    const pulled = addScaled(direction, [0, 0, -1], 0.42)
    direction = normalize(addScaled(pulled, over, 1.4 * rising))
    let to = addScaled(from, direction, tailStep * unit)
    const out = subtract(to, middle)
    const clear = (0.096 + next) * unit
    if (length(out) < clear) to = addScaled(middle, normalize(out), clear)
    const lowest = next * unit + 0.002
    if (to[2] < lowest) to = [to[0], to[1], lowest]
    direction = normalize(subtract(to, from))
    shapes.push(roundCone(from, to, [radius * unit, next * unit], 'hair', 0.02 * unit))
    from = to
  }
  return shapes
}

function blob(
  head: Scalp,
  tissue: Tissue,
  [x, y, z]: Vec3,
  [a, b, c]: Vec3,
  blend: number,
  axes: Rotation = head.axes,
  cuts: readonly Cut[] = [],
): Primitive {
  const { unit } = head
  return ellipsoid({
    centre: add(head.origin, rotate(head.axes, [x * unit, y * unit, z * unit])),
    axes,
    radii: [a * unit, b * unit, c * unit],
    tissue,
    blend: blend * unit,
    cuts,
  })
}
