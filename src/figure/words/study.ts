/** What a figure's phases show, found by solving its poses, which takes long: so it is kept like a drawing. */
import { nothingKept } from '../../content/kept-files.ts'
import type { KeptFiles } from '../../content/kept-files.ts'
import type { BodyModel, Footwear } from '../../model/body.ts'
import type { FigureDescription, PhaseName } from '../../model/pose.ts'
import type { MissedContact } from '../pose/check.ts'
import { valueKey } from '../request.ts'
import type { Scene } from '../scene.ts'
import { sides } from '../skeleton.ts'
import type { Side } from '../skeleton.ts'
import type { DoTask } from '../workers/task.ts'
import { earlierPhase, phaseFacts } from './describe.ts'
import { resolvePhase, sidesOfContacts } from './facts.ts'
import type { Fact } from './facts.ts'
import { movingSides } from './movement.ts'

export interface PhaseStudy {
  readonly facts: readonly Fact[]
  /** The sides that are elsewhere, or touch something else, than in the phase before; empty for the first. */
  readonly moving: readonly Side[]
}

export interface FigureStudy {
  readonly phases: Readonly<Partial<Record<PhaseName, PhaseStudy>>>
  /** Contacts that the angles do not allow. */
  readonly missed: readonly MissedContact[]
}

export interface StudyRequest {
  readonly description: FigureDescription
  readonly body: BodyModel
  readonly footwear: Footwear
}

/** The poses of a figure, solved. */
export interface SolvedFigure {
  readonly scenes: Readonly<Partial<Record<PhaseName, Scene>>>
  readonly missed: readonly MissedContact[]
}

export type SolveFigure = (request: StudyRequest) => SolvedFigure

export interface Studies {
  of(request: StudyRequest): Promise<FigureStudy>
}

export interface StudiesOptions {
  readonly doTask: DoTask
  /** Changes with the code that solves. */
  readonly version: string
  readonly kept?: KeptFiles
}

/** Study figures, each once for all runs. */
export function createStudies({ doTask, version, kept = nothingKept }: StudiesOptions): Studies {
  const known = new Map<string, Promise<FigureStudy>>()
  const find = async (key: string, request: StudyRequest): Promise<FigureStudy> => {
    const name = `study-${key}`
    const bytes = kept.read(name)
    if (bytes !== undefined) return readStudy(bytes)
    const studied = await doTask({ kind: 'study', request })
    kept.write(name, studied)
    return readStudy(studied)
  }
  return {
    of(request) {
      const key = valueKey(request, version)
      const study = known.get(key) ?? find(key, request)
      known.set(key, study)
      return study
    },
  }
}

export function studyBytes(study: FigureStudy): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(study))
}

function readStudy(bytes: Uint8Array): FigureStudy {
  const study: FigureStudy = JSON.parse(new TextDecoder().decode(bytes))
  return study
}

export function studyFigure(request: StudyRequest, solve: SolveFigure): FigureStudy {
  const { description } = request
  const { scenes, missed } = solve(request)
  const study = (phase: PhaseName): readonly (readonly [PhaseName, PhaseStudy])[] => {
    if (description.phases[phase] === undefined) return []
    const earlier = earlierPhase(description, phase)
    const [before, now] = [earlier && scenes[earlier]?.skeleton, scenes[phase]?.skeleton]
    const facts = phaseFacts(description, phase, (name) => scenes[name]?.skeleton)
    const moved = before === undefined || now === undefined ? [] : movingSides(before, now)
    const touching = earlier === undefined ? [] : changedContacts(description, earlier, phase)
    const moving = sides.filter((side) => moved.includes(side) || touching.includes(side))
    return [[phase, { facts, moving }]]
  }
  const phases = Object.fromEntries((['start', 'end', 'mistake'] as const).flatMap(study))
  return { phases, missed }
}

function changedContacts(
  description: FigureDescription,
  earlier: PhaseName,
  phase: PhaseName,
): readonly Side[] {
  const [before, now] = [resolvePhase(description, earlier), resolvePhase(description, phase)]
  return before === undefined || now === undefined ? [] : sidesOfContacts(before, now)
}
