/** Problems of the text stage. */

export const textProblems = {}
