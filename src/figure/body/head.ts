/** Neck and head: skull, brow, nose, cheeks, lips, chin, jaw line and ears. */
import { aboutY, aboutZ, turnThenTurn, xAxis, zAxis } from '../../geometry/rotation.ts'
import { addScaled, type Vec3 } from '../../geometry/vec3.ts'
import type { BodyModel } from '../../model/body.ts'
import { signOf, sides, type Bone, type Skeleton } from '../skeleton.ts'
import type { Group, Primitive, Section, Tissue } from '../solid.ts'
import { ellipsoid, inBone, loft, roundCone, sectionAt } from './shapes.ts'
import { unitOf } from './unit.ts'

export function headGroup(skeleton: Skeleton, body: BodyModel): Group {
  const unit = unitOf(body)
  const base = skeleton.neck[1] ?? skeleton.head
  return {
    name: 'head',
    parts: [
      {
        primitives: [
          ...loft(neckSections(skeleton, unit, body.neck), 'neck'),
          ...skull(skeleton.head, unit),
          ...face(skeleton.head, unit),
        ],
        blend: 0,
      },
    ],
    joint: { centre: base.origin, blend: 0.036 * unit, inner: 0.06 * unit, outer: 0.15 * unit },
  }
}

function neckSections(skeleton: Skeleton, unit: number, girth: number): readonly Section[] {
  const { neck } = skeleton
  const top = neck[neck.length - 1]
  // Into the skull, so that no rim shows.
  const inside: Bone[] =
    top === undefined
      ? []
      : [{ origin: addScaled(top.origin, zAxis(top.axes), 0.03 * unit), axes: top.axes }]
  return [...neck, ...inside].map((bone, index) => {
    const at = Math.min(1, index / Math.max(1, neck.length - 1))
    const size = unit * girth
    const section = {
      at,
      anterior: (0.042 - 0.003 * at) * size,
      posterior: (0.047 - 0.003 * at) * size,
      lateral: (0.0435 - 0.001 * at) * size,
      medial: (0.0435 - 0.001 * at) * size,
    }
    return sectionAt(bone.origin, zAxis(bone.axes), xAxis(bone.axes), section, 1)
  })
}

function skull(head: Bone, unit: number): readonly Primitive[] {
  return [
    blob(head, unit, 'head', [0.008, 0, 0.09], [0.095, 0.0715, 0.088], 0.02),
    blob(head, unit, 'head', [0.047, 0, 0.042], [0.051, 0.0505, 0.074], 0.03),
  ]
}

function face(head: Bone, unit: number): readonly Primitive[] {
  const at = (x: number, y: number, z: number) => inBone(head, x * unit, y * unit, z * unit)
  const cone = (
    from: Vec3,
    to: Vec3,
    radii: readonly [number, number],
    tissue: Tissue,
    blend: number,
  ) => roundCone(at(...from), at(...to), [radii[0] * unit, radii[1] * unit], tissue, blend * unit)
  return [
    // Jaw line from below the ear to the chin.
    ...[1, -1].map((sign) =>
      cone(
        [0.028, sign * 0.033, 0.004],
        [0.071, sign * 0.009, -0.032],
        [0.0195, 0.0165],
        'head',
        0.03,
      ),
    ),
    blob(head, unit, 'head', [0.0795, 0, -0.0345], [0.0165, 0.0175, 0.0145], 0.018),
    // Cheekbones and brow.
    ...[1, -1].map((sign) =>
      blob(head, unit, 'head', [0.066, sign * 0.037, 0.036], [0.022, 0.019, 0.02], 0.03),
    ),
    cone([0.086, 0.026, 0.084], [0.086, -0.026, 0.084], [0.012, 0.012], 'head', 0.022),
    // Nose: bridge, tip, wings.
    cone([0.0935, 0, 0.071], [0.112, 0, 0.0405], [0.0058, 0.0085], 'nose', 0.012),
    blob(head, unit, 'nose', [0.1142, 0, 0.0372], [0.0095, 0.0088, 0.0078], 0.006),
    ...[1, -1].map((sign) =>
      blob(head, unit, 'nose', [0.1015, sign * 0.0095, 0.034], [0.008, 0.0058, 0.0062], 0.006),
    ),
    // Lips.
    cone([0.0895, 0.011, 0.0105], [0.0895, -0.011, 0.0105], [0.0088, 0.0088], 'head', 0.01),
    cone([0.0875, 0.01, -0.0035], [0.0875, -0.01, -0.0035], [0.0092, 0.0092], 'head', 0.009),
    ...sides.flatMap((side) => ear(head, unit, signOf(side))),
  ]
}

function ear(head: Bone, unit: number, sign: 1 | -1): readonly Primitive[] {
  const axes = turnThenTurn(head.axes, turnThenTurn(aboutY(12), aboutZ(sign * 20)))
  return [
    ellipsoid({
      centre: inBone(head, 0.006 * unit, sign * 0.0755 * unit, 0.052 * unit),
      axes,
      radii: [0.0185 * unit, 0.0085 * unit, 0.031 * unit],
      tissue: 'ear',
      blend: 0.004,
    }),
    ellipsoid({
      centre: inBone(head, 0.012 * unit, sign * 0.0725 * unit, 0.028 * unit),
      axes,
      radii: [0.009 * unit, 0.0065 * unit, 0.011 * unit],
      tissue: 'ear',
      blend: 0.006,
    }),
  ]
}

function blob(
  head: Bone,
  unit: number,
  tissue: Tissue,
  [x, y, z]: Vec3,
  [a, b, c]: Vec3,
  blend: number,
): Primitive {
  return ellipsoid({
    centre: inBone(head, x * unit, y * unit, z * unit),
    axes: head.axes,
    radii: [a * unit, b * unit, c * unit],
    tissue,
    blend: blend * unit,
  })
}
