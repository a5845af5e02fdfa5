/** Everything of a skeleton that can move, as one list of numbers: joint angles, shoulder blades, and where the pelvis is. */
import { movements, type Joint } from '../../model/joints.ts'
import { sides, type Side } from '../skeleton.ts'

/** Degrees for angles, metres for places; in the order of `freedoms`. */
export type Posture = readonly number[]

export interface Freedom {
  /** As content writes it, `left hip`; `root` and `left shoulder blade` are the solver's own. */
  readonly joint: string
  readonly movement: string
  readonly side: Side | undefined
}

const trunk: readonly Joint[] = ['pelvis', 'lumbar spine', 'thoracic spine', 'neck']
const limbs: readonly Joint[] = ['hip', 'knee', 'ankle', 'shoulder', 'elbow', 'wrist']

export const freedoms: readonly Freedom[] = [
  ...['x', 'y', 'z'].map((movement) => ({ joint: 'root', movement, side: undefined })),
  ...trunk.flatMap((joint) =>
    movements[joint].map((movement) => ({ joint, movement, side: undefined })),
  ),
  ...sides.flatMap((side) => [
    ...limbs.flatMap((joint) =>
      movements[joint].map((movement) => ({ joint: `${side} ${joint}`, movement, side })),
    ),
    ...['elevation', 'protraction'].map((movement) => ({
      joint: `${side} shoulder blade`,
      movement,
      side,
    })),
  ]),
]

const places: ReadonlyMap<string, number> = new Map(
  freedoms.map(({ joint, movement }, index) => [`${joint} ${movement}`, index]),
)

/** Where in the list a movement stands, or undefined when there is no such movement. */
export function findFreedom(joint: string, movement: string): number | undefined {
  return places.get(`${joint} ${movement}`)
}

/** As `findFreedom`, for names that the program itself writes. */
export function freedomOf(joint: string, movement: string): number {
  const place = findFreedom(joint, movement)
  if (place === undefined) throw new Error(`no movement "${movement}" of "${joint}"`)
  return place
}

/** `hips` as `left hip` and `right hip`; other names as they are. */
export function singleJoints(name: string): readonly string[] {
  const plural = /^(hip|knee|ankle|shoulder|elbow|wrist)s$/.exec(name)
  return plural?.[1] === undefined ? [name] : sides.map((side) => `${side} ${plural[1] ?? ''}`)
}
