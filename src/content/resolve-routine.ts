/** A routine with its exercises in place of their ids. */
import type { RollingGuide, RoutineItem } from '../model/document.ts'
import type { Pack } from './pack.ts'
import type { ItemDescription, RollingDescription } from './schemas/routine.ts'

/** The items with their printed numbers, or undefined when an exercise is missing (reported elsewhere). */
export function resolveItems(
  items: readonly ItemDescription[],
  pack: Pack,
): readonly RoutineItem[] | undefined {
  const labels = labelsOf(items)
  const resolved = items.flatMap(({ exercise: id, optional }) => {
    const exercise = pack.exercises.entries.get(id)?.value
    const label = labels.get(id)
    return exercise === undefined || label === undefined ? [] : [{ exercise, label, optional }]
  })
  return resolved.length === items.length ? resolved : undefined
}

/** The rolling guide with its spots, or undefined when one is missing (reported elsewhere). */
export function resolveRolling(
  rolling: RollingDescription,
  pack: Pack,
): RollingGuide | undefined {
  const spots = rolling.spots.flatMap((id) => pack.exercises.entries.get(id)?.value ?? [])
  return spots.length === rolling.spots.length ? { ...rolling, spots } : undefined
}

/** 1, 2, 3, … in order; a harder option has the number of what it replaces, and a plus. */
function labelsOf(items: readonly ItemDescription[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  let number = 0
  for (const { exercise, harderOptionOf } of items) {
    const replaced = harderOptionOf === undefined ? undefined : labels.get(harderOptionOf)
    if (replaced === undefined) number += 1
    labels.set(exercise, replaced === undefined ? String(number) : `${replaced}+`)
  }
  return labels
}
