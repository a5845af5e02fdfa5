/** The poses of the shipped exercises: as their authors wrote them, and as they are drawn. */
import { freedomOf } from '../../src/figure/pose/degrees-of-freedom.ts'
import { solveAll, type SolvedPhase } from '../../src/figure/pose/solve-phases.ts'
import { figureRequest } from '../../src/figure/request.ts'
import type { PhaseName, Pose } from '../../src/model/pose.ts'
import { exerciseOf } from './pack-words.ts'
import { shippedPack } from './shipped.ts'

/** Degrees in the pose as it is drawn, on the body of the look that the pack chooses. */
export function angleOf(id: string, phase: PhaseName, joint: string, movement: string): number {
  const angle = drawnPose(id, phase).rest.posture[freedomOf(joint, movement)]
  if (angle === undefined) throw new Error(`${id} has no ${movement} of ${joint}`)
  return angle
}

const solved = new Map<string, ReadonlyMap<string, SolvedPhase>>()

export function drawnPose(id: string, phase: PhaseName): SolvedPhase {
  const { description, body, footwear } = personOf(id)
  const phases = solved.get(id) ?? solveAll(description, body, footwear)
  solved.set(id, phases)
  const pose = phases.get(phase)
  if (pose === undefined) throw new Error(`${id} has no ${phase}`)
  return pose
}

/** The figure of an exercise, and who shows it. */
export function personOf(id: string) {
  const request = figureRequest(shippedPack.pack, {
    exercise: id,
    phase: 'start',
    look: undefined,
  })
  if (request === undefined) throw new Error(`no figure of ${id}`)
  const { description, body, look } = request
  return { description, body, footwear: look.footwear }
}

/** What an author says touches what, with what it takes from the phase before. */
export function contactsOf(id: string, phase: PhaseName): Pose['contacts'] {
  const pose = exerciseOf(id).figure.phases[phase]
  if (pose === undefined) throw new Error(`${id} has no ${phase}`)
  const { from, contacts } = pose
  return { ...(from === undefined ? {} : contactsOf(id, phaseName(from))), ...contacts }
}

export function propsOf(id: string): readonly string[] {
  return exerciseOf(id).figure.props
}

function phaseName(name: string): PhaseName {
  if (name === 'start' || name === 'end' || name === 'mistake') return name
  throw new Error(`${name} is no phase`)
}
