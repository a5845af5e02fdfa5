/** How a topic file is written: an explanation in a few short parts. */
import { z } from 'zod'
import type { Topic } from '../../model/document.ts'
import { ids, text, texts } from './fields.ts'

/** What a topic file holds; its id is its file name. */
export const topicSchema = z
  .strictObject({
    title: text('The heading.', 'What is runner’s knee?'),
    message: text('The whole topic in a sentence.'),
    sections: z
      .array(
        z.strictObject({
          title: text('The heading of this part.'),
          text: texts('What it says, one paragraph an entry.', 'A paragraph of a few sentences.'),
        }),
      )
      .min(1)
      .meta({ description: 'The parts of the explanation.' }),
    sources: ids(
      'Who says so: ids from content/sources.yaml.',
      'The id of a source.',
    ).meta({ examples: [['willy-2019']] }),
  })
  .transform((it): Omit<Topic, 'id'> => it)
  .meta({ title: 'Topic', description: 'An explanation, with its sources.' })
