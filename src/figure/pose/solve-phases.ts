/** The pose language's front door: a figure as content describes it becomes scenes, one for each phase. */
import type { BodyModel, Footwear } from '../../model/body.ts'
import type { FigureDescription, PhaseName, Pose } from '../../model/pose.ts'
import type { Scene } from '../scene.ts'
import { fleshOf } from './flesh.ts'
import { skeletonBetween } from './interpolate.ts'
import { isPhase, resolvePose, type ResolvedPose } from './phases.ts'
import { placeProps } from './props.ts'
import { proportionsOf } from './proportions.ts'
import { comeToRest, type Before, type Person, type Rest } from './solve.ts'

/** A phase solved: its scene, and what was asked of it. */
export interface SolvedPhase {
  readonly pose: ResolvedPose
  readonly rest: Rest
  readonly scene: Scene
}

const all: readonly PhaseName[] = ['start', 'end', 'mistake']

/**
 * The phases of a figure on a body, all or those that are wanted and what these are made from. Soles are as thick as
 * the footwear. Phases without a known base are left out.
 */
export function solvePhases(
  description: FigureDescription,
  body: BodyModel,
  footwear: Footwear = 'shoes',
  wanted: readonly PhaseName[] = all,
): Partial<Record<PhaseName, Scene>> {
  const solved = solveAll(description, body, footwear, wanted)
  return Object.fromEntries([...solved].map(([phase, { scene }]) => [phase, scene]))
}

/** One pose that need not be a phase of its figure, such as one on the way. */
export function solvePose(
  pose: Pose,
  description: FigureDescription,
  body: BodyModel,
  footwear: Footwear = 'shoes',
): Scene | undefined {
  const resolved = resolvePose(pose, description.phases)
  if (resolved === undefined) return undefined
  const person = personOf(body, footwear)
  const from =
    pose.from === undefined ? undefined : solveAll(description, body, footwear).get(pose.from)
  const rest = comeToRest(resolved, person, from && before(from))
  return sceneOf(description, resolved, rest, person)
}

/** A figure on the way from one phase to another: 0 is the first, 1 the second. Things stay with the nearer one. */
export function poseBetween(a: Scene, b: Scene, share: number): Scene {
  return {
    skeleton: skeletonBetween(a.skeleton, b.skeleton, share),
    props: share < 0.5 ? a.props : b.props,
  }
}

/** As `solvePhases`, with what was asked and what could not be met. */
export function solveAll(
  description: FigureDescription,
  body: BodyModel,
  footwear: Footwear,
  wanted: readonly PhaseName[] = all,
): ReadonlyMap<string, SolvedPhase> {
  const person = personOf(body, footwear)
  const solved = new Map<string, SolvedPhase>()
  const solve = (phase: PhaseName): SolvedPhase | undefined => {
    const known = solved.get(phase)
    if (known !== undefined) return known
    const pose = description.phases[phase]
    const resolved = pose && resolvePose(pose, description.phases)
    if (pose === undefined || resolved === undefined) return undefined
    // Contacts stay where they were in the phase it is made from, or else at the start.
    const earlier = pose.from !== undefined && isPhase(pose.from) ? pose.from : 'start'
    const from = earlier === phase ? undefined : solve(earlier)
    const rest = comeToRest(resolved, person, from && before(from))
    const result = { pose: resolved, rest, scene: sceneOf(description, resolved, rest, person) }
    solved.set(phase, result)
    return result
  }
  for (const phase of wanted) solve(phase)
  return solved
}

function before({ pose, rest }: SolvedPhase): Before {
  return { pose, posture: rest.posture, skeleton: rest.skeleton }
}

function personOf(body: BodyModel, footwear: Footwear): Person {
  return { proportions: proportionsOf(body), flesh: fleshOf(body, footwear) }
}

function sceneOf(
  { props }: FigureDescription,
  pose: ResolvedPose,
  { skeleton }: Rest,
  { flesh }: Person,
): Scene {
  return { skeleton, props: placeProps(props, pose, skeleton, flesh) }
}
