/** The joints that poses may name, and the movements of each, in clinical terms. */

/** Kinds of joints; `left` and `right` and plurals are made from these. */
export type Joint =
  | 'pelvis'
  | 'lumbar spine'
  | 'thoracic spine'
  | 'neck'
  | 'hip'
  | 'knee'
  | 'ankle'
  | 'shoulder'
  | 'elbow'
  | 'wrist'

/**
 * One name and one sign for each axis: flexion 10 is forward, flexion -10 is extension 10.
 * Side bend and rotation of the trunk are positive to the right.
 */
export const movements: Readonly<Record<Joint, readonly string[]>> = {
  pelvis: ['tilt', 'side-bend', 'rotation'],
  'lumbar spine': ['flexion', 'side-bend', 'rotation'],
  'thoracic spine': ['flexion', 'side-bend', 'rotation'],
  neck: ['flexion', 'side-bend', 'rotation'],
  hip: ['flexion', 'abduction', 'external-rotation'],
  knee: ['flexion', 'external-rotation'],
  ankle: ['dorsiflexion', 'inversion'],
  shoulder: ['flexion', 'abduction', 'external-rotation'],
  elbow: ['flexion', 'supination'],
  wrist: ['flexion', 'radial-deviation'],
}

/** Names that clinicians use for the other direction: understood, and turned into a negative angle. */
export const opposites: Readonly<Record<string, readonly string[]>> = {
  flexion: ['extension'],
  abduction: ['adduction'],
  'external-rotation': ['internal-rotation'],
  dorsiflexion: ['plantarflexion'],
  inversion: ['eversion'],
  supination: ['pronation'],
  'radial-deviation': ['ulnar-deviation'],
}

const trunkJoints: readonly Joint[] = ['pelvis', 'lumbar spine', 'thoracic spine', 'neck']
const limbJoints: readonly Joint[] = ['hip', 'knee', 'ankle', 'shoulder', 'elbow', 'wrist']

/** Every joint with the names that content may use for it: `hips`, `left hip`, `right hip`, … */
export const joints: readonly { readonly joint: Joint; readonly names: readonly string[] }[] = [
  ...trunkJoints.map((joint) => ({ joint, names: [joint] })),
  ...limbJoints.map((joint) => ({
    joint,
    names: [`${joint}s`, `left ${joint}`, `right ${joint}`],
  })),
]
