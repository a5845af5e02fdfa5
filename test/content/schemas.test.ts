import { describe, expect, test } from 'vitest'
import { jsonSchemas } from '../../src/content/json-schemas.ts'

describe('the JSON Schema', () => {
  test.each(Object.entries(jsonSchemas()))(
    'in content/schemas/%s is up to date (else: npx vitest run test/content/schemas.test.ts --update)',
    async (name, schema) => {
      const text = `${JSON.stringify(schema, null, 2)}\n`
      await expect(text).toMatchFileSnapshot(`../../content/schemas/${name}`)
    },
  )

  test.each(Object.entries(jsonSchemas()))('%s describes every field', (_, schema) => {
    expect(undescribed(schema, '')).toEqual([])
  })

  test.each(Object.entries(jsonSchemas()))('%s refuses fields that it does not know', (_, schema) => {
    expect(openObjects(schema, '')).toEqual([])
  })
})

/** Fields without a description, as paths. */
function undescribed(schema: unknown, path: string): readonly string[] {
  const properties = Object.entries(fieldsOf(fieldsOf(schema)['properties']))
  const own = properties.filter(([, field]) => typeof fieldsOf(field)['description'] !== 'string')
  return [
    ...own.map(([name]) => `${path}/${name}`),
    ...Object.entries(fieldsOf(schema)).flatMap(([name, inner]) => undescribed(inner, `${path}/${name}`)),
  ]
}

/** Objects with fields of their own that also allow others. */
function openObjects(schema: unknown, path: string): readonly string[] {
  const { properties, additionalProperties } = fieldsOf(schema)
  const isOpen = properties !== undefined && additionalProperties !== false
  return [
    ...(isOpen ? [path] : []),
    ...Object.entries(fieldsOf(schema)).flatMap(([name, inner]) => openObjects(inner, `${path}/${name}`)),
  ]
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
