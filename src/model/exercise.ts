/** One exercise: what it is for, how it is done, how much, and how it looks. */
import type { Dosage } from './dosage.ts'
import type { FigureDescription, PhaseName } from './pose.ts'

export type ExerciseKind = 'strength' | 'stretch' | 'rolling'

export interface Exercise {
  readonly id: string
  readonly kind: ExerciseKind
  readonly name: string
  /** For posters and cards. */
  readonly shortName: string | undefined
  /** What it works, in a few words under the name: "Works the side of your hip". */
  readonly purpose: string
  readonly equipment: readonly Equipment[]
  readonly muscles: { readonly primary: readonly string[]; readonly secondary: readonly string[] }
  readonly dosage: Dosage
  /** `start`: how to set up; `end`: how to move, or to hold. */
  readonly steps: { readonly start: readonly string[]; readonly end: readonly string[] }
  /** For posters and cards, none or two: a few words for what goes wrong most often. */
  readonly cues: readonly string[]
  /** These complete "Feel …", "Avoid …", "Easier: …", "Harder: …". */
  readonly feel: string
  readonly mistake: string
  readonly easier: string
  readonly harder: string
  /** What to do instead when one cannot kneel. */
  readonly noKneel: string | undefined
  readonly cautions: readonly string[]
  /** What each phase shows, for people who do not see the picture. */
  readonly alternativeText: Readonly<Partial<Record<PhaseName, string>>>
  readonly sources: readonly string[]
  readonly figure: FigureDescription
}

export interface Equipment {
  readonly item: string
  readonly where: string | undefined
  readonly optional: boolean
}
