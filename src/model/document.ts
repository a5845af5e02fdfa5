/** What gets printed, and all the content it needs, resolved: the value that templates see. */
import type { Place } from '../diagnostics/index.ts'
import type { Exercise } from './exercise.ts'
import type { Range, Seconds } from './dosage.ts'

/** The page itself; `a7` and `eighth-letter` are the panels of a pocket card, an eighth of a sheet. */
export const papers = [
  'a7', 'eighth-letter', 'a5', 'half-letter', 'a4', 'letter',
  'a3', 'tabloid', 'a2', 'a1', '24x36',
] as const // prettier-ignore

export type Paper = (typeof papers)[number]
export type Edition = 'standard' | 'large-print' | 'photocopy'

/** How far away a reader is. */
export type Metres = number

/** A document file: a template, what it shows, and the papers it exists in. */
export interface DocumentDescription {
  readonly id: string
  readonly title: string
  /** For file properties and lists: one sentence. */
  readonly description: string
  readonly template: string
  /** The first of `routines`. */
  readonly routine: string
  readonly routines: readonly string[]
  readonly topics: readonly string[]
  readonly brand: string
  readonly papers: readonly Paper[]
  readonly orientation: 'portrait' | 'landscape'
  /** How its pages also come on sheets of A4 or Letter. */
  readonly sheets: 'tiles' | 'cards' | 'booklet' | 'pocket' | undefined
  /** How far away it must be readable on each paper; undefined for what is read in the hand. */
  readonly distance: Readonly<Partial<Record<Paper, Metres>>> | undefined
  /** `short` is for sheets that are read from afar or fit a pocket. */
  readonly safety: 'full' | 'short'
  readonly editions: readonly Edition[]
  /** More pages than this is a warning. */
  readonly maxPages: number
  readonly number: string
  readonly version: string
  /** YYYY-MM-DD: when this version was finished; also the date of the PDF. */
  readonly date: string
  /** YYYY-MM: when somebody must read it again. */
  readonly reviewBy: string
  readonly accent: 'strength' | 'stretching'
  /** The side that works in figures and words; undefined is as the exercises have it, the right one. */
  readonly side: 'left' | 'right' | undefined
  /** Printed below the title of a poster. */
  readonly lead: string | undefined
  /** For posters and cards: short lines to keep in mind. */
  readonly reminders: readonly string[]
  /** Where more can be read: printed, and as a QR code. */
  readonly url: string | undefined
  /** The person who shows all exercises; undefined is one after the other. */
  readonly look: string | undefined
}

/** An ordered list of exercises with what applies to all of them. */
export interface Routine {
  readonly id: string
  readonly name: string
  /** One thought a line. */
  readonly message: readonly string[]
  readonly items: readonly RoutineItem[]
  readonly daysPerWeek: Range
  readonly weeks: Range | undefined
  readonly frequency: { readonly headline: string; readonly detail: string }
  readonly duration: { readonly detail: string }
  readonly outlook: { readonly headline: string; readonly detail: string }
  /** Read while doing: tempo, rest, breathing. */
  readonly tempo: string
  readonly checkFirst: string
  readonly progression: { readonly title: string; readonly text: string }
  readonly tool: 'ticks' | 'notes'
  /** Printed beside the boxes to tick: equipment, for example. */
  readonly reminder: string | undefined
  readonly rolling: RollingGuide | undefined
}

export interface RoutineItem {
  readonly exercise: Exercise
  /** Printed number: "3", or "3+" for a harder option of the one before. */
  readonly label: string
  readonly optional: boolean
}

export interface RollingGuide {
  readonly title: string
  readonly purpose: string
  readonly spots: readonly Exercise[]
  readonly steps: readonly string[]
  readonly hold: Seconds
  readonly easier: string
  readonly never: string
  readonly checkFirst: string
}

/** Stop rules and red flags: on every sheet. */
export interface Safety {
  readonly painScale: {
    readonly title: string
    readonly bands: readonly { readonly from: number; readonly to: number; readonly text: string }[]
    readonly after: string
  }
  readonly stop: { readonly title: string; readonly items: readonly string[] }
  readonly sameDay: { readonly title: string; readonly items: readonly string[] }
  readonly seeSomeone: { readonly title: string; readonly text: string }
  readonly checkFirst: { readonly title: string; readonly text: string }
  /** The stop rules in as few words as a poster has room for. */
  readonly short: {
    readonly title: string
    readonly signs: string
    readonly more: string
    readonly help: string
  }
  readonly disclaimer: string
}

export interface Brand {
  readonly id: string
  readonly name: string
  readonly contact: string
  readonly logo: string | undefined
}

/** An explanation: what something is, why it happens, what helps. */
export interface Topic {
  readonly id: string
  readonly title: string
  /** The whole topic in a sentence. */
  readonly message: string
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[]
  readonly sources: readonly string[]
}

/** A study, guideline or book that content relies on. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly authors: string | undefined
  readonly year: number | undefined
  /** Journal, publisher or web site. */
  readonly publishedIn: string | undefined
  readonly doi: string | undefined
  readonly url: string | undefined
}

/** A document with everything it refers to. */
export interface Handout {
  readonly document: DocumentDescription
  /** The first of `routines`. */
  readonly routine: Routine
  readonly routines: readonly Routine[]
  readonly topics: readonly Topic[]
  readonly safety: Safety
  readonly brand: Brand
  /** Who says so: every source that the routine and its exercises name, each once, sorted by id. */
  readonly sources: readonly Source[]
  readonly locale: string
  readonly strings: LocaleStrings
  /** First eight hex digits of the SHA-256 of the content it was made from. */
  readonly contentHash: string
  /** Where the document is described, for problems that concern it as a whole. */
  readonly place: Place
}

/** The exercises of some routines, and where they say to roll, each once. */
export function exercisesOf(
  routines: readonly Pick<Routine, 'items' | 'rolling'>[],
): readonly Exercise[] {
  const all = routines.flatMap(({ items, rolling }) => [
    ...items.map(({ exercise }) => exercise),
    ...(rolling?.spots ?? []),
  ])
  return [...new Set(all)]
}

/** Words of the template itself; a plural is chosen by `Intl.PluralRules`. */
export type LocaleStrings = Readonly<Record<string, string | Readonly<Record<string, string>>>>
