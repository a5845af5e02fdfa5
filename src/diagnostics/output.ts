/** Problems of the output stage. */

export const outputProblems = {}
