/** What a schema says about a place in a file: its known fields, its description, an example. */
import { z } from 'zod'
import type { ValuePath } from './yaml.ts'

/** The schema for the value at a path, or undefined when there is none. */
export function schemaAt(schema: unknown, path: ValuePath): unknown {
  const [step, ...rest] = path
  if (step === undefined) return schema
  for (const form of forms(schema)) {
    const next =
      form instanceof z.ZodObject
        ? shapeOf(form)[String(step)]
        : form instanceof z.ZodArray
          ? form.element
          : form instanceof z.ZodRecord
            ? form.valueType
            : undefined
    const found = next === undefined ? undefined : schemaAt(next, rest)
    if (found !== undefined) return found
  }
  return undefined
}

/** The fields that may stand in the value of a schema. */
export function knownFields(schema: unknown): readonly string[] {
  return forms(schema).flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : []))
}

/** The description of a field with its first example, as a hint. */
export function describe(schema: unknown): string | undefined {
  for (const layer of layers(schema)) {
    const { description, examples }: z.GlobalMeta = layer.meta() ?? {}
    if (description === undefined) continue
    const example = Array.isArray(examples) ? examples[0] : undefined
    const isShort = ['string', 'number'].includes(typeof example)
    const words = lowerFirst(description).replace(/\.$/, '')
    return isShort ? `${words}; for example: ${String(example)}` : words
  }
  return undefined
}

/** "From where …" reads on after a colon; an abbreviation stays as it is. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function shapeOf(object: z.ZodObject): Readonly<Record<string, unknown>> {
  return object.shape
}

/** The schema without its wrappers: one, or each branch of a choice. */
function forms(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(forms)
  const inner = unwrapOnce(schema)
  return inner === undefined ? [schema] : forms(inner)
}

/** The schema and what it wraps, from the outside in. */
function layers(schema: unknown): readonly z.ZodType[] {
  if (!(schema instanceof z.ZodType)) return []
  return [schema, ...layers(unwrapOnce(schema))]
}

function unwrapOnce(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap()
  return schema instanceof z.ZodPipe ? schema.in : undefined
}
