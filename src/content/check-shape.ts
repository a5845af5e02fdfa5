/** A YAML file against its schema: every complaint becomes a diagnostic at the author's own line. */
import type { z } from 'zod'
import {
  diagnose,
  nearest,
  suggest,
  type Diagnostic,
  type Place,
  type Report,
} from '../diagnostics/index.ts'
import { describe, knownFields, schemaAt } from './schema-at.ts'
import { shorten } from './schemas/fields.ts'
import { isTrouble } from './schemas/trouble.ts'
import { MOST_PROBLEMS, type ValuePath, type YamlFile } from './yaml.ts'

/** The value of a file in the terms of the model, or undefined when there were errors, all reported. */
export function checkShape<T>(file: YamlFile, schema: z.ZodType<T>, report: Report): T | undefined {
  const result = schema.safeParse(file.value)
  if (result.success) return result.data
  const troubles = result.error.issues.flatMap((issue) => settle(issue, []))
  for (const trouble of troubles.slice(0, MOST_PROBLEMS)) report(word(trouble, file, schema))
  if (troubles.length > MOST_PROBLEMS) {
    report(diagnose('content-more-problems', { shown: MOST_PROBLEMS }, file.placeOf([])))
  }
  return undefined
}

/** How one says where something is, next to the line itself: "flexion", or "steps, entry 2". */
function fieldName(path: ValuePath): string {
  const last = path.at(-1)
  if (typeof last === 'string') return last
  return last === undefined ? '' : `${fieldName(path.slice(0, -1))}, entry ${last + 1}`
}

type Issue = z.core.$ZodIssue

interface Complaint {
  readonly issue: Issue
  /** The whole path, from the root of the file. */
  readonly path: ValuePath
  /** For an unknown field: which. */
  readonly field?: string
}

/** One complaint for each thing that is wrong: choices are settled, lists of fields taken apart. */
function settle(issue: Issue, parents: ValuePath): readonly Complaint[] {
  const path = [...parents, ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({ issue, path: [...path, field], field }))
  }
  if (issue.code === 'invalid_union') {
    // The branch that is meant is one that does not stumble over the kind of the value itself.
    const meant = issue.errors.find((issues) => !issues.some(isAboutKind)) ?? issue.errors[0]
    if (meant !== undefined && meant.length > 0) return meant.flatMap((inner) => settle(inner, path))
  }
  return [{ issue, path }]
}

function isAboutKind({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'custom')
}

function word({ issue, path, field }: Complaint, file: YamlFile, schema: unknown): Diagnostic {
  if (field !== undefined) return wordUnknown(field, path, file, schema)
  const name = fieldName(path)
  const value = file.valueOf(path)
  const hint = describe(schemaAt(schema, path))
  if (value === undefined) {
    const within = path.slice(0, -1)
    const details = { field: String(path.at(-1)), within: fieldName(within) || undefined, hint }
    return diagnose('content-missing', details, file.placeOfField(within))
  }
  const place = file.placeOf(path)
  if (value === null) return diagnose('content-empty', { field: name, hint }, place)
  return wordValue(issue, { name, value, hint, written: file.written(path), place })
}

interface Value {
  readonly name: string
  readonly value: unknown
  readonly hint: string | undefined
  readonly written: string
  readonly place: Place
}

function wordValue(issue: Issue, { name: field, value, hint, written, place }: Value): Diagnostic {
  switch (issue.code) {
    case 'custom': {
      const trouble: unknown = issue.params?.['trouble']
      if (isTrouble(trouble)) return trouble({ field, text: written, place })
      break
    }
    case 'invalid_type':
      if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        const readAs = typeof value === 'number' ? 'a number' : 'true or false'
        return diagnose('content-needs-quotes', { field, written: shorten(written), readAs }, place)
      }
      return wrongKind(field, issue.expected, value, hint, place)
    case 'invalid_value': {
      const known = issue.values.map(String)
      const near = typeof value === 'string' ? nearest(shorten(value), known) : undefined
      const details = { field, written: shorten(written), known: known.join(', '), near }
      return diagnose('content-wrong-choice', details, place)
    }
    case 'too_small':
      if (issue.origin === 'string') return diagnose('content-empty', { field, hint }, place)
      if (issue.origin === 'array') {
        const is = Array.isArray(value) ? value.length : 0
        return diagnose('content-too-few', { field, least: Number(issue.minimum), is }, place)
      }
      return outOfRange(field, written, `at least ${issue.minimum}`, place)
    case 'too_big':
      return outOfRange(field, written, `at most ${issue.maximum}`, place)
  }
  return wrongKind(field, 'something else', value, hint, place)
}

function outOfRange(field: string, written: string, bound: string, place: Place): Diagnostic {
  return diagnose('content-out-of-range', { field, written: shorten(written), bound }, place)
}

function wrongKind(
  field: string,
  expected: string,
  value: unknown,
  hint: string | undefined,
  place: Place,
): Diagnostic {
  const wanted = kinds[expected] ?? expected
  const details = { field, wanted, is: kindOf(value), hint: kindHint(expected, value) ?? hint }
  return diagnose('content-wrong-kind', details, place)
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields',
  record: 'fields',
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'fields'
  if (typeof value === 'number') return kindOfNumber(value)
  return typeof value === 'boolean' ? 'true or false' : 'text'
}

function kindOfNumber(value: number): string {
  if (!Number.isFinite(value)) return 'endless'
  return Number.isInteger(value) ? 'a number' : 'a fraction'
}

function kindHint(expected: string, value: unknown): string | undefined {
  if (expected === 'string' && typeof value === 'object' && !Array.isArray(value)) {
    return 'a colon followed by a space makes a field: put the whole text in quotes'
  }
  if (expected === 'array' && typeof value === 'string') return 'write each entry on a line that begins with "- "'
  const number = typeof value === 'string' ? /^-?\d+(?:\.\d+)?/.exec(value)?.[0] : undefined
  if (expected === 'number' && number !== undefined) return `write the number alone: ${number}`
  if (expected === 'boolean' && /^(?:yes|no|on|off)$/i.test(String(value))) return 'write true or false'
  return undefined
}

function wordUnknown(field: string, path: ValuePath, file: YamlFile, schema: unknown): Diagnostic {
  const place = file.placeOfField(path)
  if (file.isBareField(path)) return diagnose('content-comma-in-text', { text: shorten(field) }, place)
  const known = knownFields(schemaAt(schema, path.slice(0, -1)))
  const details = { field: shorten(field), hint: suggest(shorten(field), known) }
  return diagnose('content-unknown-field', details, place)
}
