/** Programs of the machine that tests ask for a second opinion. Not installed everywhere; the build server has them. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** The tests of one program; on the build server, a missing program is a failure. */
export function describeTool(tool: string, tests: () => void): void {
  const isInstalled = spawnSync(tool, ['--version']).error === undefined
  const isRequired = (process.env['CI'] ?? '') !== ''
  if (isInstalled) describe(tool, tests)
  else if (isRequired) {
    test(`${tool} is installed`, () => {
      expect.fail(`${tool} is not installed, and CI is set`)
    })
  } else test.skip(`${tool} is not installed: its tests are skipped`, () => undefined)
}

export function run(tool: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}
