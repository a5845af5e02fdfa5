/** What a figure is drawn from: plain data, so that any thread can draw it, and its hash is the figure's name. */
import { createHash } from 'node:crypto'
import { chooseLook } from '../content/choose-look.ts'
import type { Pack } from '../content/pack.ts'
import type { BodyModel, Look } from '../model/body.ts'
import type { FigureDescription, PhaseName } from '../model/pose.ts'
import type { FeltMuscle } from './body/muscles.ts'
import { sides } from './skeleton.ts'

export interface FigureRequest {
  readonly phase: PhaseName
  readonly description: FigureDescription
  readonly body: BodyModel
  readonly look: Look
  /** Where it is felt. */
  readonly feel: readonly FeltMuscle[]
}

/** One picture of an exercise. */
export interface FigureChoice {
  readonly exercise: string
  readonly phase: PhaseName
  /** The person; undefined for the one whose turn it is. */
  readonly look: string | undefined
}

/** What a pack says of a figure; undefined where it has no such phase, or nobody to show it. */
export function figureRequest(pack: Pack, choice: FigureChoice): FigureRequest | undefined {
  const { phase } = choice
  const exercise = pack.exercises.entries.get(choice.exercise)?.value
  if (exercise?.figure.phases[phase] === undefined) return undefined
  const person = chooseLook(pack, exercise.id, choice.look ?? exercise.figure.look)
  if (person === undefined) return undefined
  const muscles = exercise.muscles.primary.flatMap((id) => pack.muscles?.value.get(id) ?? [])
  // Where sides take turns, the right one works in every figure (content/README.md).
  const working = exercise.dosage.sides === 'each' ? (['right'] as const) : sides
  const feel = muscles.flatMap((muscle) => working.map((side) => ({ muscle, side })))
  return { phase, description: exercise.figure, ...person, feel }
}

/** Names a sketch: everything it is made from, and the version of the program's drawing code. */
export function requestKey(request: FigureRequest, version: string): string {
  return valueKey(request, version)
}

/** Names what is made of plain data by one version of the code. */
export function valueKey(value: unknown, version: string): string {
  const text = `${version}\n${canonicalJson(value)}`
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

/** JSON in which the order of fields does not count. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
