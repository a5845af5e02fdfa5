/** A terminal that keeps what is written to it, and a pack that does as it is told. */
import type { Diagnostic, Place } from '../../src/diagnostics/index.ts'
import type { Engine, FigureCatalogue, OpenEngine, Target } from '../../src/cli/engine.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import type { FileWriter } from '../../src/cli/write-file.ts'

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface RunSettings {
  readonly isInteractive?: boolean
  readonly environment?: Readonly<Record<string, string>>
  readonly engine?: Partial<Engine>
  readonly open?: OpenEngine
  readonly write?: FileWriter['write']
}

export const place: Place = {
  file: 'content/exercises/clamshell.yaml',
  line: 14,
  column: 26,
  length: 3,
  excerpt: '  knee.right: { flexion: 190 }',
}

export const problem: Diagnostic = {
  code: 'content-not-found',
  severity: 'error',
  message: 'no such file: a.yaml',
  hint: 'did you mean "b.yaml"?',
  place,
}

export const caution: Diagnostic = {
  code: 'image-low-resolution',
  severity: 'warning',
  message: 'too few pixels',
}

export const targets: readonly Target[] = [
  target('circuit', 'en', 'a4', 'standard'),
  target('circuit', 'en', 'letter', 'standard'),
  target('circuit', 'es', 'a4', 'large-print'),
  target('stretching', 'en', 'a4', 'standard'),
]

/** Two exercises; a figure is a square that says by its key how it was ordered. */
export const fakeFigures: FigureCatalogue = {
  exercises: [
    { id: 'bridge', phases: ['start', 'end', 'mistake'] },
    { id: 'clamshell', phases: ['end'] },
  ],
  looks: ['ana', 'ben'],
  draw: ({ exercise, phase, isMirrored, look, style, within }) => {
    const key = [exercise, phase, isMirrored ? 'mirrored' : 'as posed', look, style].join(' ')
    const side = Math.min(within.width, within.height)
    const path = [
      { type: 'move', x: 0, y: 0 },
      { type: 'line', x: side, y: side },
    ] as const
    const stroke = { color: { red: 0, green: 0, blue: 0 }, width: key.length }
    const items = [{ kind: 'path', path, stroke }] as const
    return Promise.resolve({ key, width: side, height: side, items })
  },
  check: () => Promise.resolve([]),
}

/** Run a command in this process and collect all that it does. */
export async function run(typed: string, settings: RunSettings = {}): Promise<Run> {
  const { isInteractive = false, environment = {} } = settings
  const out: string[] = []
  const err: string[] = []
  const files = new Map<string, Uint8Array>()
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isOutInteractive: isInteractive,
    isErrInteractive: isInteractive,
    columns: 40,
    environment,
  }
  const engine: Engine = {
    problems: [],
    targets,
    check: () => Promise.resolve([]),
    build: () => Promise.resolve({ bytes: new Uint8Array(88_000), pages: 2, diagnostics: [] }),
    figures: fakeFigures,
    ...settings.engine,
  }
  const write: FileWriter['write'] = (path, bytes) => {
    files.set(path, bytes)
    return Promise.resolve()
  }
  let time = 0
  const code = await runCommandLine(
    typed.split(' ').filter((word) => word !== ''),
    {
      terminal,
      openEngine: settings.open ?? (() => Promise.resolve(engine)),
      writer: { write: settings.write ?? write, abandon: () => undefined },
      now: () => (time += 10),
    },
  )
  return { code, out: out.join(''), err: err.join(''), files }
}

function target(
  document: string,
  locale: string,
  paper: Target['paper'],
  edition: Target['edition'],
): Target {
  const suffix = edition === 'standard' ? '' : `.${edition}`
  return { document, locale, paper, edition, path: `${locale}/${document}.${paper}${suffix}.pdf` }
}
