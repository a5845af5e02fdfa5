/** Problems of the output stage. */
import { error } from './problem.ts'

export const outputProblems = {
  'output-figure-without-alt': error<{ element: string }>(
    'People who cannot see a picture hear its alternative text. Every picture has one, or says that it is only decoration.',
    ({ element }) => ({
      message: `<${element}> has no alternative text`,
      hint:
        element === 'svg'
          ? 'say what it shows in aria-label="…", or mark decoration with aria-hidden="true"'
          : 'say what it shows in alt="…", or mark decoration with alt=""',
    }),
  ),
  'output-heading-level-skipped': error<{ level: number; previous: number }>(
    'Headings are the map by which many readers find their way: the first is h1, and each goes down by one level at most. PDF/UA asks for it.',
    ({ level, previous }) => ({
      message:
        previous === 0
          ? `the first heading is h${level}`
          : `h${level} follows h${previous}: a level is missing`,
      hint: `use h${previous + 1} here, and set its size in the style sheet`,
    }),
  ),
  'output-link-target-missing': error<{ id: string }>(
    'A link to #name leads to the element of the same document whose id is that name. No such element was printed.',
    ({ id }) => ({ message: `the link leads to #${id}, which is not in this document` }),
  ),
}
