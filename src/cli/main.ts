#!/usr/bin/env node
/** The program that people start: the process around the command line. */
import { runCommandLine } from './run.ts'
import type { OpenEngine } from './engine.ts'
import type { Terminal } from './terminal.ts'
import { createFileWriter } from './write-file.ts'

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isOutInteractive: process.stdout.isTTY === true,
  isErrInteractive: process.stderr.isTTY === true,
  columns: process.stderr.columns || 80,
  environment: process.env,
}

const openEngine: OpenEngine = async (options) =>
  (await import('./open-engine.ts')).openEngine(options)

const writer = createFileWriter(process.pid, isAlive)

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    writer.abandon()
    process.exit(code)
  })
}

// A reader such as `head` may close the pipe before we are done: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal,
  openEngine,
  writer,
  now: () => performance.now(),
})

/** Signal 0 is not sent; asking is enough. A process of somebody else is alive as well. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}
