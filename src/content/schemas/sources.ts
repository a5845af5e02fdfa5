/** How the file of sources is written: what content relies on, by id. */
import { z } from 'zod'
import type { Source } from '../../model/document.ts'
import { text } from './fields.ts'

const source = z
  .strictObject({
    title: text('The title, as published.'),
    authors: text('Who wrote it.', 'Willy RW and others').optional(),
    year: z.int().min(1900).max(2100).meta({ description: 'The year it was published.' }).optional(),
    'published-in': text('The journal, publisher or web site.', 'J Orthop Sports Phys Ther').optional(),
    doi: text('The digital object identifier, without https.', '10.2519/jospt.2019.0302').optional(),
    url: text('Where it can be read.').optional(),
  })
  .meta({ description: 'A study, guideline or book.' })

/** What content/sources.yaml holds. */
export const sourcesSchema = z
  .record(z.string(), source)
  .transform((entries): ReadonlyMap<string, Source> => {
    const ids = Object.keys(entries).sort()
    return new Map(
      ids.flatMap((id) => {
        const it = entries[id]
        if (it === undefined) return []
        const { title, authors, year, doi, url } = it
        return [[id, { id, title, authors, year, publishedIn: it['published-in'], doi, url }] as const]
      }),
    )
  })
  .meta({ title: 'Sources', description: 'What content relies on, by id.' })
