/** How a routine file is written: exercises by id, in order, with what applies to all of them. */
import { z } from 'zod'
import type { RollingGuide, Routine } from '../../model/document.ts'
import { id, ids, range, seconds, text, texts } from './fields.ts'

/** A routine whose exercises are still ids. */
export interface RoutineDescription extends Omit<Routine, 'id' | 'items' | 'rolling'> {
  readonly items: readonly ItemDescription[]
  readonly rolling: RollingDescription | undefined
  readonly sources: readonly string[]
}

export interface ItemDescription {
  readonly exercise: string
  readonly optional: boolean
  /** The exercise of this routine that it can replace. */
  readonly harderOptionOf: string | undefined
}

export interface RollingDescription extends Omit<RollingGuide, 'spots'> {
  readonly spots: readonly string[]
}

const item = z.union([
  id('The id of an exercise: its file name without .yaml.', 'clamshell').transform(
    (exercise): ItemDescription => ({ exercise, optional: false, harderOptionOf: undefined }),
  ),
  z
    .strictObject({
      exercise: id('The id of an exercise: its file name without .yaml.', 'half-pigeon'),
      optional: z.boolean().default(false).meta({ description: 'true: it may be left out.' }),
      'harder-option-of': id(
        'The exercise of this routine that it replaces for those who find it easy.',
        'figure-four-stretch',
      ).optional(),
    })
    .transform(
      (it): ItemDescription => ({
        exercise: it.exercise,
        optional: it.optional || it['harder-option-of'] !== undefined,
        harderOptionOf: it['harder-option-of'],
      }),
    ),
])

const headlineAndDetail = (description: string, headline: string, detail: string) =>
  z
    .strictObject({
      headline: text('In large type.', headline),
      detail: text('Below it.', detail),
    })
    .meta({ description })

const rolling = z
  .strictObject({
    title: text('The heading.', 'Rolling'),
    purpose: text('What it is for.'),
    spots: ids('Where to roll: ids of exercises of kind rolling.', 'The id of an exercise.'),
    steps: texts('How to roll.', 'One step: at most 15 words, one thing.'),
    hold: seconds('How long on each spot.', '30 s'),
    easier: text('How to make it gentler.'),
    never: text('Where not to roll.'),
    'check-first': text('Completes "Ask first if …".'),
  })
  .transform(
    (it): RollingDescription => ({
      title: it.title,
      purpose: it.purpose,
      spots: it.spots,
      steps: it.steps,
      hold: it.hold,
      easier: it.easier,
      never: it.never,
      checkFirst: it['check-first'],
    }),
  )
  .meta({ description: 'Rolling with a ball or a roller, after the exercises.' })

/** What a routine file holds; its id is its file name. */
export const routineSchema = z
  .strictObject({
    name: text('The name of the routine.', 'Glute circuit'),
    message: texts('What the reader should remember, one thought a line.', 'One short sentence.'),
    exercises: z
      .array(item)
      .min(1)
      .meta({ description: 'The exercises, by id, in the order in which they are done.' }),
    'days-per-week': range('On how many days a week.', 7, '2-3', 7),
    weeks: range('For how many weeks.', 104, '6-12').optional(),
    frequency: headlineAndDetail('How often.', '2 or 3 days', 'a week, with rest days'),
    duration: text('Below the minutes of a session, which are computed.', 'at the start'),
    outlook: headlineAndDetail('For how long.', '6 to 12 weeks', 'then 2 days a week'),
    tempo: text('Read while doing: tempo, rest, breathing.'),
    'check-first': text('Completes "Ask first if …".', 'you are pregnant'),
    progression: z
      .strictObject({
        title: text('The heading.', 'When it feels easy'),
        text: text('How to do more.'),
      })
      .meta({ description: 'How to go on when it gets easy.' }),
    tool: z
      .enum(['ticks', 'notes'])
      .meta({ description: 'What the reader fills in: boxes to tick, or lines to write on.' }),
    reminder: text('Printed below the boxes to tick.', 'Band: flat, just above your knees.').optional(),
    rolling: rolling.optional(),
    sources: ids(
      'Who says that it helps: ids from content/sources.yaml.',
      'The id of a source.',
    ).meta({ examples: [['willy-2019', 'neal-2019']] }),
  })
  .transform(
    (it): RoutineDescription => ({
      name: it.name,
      message: it.message,
      items: it.exercises,
      daysPerWeek: it['days-per-week'],
      weeks: it.weeks,
      frequency: it.frequency,
      duration: { detail: it.duration },
      outlook: it.outlook,
      tempo: it.tempo,
      checkFirst: it['check-first'],
      progression: it.progression,
      tool: it.tool,
      reminder: it.reminder,
      rolling: it.rolling,
      sources: it.sources,
    }),
  )
  .meta({ title: 'Routine', description: 'An ordered list of exercises, with what applies to all.' })
