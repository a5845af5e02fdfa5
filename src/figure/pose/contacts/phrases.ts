/** The language of contacts: `right hand: floor under shoulder`, as data tables. */
import { nearest } from '../../../diagnostics/index.ts'
import { otherSide, sides, type Side } from '../../skeleton.ts'

export type SubjectPart =
  | 'head' | 'shoulders' | 'back' | 'pelvis'
  | 'hand' | 'forearm' | 'elbow' | 'arm' | 'shoulder'
  | 'buttock' | 'hip' | 'leg' | 'thigh' | 'knee' | 'shin' | 'ankle' | 'foot' // prettier-ignore

/** One body part that touches something. */
export interface Subject {
  readonly part: SubjectPart
  readonly side: Side | undefined
}

export type FloorPlace =
  | 'anywhere' | 'under shoulder' | 'under hip' | 'beside hips' | 'behind hips' | 'beside head'
  | 'in front of shoulder' | 'behind shoulder' | 'in front of chest' | 'in front of knee' | 'overhead' // prettier-ignore

export type PropKind = 'cushion' | 'ball' | 'roller' | 'step'

export type Target =
  | {
      readonly kind: 'floor'
      readonly place: FloorPlace
      readonly side: Side | undefined
      /** Not kept where it was in the phase before. */
      readonly isSliding?: true
    }
  | { readonly kind: 'prop'; readonly prop: PropKind; readonly share: number | undefined }
  | {
      readonly kind: 'body'
      readonly way: 'on' | 'behind' | 'toward' | 'in front of'
      readonly of: Subject
    }
  | { readonly kind: 'strap'; readonly way: 'on' | 'in' }
  | { readonly kind: 'together' }
  | { readonly kind: 'wall' }
  | { readonly kind: 'free' }

/** Parts without a side. `trunk` is another word for the back. */
const trunkWords: Readonly<Record<string, SubjectPart>> = {
  head: 'head',
  shoulders: 'shoulders',
  back: 'back',
  trunk: 'back',
  pelvis: 'pelvis',
  hips: 'pelvis',
}

const limbWords: Readonly<Record<string, SubjectPart>> = {
  hand: 'hand',
  forearm: 'forearm',
  elbow: 'elbow',
  arm: 'arm',
  shoulder: 'shoulder',
  buttock: 'buttock',
  hip: 'hip',
  leg: 'leg',
  thigh: 'thigh',
  knee: 'knee',
  shin: 'shin',
  ankle: 'ankle',
  foot: 'foot',
}

const plurals: Readonly<Record<string, SubjectPart>> = {
  hands: 'hand',
  forearms: 'forearm',
  elbows: 'elbow',
  arms: 'arm',
  buttocks: 'buttock',
  legs: 'leg',
  thighs: 'thigh',
  knees: 'knee',
  shins: 'shin',
  ankles: 'ankle',
  feet: 'foot',
}

const subjects: ReadonlyMap<string, readonly Subject[]> = new Map<string, readonly Subject[]>([
  ...Object.entries(trunkWords).map(([word, part]) => [word, [{ part, side: undefined }]] as const),
  ...Object.entries(plurals).map(
    ([word, part]) => [word, sides.map((side) => ({ part, side }))] as const,
  ),
  ...sides.flatMap((side) =>
    Object.entries(limbWords).map(([word, part]) => [`${side} ${word}`, [{ part, side }]] as const),
  ),
])

export const subjectWords: readonly string[] = [...subjects.keys()]

/** The body parts that a subject means: both for `hands`; undefined for an unknown word. */
export function parseSubject(words: string): readonly Subject[] | undefined {
  return subjects.get(tidy(words))
}

export function nameOf({ part, side }: Subject): string {
  return side === undefined ? part : `${side} ${part}`
}

/** Phrases that mean the same for every subject. */
const fixedPhrases: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['free', { kind: 'free' }],
  ['together', { kind: 'together' }],
  ['wall', { kind: 'wall' }],
  ['on wall', { kind: 'wall' }],
  ['on strap', { kind: 'strap', way: 'on' }],
  ['in strap', { kind: 'strap', way: 'in' }],
  ...(['cushion', 'ball', 'roller', 'step'] as const).map(
    (prop) => [`on ${prop}`, { kind: 'prop', prop, share: undefined }] as const,
  ),
  // Where along the thigh.
  ...(
    [
      ['near hip', 0.24],
      ['a third down', 0.38],
      ['halfway', 0.5],
      ['near knee', 0.76],
    ] as const
  ).map(
    ([where, share]) => [`on roller ${where}`, { kind: 'prop', prop: 'roller', share }] as const,
  ),
  // Low on the buttock.
  ['on ball near thigh', { kind: 'prop', prop: 'ball', share: 0.5 }],
  ...Object.entries<FloorPlace>({
    floor: 'anywhere',
    'floor under shoulder': 'under shoulder',
    'floor under shoulders': 'under shoulder',
    'floor under hip': 'under hip',
    'floor under hips': 'under hip',
    'floor beside hip': 'beside hips',
    'floor beside hips': 'beside hips',
    'floor beside head': 'beside head',
    'floor in front of shoulder': 'in front of shoulder',
    'floor in front of shoulders': 'in front of shoulder',
    'floor behind shoulder': 'behind shoulder',
    'floor behind shoulders': 'behind shoulder',
    'floor behind hips': 'behind hips',
    'floor in front of chest': 'in front of chest',
    'floor overhead': 'overhead',
  }).map(([words, place]) => [words, { kind: 'floor', place, side: undefined }] as const),
])

/** What slides has the words of what stays, after `sliding on`. */
const slidingWords = 'sliding on '

const relativePhrases: ReadonlyMap<string, Target> = new Map<string, Target>(
  sides.flatMap((side) => [
    [`floor in front of ${side} knee`, { kind: 'floor', place: 'in front of knee', side }] as const,
    ...(['on', 'behind', 'toward', 'in front of'] as const).flatMap((way) =>
      [...Object.entries(limbWords), ['wrist', 'hand'] as const].map(
        ([word, part]) =>
          [`${way} ${side} ${word}`, { kind: 'body', way, of: { part, side } }] as const,
      ),
    ),
  ]),
)

const sidedPhrases: Readonly<Record<string, (side: Side) => Target>> = {
  'on hip': (side) => ({ kind: 'body', way: 'on', of: { part: 'hip', side } }),
  'on thigh': (side) => ({ kind: 'body', way: 'on', of: { part: 'thigh', side } }),
  'on knee': (side) => ({ kind: 'body', way: 'on', of: { part: 'knee', side } }),
  'behind head': () => ({ kind: 'body', way: 'behind', of: { part: 'head', side: undefined } }),
  'on other leg': (side) => ({
    kind: 'body',
    way: 'on',
    of: { part: 'leg', side: otherSide(side) },
  }),
}

export const phraseWords: readonly string[] = [
  ...fixedPhrases.keys(),
  ...Object.keys(sidedPhrases),
  ...relativePhrases.keys(),
  ...[...fixedPhrases, ...relativePhrases].flatMap(([words, { kind }]) =>
    kind === 'floor' ? [`${slidingWords}${words}`] : [],
  ),
]

/** What a phrase means for one subject, or undefined. */
export function parsePhrase(subject: Subject, words: string): Target | undefined {
  const phrase = tidy(words)
  const sided = Object.entries(sidedPhrases).find(([name]) => name === phrase)?.[1]
  if (sided !== undefined && subject.side !== undefined) return sided(subject.side)
  const place = placeWords(words)
  const target = fixedPhrases.get(place) ?? relativePhrases.get(place)
  if (place === phrase) return target
  return target?.kind === 'floor' ? { ...target, isSliding: true } : undefined
}

/** What is touched, without whether one slides on it: `floor` for `sliding on floor`. */
export function placeWords(words: string): string {
  const phrase = tidy(words)
  return phrase.startsWith(slidingWords) ? phrase.slice(slidingWords.length) : phrase
}

/** The known phrase nearest to words that are not known. */
export function nearestPhrase(words: string): string | undefined {
  return nearest(tidy(words), phraseWords)
}

function tidy(words: string): string {
  return words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\bthe /g, '')
    .toLowerCase()
}
