import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonSchemas } from '../../src/content/json-schemas.ts'
import { readYaml } from '../../src/content/yaml.ts'
import { goodFiles, heelRaise } from './pack-for-tests.ts'

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

describe('an editor that checks by the JSON Schema', () => {
  const schemas = jsonSchemas()
  const files = Object.entries(goodFiles).filter(([path]) => path.endsWith('.yaml'))

  test.each(files)('accepts %s', (path, text) => {
    expect(checkAs(schemas, path, text)).toEqual([])
  })

  test.each([
    ['a mistyped field', 'feel: your calf.', 'fel: your calf.'],
    ['a bare time', 'rest: 20 s', 'rest: 20'],
    ['a time in words', 'rest: 20 s', 'rest: a while'],
    ['a count in words', 'sets: 3', 'sets: a few'],
    ['an id with capitals', '[moe-2001]', '[Moe 2001]'],
    ['an unknown joint', 'ankles:', 'ankels:'],
    ['an unknown movement', 'plantarflexion:', 'plantar-flexion:'],
    ['an unknown kind', 'kind: strength', 'kind: strong'],
  ])('refuses %s', (_, good, bad) => {
    const text = heelRaise.replace(good, bad)
    expect(text).not.toBe(heelRaise)
    expect(checkAs(schemas, 'content/exercises/heel-raise.yaml', text)).not.toEqual([])
  })
})

/** What a JSON Schema has to say about a file that names it in its first line. */
function checkAs(
  schemas: Readonly<Record<string, object>>,
  path: string,
  text: string,
): readonly unknown[] {
  const name = /schemas\/(\w+\.json)/.exec(text)?.[1] ?? ''
  const file = readYaml({ path, text }, () => undefined)
  const result = z.fromJSONSchema({ ...schemas[name] }).safeParse(file?.value)
  return result.error?.issues ?? []
}

/** Fields without a description, as paths. */
function undescribed(schema: unknown, path: string): readonly string[] {
  const properties = Object.entries(fieldsOf(fieldsOf(schema)['properties']))
  // What is only referred to is described where it is defined.
  const own = properties.filter(([, field]) => {
    const { description, allOf } = fieldsOf(field)
    return typeof description !== 'string' && allOf === undefined
  })
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
