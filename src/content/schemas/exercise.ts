/** How an exercise file is written. */
import { z } from 'zod'
import type { Equipment, Exercise } from '../../model/exercise.ts'
import { dosageSchema } from './dosage.ts'
import { ids, text, texts } from './fields.ts'
import { figureSchema } from './figure.ts'

const equipment = z
  .strictObject({
    item: text('What is needed.', 'mini-band', 'strap'),
    where: text('Where it goes.', 'just above your knees').optional(),
    optional: z.boolean().default(false).meta({ description: 'true: it can be done without.' }),
  })
  .transform((it): Equipment => ({ item: it.item, where: it.where, optional: it.optional }))

const steps = z
  .strictObject({
    start: texts('How to set up.', 'One step: at most 15 words, one thing.'),
    end: texts('How to move, or how to hold.', 'One step: at most 15 words, one thing.'),
  })
  .meta({ description: 'What to do, 2 to 7 steps in all.' })

const alternativeText = z
  .strictObject({
    start: text('What the picture of the start shows.').optional(),
    end: text('What the picture of the end shows.').optional(),
    mistake: text('What the picture of the mistake shows.').optional(),
  })
  .transform(({ start, end, mistake }): Exercise['alternativeText'] => ({
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(mistake !== undefined && { mistake }),
  }))

/** What an exercise file holds; its id is its file name. */
export const exerciseSchema = z
  .strictObject({
    name: text('The name, as people say it.', 'Clamshell'),
    'short-name': text('For posters and cards, where the name is long.', 'Front of hip').optional(),
    kind: z
      .enum(['strength', 'stretch', 'rolling'])
      .meta({ description: 'strength: repetitions. stretch: a hold. rolling: with a ball or roller.' }),
    purpose: text('What it works, in a few words under the name.', 'Works the side of your hip'),
    equipment: z.array(equipment).default([]).meta({ description: 'What is needed for it.' }),
    muscles: z
      .strictObject({
        primary: ids('The muscles that do the work.', 'A muscle, such as gluteus-medius.'),
        secondary: ids('The muscles that help.', 'A muscle, such as gluteus-maximus.').default([]),
      })
      .meta({ description: 'The muscles that work; they are coloured in the picture.' }),
    dosage: dosageSchema,
    steps,
    cues: z
      .array(text('At most 3 words, without a full stop.', 'Heels together'))
      .max(2)
      .default([])
      .meta({ description: 'For posters and cards: what goes wrong most often, first the worst.' }),
    feel: text('Completes "Feel …": where one should feel it.', 'the side of your top buttock.'),
    mistake: text('Completes "Avoid …": the most common mistake.', 'rolling your hips back.'),
    easier: text('Completes "Easier: …".', 'lift less, or lean on a wall.'),
    harder: text('Completes "Harder: …".', 'add the band.'),
    'no-kneel': text('What to do instead when one cannot kneel.').optional(),
    cautions: z
      .array(text('Who should take care, and how.'))
      .default([])
      .meta({ description: 'Who should take care, and how.' }),
    'alternative-text': alternativeText
      .default({})
      .meta({ description: 'The pictures in words, for people who do not see them.' }),
    sources: ids(
      'Who says that it helps: ids from content/sources.yaml.',
      'The id of a source.',
    ).meta({ examples: [['willy-2019']] }),
    figure: figureSchema,
  })
  .transform(
    (it): Omit<Exercise, 'id'> => ({
      kind: it.kind,
      name: it.name,
      shortName: it['short-name'],
      purpose: it.purpose,
      equipment: it.equipment,
      muscles: it.muscles,
      dosage: it.dosage,
      steps: it.steps,
      cues: it.cues,
      feel: it.feel,
      mistake: it.mistake,
      easier: it.easier,
      harder: it.harder,
      noKneel: it['no-kneel'],
      cautions: it.cautions,
      alternativeText: it['alternative-text'],
      sources: it.sources,
      figure: it.figure,
    }),
  )
  .meta({ title: 'Exercise', description: 'One movement or one hold: words, dose and picture.' })

