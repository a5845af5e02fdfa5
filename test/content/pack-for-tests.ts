/** A small invented pack without problems, for tests to change in one place. */
import { memoryFiles } from '../../src/content/memory-files.ts'
import type { Pack } from '../../src/content/pack.ts'
import { readPack } from '../../src/content/read-pack.ts'
import type { Diagnostic } from '../../src/diagnostics/index.ts'

export type FileTable = Readonly<Record<string, string>>

/** The first line of a file of a kind. */
export function schemaLine(kind: string, up = '../'): string {
  return `# yaml-language-server: $schema=${up}schemas/${kind}.json`
}

export const heelRaise = `${schemaLine('exercise')}
name: Heel raise
kind: strength
purpose: Works your calf
muscles: { primary: [gastrocnemius] }
dosage:
  sets: 3
  reps: 12
  sides: none
  rest: 20 s
  days-per-week: 2-3
  start-with: { sets: 1-2, reps: 8-12 }
steps:
  start:
    - Stand tall and hold a chair.
  end:
    - Rise on your toes, then lower slowly.
feel: your calf.
mistake: leaning on the chair.
easier: rise less.
harder: use one leg.
sources: [moe-2001]
figure:
  camera: { azimuth: 20, elevation: 5 }
  phases:
    start: { base: standing }
    end: { from: start, joints: { ankles: { plantarflexion: 30 } } }
`

export const calfStretch = `${schemaLine('exercise')}
name: Calf stretch
kind: stretch
purpose: Stretches your calf
muscles: { primary: [gastrocnemius], secondary: [soleus] }
dosage: { sets: 2, hold: 30-60 s, sides: each, days-per-week: 7 }
steps:
  start: [Face a wall and step back with one foot.]
  end: [Press that heel down and lean in.]
feel: your calf.
mistake: lifting the heel.
easier: step back less.
harder: step back more.
no-kneel: do it as it is.
cautions: [Not on a slippery floor.]
alternative-text: { end: Leaning on a wall with one leg behind. }
sources: [moe-2001]
figure:
  camera: { azimuth: 90, elevation: 0 }
  props: [wall]
  phases:
    end: { base: standing, joints: { right ankle: { dorsiflexion: 20 } }, contacts: { hands: wall } }
`

/** Every file of the pack, by path. */
export const goodFiles: FileTable = {
  'content/exercises/heel-raise.yaml': heelRaise,
  'content/exercises/calf-stretch.yaml': calfStretch,
  'content/routines/calves.yaml': `${schemaLine('routine')}
name: Calves
message: [Strong calves may help.]
exercises:
  - heel-raise
  - { exercise: calf-stretch, optional: true }
days-per-week: 2-3
frequency: { headline: 2 or 3 days, detail: a week }
duration: at the start
outlook: { headline: 6 weeks, detail: then once a week }
tempo: Slowly up and down.
check-first: you hurt your heel
progression: { title: Next, text: Do more. }
tool: ticks
sources: [moe-2001, roe-2010]
`,
  'content/documents/calves-handout.yaml': `${schemaLine('document')}
title: Calves
description: Two exercises for your calves.
template: sheet
routine: calves
brand: plain
number: Handout 9
papers: [a4, letter]
editions: [standard]
max-pages: 2
version: "1.0"
date: 2026-11-22
review-by: 2028-06
accent: strength
`,
  'content/brands/plain.yaml': `${schemaLine('brand')}
name: A club
contact: club.example
`,
  'content/topics/load.yaml': `${schemaLine('topic')}
title: Load
message: Build up slowly.
sections:
  - { title: What helps, text: [Add a little each week.] }
sources: [moe-2001]
`,
  'content/locales/en/strings.yaml': `${schemaLine('strings', '../../')}
start: Start
sets: { one: "{count} set", other: "{count} sets" }
`,
  'content/safety.yaml': `${schemaLine('safety', '')}
pain-scale:
  title: Pain
  bands:
    - { from: 0, to: 2, text: Fine. }
    - { from: 3, to: 5, text: Do less. }
    - { from: 6, to: 10, text: Stop. }
  after: It settles within an hour.
stop: { title: Stop now, items: [Sharp pain.] }
same-day: { title: Get help today, items: [You cannot stand on it.] }
see-someone: { title: See someone, text: It is no better after 6 weeks. }
check-first: { title: Ask first, text: You had surgery. }
short: { title: 'Stop:', signs: sharp pain., more: Stop if dizzy., help: Chest pain? Call for help. }
disclaimer: This is not a diagnosis.
`,
  'content/sources.yaml': `${schemaLine('sources', '')}
moe-2001: { title: Calves that prevent falls, authors: Moe and others, year: 2001 }
roe-2010: { title: On heels, published-in: Heel Journal, doi: 10.1/heel }
`,
  'templates/sheet/sheet.hbs': '<document/>',
}

/** Read a pack of the good files with some replaced, added, or left out (undefined). */
export function readWith(changes: Readonly<Record<string, string | undefined>>): {
  readonly pack: Pack
  readonly problems: readonly Diagnostic[]
} {
  const files = Object.entries({ ...goodFiles, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  )
  const problems: Diagnostic[] = []
  const pack = readPack(memoryFiles(Object.fromEntries(files)), (problem) => problems.push(problem))
  return { pack, problems }
}

/** "3:5+2 error content-too-few: what is wrong (what to do)". */
export function inOneLine({ code, severity, message, hint, place }: Diagnostic): string {
  const at = place === undefined ? '-' : `${place.line}:${place.column}+${place.length}`
  return `${at} ${severity} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
}
