/** Problems between the words of an exercise and its figure. */
import { error } from './problem.ts'

export const figureWordsProblems = {
  'figure-words-disagree': error<{ phase: string; words: 'left' | 'right'; drawn: string }>(
    'What is written and what is drawn must be the same side. The figure is posed from the joint angles of the same file: one of the two is mistaken. Sheets for the other side exchange left and right in both.',
    ({ phase, words, drawn }) => ({
      message: `this says ${words}, but in the figure of the ${phase} ${drawn}`,
      hint: `exchange left and right here, or in figure: phases: ${phase}:`,
    }),
  ),
}
