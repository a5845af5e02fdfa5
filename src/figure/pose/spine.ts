/** The spine's curve: its angles are spread evenly over lumbar and thoracic spine and added up from the pelvis. */
import { aboutZThenXThenY, rotate, turnThenTurn, zAxis } from '../../geometry/rotation.ts'
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

const lumbarAngles = trunkAngles('lumbar spine')
const thoracicAngles = trunkAngles('thoracic spine')

function trunkAngles(joint: 'lumbar spine' | 'thoracic spine') {
  return {
    flexion: freedomOf(joint, 'flexion'),
    sideBend: freedomOf(joint, 'side-bend'),
    rotation: freedomOf(joint, 'rotation'),
  } as const
}

/** Flexion first, then side bend to the right, then rotation to the right, as at all ball joints. */
export function bendTrunk(flexion: number, sideBend: number, rotation: number): Rotation {
  return aboutZThenXThenY(-rotation, sideBend, flexion)
}

export function bendSpine(
  pelvis: Bone,
  posture: Posture,
  { unit }: Proportions,
): readonly SpinePlace[] {
  const angle = (place: number, share: number): number => (posture[place] ?? 0) * share
  const bentAxes = (low: number, high: number): Rotation => {
    const bend = bendTrunk(
      angle(lumbarAngles.flexion, low) + angle(thoracicAngles.flexion, high),
      angle(lumbarAngles.sideBend, low) + angle(thoracicAngles.sideBend, high),
      angle(lumbarAngles.rotation, low) + angle(thoracicAngles.rotation, high),
    )
    return turnThenTurn(pelvis.axes, bend)
  }
  // Below and above all that bends, the axes stay the same.
  const topAxes = bentAxes(1, 1)
  const axesAt = (height: number): Rotation => {
    const low = shareBetween(lumbar[0], lumbar[1], height)
    const high = shareBetween(thoracic[0], thoracic[1], height)
    return low === 0 && high === 0
      ? pelvis.axes
      : low === 1 && high === 1
        ? topAxes
        : bentAxes(low, high)
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

function shareBetween(from: number, to: number, height: number): number {
  return Math.max(0, Math.min(1, (height - from) / (to - from)))
}
