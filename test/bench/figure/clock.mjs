/** Milliseconds that this thread has worked, so that a busy machine counts less; the clock where the system cannot say. */
import { existsSync, readFileSync } from 'node:fs'

const statistics = '/proc/thread-self/schedstat'
export const clockName = existsSync(statistics) ? 'CPU time of the main thread' : 'wall time'

export function now() {
  if (!existsSync(statistics)) return performance.now()
  return Number(readFileSync(statistics, 'utf8').split(' ')[0]) / 1e6
}
