/** Problems of the style stage. */

export const styleProblems = {}
