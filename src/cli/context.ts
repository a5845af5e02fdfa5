/** What every command gets, and what it gives back. */
import type { CommandLine } from './arguments.ts'
import type { Engine, OpenEngine, ShowProgress, Target } from './engine.ts'
import { selectTargets } from './select-targets.ts'
import { createPainter, mayColor, printable } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import type { FileWriter } from './write-file.ts'

/** 0 done, 1 problems in the content, 2 a mistake in what was typed. */
export type ExitCode = 0 | 1 | 2

export interface CommandContext {
  readonly line: CommandLine
  readonly terminal: Terminal
  readonly openEngine: OpenEngine
  readonly writer: FileWriter
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
}

export type Command = (context: CommandContext) => Promise<ExitCode>

/** Say what is wrong with what was typed. */
export function complainOfUsage(
  terminal: Terminal,
  problem: { readonly message: string; readonly hint?: string | undefined },
): ExitCode {
  const paint = createPainter(mayColor(terminal.isErrInteractive, terminal.environment))
  terminal.err(`${paint('error', 'posepress:')} ${printable(problem.message)}\n`)
  if (problem.hint !== undefined) {
    terminal.err(`   ${paint('hint', 'hint:')} ${printable(problem.hint)}\n`)
  }
  return 2
}

/** Open the pack; a number is the exit code of a failure. */
export async function openPack(
  { line, terminal, openEngine }: CommandContext,
  onProgress: ShowProgress,
): Promise<Engine | ExitCode> {
  const date = sourceDate(terminal.environment['SOURCE_DATE_EPOCH'])
  if (date === 'invalid') {
    const message = 'SOURCE_DATE_EPOCH is not a whole number of seconds'
    return complainOfUsage(terminal, { message })
  }
  return openEngine({ pack: line.pack, date, onProgress })
}

/** Open the pack and find the files that were asked for; a number is the exit code of a failure. */
export async function openSelection(
  context: CommandContext,
  onProgress: ShowProgress = () => undefined,
): Promise<{ readonly engine: Engine; readonly targets: readonly Target[] } | ExitCode> {
  const { line, terminal } = context
  const engine = await openPack(context, onProgress)
  if (typeof engine === 'number') return engine
  const selected = selectTargets(engine.targets, line.selection, line.production)
  if (selected.ok) return { engine, targets: selected.targets }
  // A document that does not load cannot be chosen: its own problem explains more.
  if (engine.problems.some(({ severity }) => severity === 'error')) return { engine, targets: [] }
  return complainOfUsage(terminal, selected)
}

function sourceDate(value: string | undefined): number | undefined | 'invalid' {
  if (value === undefined || value === '') return undefined
  return /^\d{1,12}$/.test(value) ? Number(value) : 'invalid'
}
