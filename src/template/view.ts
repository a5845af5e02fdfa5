/** What a template sees: a handout with everything worked out, so that templates need almost no logic. */
import { diagnose } from '../diagnostics/index.ts'
import type { Report } from '../diagnostics/index.ts'
import type { Edition, Handout, Paper, RoutineItem, Safety } from '../model/document.ts'
import { sessionMinutes } from '../model/dosage.ts'
import type { Exercise } from '../model/exercise.ts'
import type { PhaseName } from '../model/pose.ts'
import { createSideWords } from '../model/side-words.ts'
import { dosageLines, targetPhrase } from './dosage-phrases.ts'
import type { Phrasing } from './dosage-phrases.ts'
import { escapeMarkup, SafeMarkup } from './helpers.ts'
import { createWords } from './words.ts'
import type { Words, WordValues } from './words.ts'

export interface ViewOptions {
  readonly paper: Paper
  readonly edition: Edition
  /** Whether a phase is drawn; otherwise its words are printed in its place. */
  readonly isDrawn: (exercise: Exercise, phase: PhaseName) => boolean
  /** What a figure shows, in words, where the exercise does not say. */
  readonly describe: (exercise: Exercise, phase: PhaseName, say: Phrasing['say']) => string
  /** Strings that the locale lacks are reported here, once each. */
  readonly report: Report
}

export type HandoutView = ReturnType<typeof handoutView>

/** How many exercises share the first page with the message and the safety rules. */
const openingCount = 2

/** Work out everything that a template of a handout shows. Every name it may use is in this function. */
export function handoutView(handout: Handout, options: ViewOptions) {
  const { document, routine, safety, brand, sources, locale, strings, contentHash } = handout
  const words = createWords(locale, strings)
  const phrasing = phrasingOf(words, handout, options.report)
  const { say } = phrasing
  const side = sideView(document, strings)
  const items = routine.items.map((item) => itemView(item, phrasing, { ...options, side }))
  const minutes = sessionMinutes(routine.items, routine.rolling)
  return {
    locale,
    strings,
    paper: options.paper,
    edition: options.edition,
    document,
    brand,
    safety,
    sources,
    contentHash,
    /** The name of the PDF without ".pdf". */
    file: fileName(document.id, options),
    routine: {
      id: routine.id,
      name: routine.name,
      message: routine.message,
      tempo: routine.tempo,
      checkFirst: routine.checkFirst,
      progression: routine.progression,
      tool: routine.tool,
      reminder: routine.reminder,
      rolling: routine.rolling,
    },
    /** How often, how long, for how many weeks. */
    facts: [
      routine.frequency,
      { headline: say('minutes', { count: minutes }), detail: routine.duration.detail },
      routine.outlook,
    ],
    minutes,
    items,
    openingItems: items.slice(0, openingCount),
    insideItems: items.slice(openingCount),
    rollingLabel: String(routine.items.filter(({ optional }) => !optional).length + 1),
    rollingDose:
      routine.rolling === undefined
        ? undefined
        : [
            say('dose-seconds', { seconds: routine.rolling.hold, count: routine.rolling.hold }),
            say('dose-each-spot'),
          ],
    painSteps: painSteps(safety),
    /** "Week 1" and so on, for a table to tick. */
    weeks: Array.from({ length: routine.weeks?.min ?? 0 }, (_, week) =>
      say('week', { week: week + 1 }),
    ),
    sessionsPerWeek: routine.daysPerWeek.max,
    pageOf: pageOf(say),
  }
}

/** What differs on a sheet for the left side. */
interface SideView {
  readonly isMirrored: boolean
  /** Left and right exchanged in a text, where they are. */
  readonly inWords: (text: string) => string
}

function sideView({ side }: Handout['document'], strings: Handout['strings']): SideView {
  if (side !== 'left') return { isMirrored: false, inWords: (text) => text }
  return { isMirrored: true, inWords: createSideWords(strings).swap }
}

type FigureOptions = Pick<ViewOptions, 'isDrawn' | 'describe'> & { readonly side: SideView }

function itemView(item: RoutineItem, phrasing: Phrasing, options: FigureOptions) {
  const { label, optional } = item
  const exercise = exerciseOfSide(item.exercise, options.side)
  const { dosage, steps } = exercise
  const { say } = phrasing
  return {
    label,
    optional,
    exercise,
    /** Two lines: what a beginner starts with. */
    dose: dosageLines(dosage.startWith ?? dosage, dosage.sides, phrasing),
    target: targetPhrase(dosage, phrasing),
    finish: say(dosage.reps === undefined ? 'hold' : 'finish'),
    steps: [...steps.start, ...steps.end],
    /** The number of the first step under the second picture. */
    endStepsFrom: steps.start.length + 1,
    phases: {
      start: phaseView(item.exercise, 'start', options, say),
      end: phaseView(item.exercise, 'end', options, say),
      mistake: phaseView(item.exercise, 'mistake', options, say),
    },
  }
}

/** The exercise in the words of the side it is printed for. */
function exerciseOfSide(exercise: Exercise, { isMirrored, inWords }: SideView): Exercise {
  if (!isMirrored) return exercise
  const { steps } = exercise
  return {
    ...exercise,
    steps: { start: steps.start.map(inWords), end: steps.end.map(inWords) },
    feel: inWords(exercise.feel),
    mistake: inWords(exercise.mistake),
    easier: inWords(exercise.easier),
    harder: inWords(exercise.harder),
    noKneel: exercise.noKneel === undefined ? undefined : inWords(exercise.noKneel),
    cautions: exercise.cautions.map(inWords),
  }
}

function phaseView(
  exercise: Exercise,
  phase: PhaseName,
  { isDrawn, describe, side }: FigureOptions,
  say: Phrasing['say'],
) {
  const drawn = isDrawn(exercise, phase)
  const written = exercise.alternativeText[phase]
  return {
    drawn,
    source: `figure:${exercise.id}/${phase}${side.isMirrored ? '/mirrored' : ''}`,
    alt: side.inWords(written ?? (drawn ? describe(exercise, phase, say) : '')),
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
