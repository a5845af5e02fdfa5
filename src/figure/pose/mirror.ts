/** The other side: every left becomes right in a description. */
import { otherSideBase, swapSides } from './bases.ts'
import type { FigureDescription, JointAngles, Pose } from '../../model/pose.ts'

/** The same exercise with the other leg or arm; the camera goes round to the other side of the body's plane. */
export function mirrorDescription(description: FigureDescription): FigureDescription {
  const { camera, phases } = description
  return {
    ...description,
    camera: { ...camera, azimuth: 180 - camera.azimuth },
    phases: Object.fromEntries(
      Object.entries(phases).map(([name, pose]) => [name, mirrorPose(pose)]),
    ),
  }
}

export function mirrorPose({ base, from, joints, contacts }: Pose): Pose {
  return {
    base: base === undefined ? undefined : otherSideBase(base),
    from,
    joints: Object.fromEntries(
      Object.entries(joints).map(([joint, angles]) => [
        swapSides(joint),
        isTrunk(joint) ? mirrorAngles(angles) : angles,
      ]),
    ),
    contacts: Object.fromEntries(
      Object.entries(contacts).map(([who, words]) => [swapSides(who), swapSides(words)]),
    ),
  }
}

function isTrunk(joint: string): boolean {
  return ['pelvis', 'lumbar spine', 'thoracic spine', 'neck'].includes(joint)
}

/** Side bend and rotation are positive to the right. */
function mirrorAngles(angles: JointAngles): JointAngles {
  return Object.fromEntries(
    Object.entries(angles).map(([movement, degrees]) => [
      movement,
      movement === 'side-bend' || movement === 'rotation' ? 0 - degrees : degrees,
    ]),
  )
}
