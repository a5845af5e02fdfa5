/** The command line without the process around it: words in, an exit code out. */
import { parseCommandLine } from './arguments.ts'
import type { CommandName } from './arguments.ts'
import { complainOfUsage } from './context.ts'
import type { Command, CommandContext, ExitCode } from './context.ts'

export type RunOptions = Omit<CommandContext, 'line'>

/** Each command is loaded only when it is called: `--version` must not wait for the PDF writer. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).buildCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  list: async () => (await import('./list.ts')).listCommand,
  figure: async () => (await import('./figure.ts')).figureCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  help: async () => (await import('./help.ts')).helpCommand,
  version: async () => (await import('./version.ts')).versionCommand,
}

/** Run what was typed after `posepress`. */
export async function runCommandLine(
  typed: readonly string[],
  options: RunOptions,
): Promise<ExitCode> {
  const parsed = parseCommandLine(typed)
  if (!parsed.ok) return complainOfUsage(options.terminal, parsed)
  const command = await commands[parsed.line.command]()
  return command({ ...options, line: parsed.line })
}
