/** The small values that content files are made of: texts, ids, counts, times, dates. */
import { z } from 'zod'
import { diagnose } from '../../diagnostics/index.ts'
import type { Range, Seconds } from '../../model/dosage.ts'
import { raise, type Trouble } from './trouble.ts'

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export function isId(text: string): boolean {
  return idPattern.test(text)
}

/** The id nearest to what somebody wrote: `Donkey Kick` -> `donkey-kick`. */
export function asId(text: string): string | undefined {
  const id = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return id === '' ? undefined : id
}

/** Words for the reader. Spaces around them do not count. */
export function text(description: string, ...examples: string[]) {
  return z
    .string()
    .trim()
    .min(1)
    .meta({ description, ...(examples.length > 0 ? { examples } : {}) })
}

/** A list of texts with at least `least` entries. */
export function texts(description: string, entry: string, least = 1) {
  return z.array(text(entry)).min(least).meta({ description })
}

/** The id of something that another file, or another entry, describes. */
export function id(description: string, ...examples: string[]) {
  return scalar(
    { description, type: 'string', pattern: idPattern.source, ...(examples.length > 0 ? { examples } : {}) },
    (value) => {
      if (typeof value === 'string' && isId(value)) return { value }
      const better = typeof value === 'string' ? asId(value) : undefined
      return {
        trouble: ({ field, text: written, place }) =>
          diagnose('content-id', { field, written: shorten(written), better }, place),
      }
    },
  )
}

/** A list of ids, each once. */
export function ids(description: string, entry: string) {
  return z
    .array(id(entry))
    .transform((entries, context) => {
      raiseRepeated(entries, context)
      return entries
    })
    .meta({ description })
}

/** A count, `3`, or a span of counts, `8-12`, not beyond `most`. */
export function range(description: string, most: number, ...examples: (number | string)[]) {
  const meta = {
    description,
    examples,
    anyOf: [
      { type: 'integer', minimum: 1, maximum: most },
      { type: 'string', pattern: '^\\d+\\s*[-–]\\s*\\d+$' },
    ],
  }
  return scalar(meta, (value): Reading<Range> => readRange(value, most))
}

/** Seconds, written `45 s`, `1 min`, or as a span `30-60 s`. Zero is allowed. */
export function duration(description: string, ...examples: string[]) {
  return scalar(
    { description, examples, type: 'string', pattern: durationPattern.source },
    readDuration,
  )
}

/** One time in seconds, written `15 s`; not a span. */
export function seconds(description: string, ...examples: string[]) {
  const meta = { description, examples, type: 'string', pattern: durationPattern.source }
  return scalar(meta, (value): Reading<Seconds> => {
    const reading = readDuration(value)
    if ('trouble' in reading) return reading
    return reading.value.min === reading.value.max ? { value: reading.value.min } : noDuration('write one time, not a span: 45 s')
  })
}

/** A distance in metres, written `2 m`. */
export function metres(description: string, ...examples: string[]) {
  const pattern = /^(\d{1,2}(?:\.\d)?) ?m$/
  const meta = { description, examples, type: 'string', pattern: pattern.source }
  return scalar(meta, (value): Reading<number> => {
    const number = Number(typeof value === 'string' ? pattern.exec(value.trim())?.[1] : undefined)
    if (number > 0) return { value: number }
    return {
      trouble: ({ field, text: written, place }) =>
        diagnose('content-distance', { field, written: shorten(written) }, place),
    }
  })
}

/** A day, `2026-11-22`. */
export function day(description: string) {
  return date(description, 'year-month-day', '2026-11-22', /^(\d{4})-(\d\d)-(\d\d)$/)
}

/** A month, `2028-06`. */
export function month(description: string) {
  return date(description, 'year-month', '2028-06', /^(\d{4})-(\d\d)$/)
}

/** Report what a list names twice, at its second place. */
export function raiseRepeated(entries: readonly string[], context: z.RefinementCtx): void {
  for (const [index, entry] of entries.entries()) {
    if (entries.indexOf(entry) === index) continue
    const trouble: Trouble = ({ field, place }) =>
      diagnose('content-repeated', { field: field.replace(/, entry \d+$/, ''), entry }, place)
    raise(context, trouble, [index])
  }
}

/** Words of an author, short enough for a message. */
export function shorten(written: string): string {
  const oneLine = written.replace(/\s+/g, ' ').trim()
  return oneLine.length > 40 ? `${oneLine.slice(0, 39)}…` : oneLine
}

type Reading<T> = { readonly value: T } | { readonly trouble: Trouble }

/** A value with a reading of its own; `meta` is what the JSON Schema says about it. */
function scalar<T>(meta: Record<string, unknown>, read: (value: unknown) => Reading<T>) {
  return z
    .unknown()
    .transform((value, context): T => {
      const reading = read(value)
      if ('value' in reading) return reading.value
      raise(context, reading.trouble)
      return z.NEVER
    })
    .meta(meta)
}

function readRange(value: unknown, most: number): Reading<Range> {
  const match = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/.exec(String(value).trim())
  const min = Number(match?.[1])
  const max = Number(match?.[2] ?? match?.[1])
  if (match === null || typeof value === 'boolean') {
    return noRange('write a whole number, 3, or two with a hyphen, 8-12')
  }
  if (min > max) return noRange(`the smaller number comes first: ${max}-${min}`)
  if (min < 1) return noRange('it begins at 1')
  if (max > most) return noRange(`at most ${most}`)
  return { value: { min, max } }
}

function noRange(hint: string): { trouble: Trouble } {
  return {
    trouble: ({ field, text: written, place }) =>
      diagnose('content-range', { field, written: shorten(written), hint }, place),
  }
}

const durationPattern =
  /^(\d{1,4}(?:\.\d{1,2})?)(?:\s*[-–]\s*(\d{1,4}(?:\.\d{1,2})?))?\s*(s|sec|secs|seconds?|min|mins|minutes?)$/

function readDuration(value: unknown): Reading<Range> {
  if (/^\d+(?:\.\d+)?(?:\s*[-–]\s*\d+(?:\.\d+)?)?$/.test(String(value).trim())) {
    return {
      trouble: ({ text: written, place }) =>
        diagnose('content-duration-unit', { written: shorten(written) }, place),
    }
  }
  const match = typeof value === 'string' ? durationPattern.exec(value.trim()) : null
  const [, first, second, unit = ''] = match ?? []
  const seconds = unit.startsWith('min') ? 60 : 1
  const min = Number(first) * seconds
  const max = Number(second ?? first) * seconds
  return match === null || min > max ? noDuration('write 45 s, 1 min or 30-60 s') : { value: { min, max } }
}

function noDuration(hint: string): { trouble: Trouble } {
  return {
    trouble: ({ field, text: written, place }) =>
      diagnose('content-duration', { field, written: shorten(written), hint }, place),
  }
}

function date(description: string, format: string, example: string, pattern: RegExp) {
  return scalar(
    { description, type: 'string', pattern: pattern.source, examples: [example] },
    (value): Reading<string> => {
      const match = typeof value === 'string' ? pattern.exec(value) : null
      if (typeof value === 'string' && match !== null && isDate(match)) return { value }
      return {
        trouble: ({ field, text: written, place }) =>
          diagnose('content-date', { field, written: shorten(written), format, example }, place),
      }
    },
  )
}

/** Year, month and perhaps day, as they exist in the calendar. */
function isDate([, year, month, dayOfMonth = '1']: readonly string[]): boolean {
  const y = Number(year)
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return days !== undefined && Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= days
}
