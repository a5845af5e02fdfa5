/** Problems of the layout stage. */

export const layoutProblems = {}
