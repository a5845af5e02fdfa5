/** The drawing code, loaded when it is first needed, and its version. */
import { doHere } from './task.ts'
import type { DoTask } from './task.ts'

// Put in place when the program is compiled or tested: the hash of the code that draws.
declare const FIGURE_CODE: string | undefined

/**
 * Changes with the code, so that what an older one has drawn is not taken for its work; undefined where nobody
 * knows, and nothing may be kept.
 */
export const drawingVersion = typeof FIGURE_CODE === 'undefined' ? undefined : FIGURE_CODE

/** Draw in this thread. */
export const drawHere: DoTask = doHere(() => import('../drawing-code.ts'))
