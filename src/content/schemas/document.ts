/** How a document file is written: a template, what it shows, and the papers it exists in. */
import { z } from 'zod'
import type { DocumentDescription } from '../../model/document.ts'
import { day, id, month, raiseRepeated, text } from './fields.ts'

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

/** What a document file holds; its id is its file name. */
export const documentSchema = z
  .strictObject({
    title: text('The title on the page and of the file.', 'Glute circuit'),
    description: text('One sentence for file properties and lists.'),
    template: id('The template: the name of a folder in templates/.', 'handout'),
    routine: id('The routine it shows: a file name in content/routines/.', 'glute-circuit'),
    brand: id('Whose it is: a file name in content/brands/.', 'plain'),
    number: text('What the front desk calls it.', 'Handout 1'),
    papers: someOf(['a4', 'letter'], 'The papers it exists in.'),
    // Large print and photocopy join the list with the style sheets that draw them.
    editions: someOf(['standard'], 'The editions it exists in.'),
    'max-pages': z.int().min(1).max(64).meta({ description: 'More pages than this is a warning.' }),
    version: text('The version, in quotes.', '1.0'),
    date: day('When this version was finished; also the date of the PDF.'),
    'review-by': month('When somebody must read it again.'),
    accent: z
      .enum(['strength', 'stretching'])
      .meta({ description: 'The colour of the handout.' }),
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
      template: it.template,
      routine: it.routine,
      brand: it.brand,
      papers: it.papers,
      editions: it.editions,
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
