/** Words of one language: the strings of a locale with their placeholders and plurals filled in. */
import { secondsSince1970 } from '../model/date.ts'
import type { Range } from '../model/dosage.ts'
import type { LocaleStrings } from '../model/document.ts'

export type WordValues = Readonly<Record<string, string | number>>

export interface Words {
  readonly locale: string
  readonly keys: readonly string[]
  /** The string of a key, filled in; undefined when the locale has no such string. */
  text(key: string, values?: WordValues): string | undefined
  /** Names in `{braces}` in the string of a key, in order, for all its plural forms. */
  placeholders(key: string): readonly string[]
  number(value: number): string
  /** `10`, or `8 to 12` in the locale's own words (string `range`). */
  range(range: Range): string
  /** "June 2028" from "2028-06", or undefined when that is not a month. */
  month(month: string): string | undefined
}

const placeholder = /\{([a-z][a-z0-9-]*)\}/gi

/**
 * Plural forms are chosen by the value `count`: first a form named by the number itself ("2": twice), then
 * by its CLDR category (`one`, `few`, `other`).
 */
export function createWords(locale: string, strings: LocaleStrings): Words {
  const language = usableLocale(locale)
  // Each takes milliseconds to make, and most templates need but one of them.
  const plurals = onDemand(() => new Intl.PluralRules(language))
  const numbers = onDemand(() => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }))
  const months = onDemand(
    () => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  )

  const formOf = (key: string, count: unknown): string | undefined => {
    const entry = Object.hasOwn(strings, key) ? strings[key] : undefined
    if (entry === undefined || typeof entry === 'string') return entry
    const number = Number(count)
    const named = [String(count), plurals().select(Number.isNaN(number) ? 0 : number), 'other']
    const form = named.find((name) => Object.hasOwn(entry, name))
    return form === undefined ? undefined : entry[form]
  }

  const words: Words = {
    locale,
    keys: Object.keys(strings),
    text(key, values = {}) {
      return formOf(key, values['count'])?.replace(placeholder, (whole, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined
        if (value === undefined) return whole
        return typeof value === 'number' ? numbers().format(value) : value
      })
    },
    placeholders(key) {
      const entry = Object.hasOwn(strings, key) ? strings[key] : undefined
      const forms = typeof entry === 'object' ? Object.values(entry) : [entry ?? '']
      const names = forms.flatMap((form) => [...form.matchAll(placeholder)].map(([, name]) => name))
      return [...new Set(names.filter((name) => name !== undefined))]
    },
    number: (value) => numbers().format(value),
    range({ min, max }) {
      if (min === max) return numbers().format(min)
      return (
        words.text('range', { min, max }) ?? `${numbers().format(min)}–${numbers().format(max)}`
      )
    },
    month(month) {
      const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$/.test(month)
      return isMonth ? months().format(secondsSince1970(month.slice(0, 7)) * 1000) : undefined
    },
  }
  return words
}

/** A locale that is not well formed is a content problem, reported there; here it must not throw. */
function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

function onDemand<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
