/** The spine's curve: its angles are spread evenly over lumbar and thoracic spine and added up from the pelvis. */
import { aboutX, aboutY, aboutZ, rotate, turnThenTurn, zAxis } from '../../geometry/rotation.ts'
import type { Rotation } from '../../geometry/rotation.ts'
import { addScaled } from '../../geometry/vec3.ts'
import type { Bone, SpinePlace } from '../skeleton.ts'
import { freedomOf, type Posture } from './degrees-of-freedom.ts'
import type { Proportions } from './proportions.ts'

/** Metres above the hip centres of the reference body between which each part of the spine bends. */
const lumbar = [0.02, 0.21] as const
const thoracic = [0.21, 0.43] as const

/** The first place of the spine lies below the hip centres, the last inside the neck. */
const lowest = -0.14
const step = 0.02
const placesBelow = 7
const placesAbove = 28

const trunkAngles = (['flexion', 'side-bend', 'rotation'] as const).map((movement) => ({
  lumbar: freedomOf('lumbar spine', movement),
  thoracic: freedomOf('thoracic spine', movement),
}))

/** Flexion first, then side bend to the right, then rotation to the right, as at all ball joints. */
export function bendTrunk(flexion: number, sideBend: number, rotation: number): Rotation {
  return turnThenTurn(aboutY(flexion), turnThenTurn(aboutX(sideBend), aboutZ(-rotation)))
}

export function bendSpine(
  pelvis: Bone,
  posture: Posture,
  { unit }: Proportions,
): readonly SpinePlace[] {
  const axesAt = (height: number): Rotation => {
    const low = shareBetween(lumbar, height)
    const high = shareBetween(thoracic, height)
    const [flexion = 0, sideBend = 0, rotation = 0] = trunkAngles.map(
      (angle) => (posture[angle.lumbar] ?? 0) * low + (posture[angle.thoracic] ?? 0) * high,
    )
    return turnThenTurn(pelvis.axes, bendTrunk(flexion, sideBend, rotation))
  }
  const places: SpinePlace[] = []
  for (let index = placesBelow; index >= 1; index -= 1) {
    const height = -index * step
    places.push({
      height: height * unit,
      origin: addScaled(pelvis.origin, zAxis(pelvis.axes), height * unit),
      axes: pelvis.axes,
    })
  }
  let origin = pelvis.origin
  for (let index = 0; index <= placesAbove; index += 1) {
    const height = index * step
    places.push({ height: height * unit, origin, axes: axesAt(height) })
    origin = addScaled(origin, zAxis(axesAt(height + step / 2)), step * unit)
  }
  return places
}

/** Height of the first place on the spine of the reference body. */
export const spineBegins = lowest

const neckAngles = (['flexion', 'side-bend', 'rotation'] as const).map((movement) =>
  freedomOf('neck', movement),
)

/** The neck leans forward by this much in the anatomical position; the head is level. Degrees. */
const neckLean = 12
const neckPlaces = 6
/** The neck begins in front of the spine's line. */
const neckForward = -0.012

/** From the neck's base to the skull's, and the head on it: half of the way is bent in the neck, all at the head. */
export function bendNeck(
  base: Bone,
  posture: Posture,
  { neck, unit }: Proportions,
): { readonly neck: readonly Bone[]; readonly head: Bone } {
  const [flexion = 0, sideBend = 0, rotation = 0] = neckAngles.map((place) => posture[place] ?? 0)
  const axesAt = (share: number): Rotation =>
    turnThenTurn(
      base.axes,
      bendTrunk(flexion * share + neckLean * (1 - share), sideBend * share, rotation * share),
    )
  let origin = addScaled(base.origin, rotate(base.axes, [1, 0, 0]), neckForward * unit)
  const bones: Bone[] = []
  for (let index = 0; index <= neckPlaces; index += 1) {
    const axes = axesAt((index / neckPlaces) * 0.9)
    bones.push({ origin, axes })
    if (index < neckPlaces) origin = addScaled(origin, zAxis(axes), neck / neckPlaces)
  }
  return { neck: bones, head: { origin, axes: axesAt(1) } }
}

function shareBetween([from, to]: readonly [number, number], height: number): number {
  return Math.max(0, Math.min(1, (height - from) / (to - from)))
}
