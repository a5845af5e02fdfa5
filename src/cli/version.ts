/** `posepress --version`. */
import packageDescription from '../../package.json' with { type: 'json' }
import type { Command } from './context.ts'

export const versionCommand: Command = async ({ terminal }) => {
  terminal.out(`${packageDescription.version}\n`)
  return 0
}
