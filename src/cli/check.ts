/** `posepress check`: every rule, no files. */
import { hasErrors } from '../diagnostics/index.ts'
import { openSelection } from './context.ts'
import type { Command } from './context.ts'
import { countProblems, formatDiagnostic, withoutRepeats } from './print-diagnostics.ts'
import { createProgress } from './progress.ts'
import { createPainter, mayColor } from './terminal.ts'

export const checkCommand: Command = async (context) => {
  const { terminal, line } = context
  const progress = createProgress(terminal)
  const opened = await openSelection(context, progress.show)
  if (typeof opened === 'number') return opened
  const { engine, targets } = opened
  const found = withoutRepeats([...engine.problems, ...(await engine.check(targets))])
  progress.clear()
  if (line.isJson) {
    terminal.out(`${JSON.stringify({ diagnostics: found }, undefined, 2)}\n`)
  } else {
    const paint = createPainter(mayColor(terminal.isErrInteractive, terminal.environment))
    for (const diagnostic of found) terminal.err(`${formatDiagnostic(diagnostic, paint)}\n`)
    const counted = countProblems(found)
    if (counted !== undefined) terminal.err(`${counted}\n`)
    else if (terminal.isErrInteractive) terminal.err(`${targets.length} files, no problems\n`)
  }
  return (line.isStrict ? found.length > 0 : hasErrors(found)) ? 1 : 0
}
