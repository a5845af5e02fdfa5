/** `posepress build`: make the files that were asked for. */
import { join } from 'node:path'
import { hasErrors } from '../diagnostics/index.ts'
import type { Diagnostic } from '../diagnostics/index.ts'
import { openSelection } from './context.ts'
import type { Command, CommandContext } from './context.ts'
import type { Target } from './engine.ts'
import { countProblems, formatDiagnostic, identityOf } from './print-diagnostics.ts'
import { printAdvice } from './print-advice.ts'
import { createProgress } from './progress.ts'
import { formatBytes, formatDuration, formatTable } from './table.ts'
import { createPainter, mayColor, printable } from './terminal.ts'

/** What became of one target. */
interface Outcome {
  readonly target: Target
  readonly path: string
  readonly state: 'written' | 'failed'
  readonly pages: number
  readonly readableFrom: number | undefined
  readonly bytes: number
  readonly milliseconds: number
}

export const buildCommand: Command = async (context) => {
  const { terminal, line, now } = context
  const progress = createProgress(terminal)
  const opened = await openSelection(context, progress.show)
  if (typeof opened === 'number') return opened
  const { engine, targets } = opened
  const start = now()
  const paint = createPainter(mayColor(terminal.isErrInteractive, terminal.environment))
  const problems: Diagnostic[] = []
  const seen = new Set<string>()
  const outcomes: Outcome[] = []

  const report = (diagnostic: Diagnostic): void => {
    const identity = identityOf(diagnostic)
    if (seen.has(identity)) return
    seen.add(identity)
    problems.push(diagnostic)
    progress.clear()
    if (!line.isJson) terminal.err(`${formatDiagnostic(diagnostic, paint)}\n`)
  }

  engine.problems.forEach(report)
  // A claim without a source is wrong on every sheet: nothing is replaced until the pack is sound.
  const isPackGood = !isFailure(engine.problems, line.isStrict)
  for (const [index, target] of targets.entries()) {
    progress.show(`[${index + 1}/${targets.length}] ${target.path}`)
    const begun = now()
    const { bytes, pages, readableFrom, diagnostics } = await engine.build(target)
    diagnostics.forEach(report)
    const path = join(line.out ?? 'out', ...target.path.split('/'))
    const isGood = bytes !== undefined && isPackGood && !isFailure(diagnostics, line.isStrict)
    const isWritten = isGood && (await write(context, path, bytes, progress.clear))
    outcomes.push({
      target,
      path,
      state: isWritten ? 'written' : 'failed',
      pages,
      readableFrom,
      bytes: bytes?.length ?? 0,
      milliseconds: now() - begun,
    })
  }
  progress.clear()
  printOutcomes(context, outcomes, problems, now() - start)
  const isFailed =
    outcomes.some(({ state }) => state === 'failed') || isFailure(problems, line.isStrict)
  return isFailed ? 1 : 0
}

function isFailure(diagnostics: readonly Diagnostic[], isStrict: boolean): boolean {
  return isStrict ? diagnostics.length > 0 : hasErrors(diagnostics)
}

/** A full disk or a closed folder is neither the author's mistake nor ours: say it and go on. */
async function write(
  { writer, terminal }: CommandContext,
  path: string,
  bytes: Uint8Array,
  clear: () => void,
): Promise<boolean> {
  try {
    await writer.write(path, bytes)
    return true
  } catch (thrown) {
    clear()
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    terminal.err(`posepress: ${printable(path)} cannot be written: ${printable(reason)}\n`)
    return false
  }
}

/** A table for people; the paths alone for programs; everything with --json. */
function printOutcomes(
  { terminal, line }: CommandContext,
  outcomes: readonly Outcome[],
  problems: readonly Diagnostic[],
  milliseconds: number,
): void {
  const written = outcomes.filter(({ state }) => state === 'written')
  if (line.isJson) {
    const files = outcomes.map(({ target, path, state, pages, readableFrom, bytes }) => ({
      ...target,
      path,
      state,
      pages,
      readableFrom,
      bytes,
      print: printAdvice(target, pages),
    }))
    terminal.out(`${JSON.stringify({ files, diagnostics: problems }, undefined, 2)}\n`)
    return
  }
  if (!terminal.isOutInteractive) {
    terminal.out(written.map(({ path }) => `${path}\n`).join(''))
  } else if (outcomes.length > 0) {
    terminal.out(outcomeTable(outcomes))
  }
  const counted = countProblems(problems)
  const files = `${written.length} of ${outcomes.length} files in ${formatDuration(milliseconds)}`
  if (terminal.isErrInteractive || counted !== undefined) {
    terminal.err(`${[files, counted].filter((part) => part !== undefined).join('; ')}\n`)
  }
}

function outcomeTable(outcomes: readonly Outcome[]): string {
  const areFarSheets = outcomes.some(({ readableFrom }) => readableFrom !== undefined)
  return formatTable(
    [
      { title: 'document', align: 'left' },
      { title: 'pages', align: 'right' },
      { title: 'size', align: 'right' },
      { title: 'time', align: 'right' },
      ...(areFarSheets ? [{ title: 'read from', align: 'right' } as const] : []),
      { title: 'print', align: 'left' },
    ],
    outcomes.map(({ target, path, state, pages, readableFrom, bytes, milliseconds }) => {
      const took = formatDuration(milliseconds)
      const far = readableFrom === undefined ? '' : `${readableFrom.toFixed(1)} m`
      return state === 'written'
        ? [
            path,
            String(pages),
            formatBytes(bytes),
            took,
            ...(areFarSheets ? [far] : []),
            printAdvice(target, pages),
          ]
        : [path, '–', 'failed', took]
    }),
  )
}
