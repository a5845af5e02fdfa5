/** The helpers that templates may call: few, pure, and each with a line in `helperDescriptions`. */
import { suggest } from '../diagnostics/index.ts'
import type { Words } from './words.ts'

/** Markup made by a helper: the only thing that is printed without escaping, and only this folder makes it. */
export class SafeMarkup {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What a helper gives back, or why it cannot. */
export type HelperResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string; readonly hint?: string | undefined }

export interface HelperCall {
  readonly arguments: readonly unknown[]
  readonly values: Readonly<Record<string, unknown>>
  readonly words: Words
}

type Helper = (call: HelperCall) => HelperResult

/** For templates/README.md: how each helper is called and what it prints. */
export const helperDescriptions = {
  t: '{{t "key" name=value}}: a string of the locale, its {placeholders} filled in; a plural form is chosen by count=',
  number: '{{number value}}: a number as the language writes it',
  month: '{{month "2028-06"}}: "June 2028"',
  join: '{{join list ", "}}: the texts of a list in one line',
  lines: '{{lines list}}: the texts of a list, each on a line of its own',
  add: '{{add a b}}: a sum',
  range: '{{#each (range 1 6)}}: the whole numbers from 1 to 6',
  eq: '{{#if (eq a b)}}: whether two values are the same',
  not: '{{#if (not a)}}: the opposite',
  and: '{{#if (and a b)}}: whether all are given',
  or: '{{#if (or a b)}}: whether any is given',
} as const

export type HelperName = keyof typeof helperDescriptions

export const helperNames: readonly string[] = Object.keys(helperDescriptions)

const longestRange = 1000

const helpers: Readonly<Record<HelperName, Helper>> = {
  t: translate,
  number: ({ arguments: [value, ...more], words }) =>
    typeof value === 'number' && more.length === 0
      ? good(words.number(value))
      : bad('takes one number'),
  month: ({ arguments: [value, ...more], words }) => {
    const month = typeof value === 'string' && more.length === 0 ? words.month(value) : undefined
    return month === undefined ? bad('takes a month such as "2028-06"') : good(month)
  },
  join: ({ arguments: [list, separator = ', ', ...more] }) =>
    isTexts(list) && typeof separator === 'string' && more.length === 0
      ? good(list.join(separator))
      : bad('takes a list of texts, and the text between them'),
  lines: ({ arguments: [list, ...more] }) =>
    isTexts(list) && more.length === 0
      ? good(new SafeMarkup(list.map((line) => escapeMarkup(String(line))).join('<br>')))
      : bad('takes a list of texts'),
  add: ({ arguments: numbers }) =>
    numbers.length > 0 && numbers.every((value) => typeof value === 'number')
      ? good(numbers.reduce((sum, value) => sum + value, 0))
      : bad('takes numbers'),
  range: ({ arguments: [from, to, ...more] }) => {
    if (!Number.isInteger(from) || !Number.isInteger(to) || more.length > 0) {
      return bad('takes two whole numbers: the first and the last')
    }
    const first = Number(from)
    const length = Math.max(0, Number(to) - first + 1)
    if (length > longestRange) return bad(`goes over more than ${longestRange} numbers`)
    return good(Array.from({ length }, (_, index) => first + index))
  },
  eq: ({ arguments: values }) =>
    values.length === 2 ? good(values[0] === values[1]) : bad('takes two values'),
  not: ({ arguments: values }) =>
    values.length === 1 ? good(!isGiven(values[0])) : bad('takes one value'),
  and: ({ arguments: values }) => good(values.every(isGiven)),
  or: ({ arguments: values }) => good(values.some(isGiven)),
}

/** Call a helper by name; the parser has already refused names that are not helpers. */
export function callHelper(name: string, call: HelperCall): HelperResult {
  return isHelperName(name) ? helpers[name](call) : bad('there is no such helper')
}

/** What `{{#if}}` takes for yes: not false, 0, nothing, an empty text or an empty list. */
export function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** Text as it stands in markup, in an element or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function translate({ arguments: [key, ...more], values, words }: HelperCall): HelperResult {
  if (typeof key !== 'string' || more.length > 0) return bad('takes the key of one string')
  const given: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' && typeof value !== 'number') {
      return bad(`${name}= must be text or a number`)
    }
    given[name] = value
  }
  const text = words.text(key, given)
  if (text === undefined) {
    return bad(`the locale "${words.locale}" has no string "${key}"`, suggest(key, words.keys))
  }
  const missing = words.placeholders(key).find((name) => !Object.hasOwn(given, name))
  if (missing !== undefined && text.includes(`{${missing}}`)) {
    return bad(`the string "${key}" needs a value for {${missing}}`, `write ${missing}=…`)
  }
  return good(text)
}

function isHelperName(name: string): name is HelperName {
  return Object.hasOwn(helpers, name)
}

function isTexts(value: unknown): value is readonly (string | number)[] {
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item === 'string' || typeof item === 'number')
  )
}

function good(value: unknown): HelperResult {
  return { ok: true, value }
}

function bad(problem: string, hint?: string): HelperResult {
  return { ok: false, problem, hint }
}
