/** `posepress list`: what can be built, in which locales, papers and editions. */
import { hasErrors } from '../diagnostics/index.ts'
import { openSelection } from './context.ts'
import type { Command } from './context.ts'
import type { Target } from './engine.ts'
import { formatDiagnostic } from './print-diagnostics.ts'
import { formatTable } from './table.ts'
import { createPainter, mayColor } from './terminal.ts'

export const listCommand: Command = async (context) => {
  const opened = await openSelection(context)
  if (typeof opened === 'number') return opened
  const { engine, targets } = opened
  const { terminal, line } = context
  if (line.isJson) {
    terminal.out(`${JSON.stringify({ targets }, undefined, 2)}\n`)
  } else {
    const paint = createPainter(mayColor(terminal.isErrInteractive, terminal.environment))
    for (const problem of engine.problems) terminal.err(`${formatDiagnostic(problem, paint)}\n`)
    terminal.out(terminal.isOutInteractive ? documentTable(targets) : pathLines(targets))
  }
  return hasErrors(engine.problems) ? 1 : 0
}

/** A row for each document. */
function documentTable(targets: readonly Target[]): string {
  const documents = [...new Set(targets.map(({ document }) => document))]
  const titles = ['document', 'locales', 'papers', 'editions']
  return formatTable(
    titles.map((title) => ({ title, align: 'left' })),
    documents.map((document) => {
      const own = targets.filter((target) => target.document === document)
      return [
        document,
        together(own.map(({ locale }) => locale)),
        together(own.map(({ paper }) => paper)),
        together(own.map(({ edition }) => edition)),
      ]
    }),
  )
}

function pathLines(targets: readonly Target[]): string {
  return targets.map(({ path }) => `${path}\n`).join('')
}

function together(values: readonly string[]): string {
  return [...new Set(values)].join(', ')
}
