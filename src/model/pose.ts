/** Poses as content files write them: joint angles in clinical terms, contacts, camera and props. */

/** Degrees; 0 is the anatomical position, positive is the movement the name says (ISB sense). */
export type Degrees = number

/** Movements at one joint, by clinical name: `flexion`, `abduction`, `external-rotation`, … */
export type JointAngles = Readonly<Record<string, Degrees>>

export interface Pose {
  /** A named position, or undefined when the pose is made `from` another. */
  readonly base: string | undefined
  readonly from: string | undefined
  /** By joint: `hips`, `right hip`, `left knee`, `lumbar spine`, … */
  readonly joints: Readonly<Record<string, JointAngles>>
  /** By body part: `right hand: floor under shoulder`. */
  readonly contacts: Readonly<Record<string, string>>
}

export type PhaseName = 'start' | 'end' | 'mistake'

export interface FigureDescription {
  readonly camera: { readonly azimuth: Degrees; readonly elevation: Degrees }
  /** Who shows it: a look of assets/body; undefined for the one whose turn it is. */
  readonly look?: string
  readonly props: readonly string[]
  /** The body part whose way the arrow shows, or `none`; undefined for the one that moves most. */
  readonly arrow?: string
  /** The body part that the ring of a mistake goes round; undefined for the joint that differs most. */
  readonly wrong?: string
  readonly phases: Readonly<Partial<Record<PhaseName, Pose>>>
}
