/** `posepress explain`: the long form of a problem's code. */
import { diagnosticCodes, explain, suggest } from '../diagnostics/index.ts'
import { complainOfUsage } from './context.ts'
import type { Command } from './context.ts'

export const explainCommand: Command = async ({ line, terminal }) => {
  const [code, ...more] = line.words
  if (code === undefined) {
    const codes = diagnosticCodes()
    terminal.out(line.isJson ? `${JSON.stringify({ codes })}\n` : `${codes.join('\n')}\n`)
    return 0
  }
  if (more.length > 0) {
    return complainOfUsage(terminal, { message: 'explain takes one code at a time' })
  }
  const text = explain(code)
  if (text === undefined) {
    const message = `there is no problem with the code "${code}"`
    return complainOfUsage(terminal, { message, hint: suggest(code, diagnosticCodes()) })
  }
  terminal.out(line.isJson ? `${JSON.stringify({ code, text })}\n` : `${code}\n   ${text}\n`)
  return 0
}
