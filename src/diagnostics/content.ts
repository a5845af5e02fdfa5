/** Problems of content files. */
import { error } from './problem.ts'

export const contentProblems = {
  'content-not-found': error<{ path: string }>(
    'A file that another file, or the command line, names does not exist in the pack.',
    ({ path }) => ({ message: `no such file: ${path}` }),
  ),
}
