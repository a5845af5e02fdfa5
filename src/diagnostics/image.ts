/** Problems of the image stage. */

export const imageProblems = {}
