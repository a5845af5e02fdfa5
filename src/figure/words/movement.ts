/** What moves between two phases, how far and where to, measured on their skeletons. */
import { unrotate } from '../../geometry/rotation.ts'
import { length, subtract } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { sides, signOf } from '../skeleton.ts'
import type { Side, Skeleton } from '../skeleton.ts'
import type { Fact } from './facts.ts'

/** Metres; less is not worth a sentence. */
const noticeable = 0.06

type Limb = 'leg' | 'arm'

interface Shift {
  readonly who: string
  readonly side: Side | undefined
  readonly way: Vec3
  /** Whose hips say where forward is. */
  readonly skeleton: Skeleton
}

/** The sides on which something goes elsewhere; a side that only gives way to the other does not count. */
export function movingSides(before: Skeleton, now: Skeleton): readonly Side[] {
  const ways = sides.map((side) => {
    const was = landmarks(before, side)
    const own = landmarks(now, side).map(({ at }, index) => {
      const from = was[index]
      return from === undefined ? 0 : length(subtract(at, from.at))
    })
    return { side, way: Math.max(...own) }
  })
  const least = Math.max(noticeable, 0.4 * Math.max(...ways.map(({ way }) => way)))
  return ways.flatMap(({ side, way }) => (way >= least ? [side] : []))
}

/** One sentence for each limb that moves far; one for the hips where all of the body does. */
export function movementFacts(before: Skeleton, now: Skeleton): readonly Fact[] {
  const hips = subtract(now.pelvis.origin, before.pelvis.origin)
  if (length(hips) >= noticeable) {
    return [factOf({ who: 'part-pelvis', side: undefined, way: hips, skeleton: before }, 1)]
  }
  const legs = limbFacts(before, now, { limb: 'leg', least: noticeable })
  // Arms give way a little to what the legs do; that is not worth a sentence.
  const least = legs.length === 0 ? noticeable : 0.2
  return [...legs, ...limbFacts(before, now, { limb: 'arm', least })]
}

/** A limb, and the least way in metres that is told of it. */
interface LimbQuestion {
  readonly limb: Limb
  readonly least: number
}

function limbFacts(before: Skeleton, now: Skeleton, question: LimbQuestion): readonly Fact[] {
  const shifts = sides.flatMap((side) => farthest(before, now, { side, ...question }) ?? [])
  const [one, other] = shifts
  if (one === undefined) return []
  const [part, otherPart] = shifts.map(({ who }) => who.replace(/^part-(?:left|right)-/, ''))
  const [fact, otherFact] = shifts.map((shift) => factOf(shift, shifts.length))
  if (fact === undefined) return []
  if (other === undefined || otherFact === undefined) return [{ ...fact, count: 1 }]
  if (part === otherPart && fact.key === otherFact.key) {
    return [{ ...fact, who: `part-both-${part ?? ''}`, count: 2 }]
  }
  return [fact, otherFact].map((each) => ({ ...each, count: 1 }))
}

/** The part of a limb that goes farthest; all of a straight leg is called leg. */
function farthest(
  before: Skeleton,
  now: Skeleton,
  { side, limb, least }: LimbQuestion & { readonly side: Side },
): Shift | undefined {
  const was = landmarks(before, side)
  const shifts = landmarks(now, side).flatMap(({ at, part, of }, index) => {
    const from = was[index]
    if (of !== limb || from === undefined) return []
    return [{ part, way: subtract(at, from.at) }]
  })
  const [most] = [...shifts].sort((a, b) => length(b.way) - length(a.way))
  if (most === undefined || length(most.way) < least) return undefined
  const isStraight = most.part === 'foot' && isStraightLeg(now, side) && isStraightLeg(before, side)
  const who = `part-${side}-${isStraight ? 'leg' : most.part}`
  return { who, side, way: most.way, skeleton: before }
}

function isStraightLeg({ legs }: Skeleton, side: Side): boolean {
  const { hip, knee, ankle } = legs[side]
  const [thigh, shank] = [length(subtract(knee, hip)), length(subtract(ankle, knee))]
  return length(subtract(ankle, hip)) > 0.97 * (thigh + shank)
}

interface Landmark {
  readonly part: string
  readonly of: Limb
  readonly at: Vec3
}

function landmarks({ legs, arms }: Skeleton, side: Side): readonly Landmark[] {
  return [
    { part: 'knee', of: 'leg', at: legs[side].knee },
    { part: 'foot', of: 'leg', at: legs[side].ankle },
    { part: 'elbow', of: 'arm', at: arms[side].elbow },
    { part: 'hand', of: 'arm', at: arms[side].wrist },
  ]
}

/** Up and down as everybody sees it; otherwise as seen from the person's own hips. */
function factOf({ who, side, way, skeleton }: Shift, count: number): Fact {
  const distance = length(way)
  if (Math.abs(way[2]) > 0.6 * distance) {
    return { key: way[2] > 0 ? 'figure-lifts' : 'figure-lowers', who, distance, count }
  }
  const [anterior, left, superior] = unrotate(skeleton.pelvis.axes, way)
  const outwards = side === undefined ? 0 : left * signOf(side)
  const ways = [
    { key: 'figure-moves-forward', by: anterior },
    { key: 'figure-moves-back', by: -anterior },
    { key: 'figure-moves-out', by: outwards },
    { key: 'figure-moves-in', by: -outwards },
    { key: 'figure-moves-headward', by: superior },
    { key: 'figure-moves-footward', by: -superior },
  ] as const
  const { key } = ways.reduce((most, next) => (next.by > most.by ? next : most))
  return { key, who, distance, count }
}
