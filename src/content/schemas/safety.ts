/** How the safety file is written: pain rule, stop rules and warning signs, for every sheet. */
import { z } from 'zod'
import type { Safety } from '../../model/document.ts'
import { text, texts } from './fields.ts'

const titled = (description: string, title: string) =>
  z
    .strictObject({ title: text('The heading.', title), text: text('What it says.') })
    .meta({ description })

const listed = (description: string, title: string) =>
  z
    .strictObject({
      title: text('The heading.', title),
      items: texts('The signs, one a line.', 'One sign, in a few words.'),
    })
    .meta({ description })

const pain = (description: string) => z.int().min(0).max(10).meta({ description })

const painScale = z
  .strictObject({
    title: text('The heading.', 'Pain from 0 to 10'),
    bands: z
      .array(
        z.strictObject({
          from: pain('The lowest number of the band.'),
          to: pain('The highest number of the band.'),
          text: text('What to do.', 'Fine. Go on.'),
        }),
      )
      .min(1)
      .meta({ description: 'The scale from 0 to 10 in bands, without gaps.' }),
    after: text('When the pain should be gone.'),
  })
  .meta({ description: 'How much pain is all right.' })

/** What content/safety.yaml holds. */
export const safetySchema = z
  .strictObject({
    'pain-scale': painScale,
    stop: listed('When to stop at once.', 'Stop now if you have'),
    'same-day': listed('When to get help the same day.', 'Get help the same day if'),
    'see-someone': titled('When to see a clinician.', 'See someone if'),
    'check-first': titled('Who should ask before starting.', 'Ask first if'),
    short: z
      .strictObject({
        title: text('The word to begin with.', 'Stop:'),
        signs: text('The signs that matter most, in a few words.', 'sharp pain or swelling.'),
        more: text('The other signs.', 'Numb or dizzy? Stop too.'),
        help: text('When to call for help.', 'Chest pain? Call for help.'),
      })
      .meta({ description: 'The stop rules for posters, cards and pockets.' }),
    disclaimer: text('That this is no diagnosis.'),
  })
  .transform(
    (it): Safety => ({
      painScale: it['pain-scale'],
      stop: it.stop,
      sameDay: it['same-day'],
      seeSomeone: it['see-someone'],
      checkFirst: it['check-first'],
      short: it.short,
      disclaimer: it.disclaimer,
    }),
  )
  .meta({ title: 'Safety', description: 'Stop rules and warning signs: part of every document.' })
