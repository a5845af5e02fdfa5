/** How a document file is written: a template, what it shows, and the papers it exists in. */
import { z } from 'zod'
import { papers } from '../../model/document.ts'
import type { DocumentDescription, Metres, Paper } from '../../model/document.ts'
import { day, id, ids, metres, month, raiseRepeated, text } from './fields.ts'

/** A list of some of the given words, each once. */
function someOf<Word extends string>(words: readonly Word[], description: string) {
  return z
    .array(z.enum(words))
    .min(1)
    .transform((entries, context) => {
      raiseRepeated(entries, context)
      return entries
    })
    .meta({ description })
}

const routine = z
  .union([
    id('The routine it shows: a file name in content/routines/.', 'glute-circuit').transform(
      (only) => [only],
    ),
    z
      .array(id('The id of a routine.'))
      .min(1)
      .transform((entries, context) => {
        raiseRepeated(entries, context)
        return entries
      })
      .meta({ description: 'The routines it shows, in order.' }),
  ])
  .meta({ description: 'The routine it shows, or a list of them.' })

const distance = z
  .union([
    metres('How far away it is read from, on every paper.', '2 m'),
    z
      .partialRecord(z.enum(papers), metres('How far away it is read from.', '2 m'))
      .meta({ description: 'How far away it is read from, by paper.' }),
  ])
  .meta({ description: 'From how far away it must be readable: one distance, or one a paper.' })

/** What a document file holds; its id is its file name. */
export const documentSchema = z
  .strictObject({
    title: text('The title on the page and of the file.', 'Glute circuit'),
    description: text('One sentence for file properties and lists.'),
    lead: text('One line below the title of a poster or booklet.').optional(),
    reminders: z
      .array(text('A few words.', 'No bouncing.'))
      .default([])
      .meta({ description: 'For posters and cards: short lines to keep in mind.' }),
    template: id('The template: the name of a folder in templates/.', 'handout'),
    routine,
    topics: ids('What it explains: file names in content/topics/.', 'The id of a topic.').default(
      [],
    ),
    brand: id('Whose it is: a file name in content/brands/.', 'plain'),
    number: text('What the front desk calls it.', 'Handout 1'),
    papers: someOf(papers, 'The papers it exists in.'),
    orientation: z
      .enum(['portrait', 'landscape'])
      .default('portrait')
      .meta({ description: 'Which way round the page is.' }),
    // Large print joins the list with the style sheets that draw it.
    editions: someOf(
      ['standard', 'photocopy'],
      'The editions it exists in. photocopy: black and white, in posters only.',
    ),
    sheets: z
      .enum(['tiles', 'cards', 'booklet', 'pocket'])
      .meta({ description: 'How its pages also come on sheets of A4 or Letter.' })
      .optional(),
    distance: distance.optional(),
    safety: z
      .enum(['full', 'short'])
      .default('full')
      .meta({ description: 'short: the stop rules of posters, cards and pockets.' }),
    url: text('Where more can be read; becomes a QR code.', 'https://example.org/knee').optional(),
    'max-pages': z.int().min(1).max(64).meta({ description: 'More pages than this is a warning.' }),
    version: text('The version, in quotes.', '1.0'),
    date: day('When this version was finished; also the date of the PDF.'),
    'review-by': month('When somebody must read it again.'),
    accent: z
      .enum(['strength', 'stretching'])
      .meta({ description: 'The colour of the document.' }),
    side: z
      .enum(['left', 'right'])
      .meta({ description: 'The side that works in figures and words, if not the right one.' })
      .optional(),
    look: id('The person in all figures: a name from assets/body/looks.yaml.', 'maya').optional(),
  })
  .transform(
    (it): Omit<DocumentDescription, 'id'> => ({
      title: it.title,
      description: it.description,
      lead: it.lead,
      reminders: it.reminders,
      template: it.template,
      routine: it.routine[0] ?? '',
      routines: it.routine,
      topics: it.topics,
      brand: it.brand,
      papers: it.papers,
      orientation: it.orientation,
      editions: it.editions,
      sheets: it.sheets,
      distance: it.distance === undefined ? undefined : byPaper(it.distance, it.papers),
      safety: it.safety,
      url: it.url,
      maxPages: it['max-pages'],
      number: it.number,
      version: it.version,
      date: it.date,
      reviewBy: it['review-by'],
      accent: it.accent,
      side: it.side,
      look: it.look,
    }),
  )
  .meta({ title: 'Document', description: 'What gets printed.' })

function byPaper(
  distance: Metres | Readonly<Partial<Record<Paper, Metres>>>,
  all: readonly Paper[],
): Readonly<Partial<Record<Paper, Metres>>> {
  if (typeof distance !== 'number') return distance
  return Object.fromEntries(all.map((paper) => [paper, distance]))
}
