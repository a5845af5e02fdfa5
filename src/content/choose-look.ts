/** Which person shows an exercise. */
import type { BodyModel, Look } from '../model/body.ts'
import type { Pack } from './pack.ts'

export interface Person {
  readonly look: Look
  readonly body: BodyModel
}

/**
 * The person whom the document or the exercise names; otherwise people take turns from exercise to exercise,
 * in the order of both. Undefined when the pack shows nobody.
 */
export function chooseLook(
  pack: Pack,
  exercise: string,
  named: string | undefined,
): Person | undefined {
  const looks = [...(pack.looks?.value.values() ?? [])]
  const place = [...pack.exercises.entries.keys()].sort().indexOf(exercise)
  const look =
    looks.find(({ id }) => id === named) ?? looks[Math.max(0, place) % Math.max(1, looks.length)]
  const body = look && pack.bodies.entries.get(look.body)?.value
  return look && body && { look, body }
}
