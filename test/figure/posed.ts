/** Poses for tests, on the body for tests. */
import { solvePhases } from '../../src/figure/pose/solve-phases.ts'
import type { Scene } from '../../src/figure/scene.ts'
import type { Pose } from '../../src/model/pose.ts'
import { testBody } from './bodies.ts'

/** One pose of a named base, come to rest. */
export function posed(
  base: string,
  joints: Pose['joints'] = {},
  contacts: Pose['contacts'] = {},
  props: readonly string[] = [],
): Scene {
  const start: Pose = { base, from: undefined, joints, contacts }
  const scenes = solvePhases(
    { camera: { azimuth: 0, elevation: 0 }, props, phases: { start } },
    testBody,
  )
  if (scenes.start === undefined) throw new Error(`${base} cannot be posed`)
  return scenes.start
}
