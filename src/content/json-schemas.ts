/** The schemas as JSON Schema files, by which editors complete and check while one types. */
import { z } from 'zod'
import { kinds } from './kinds.ts'

/** Every file of content/schemas/, by name. Draft 7 is what YAML editors know best. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.values(kinds).map(({ name, schema }) => [
      `${name}.json`,
      z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
    ]),
  )
}
