/** What a template sees: a document with everything worked out, so that templates need almost no logic. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Edition, Handout, Paper, Safety } from '../model/document.ts'
import type { Phrasing } from './dosage-phrases.ts'
import { escapeMarkup, SafeMarkup } from './helpers.ts'
import { routineView, sideView } from './routine-view.ts'
import type { FigureOptions } from './routine-view.ts'
import { createWords } from './words.ts'
import type { Words, WordValues } from './words.ts'

export interface ViewOptions extends Omit<FigureOptions, 'side'> {
  readonly paper: Paper
  readonly edition: Edition
  /** Strings that the locale lacks are reported here, once each. */
  readonly report: Report
}

export type HandoutView = ReturnType<typeof handoutView>

/** Work out everything that a template shows. Every name it may use is in this function, or in `routineView`. */
export function handoutView(handout: Handout, options: ViewOptions) {
  const { document, safety, brand, sources, topics, locale, strings, contentHash } = handout
  const words = createWords(locale, strings)
  const phrasing = phrasingOf(words, handout, options.report)
  const { say } = phrasing
  const figures = { ...options, side: sideView(document, strings) }
  const viewOf = (routine: Handout['routine']) => routineView(routine, phrasing, figures)
  return {
    locale,
    strings,
    paper: options.paper,
    edition: options.edition,
    document,
    brand,
    safety,
    sources,
    topics,
    contentHash,
    /** The name of the PDF without ".pdf". */
    file: fileName(document.id, options),
    /** The address without "https://". */
    address: document.url?.replace(/^https?:\/\//, ''),
    ...viewOf(handout.routine),
    routines: handout.routines.map(viewOf),
    painSteps: painSteps(safety),
    pageOf: pageOf(say),
  }
}

/** The numbers 0 to 10 of the pain scale, with the classes that style them: low, mid, high. */
function painSteps(safety: Safety) {
  const levels = ['low', 'mid', 'high']
  return Array.from({ length: 11 }, (_, number) => {
    const band = safety.painScale.bands.findIndex(({ from, to }) => from <= number && number <= to)
    const classes = [number === 0 ? 'first' : '', levels[band] ?? '']
    return { number, classes: classes.filter((name) => name !== '').join(' ') }
  })
}

function fileName(id: string, { paper, edition }: ViewOptions): string {
  return edition === 'standard' ? `${id}.${paper}` : `${id}.${paper}.${edition}`
}

/** "Page x of y": the style sheet fills the two numbers in from the page counters. */
function pageOf(say: Phrasing['say']): SafeMarkup {
  const counter = (name: string): string => `<span class="${name}"></span>`
  const text = escapeMarkup(say('page-of', { page: '{page}', pages: '{pages}' }))
  return new SafeMarkup(
    text.replace('{page}', counter('page-number')).replace('{pages}', counter('page-count')),
  )
}

function phrasingOf(words: Words, { place }: Handout, report: Report): Phrasing {
  const missing = new Set<string>()
  return {
    range: words.range,
    say(key: string, values: WordValues = {}) {
      const text = words.text(key, values)
      if (text !== undefined) return text
      if (!missing.has(key)) {
        report(diagnose('template-missing-string', { key, locale: words.locale }, place))
      }
      missing.add(key)
      return ''
    },
  }
}
