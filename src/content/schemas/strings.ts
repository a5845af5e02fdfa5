/** How the words of the templates are written, one file for each language. */
import { z } from 'zod'
import type { LocaleStrings } from '../../model/document.ts'
import { text } from './fields.ts'

const form = (description: string) => text(description).optional()

const plural = z
  .strictObject({
    '0': form('For exactly none.'),
    '1': form('For exactly one.'),
    '2': form('For exactly two: "twice".'),
    zero: form('For none, in languages that have this form.'),
    one: form('For one.'),
    two: form('For two, in languages that have this form.'),
    few: form('For a few, in languages that have this form.'),
    many: form('For many, in languages that have this form.'),
    other: text('For all other numbers.'),
  })
  .transform((forms) =>
    Object.fromEntries(
      Object.entries(forms).flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])),
    ),
  )

/** What a strings.yaml holds. */
export const stringsSchema = z
  .record(z.string(), z.union([text('The words in this language.'), plural]))
  .transform((strings): LocaleStrings => strings)
  .meta({
    title: 'Strings',
    description: 'The words of the templates, by name; a number chooses among plural forms.',
  })
