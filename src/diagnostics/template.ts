/** Problems of the template stage. */

export const templateProblems = {}
