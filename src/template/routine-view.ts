/** What a template sees of a routine: its words, its doses in words, and its exercises with their pictures. */
import type { Handout, RollingGuide, Routine, RoutineItem } from '../model/document.ts'
import { sessionMinutes } from '../model/dosage.ts'
import type { Exercise } from '../model/exercise.ts'
import type { PhaseName } from '../model/pose.ts'
import { createSideWords } from '../model/side-words.ts'
import { dosageLines, shortDosage, targetPhrase } from './dosage-phrases.ts'
import type { Phrasing } from './dosage-phrases.ts'

/** What differs on a sheet for the left side. */
export interface SideView {
  readonly isMirrored: boolean
  /** Left and right exchanged in a text, where they are. */
  readonly inWords: (text: string) => string
}

/** Which side a document is printed for. */
export function sideView({ side }: Handout['document'], strings: Handout['strings']): SideView {
  if (side !== 'left') return { isMirrored: false, inWords: (text) => text }
  return { isMirrored: true, inWords: createSideWords(strings).swap }
}

export interface FigureOptions {
  /** Whether a phase is drawn; otherwise its words are printed in its place. */
  readonly isDrawn: (exercise: Exercise, phase: PhaseName) => boolean
  /** What a figure shows, in words, where the exercise does not say. */
  readonly describe: (exercise: Exercise, phase: PhaseName, say: Phrasing['say']) => string
  readonly side: SideView
}

/** How many exercises share the first page with the message and the safety rules. */
const openingCount = 2

/** Everything that a template shows of one routine. */
export function routineView(routine: Routine, phrasing: Phrasing, options: FigureOptions) {
  const { say } = phrasing
  const items = routine.items.map((item) => itemView(item, phrasing, options))
  const minutes = sessionMinutes(routine.items, routine.rolling)
  return {
    routine: {
      id: routine.id,
      name: routine.name,
      message: routine.message,
      tempo: routine.tempo,
      checkFirst: routine.checkFirst,
      progression: routine.progression,
      tool: routine.tool,
      reminder: routine.reminder,
      rolling: routine.rolling && rollingView(routine.rolling, options, say),
    },
    /** How often, how long, for how many weeks. */
    facts: [
      routine.frequency,
      { headline: say('minutes', { count: minutes }), detail: routine.duration.detail },
      routine.outlook,
    ],
    minutes,
    items,
    openingItems: items.slice(0, openingCount),
    insideItems: items.slice(openingCount),
    itemsAfterFive: items.slice(5),
    /** A card each, two on a sheet, would leave half a sheet empty. */
    itemsAreOdd: items.length % 2 === 1,
    /** What all exercises have in common, for sheets that say it once. */
    dose: commonDose(items),
    /** The same for how often the circuit is gone through, which exercises of different doses may share. */
    rounds: items.every(({ amount }) => amount.rounds === items[0]?.amount.rounds)
      ? items[0]?.amount.rounds
      : undefined,
    days: daysOf(routine, phrasing),
    /** What somebody writes down after a session: "2 × 10". */
    example: exampleOf(routine, phrasing),
    rollingLabel: String(routine.items.filter(({ optional }) => !optional).length + 1),
    rollingDose:
      routine.rolling === undefined
        ? undefined
        : [
            say('dose-seconds', { seconds: routine.rolling.hold, count: routine.rolling.hold }),
            say('dose-each-spot'),
          ],
    /** "Week 1" and so on, for a table to tick. */
    weeks: Array.from({ length: routine.weeks?.min ?? 0 }, (_, week) =>
      say('week', { week: week + 1 }),
    ),
    sessionsPerWeek: routine.daysPerWeek.max,
  }
}

/** The dose of the first exercise, if all have it. */
function commonDose(items: readonly { readonly amount: ReturnType<typeof shortDosage> }[]) {
  const [first] = items
  const isCommon = items.every(
    ({ amount }) => amount.first === first?.amount.first && amount.later === first.amount.later,
  )
  return isCommon ? first?.amount : undefined
}

function exampleOf({ items: [first] }: Routine, { say, range }: Phrasing): string {
  const dosage = first?.exercise.dosage
  const amount = dosage?.startWith ?? dosage
  const counted = amount?.reps ?? amount?.hold
  if (amount === undefined || counted === undefined) return ''
  return say('example-dose', { sets: range(amount.sets), reps: range(counted) })
}

/** "2 or 3 days a week". */
function daysOf({ daysPerWeek: { min, max } }: Routine, { say, range }: Phrasing): string {
  const days = max - min === 1 ? say('range-or', { min, max }) : range({ min, max })
  return say('days-a-week', { count: max, days })
}

function itemView(item: RoutineItem, phrasing: Phrasing, options: FigureOptions) {
  const { label, optional } = item
  const exercise = exerciseOfSide(item.exercise, options.side)
  const { dosage, steps } = exercise
  const { say } = phrasing
  return {
    label,
    optional,
    exercise,
    /** Two lines: what a beginner starts with. */
    dose: dosageLines(dosage.startWith ?? dosage, dosage.sides, phrasing),
    target: targetPhrase(dosage, phrasing),
    /** The same in as few words as a poster or a card has room for. */
    amount: shortDosage(dosage, phrasing),
    shortName: exercise.shortName ?? exercise.name,
    stance: stanceOf(exercise),
    cue: exercise.cues[0] ?? exercise.purpose,
    finish: say(dosage.reps === undefined ? 'hold' : 'finish'),
    steps: [...steps.start, ...steps.end],
    /** The number of the first step under the second picture. */
    endStepsFrom: steps.start.length + 1,
    phases: {
      start: phaseView(item.exercise, 'start', options, say),
      end: phaseView(item.exercise, 'end', options, say),
      mistake: phaseView(item.exercise, 'mistake', options, say),
    },
  }
}

function rollingView(rolling: RollingGuide, options: FigureOptions, say: Phrasing['say']) {
  const spots = rolling.spots.map((spot) => {
    const start = phaseView(spot, 'start', options, say)
    const end = phaseView(spot, 'end', options, say)
    // The end alone is printed: its words need those of the start.
    const alt = [start.alt, end.alt].filter((words) => words !== '').join(' ')
    return { exercise: exerciseOfSide(spot, options.side), picture: { ...end, alt } }
  })
  return { ...rolling, spots }
}

/** The exercise in the words of the side it is printed for. */
function exerciseOfSide(exercise: Exercise, { isMirrored, inWords }: SideView): Exercise {
  if (!isMirrored) return exercise
  const { steps } = exercise
  return {
    ...exercise,
    cues: exercise.cues.map(inWords),
    steps: { start: steps.start.map(inWords), end: steps.end.map(inWords) },
    feel: inWords(exercise.feel),
    mistake: inWords(exercise.mistake),
    easier: inWords(exercise.easier),
    harder: inWords(exercise.harder),
    noKneel: exercise.noKneel === undefined ? undefined : inWords(exercise.noKneel),
    cautions: exercise.cautions.map(inWords),
  }
}

function phaseView(
  exercise: Exercise,
  phase: PhaseName,
  { isDrawn, describe, side }: FigureOptions,
  say: Phrasing['say'],
) {
  const drawn = isDrawn(exercise, phase)
  const written = exercise.alternativeText[phase]
  return {
    drawn,
    source: `figure:${exercise.id}/${phase}${side.isMirrored ? '/mirrored' : ''}`,
    alt: side.inWords(written ?? (drawn ? describe(exercise, phase, say) : '')),
  }
}

/** How much room its pictures take up: tall, as high as wide, or wide. */
function stanceOf({ figure: { phases } }: Exercise): 'upright' | 'low' | 'lying' {
  const base = phases.end?.base ?? phases.start?.base ?? ''
  const isSitting = phases.end?.contacts['pelvis'] !== undefined
  if (base === 'quadruped') return 'low'
  return ['standing', 'half-kneeling'].includes(base) && !isSitting ? 'upright' : 'lying'
}
