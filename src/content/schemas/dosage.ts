/** How a dosage is written: sets, repetitions or hold, sides, rest, days a week. */
import { z } from 'zod'
import type { Dosage } from '../../model/dosage.ts'
import { duration, range, seconds } from './fields.ts'

const sets = range('How many times the whole amount is done, with rest between.', 20, 3, '1-2')
const reps = range('Repetitions in one set. Leave it out for a hold.', 100, 15, '8-12').optional()
const hold = duration(
  'How long to stay: in a stretch, or at the top of each repetition.',
  '30 s',
  '30-60 s',
).optional()

const tempo = z
  .strictObject({
    lift: seconds('Seconds up, for one repetition.', '2 s'),
    lower: seconds('Seconds down, for one repetition.', '2 s'),
  })
  .meta({ description: 'How fast one repetition is, without the hold.' })

const startWith = z
  .strictObject({ sets, reps, hold })
  .meta({ description: 'What a beginner starts with; what is left out is as in the dosage.' })

/** The target dose, and what to start with. That reps or a hold are there is checked by `checkDosage`. */
export const dosageSchema = z
  .strictObject({
    sets,
    reps,
    hold,
    sides: z
      .enum(['each', 'none'])
      .meta({ description: 'each: first one side, then the other. none: the move has no sides.' }),
    rest: seconds(
      'Rest between sets. It may be left out for a hold; then there is none.',
      '15 s',
    ).optional(),
    tempo: tempo.optional(),
    'days-per-week': range('On how many days a week.', 7, '2-3', 7),
    'start-with': startWith.optional(),
  })
  .transform(
    (it): Dosage => ({
      sets: it.sets,
      reps: it.reps,
      hold: it.hold,
      sides: it.sides,
      rest: it.rest ?? 0,
      tempo: it.tempo,
      daysPerWeek: it['days-per-week'],
      startWith: it['start-with'] && {
        sets: it['start-with'].sets,
        reps: it['start-with'].reps ?? it.reps,
        hold: it['start-with'].hold ?? it.hold,
      },
    }),
  )
  .meta({ description: 'How much: the target to work up to, and what to start with.' })
