/** A person: skeleton, body and look become a solid with materials, drawn lines and muscle areas. */
import type { BodyModel, Look } from '../../model/body.ts'
import { sides, type Skeleton } from '../skeleton.ts'
import type { Group, Solid } from '../solid.ts'
import { armGroup } from './arm.ts'
import { creaseMarks } from './creases.ts'
import { faceMarks } from './face.ts'
import { foldMarks } from './folds.ts'
import { footMarks } from './foot-marks.ts'
import { hairGroup } from './hair.ts'
import { headGroup } from './head.ts'
import { legGroup } from './leg.ts'
import { layMark } from './marks.ts'
import { materialsOf } from './materials.ts'
import { muscleArea, type FeltMuscle } from './muscles.ts'
import { skinOf, type SkinNear } from './project.ts'
import { strandMarks } from './strands.ts'
import { trunkGroup } from './trunk.ts'
import { unitOf } from './unit.ts'
import { wardrobeOf } from './wardrobe.ts'

export interface BodyOptions {
  /** Whether lines are laid on the skin: for a body of which only the form counts, they are work for nothing. */
  readonly hasMarks: boolean
}

/** The body without its props; the first group is the trunk, out of which the others grow. */
export function buildBody(
  skeleton: Skeleton,
  body: BodyModel,
  look: Look,
  feel: readonly FeltMuscle[],
  { hasMarks }: BodyOptions = { hasMarks: true },
): Solid {
  const wardrobe = wardrobeOf(look)
  const unit = unitOf(body)
  const hair = hairGroup(skeleton.head, look.hair, unit)
  const groups: readonly Group[] = [
    trunkGroup(skeleton, body, wardrobe),
    headGroup(skeleton, body),
    ...sides.map((side) => armGroup(skeleton.arms[side], side, body, wardrobe)),
    ...sides.map((side) => legGroup(skeleton.legs[side], side, body, look, wardrobe)),
    ...(hair === undefined ? [] : [hair]),
  ]
  // For bodies without lines and muscles it is not made.
  let skin: SkinNear | undefined
  const skinNear: SkinNear = (...asked) => (skin ??= skinOf(groups))(...asked)
  const markShapes = () => [
    ...faceMarks(skeleton.head, look, unit),
    ...strandMarks(skeleton.head, look.hair, unit),
    ...creaseMarks(skeleton, look, unit),
    ...foldMarks(skeleton, look, unit),
    ...footMarks(skeleton, look, unit),
  ]
  return {
    groups,
    marks: (hasMarks ? markShapes() : []).flatMap((shape) => layMark(skinNear, shape) ?? []),
    materialAt: materialsOf(skeleton, body, look, wardrobe),
    isPressedByFloor: true,
    feel: feel.map((felt) => muscleArea(felt, skeleton, skinNear, unit)),
  }
}
