/** Pictures in words, for people who do not see them: written from the pose, in the words of a locale. */
import type { FigureDescription, PhaseName } from '../../model/pose.ts'
import type { Skeleton } from '../skeleton.ts'
import {
  baseFact,
  bendChanges,
  contactChanges,
  heldTogether,
  poseFacts,
  resolvePhase,
  trunkChanges,
} from './facts.ts'
import type { Fact } from './facts.ts'
import { movementFacts } from './movement.ts'

/** A string of the locale, its {placeholders} filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What a phase shows, from what is known of it. */
export function describePhase(phase: PhaseName, facts: readonly Fact[], say: Say): string {
  const text = facts.map((fact) => sentence(fact, say)).join(' ')
  return phase === 'mistake' && text !== '' ? say('figure-mistake', { text }) : text
}

/**
 * What can be said of a phase: the start is told whole, what follows by what has changed. Empty where there is
 * no such phase, or its pose leads to no base.
 */
export function phaseFacts(
  figure: FigureDescription,
  phase: PhaseName,
  skeletonOf: (phase: PhaseName) => Skeleton | undefined,
): readonly Fact[] {
  const now = resolvePhase(figure, phase)
  if (now === undefined) return []
  const earlier = earlierPhase(figure, phase)
  const before = earlier === undefined ? undefined : resolvePhase(figure, earlier)
  if (earlier === undefined || before === undefined || before.base !== now.base) {
    return poseFacts(now)
  }
  const [from, to] = [skeletonOf(earlier), skeletonOf(phase)]
  const moved = from === undefined || to === undefined ? [] : movementFacts(from, to)
  const changes = [
    ...moved,
    ...bendChanges(before, now),
    ...trunkChanges(before, now),
    ...contactChanges(before, now),
    ...heldTogether(before, now),
  ]
  return changes.length === 0 ? poseFacts(now) : [baseFact(now), ...changes]
}

/** The phase that a phase is seen after: the one it is made from, or the start. */
export function earlierPhase(
  { phases }: FigureDescription,
  phase: PhaseName,
): PhaseName | undefined {
  if (phase === 'start') return undefined
  const from = (['start', 'end', 'mistake'] as const).find((name) => name === phases[phase]?.from)
  return from ?? (phases.start === undefined ? undefined : 'start')
}

function sentence({ key, who, of, count, distance }: Fact, say: Say): string {
  const text = say(key, {
    ...(who === undefined ? {} : { who: say(who) }),
    ...(of === undefined ? {} : { of: say(of) }),
    ...(count === undefined ? {} : { count }),
    ...(distance === undefined ? {} : { distance: distanceIn(distance, say) }),
  })
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** To 5 cm, because bodies differ; both measures, because readers do. */
function distanceIn(metres: number, say: Say): string {
  const centimetres = Math.max(5, Math.round(metres * 20) * 5)
  return say('figure-distance', {
    centimetres,
    inches: Math.max(1, Math.round(centimetres / 2.54)),
  })
}
