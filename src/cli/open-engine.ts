/** Opens a pack for the commands. */
import type { OpenEngine } from './engine.ts'

export const openEngine: OpenEngine = async () => {
  throw new Error('the pipeline is not connected to the command line yet')
}
