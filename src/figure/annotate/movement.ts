/** What moves between two phases, and the way it takes. */
import { distance } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { skeletonBetween } from '../pose/interpolate.ts'
import { landmarks, placeOn } from '../pose/landmarks.ts'
import type { Landmark } from '../pose/landmarks.ts'
import type { Skeleton } from '../skeleton.ts'
import type { GroupName, Solid } from '../solid.ts'

/** Of the stature: what moves less has no ghost. */
const ghostShare = 0.05

const groupLandmarks: Readonly<Partial<Record<GroupName, readonly Landmark[]>>> = {
  trunk: ['pelvis', 'waist', 'chest'],
  head: ['head', 'neck'],
  hair: ['head'],
  'left arm': ['left elbow', 'left hand'],
  'right arm': ['right elbow', 'right hand'],
  'left leg': ['left knee', 'left ankle', 'left toes'],
  'right leg': ['right knee', 'right ankle', 'right toes'],
}

/** The parts of the first pose that are elsewhere in the second. */
export function movedGroups(from: Skeleton, to: Skeleton, stature: number): readonly GroupName[] {
  const way = (name: Landmark): number => distance(placeOn(from, name), placeOn(to, name))
  return Object.entries(groupLandmarks).flatMap(([name, marks]) =>
    marks.some((mark) => way(mark) > ghostShare * stature) ? groupNamed(name) : [],
  )
}

function groupNamed(name: string): readonly GroupName[] {
  const groups: readonly GroupName[] = [
    'trunk', 'head', 'left arm', 'right arm', 'left leg', 'right leg', 'hair',
  ] // prettier-ignore
  return groups.filter((group) => group === name)
}

/** Only some groups of a solid, without lines and props. */
export function onlyGroups(solid: Solid, names: readonly GroupName[]): Solid {
  const groups = solid.groups.filter(({ name }) => names.includes(name))
  return { ...solid, groups, marks: [], feel: [] }
}

/** Metres: less is a hold, which has no arrow. */
const leastWay = 0.07
/** What tells of a movement: joints and ends of limbs; the hips where all of the body goes. */
const tellers: readonly Landmark[] = landmarks.filter((name) =>
  /^(?:pelvis|chest|head)$|(?:knee|ankle|hand|elbow)$/.test(name),
)

/** The landmark that moves most, its places along the way; undefined for a hold. */
export function movementPath(
  from: Skeleton,
  to: Skeleton,
  poses = 13,
): readonly Vec3[] | undefined {
  const ways = tellers.map((name) => ({
    name,
    way: distance(placeOn(from, name), placeOn(to, name)),
  }))
  const hips = ways.find(({ name }) => name === 'pelvis')?.way ?? 0
  const most = ways.reduce((a, b) => (b.way > a.way ? b : a))
  if (most.way < leastWay) return undefined
  const name = hips > 0.55 * most.way ? 'pelvis' : most.name
  return Array.from({ length: poses }, (_, i) =>
    placeOn(skeletonBetween(from, to, i / (poses - 1)), name),
  )
}
