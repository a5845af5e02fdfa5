/** What moves between two phases, and the way it takes. */
import { distance } from '../../geometry/vec3.ts'
import type { Vec3 } from '../../geometry/vec3.ts'
import { skeletonBetween } from '../pose/interpolate.ts'
import { isLandmark, placeOn } from '../pose/landmarks.ts'
import type { Landmark } from '../pose/landmarks.ts'
import { sides } from '../skeleton.ts'
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
/** Of the stature: when the hips go farther, the two poses are two pictures, and no arrow leads from one to the other. */
const farthest = 0.25

/** What may tell of a movement, and how readily: arms only help, and the hips carry all the rest. */
const tellers: readonly (readonly [landmark: Landmark, weight: number])[] = [
  ['pelvis', 1.6],
  ['chest', 0.6],
  ['head', 0.5],
  ...sides.flatMap((side): readonly (readonly [Landmark, number])[] => [
    [`${side} knee`, 1],
    [`${side} ankle`, 1],
    [`${side} hand`, 0.3],
  ]),
]

export interface ArrowChoice {
  readonly stature: number
  /** A landmark that content names, or `none`. */
  readonly arrow?: string | undefined
  readonly poses?: number
}

/** The landmark that tells most of the movement, its places along the way; undefined for a hold. */
export function movementPath(
  from: Skeleton,
  to: Skeleton,
  { stature, arrow, poses = 13 }: ArrowChoice,
): readonly Vec3[] | undefined {
  const along = (name: Landmark): readonly Vec3[] =>
    Array.from({ length: poses }, (_, i) =>
      placeOn(skeletonBetween(from, to, i / (poses - 1)), name),
    )
  if (arrow !== undefined) return isLandmark(arrow) ? along(arrow) : undefined
  const wayOf = (name: Landmark): number => distance(placeOn(from, name), placeOn(to, name))
  if (wayOf('pelvis') > farthest * stature) return undefined
  const moving = tellers.filter(([name]) => wayOf(name) >= leastWay)
  const [first] = moving
  if (first === undefined) return undefined
  const value = ([name, weight]: (typeof tellers)[number]): number => wayOf(name) * weight
  const [name] = moving.reduce((best, other) => (value(other) > value(best) ? other : best), first)
  return along(name)
}
